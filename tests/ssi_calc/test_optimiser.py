"""The optimiser against every plan, against HiGHS, and what must hold of any best plan."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ssi_calc.optimiser
from ssi_calc import PILLARS, Simulator, inputs_json, load_inputs
from ssi_calc.knapsack import undominated
from ssi_calc.optimiser import Optimiser, least_minutes, least_weeks, optimise
from ssi_calc.options import Ground, groups_of
from ssi_calc.plan import problems_of
from ssi_calc.schedule import minutes_of
from tests.ssi_calc.every_plan import every_plan, small_world, trimmed_world
from tests.ssi_calc.highs import highs
from tests.ssi_calc.test_micropython import assert_close, run_under_micropython

INPUTS = load_inputs()
DATA = json.loads(inputs_json())
SIMULATOR = Simulator(INPUTS)
WORKED = {"start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}}
NEWCOMER = {"start": {"brand": 10, "find": 5, "engage": 2, "relate": 13}}
STRONG = {"start": {"brand": 20, "find": 16, "engage": 18, "relate": 20}, "navigator": True}
CLOSE = 1e-9

# Runs in the browser's Python after `inputs_text` was set; leaves JSON in `results`.
PROGRAM = """
import json
from ssi_calc.explanation import explain
from ssi_calc.inputs import inputs_from
from ssi_calc.optimiser import Optimiser

inputs = inputs_from(json.loads(inputs_text))
results = []
for readings in ((13.4, 10.7, 11.1, 25), (10, 5, 2, 13)):
    start = {}
    for pillar, reading in zip(("brand", "find", "engage", "relate"), readings):
        start[pillar] = reading
    optimiser = Optimiser({"start": start}, inputs, True)
    best = optimiser.best(180, 12, 70)
    results.append(best.to_dict())
    results.append(explain(best.plan, inputs, optimiser.simulator).to_dict())
    results.append(optimiser.least_minutes(65, 8).to_dict())
    results.append(optimiser.least_weeks(65, 240, 12).to_dict())
