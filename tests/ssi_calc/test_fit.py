"""The fit: known factors are recovered, intervals hold what they promise, doubts are told."""

import json
from datetime import date, timedelta
from random import Random

import pytest

from ssi_calc import PILLARS, fit_journal, load_inputs, simulate
from ssi_calc.cli import main
from ssi_calc.fit import FEWEST
from ssi_calc.journal import Entry, Journal
from ssi_calc.student import ninety
from tests.ssi_calc.invented import invented

INPUTS = load_inputs()
MOST = {
    "comments": 15,
    "shares": 3,
    "likes": 20,
    "people-searches": 10,
    "profile-views": 30,
    "days-active": 5,
    "articles": 0.5,
    "endorsements": 3,
    "invitations-sent": 8,
    "invitations-accepted": 4,
    "endorsements-given": 4,
    "birthday-wishes": 4,
}
START = {"brand": 12.0, "find": 6.0, "engage": 4.0, "relate": 13.0}
ONE = dict.fromkeys(PILLARS, 1.0)


def journal_of(rng, weeks=26, start=START):
    """Somebody whose diligence changes every four weeks."""
    entries, mood = [], 0.0
    for week in range(weeks + 1):
        mood = rng.random() if week % 4 == 0 else mood
        done = {id: round(2 * most * mood * rng.uniform(0.5, 1)) / 2 for id, most in MOST.items()}
        entries.append(Entry(date(2026, 1, 5) + timedelta(7 * week), week, start, done))
    return Journal(tuple(entries))


def somebody(rng):
    spans = {"brand": (8, 16), "find": (4, 12), "engage": (2, 12), "relate": (9, 18)}
    return {pillar: rng.uniform(*span) for pillar, span in spans.items()}


def test_an_invented_journal_with_factor_one_is_the_simulation():
    journal = journal_of(Random(1))

    made = invented(journal, ONE, 0.0, Random(1), INPUTS)

    weeks = simulate(journal.plan(INPUTS), INPUTS).weeks
    for entry, week in zip(made.entries, weeks, strict=True):
        for pillar in PILLARS:
            assert entry.readings[pillar] == pytest.approx(week[pillar]["mid"], abs=1e-9)


def test_factors_are_recovered_exactly_without_noise():
    factors = {"brand": 0.5, "find": 1.5, "engage": 0.8, "relate": 0.0}

    found = fit_journal(invented(journal_of(Random(2)), factors, 0.0, Random(2), INPUTS), INPUTS)

    assert (found.converged, found.reason) == (True, "")
    for pillar in PILLARS:
        assert found.factors[pillar].mid == pytest.approx(factors[pillar], abs=1e-4)
    assert found.ahead.fit < 0.01 < found.ahead.no_change


def test_intervals_hold_the_truth_in_80_of_100_journals():
    held = []
    for seed in range(200):
        rng = Random(seed)
        journal = journal_of(rng, start=somebody(rng))
        factors = {pillar: rng.uniform(0.4, 1.6) for pillar in PILLARS}
        found = fit_journal(invented(journal, factors, 0.3, rng, INPUTS), INPUTS, look_ahead=False)
        assert found.converged
        held += [f.low <= factors[pillar] <= f.high for pillar, f in found.factors.items()]

    assert 0.75 <= sum(held) / len(held) <= 0.85


def test_the_fit_foretells_next_week_better_than_no_change():
    rng = Random(5)
    found = fit_journal(invented(journal_of(rng), ONE, 0.3, rng, INPUTS), INPUTS)

    assert found.ahead.weeks == 27 - FEWEST
    assert found.ahead.fit < found.ahead.no_change


def test_a_steady_pace_gives_wider_intervals_than_a_changing_one():
    """Less was tried, so less can be known."""
    changing = journal_of(Random(3))
    done = changing.entries[0].done
    steady = Journal(tuple(Entry(entry.day, entry.week, START, done) for entry in changing.entries))

    widths = []
    for journal in (changing, steady):
        factor = fit_journal(
            invented(journal, ONE, 0.5, Random(3), INPUTS), INPUTS, look_ahead=False
        ).factors["engage"]
        widths.append(factor.high - factor.low)

    assert widths[0] < widths[1]


