"""In a notebook results show themselves, and become data frames where pandas is there."""

import sys
from datetime import date
from xml.etree import ElementTree

import pytest

from ssi_calc import PILLARS, Journal, fit_journal, load_inputs, optimise, simulate
from ssi_calc.fit import Factor, Fit
from ssi_calc.journal import Entry

INPUTS = load_inputs()
WORKED = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}


@pytest.fixture(scope="module")
def run():
    return simulate({"start": WORKED, "weeks": 4, "weekly": {"comments": 20}}, INPUTS)


@pytest.fixture(scope="module")
def best():
    return optimise({"preset": "average-member"}, INPUTS, minutes=60, weeks=4, target=90)


@pytest.fixture(scope="module")
def fit():
    factors = {pillar: Factor(readings=3, reason="<too few> & far between") for pillar in PILLARS}
    factors["find"] = Factor(-0.5, 0.75, 1.25, 0.2, 12, True)
    return Fit(factors, 12, True)


def parsed(result):
    """What is shown, as one tree; fails unless every tag is closed and every word escaped."""
    return ElementTree.fromstring(f"<div>{result._repr_html_()}</div>")


def cells(tree):
    return [[cell.text or "" for cell in row] for row in tree.iter("tr")]


def test_a_run_shows_chart_and_table(run):
    tree = parsed(run)

    rows = cells(tree)
    assert rows[0] == ["week", "brand", "find", "engage", "relate", "total"]
    assert [row[0] for row in rows[1:]] == ["0", "1", "2", "3", "4"]
    assert rows[1][-1] == "60.2"
    assert len(list(tree.iter("polyline"))) == 5


def test_a_best_plan_shows_what_to_do_and_where_it_leads(best):
    tree = parsed(best)

    rows = cells(tree)
    assert {row[0] for row in rows[1:]} >= set(best.plan["weekly"]) | set(best.plan["once"])
    assert tree.find("p").text.endswith("90 is not reached")
    assert len(list(tree.iter("polyline"))) == 5


def test_a_fit_shows_its_intervals_and_its_doubts(fit):
    tree = parsed(fit)

    rows = {row[0]: row[1:] for row in cells(tree)}
    assert rows["find"] == ["-0.50", "0.75", "1.25", "0.20", "12", ""]
    assert rows["brand"][-1] == "<too few> & far between"
    assert len(list(tree.iter("circle"))) == 1


def test_a_fit_of_too_little_shows_itself_too():
    journal = Journal((Entry(date(2026, 5, 4), 0, WORKED, {}),))

    tree = parsed(fit_journal(journal, INPUTS))

    assert len(list(tree.iter("tr"))) == 5
    assert list(tree.iter("circle")) == []


def test_a_run_becomes_a_frame_of_weeks(run):
    frame = run.to_frame()

    assert frame.index.name == "week"
    assert frame.shape == (5, 15)
    assert frame.loc[4, "engage_mid"] == run.end("engage")["mid"]


def test_a_best_plan_becomes_a_frame_of_inputs(best):
    frame = best.to_frame()

    assert list(frame.columns) == ["weekly", "once", "minutes", "low", "mid", "high"]
    assert frame["weekly"].dropna().to_dict() == best.plan["weekly"]
    assert frame["once"].dropna().to_dict() == {k: float(v) for k, v in best.plan["once"].items()}
    assert frame["minutes"].sum() == pytest.approx(best.minutes)
    assert frame["mid"].sum() == pytest.approx(best.total["mid"] - best.start["mid"])


def test_a_best_plan_of_nothing_becomes_an_empty_frame():
    frame = optimise({"preset": "trainer"}, INPUTS, minutes=0, weeks=1).to_frame()

    assert frame.empty
    assert "mid" in frame.columns


def test_a_fit_becomes_a_frame_of_pillars(fit):
    frame = fit.to_frame()

    assert list(frame.index) == list(PILLARS)
    assert frame.loc["find", "mid"] == 0.75
    assert frame.loc["brand", ["low", "mid", "high"]].isna().all()


def test_without_pandas_the_cure_is_one_line(run, best, fit, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)

    for result in (run, best, fit):
        with pytest.raises(
            ImportError, match=r"^a data frame needs pandas: pip install 'ssi-calc\["
        ):
            result.to_frame()
