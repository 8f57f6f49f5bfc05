"""Ranks: recovered from what dashboards showed, and honest about what was left out."""

import csv
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ssi_calc import load_ranks
from ssi_calc.cli import main
from ssi_calc.rank import RANKS, Sighting, fit_ranks, left_out_errors, load_sightings

OBSERVATIONS = Path(__file__).parents[2] / "docs" / "data" / "observations.csv"
POINTS = st.floats(0, 100)


def test_every_rank_is_in_the_observations():
    with OBSERVATIONS.open(encoding="utf-8", newline="") as file:
        seen = {row["id"]: row for row in csv.DictReader(file)}

    for row in yaml.safe_load(RANKS.read_text(encoding="utf-8"))["rows"]:
        source = seen[row["source"]]
        assert float(source["total"]) == row["score"]
        assert source[f"{row['group']}_avg"] == str(row.get("mean", ""))
        if row["group"] == "industry":
            assert source["industry_rank_pct"] == str(row["top_percent"])


@pytest.mark.parametrize(
    ("score", "mean", "shown"),
    [(53, 35, 10), (52, 36, 13), (33, 29, 37), (18, 33, 80), (16, 33, 85)],
)
def test_what_dashboards_showed_lies_in_the_range(score, mean, shown):
    top = load_ranks().top_percent(score, mean)

    assert top["low"] <= shown <= top["high"]


def test_a_rank_of_2015_that_was_not_used_lies_in_the_range():
    top = load_ranks().top_percent(70, mean=28.2)  # rows D07 and D16: top 1 %

    assert top["low"] <= 1 <= top["high"]


@given(POINTS, POINTS, st.floats(0.01, 50))
def test_a_higher_score_never_ranks_lower(score, mean, more):
    ranks = load_ranks()
    here, there = ranks.top_percent(score, mean), ranks.top_percent(score + more, mean)

    for bound in ("low", "mid", "high"):
        assert 0 < there[bound] < here[bound] < 100
    assert here["low"] <= here["mid"] <= here["high"]


def test_a_known_curve_is_recovered():
    curve = load_ranks()
    leads = {"a": -20, "b": -5, "c": 4, "d": 18}
    sightings = [
        Sighting("", name, lead, curve.top_percent(50 + lead, 50)["mid"])
        for name, lead in leads.items()
    ]

    found = fit_ranks(sightings)

    assert (found.level, found.slope) == pytest.approx((curve.level, curve.slope))
    assert found.noise == pytest.approx(0, abs=1e-9)
    assert max(left_out_errors(sightings).values()) < 1e-9


def test_many_rows_of_one_account_weigh_no_more_than_one():
    sightings = list(load_sightings())
    again = [each for each in sightings if each.account == "C"] * 9

    assert fit_ranks(sightings + again).slope == pytest.approx(fit_ranks(sightings).slope)


def test_accounts_that_are_left_out_are_missed_by_few_points():
    errors = left_out_errors(load_sightings())

    assert len(errors) == 5
    assert sum(errors.values()) / len(errors) < 5
    assert max(errors.values()) < 8


def test_rank_json_has_the_promised_form(capsys):
    assert main(["rank", "53", "--mean", "35", "--json"]) == 0

    top = json.loads(capsys.readouterr().out)["top_percent"]
    assert set(top) == {"low", "mid", "high"}
    assert top["low"] < 10 < top["high"]


def test_rank_says_how_far_to_trust_it(capsys):
    assert main(["rank", "100", "--mean", "20"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("Top 1 % of the group")
    assert "left out" in out


@pytest.mark.parametrize(
    "words", [["53"], ["nan", "--mean", "35"], ["53", "--mean", "inf"], ["101", "--mean", "35"]]
)
def test_misuse_of_rank_exits_2(words, capsys):
    assert main(["rank", *words]) == 2
    assert capsys.readouterr().out == ""
