"""Other assumptions: within their ranges, and the model still holds under each of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi_calc import PILLARS, Simulator, load_inputs, simulate
from ssi_calc.assumptions import assumption_problems
from ssi_calc.draws import reweighted, values
from ssi_calc.response import response

INPUTS = load_inputs()
SIMULATOR = Simulator(INPUTS)
WEIGHED = [entry for entry in INPUTS if entry.weight.high]
EVERYTHING = {
    period: {entry.id: entry.limits[period][1] for entry in INPUTS if period in entry.limits}
    for period in ("weekly", "once")
}

weights = st.lists(
    st.sampled_from(WEIGHED).flatmap(
        lambda entry: st.tuples(st.just(entry.id), st.floats(entry.weight.low, entry.weight.high))
    ),
    min_size=1,
    max_size=8,
).map(dict)


def pillar_sum(draws, pillar, place):
    return sum(draws.weights[entry.id][place] for entry in INPUTS.of_pillar(pillar))


@given(weights)
@settings(deadline=None, max_examples=40)
def test_whatever_is_assumed_the_weights_of_a_pillar_sum_to_one_in_each_draw(chosen):
    draws = reweighted(SIMULATOR.draws, INPUTS, chosen)

    for pillar in PILLARS:
        for place in range(draws.count + 1):
            assert pillar_sum(draws, pillar, place) == pytest.approx(1)


@given(weights, st.sampled_from([None, 30, 60, 90]), st.booleans())
@settings(deadline=None, max_examples=40)
def test_whatever_is_assumed_a_pillar_ends_at_25_at_most(chosen, window, navigator):
    plan = {"preset": "trainer", "weeks": 16, **EVERYTHING}

    run = SIMULATOR.assuming(chosen).run(plan, window, navigator)

    for pillar in PILLARS:
        for week in run.weeks:
            band = week[pillar]
            assert 0 <= band["low"] <= band["mid"] <= band["high"] <= 25


@given(weights)
@settings(deadline=None, max_examples=20)
def test_readings_come_back_to_the_last_digit_whatever_is_assumed(chosen):
    start = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}

    first = simulate({"start": start, "weekly": {"comments": 9}}, INPUTS, weights=chosen).weeks[0]

    assert {pillar: first[pillar]["mid"] for pillar in PILLARS} == start


def test_a_weight_at_its_middle_changes_nothing():
    middle = {entry.id: entry.weight.mid for entry in WEIGHED}

    assert reweighted(SIMULATOR.draws, INPUTS, middle).weights == SIMULATOR.draws.weights


def test_the_other_inputs_of_the_pillar_give_way_in_proportion_and_other_pillars_do_not():
    before = SIMULATOR.draws.weights
    after = reweighted(SIMULATOR.draws, INPUTS, {"articles": 0.385}).weights

    scale = 1 / (1 - 0.22 + 0.385)
    assert after["articles"][0] == pytest.approx(0.385 * scale)
    assert after["endorsements"][0] == pytest.approx(before["endorsements"][0] * scale)
    assert after["comments"] == before["comments"]


def test_half_of_the_draws_lie_below_the_new_middle_and_all_within_the_range():
    spread = INPUTS["articles"].weight
    shares = reweighted(SIMULATOR.draws, INPUTS, {"articles": 0.3}).weights
    photo = values(INPUTS["photo"].weight, "photo.weight", SIMULATOR.draws.count)

    # scaling leaves the proportion of two weights as it was
    pairs = zip(shares["articles"], shares["photo"], photo, strict=True)
    drawn = [one / other * weight for one, other, weight in pairs]

    assert drawn[0] == pytest.approx(0.3)
    assert all(spread.low <= each <= spread.high for each in drawn)
    assert sum(each < 0.3 for each in drawn[1:]) == SIMULATOR.draws.count / 2


def test_a_heavier_input_earns_more_points_by_the_same_plan():
    plan = {"preset": "average-member", "weekly": {"comments": 10}}

    light = simulate(plan, INPUTS, weights={"comments": 0.1}).end("engage")["mid"]
    heavy = simulate(plan, INPUTS, weights={"comments": 0.35}).end("engage")["mid"]

    assert light < simulate(plan, INPUTS).end("engage")["mid"] < heavy


LIKES = "likes must weigh from 0.04 to 0.14"


@pytest.mark.parametrize(
    ("assumptions", "path", "message", "hint"),
    [
        (3, (), "assumptions must hold window, navigator or weights", ""),
        ({"window": 45}, ("window",), "window must be 30, 60 or 90 days, got 45", ""),
        ({"navigator": "no"}, ("navigator",), "navigator must be true or false, got 'no'", ""),
        ({"weight": {}}, ("weight", "?"), "unknown key 'weight'", "did you mean 'weights'?"),
    ],
)
def test_what_cannot_be_assumed_is_refused_with_its_place_and_a_hint(
    assumptions, path, message, hint
):
    assert assumption_problems(assumptions, INPUTS) == [(path, message, hint)]


@pytest.mark.parametrize(
    ("weights", "path", "message", "hint"),
    [
        (3, (), "weights must hold numbers by input, got 3", "weights: {articles: 0.3}"),
        ({"likes": 0.2}, ("likes",), f"{LIKES}, got 0.2", ""),
        ({"likes": 0.03}, ("likes",), f"{LIKES}, got 0.03", ""),
        ({"likes": "much"}, ("likes",), f"{LIKES}, got 'much'", ""),
        ({"like": 0.1}, ("like", "?"), "unknown input 'like'", "did you mean 'likes'?"),
        (
            {"replies": 0.1},
            ("replies", "?"),
            "replies has no weight of its own",
            "it counts through response-rate",
        ),
    ],
)
def test_a_weight_that_cannot_be_is_refused_with_its_place_and_a_hint(weights, path, message, hint):
    found = assumption_problems({"weights": weights}, INPUTS)

    assert found == [(("weights", *path), message, hint)]


def test_sound_assumptions_have_no_problem():
    sound = {"window": 30, "navigator": True, "weights": {"articles": 0.11, "likes": 0.14}}

    assert assumption_problems(sound, INPUTS) == []
    assert assumption_problems({}, INPUTS) == []


def test_a_response_reaches_the_weight_at_the_full_level_and_stays():
    entry = INPUTS["comments"]
    found = response(entry, SIMULATOR.draws)
    points = dict(zip(found["amounts"], found["points"], strict=True))

    assert points[entry.full.mid]["mid"] == pytest.approx(25 * entry.weight.mid)
    assert points[entry.full.high]["mid"] == points[entry.full.mid]["mid"]


def test_what_is_there_or_not_has_two_amounts():
    assert response(INPUTS["photo"], SIMULATOR.draws)["amounts"] == [0, 1]