results = json.dumps(results)
"""

starts = st.fixed_dictionaries({pillar: st.floats(0, 25) for pillar in PILLARS})
worlds = st.tuples(starts, st.integers(0, 900), st.integers(1, 26), st.booleans())


def optimiser(world):
    return Optimiser(world.settings, world.inputs, simulator=world.simulator)


def assert_best(world, weeks, minutes):
    allowed = [row for row in world.results(weeks) if row[1] <= minutes + CLOSE]
    top = max(total for total, _, _ in allowed)
    fewest = min(taken for total, taken, _ in allowed if total >= top - CLOSE)

    best = optimiser(world).best(minutes, weeks)

    assert best.total["mid"] == pytest.approx(top, abs=CLOSE), (world.settings, best.plan)
    assert best.minutes == pytest.approx(fewest, abs=CLOSE), (world.settings, best.plan)


def assert_least_minutes(world, weeks, target):
    enough = [taken for total, taken, _ in world.results(weeks) if total >= target - CLOSE]

    found = optimiser(world).least_minutes(target, weeks)

    assert found.reached == bool(enough)
    if enough:
        assert found.minutes == pytest.approx(min(enough), abs=CLOSE)
    else:
        assert found.total["mid"] == pytest.approx(max(row[0] for row in world.results(weeks)))


def assert_least_weeks(world, minutes, target):
    def reaches(weeks):
        rows = world.results(weeks)
        return any(taken <= minutes + CLOSE and total >= target - CLOSE for total, taken, _ in rows)

    found = optimiser(world).least_weeks(target, minutes, within=6)

    first = next((weeks for weeks in range(1, 7) if reaches(weeks)), None)
    assert found.reached == (first is not None)
    assert found.plan["weeks"] == (first or 6)


@pytest.mark.parametrize("seed", range(20))
def test_no_plan_of_a_small_world_beats_the_best(seed):
    source = random.Random(seed)
    for _ in range(100):
        assert_best(small_world(source), source.randint(1, 14), source.choice([0, 3, 11, 40, 99]))


@pytest.mark.parametrize("seed", range(4))
def test_no_plan_with_a_few_real_inputs_beats_the_best(seed):
    source = random.Random(seed)
    for _ in range(25):
        world = trimmed_world(source, DATA)
        assert_best(world, source.randint(1, 14), source.choice([2, 5, 11, 20, 40]))


@pytest.mark.parametrize("seed", range(4))
def test_no_plan_of_a_small_world_reaches_a_target_in_less(seed):
    source = random.Random(100 + seed)
    for _ in range(50):
        world = small_world(source)
        target = sum(world.settings["start"].values()) + source.uniform(-1, 8)
        assert_least_minutes(world, source.randint(1, 14), target)


@pytest.mark.parametrize("seed", range(4))
def test_no_plan_of_a_small_world_reaches_a_target_sooner(seed):
    source = random.Random(200 + seed)
    for _ in range(15):
        world = small_world(source)
        target = sum(world.settings["start"].values()) + source.uniform(-1, 8)
        assert_least_weeks(world, source.choice([3, 11, 40]), target)


def test_a_choice_that_is_not_the_best_would_be_caught(monkeypatch):
    def most_gain_first(groups, most):
        room, gained, chosen = most, 0.0, []
        for options in groups:
            cost, gain, what = [option for option in options if option[0] <= room][-1]
            room, gained, chosen = room - cost, gained + gain, [*chosen, what]
        return most - room, gained, chosen

    monkeypatch.setattr(ssi_calc.optimiser, "best_choice", most_gain_first)

    with pytest.raises(AssertionError):
        test_no_plan_of_a_small_world_beats_the_best(0)


@pytest.mark.parametrize(
    ("start", "minutes", "weeks"), [(WORKED, 180, 8), (NEWCOMER, 300, 12), (STRONG, 97, 7)]
)
def test_highs_finds_no_better_plan_with_all_inputs(start, minutes, weeks):
    groups = simulated_groups(start, weeks, minutes * weeks)

    best = Optimiser(start, INPUTS, simulator=SIMULATOR).best(minutes, weeks)

    before = sum(start["start"].values())
    gain, _ = highs(groups, most=minutes * weeks)
    assert best.total["mid"] == pytest.approx(before + gain, abs=1e-6)


@pytest.mark.parametrize(("start", "target", "weeks"), [(WORKED, 70, 8), (STRONG, 85, 10)])
def test_highs_reaches_no_target_in_fewer_minutes(start, target, weeks):
    least = least_minutes(start, INPUTS, target, weeks)
    groups = simulated_groups(start, weeks, 2 * least.minutes * weeks)

    _, minutes = highs(groups, least=target - sum(start["start"].values()))

    assert least.reached
    assert least.minutes == pytest.approx(minutes / weeks, abs=1e-6)


def simulated_groups(start, weeks, most):
    """Options as `simulate` sees them, one input (or one group of them) planned at a time."""
    simulator = Simulator(INPUTS, draws=2)
    before = sum(start["start"].values())
    tied = [{"messages", "replies"}, {"invitations-sent", "invitations-accepted", "connections"}]
    tied += [{entry.id} for entry in INPUTS if not any(entry.id in ids for ids in tied)]
    groups = []
    for ids in tied:
        rows = [
            dict(row, limits=(row.get("limits") or {}) if row["id"] in ids else {})
            for row in DATA["inputs"]
        ]
        alone = ssi_calc.inputs_from({"inputs": rows, "presets": {}})
        options = []
        for plan in every_plan(start, alone, weeks):
            cost = sum(minutes_of(plan, alone, weeks))
            if cost <= most + CLOSE:
                gain = simulator.run(plan).end()["mid"] - before
                options.append((cost, gain, None))
        groups.append(undominated(options))
    return groups


@given(worlds)
@settings(deadline=None, max_examples=40)
def test_a_best_plan_keeps_to_the_minutes_and_the_limits(world):
    start, minutes, weeks, navigator = world

    best = Optimiser({"start": start}, INPUTS, navigator, simulator=SIMULATOR).best(minutes, weeks)

    assert problems_of(best.plan, INPUTS) == []
    assert best.minutes <= minutes + CLOSE
    assert best.total == SIMULATOR.run(best.plan).end()
    assert best.total["mid"] >= best.start["mid"] - CLOSE
    assert best.next["points"]["mid"] >= -CLOSE


@given(starts, st.booleans(), st.integers(1, 26))
@settings(deadline=None, max_examples=60)
def test_the_25_points_of_a_pillar_couple_nothing(start, navigator, weeks):
    scene = SIMULATOR.scene_for({"start": start}, None, navigator, weeks)
    won = dict.fromkeys(PILLARS, 0.0)
    for options in groups_of(Ground(scene, weeks), float("inf")):
        pillar = INPUTS[options[-1][2][0][1]].pillar
        won[pillar] += options[-1][1]

    assert all(start[pillar] + won[pillar] <= 25 + CLOSE for pillar in PILLARS)


@given(starts, st.integers(0, 600), st.integers(0, 300), st.integers(1, 15))
@settings(deadline=None, max_examples=30)
def test_more_minutes_never_earn_less(start, minutes, more, weeks):
    found = Optimiser({"start": start}, INPUTS, simulator=SIMULATOR)

    less = found.best(minutes, weeks).total["mid"]

    assert found.best(minutes + more, weeks).total["mid"] >= less - CLOSE


def test_no_minutes_leave_everything_as_it_is():
    best = optimise(WORKED, INPUTS, minutes=0, weeks=8)

    assert (best.plan["weekly"], best.plan["once"], best.minutes) == ({}, {}, 0)
    assert best.total["mid"] == pytest.approx(60.2)


def test_a_target_out_of_reach_is_answered_with_the_best_possible():
    best = optimise(WORKED, INPUTS, minutes=60, weeks=2, target=95)

    assert not best.reached
    assert best.to_dict()["best_possible"] == best.total
    assert best.total["low"] <= best.total["mid"] <= best.total["high"]


def test_a_target_that_no_time_reaches_is_answered_with_all_that_is_possible():
    least = least_minutes(WORKED, INPUTS, target=99.5, weeks=4)

    more = optimise(WORKED, INPUTS, minutes=least.minutes, weeks=4)
    assert not least.reached
    assert more.total["mid"] == pytest.approx(least.total["mid"])


def test_a_target_below_the_start_takes_nothing():
    assert least_minutes(WORKED, INPUTS, target=60.2, weeks=4).minutes == 0
    assert least_weeks(WORKED, INPUTS, target=50, minutes=0).plan["weeks"] == 1


def test_one_week_less_would_not_reach_the_target():
    least = least_weeks(WORKED, INPUTS, target=72, minutes=180)

    weeks = least.plan["weeks"]
    assert least.reached
    assert least.total["mid"] >= 72
    assert not optimise(WORKED, INPUTS, 180, weeks - 1, target=72).reached


def test_without_navigator_nothing_of_it_is_planned():
    best = optimise(WORKED, INPUTS, minutes=900, weeks=8)
    richer = optimise(WORKED, INPUTS, minutes=900, weeks=8, navigator=True)

    assert not [id for id in best.plan["weekly"] if INPUTS[id].needs_navigator]
    assert [id for id in richer.plan["weekly"] if INPUTS[id].needs_navigator]


def test_alone_nothing_is_left_to_others():
    best = Optimiser(WORKED, INPUTS, alone=True).best(180, 8)

    assert best.hangs_on_others == []
    assert not [id for id in best.plan["weekly"] if INPUTS[id].by == "others"]


def test_what_hangs_on_others_is_named():
    best = optimise(WORKED, INPUTS, minutes=180, weeks=8)

    planned = [id for id in best.plan["weekly"] if INPUTS[id].by == "others"]
    assert sorted(best.hangs_on_others) == sorted(planned)


@pytest.mark.parametrize("minutes", [60, 300, 900])
def test_nobody_plans_on_more_success_than_is_likely(minutes):
    best = optimise(NEWCOMER, INPUTS, minutes, weeks=12)

    scene = SIMULATOR.scene_for(NEWCOMER, None, None, 12)
    for rate in (entry for entry in INPUTS if entry.kind == "rate"):
        good, tried = [best.plan["weekly"].get(id, scene.start.levels[id][0]) for id in rate.of]
        assert good <= max(rate.full.mid, scene.start.levels[rate.id][0]) * tried + CLOSE


def test_every_choice_says_what_it_takes_and_earns():
    best = optimise(WORKED, INPUTS, minutes=180, weeks=8)

    named = {*best.plan["weekly"], *best.plan["once"]}
    assert named <= {row["input"] for row in best.earns}
    assert sum(row["minutes"] for row in best.earns) == pytest.approx(best.minutes)
    earned = sum(row["points"]["mid"] for row in best.earns)
    assert earned == pytest.approx(best.total["mid"] - best.start["mid"])


def test_the_next_15_minutes_are_the_best_plan_for_15_more():
    best = optimise(WORKED, INPUTS, minutes=180, weeks=8)
    richer = optimise(WORKED, INPUTS, minutes=195, weeks=8)

    added = richer.total["mid"] - best.total["mid"]
    assert best.next["points"]["mid"] == pytest.approx(added)
    after = {**best.plan["weekly"], **best.next["weekly"]}
    assert {id: amount for id, amount in after.items() if amount} == richer.plan["weekly"]


def test_a_preset_and_a_whole_plan_are_starts_too():
    plan = {"preset": "average-member", "weeks": 3, "weekly": {"comments": 150}}

    best = optimise(plan, INPUTS, minutes=120, weeks=8)

    assert best.plan["weeks"] == 8
    assert best.minutes <= 120
    assert best.plan == optimise({"preset": "average-member"}, INPUTS, 120, 8).plan


def test_micropython_finds_the_same_plans():
    here = {"inputs_text": inputs_json()}
    exec(PROGRAM, here)

    found = run_under_micropython(PROGRAM, {"inputs_text": inputs_json()})

    assert_close(json.loads(here["results"]), found)
