import csv
from pathlib import Path

import pytest

from ssi_calc import PILLARS, load_inputs
from ssi_calc.draws import draw, order_for, quantile
from ssi_calc.inputs import Range

INPUTS = load_inputs()
OBSERVATIONS = Path(__file__).parents[2] / "docs" / "data" / "observations.csv"


def weight(entries):
    return sum(entry.weight.mid for entry in entries)


@pytest.mark.parametrize("pillar", PILLARS)
def test_the_middle_weights_of_a_pillar_sum_to_one(pillar):
    assert weight(INPUTS.of_pillar(pillar)) == pytest.approx(1)


@pytest.mark.parametrize("pillar", PILLARS)
def test_inputs_in_the_current_help_text_carry_most_of_the_weight(pillar):
    official = [entry for entry in INPUTS.of_pillar(pillar) if entry.grade == "A"]

    assert weight(official) >= 0.7


def test_the_ids_that_plans_rely_on_are_there():
    for id in ("headline", "skills", "comments", "people-searches", "endorsements", "articles"):
        assert id in INPUTS


def test_inputs_of_sales_navigator_feed_find_only():
    pillars = {entry.pillar for entry in INPUTS if entry.needs_navigator}

    assert pillars == {"find"}


def test_every_range_is_in_order():
    for entry in INPUTS:
        for spread in (entry.full, entry.weight, entry.window or entry.full):
            assert 0 <= spread.low <= spread.mid <= spread.high, entry.id


def test_what_can_be_planned_has_limits_that_allow_leaving_it():
    for entry in INPUTS:
        assert all(low == 0 < high for low, high in entry.limits.values()), entry.id


def test_everything_planned_by_yourself_takes_time():
    for entry in INPUTS:
        assert entry.minutes > 0 or not entry.limits, entry.id


def test_half_of_the_draws_lie_below_the_middle():
    spread = Range(1.0, 2.0, 10.0)

    assert (spread.at(0), spread.at(0.5), spread.at(1)) == (1, 2, 10)


def test_draws_are_the_same_every_time_and_weights_sum_to_one():
    one, other = draw(INPUTS), draw(INPUTS)

    assert one.weights == other.weights
    assert one.fulls == other.fulls
    for place in range(one.count + 1):
        total = sum(one.weights[entry.id][place] for entry in INPUTS.of_pillar("find"))
        assert total == pytest.approx(1)


def test_each_number_is_drawn_once_from_each_slice_of_its_range():
    draws = draw(INPUTS, count=16)
    entry = INPUTS["comments"]

    slices = sorted(entry.full.at((place + 0.5) / 16) for place in range(16))
    assert sorted(draws.fulls["comments"][1:]) == slices


def test_draws_of_one_input_do_not_hang_on_the_others():
    assert order_for("comments.full", 32) == order_for("comments.full", 32)
    assert order_for("comments.full", 32) != order_for("shares.full", 32)


def test_windows_of_all_inputs_move_together():
    draws = draw(INPUTS)

    assert draws.windows["comments"] == draws.windows["people-searches"]


def test_quantiles_of_a_line_are_on_the_line():
    assert quantile([0.0, 1.0, 2.0, 3.0, 4.0], 0.9) == pytest.approx(3.6)


def test_observations_that_hold_all_parts_sum_to_their_total():
    with OBSERVATIONS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    whole = [row for row in rows if all(row[key] for key in (*PILLARS, "total"))]

    assert len(whole) > 10
    for row in whole:
        total = sum(float(row[pillar]) for pillar in PILLARS)
        assert total == pytest.approx(float(row["total"]), abs=0.6), row["id"]
