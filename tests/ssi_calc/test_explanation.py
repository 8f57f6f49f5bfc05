import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi_calc import Simulator, load_inputs
from ssi_calc.explanation import NEXT, band_between, explain, flags_of
from ssi_calc.plan import problems_of

INPUTS = load_inputs()
SIMULATOR = Simulator(INPUTS)
START = {"start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 18}, "weeks": 8}
PLANNED = [entry.id for entry in INPUTS if "weekly" in entry.limits and not entry.needs_navigator]
RATED = {id for entry in INPUTS for id in entry.of}


def ids_of(flags):
    return [flag["id"] for flag in flags]


def flags_for(**weekly):
    plan = {**START, "weekly": {id.replace("_", "-"): amount for id, amount in weekly.items()}}
    return explain(plan, INPUTS, SIMULATOR).flags


def test_what_each_input_earns_adds_up_to_the_whole():
    plan = {
        **START,
        "weekly": {"comments": 14, "invitations-sent": 8, "invitations-accepted": 4},
        "once": {"headline": True, "skills": 20},
        "changes": [{"from": 4, "weekly": {"comments": 6}}],
    }

    explanation = explain(plan, INPUTS)

    earned = sum(row["points"]["mid"] for row in explanation.earns)
    assert earned == pytest.approx(explanation.total["mid"] - explanation.start["mid"])
    taken = sum(row["minutes"] for row in explanation.earns)
    assert taken == pytest.approx(explanation.minutes)


def test_every_number_of_points_is_a_band():
    explanation = explain({**START, "weekly": {"comments": 14}}, INPUTS)

    for row in explanation.earns + explanation.next:
        points = row["points"]
        assert points["low"] <= points["mid"] <= points["high"]


def test_what_takes_time_and_earns_nothing_is_listed_too():
    earns = explain({**START, "weekly": {"invitations-sent": 6}}, INPUTS).earns

    assert {"invitations-sent", "acceptance-rate"} == {row["input"] for row in earns}


@given(st.dictionaries(st.sampled_from(PLANNED), st.integers(0, 1), max_size=6))
@settings(deadline=None, max_examples=40)
def test_a_next_step_adds_what_it_says_within_15_minutes(weekly):
    plan = {**START, "weekly": weekly}
    if problems_of(plan, INPUTS):
        return

    explanation = explain(plan, INPUTS, SIMULATOR)

    for step in explanation.next:
        changed = {**plan, step["period"]: {**plan.get(step["period"], {})}}
        changed[step["period"]][step["input"]] = step["to"]
        assert problems_of(changed, INPUTS) == []
        run = SIMULATOR.run(changed)
        added = run.end()["mid"] - explanation.total["mid"]
        assert step["points"]["mid"] == pytest.approx(added)
        assert step["minutes"] <= NEXT + 1e-9
        assert run.minutes_per_week() - explanation.minutes == pytest.approx(step["minutes"])


def test_no_single_input_beats_the_best_next_step():
    plan = {**START, "weekly": {"comments": 10}, "once": {"photo": True}}
    explanation = explain(plan, INPUTS, SIMULATOR)

    gains = []
    for entry in INPUTS:
        for period, (_, most) in entry.limits.items():
            if entry.needs_navigator or entry.id in RATED:
                continue
            weeks = START["weeks"] if period == "once" else 1
            now = plan.get(period, {}).get(entry.id, 0)
            for count in range(1, int(NEXT * weeks / (entry.minutes * entry.step)) + 1):
                more = now + count * entry.step
                if more <= most:
                    changed = {**plan, period: {**plan.get(period, {}), entry.id: more}}
                    gains.append(SIMULATOR.run(changed).end()["mid"] - explanation.total["mid"])

    assert max(gains) == pytest.approx(explanation.next[0]["points"]["mid"])


def test_with_nothing_left_to_win_there_is_no_next_step():
    plan = {"start": dict.fromkeys(START["start"], 25), "weeks": 4}

    assert explain(plan, INPUTS).next == []


def test_a_plan_at_the_limits_is_flagged_as_volume():
    (flag,) = [each for each in flags_for(likes=70, connections=20) if each["id"] == "volume"]

    assert flag["inputs"] == ["likes", "connections"]


def test_a_plan_on_thin_evidence_is_flagged_as_volume():
    flags = flags_for(hashtags=6, birthday_wishes=8, endorsements_given=8, welcome_notes=5)

    assert "volume" in ids_of(flags)


def test_a_plan_on_one_input_at_its_limit_is_flagged():
    flags = flags_for(comments=150)

    assert ids_of(flags) == ["volume", "one-input"]


def test_a_plan_that_others_carry_out_is_flagged():
    assert ids_of(flags_for(endorsements=4, article_followers=4)) == ["others"]


def test_a_varied_plan_is_not_flagged():
    assert flags_for(comments=14, shares=2, people_searches=10, messages=8, replies=3) == []


def test_a_plan_that_wins_nothing_is_not_flagged():
    assert flags_of({"weekly": {"likes": 70}}, {}, INPUTS) == []


def test_a_difference_is_taken_draw_by_draw():
    assert band_between([1.0, 0.0, 5.0], [2.0, 1.0, 6.0]) == {"low": 1.0, "mid": 1.0, "high": 1.0}