@pytest.mark.parametrize("count", range(1, FEWEST))
def test_too_few_readings_are_told(count):
    journal = Journal(journal_of(Random(4)).entries[:count])

    found = fit_journal(journal, INPUTS)

    assert not found.converged
    assert found.reason.startswith(f"only {count} reading")
    assert all(factor.mid is None for factor in found.factors.values())


def test_a_pillar_for_which_nothing_was_noted_stays_unknown():
    journal = journal_of(Random(6))
    entries = (
        Entry(e.day, e.week, e.readings, {"comments": e.done["comments"]}) for e in journal.entries
    )

    found = fit_journal(Journal(tuple(entries)), INPUTS, look_ahead=False)

    assert found.factors["engage"].mid is not None
    assert found.factors["brand"].mid is None
    assert "nothing that was noted moves it" in found.factors["brand"].reason


def test_a_pillar_at_its_ceiling_stays_unknown():
    journal = journal_of(Random(6), start={**START, "relate": 25.0})

    found = fit_journal(journal, INPUTS, look_ahead=False)

    assert found.factors["relate"].reason == "stands at 25, the most there is"


def test_noise_that_drowns_everything_is_told():
    rng = Random(7)
    found = fit_journal(
        invented(journal_of(rng, weeks=6), ONE, 4.0, rng, INPUTS), INPUTS, look_ahead=False
    )

    assert any("too little data" in factor.reason for factor in found.factors.values())


def test_a_drift_without_a_cause_is_told():
    journal = journal_of(Random(8))
    rng, level, entries = Random(8), 4.0, []
    for entry in journal.entries:
        level = min(max(level + rng.gauss(0, 0.8), 0), 24)
        entries.append(Entry(entry.day, entry.week, {**START, "engage": level}, entry.done))

    found = fit_journal(Journal(tuple(entries)), INPUTS, look_ahead=False)

    assert "drift" in found.factors["engage"].reason


def test_weeks_without_a_reading_do_no_harm():
    factors = dict.fromkeys(PILLARS, 0.7)
    steady = journal_of(Random(9)).entries
    entries = tuple(
        Entry(entry.day, entry.week, START, steady[entry.week // 4].done)
        for entry in steady
        if entry.week % 4 in (0, 3)
    )

    found = fit_journal(invented(Journal(entries), factors, 0.0, Random(9), INPUTS), INPUTS)

    assert found.factors["engage"].mid == pytest.approx(0.7, abs=1e-4)


@pytest.mark.parametrize(("freedom", "value"), [(3, 1.638), (4, 1.533), (10, 1.372), (30, 1.310)])
def test_the_width_of_intervals_is_that_of_student(freedom, value):
    assert ninety(freedom) == pytest.approx(value, abs=0.0015)  # tables of Student's t


def written(journal, path):
    ids = list(journal.entries[0].done)
    lines = [",".join(["date", *PILLARS, *ids])]
    for entry in journal.entries:
        readings = [f"{entry.readings[pillar]:.4f}" for pillar in PILLARS]
        lines.append(",".join([str(entry.day), *readings, *(str(entry.done[id]) for id in ids)]))
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_the_command_prints_factors_and_the_error_ahead(tmp_path, capsys):
    rng = Random(10)
    journal = invented(journal_of(rng), dict.fromkeys(PILLARS, 0.6), 0.2, rng, INPUTS)
    path = written(journal, tmp_path / "journal.csv")

    assert main(["fit", path, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert main(["fit", path]) == 0
    text = capsys.readouterr().out

    assert found["converged"]
    assert set(found["factors"]) == set(PILLARS)
    assert found["factors"]["engage"]["mid"] == pytest.approx(0.6, abs=0.2)
    assert found["ahead"]["fit"] < found["ahead"]["no_change"]
    assert "no change" in text


def test_the_command_says_when_there_is_too_little(tmp_path, capsys):
    path = written(Journal(journal_of(Random(1)).entries[:3]), tmp_path / "journal.csv")

    assert main(["fit", path]) == 0

    out = capsys.readouterr().out
    assert "only 3 readings; 6 or more are needed" in out
    assert out.count("unknown") == 4
