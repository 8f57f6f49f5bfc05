"""The best plan against HiGHS, a solver of mixed integer programmes, on the same options."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.cohort import best
from ssi_calc import Optimiser, load_inputs
from ssi_calc.knapsack import best_choice
from ssi_calc.optimiser import ENOUGH
from ssi_calc.options import Ground, groups_of
from tests.ssi_calc.highs import highs

INPUTS = load_inputs()
START = {"start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}}
MINUTES, WEEKS = 180, 12


def lines() -> Iterator[str]:
    """Ratios of one run, a line each."""
    optimiser = Optimiser(START, INPUTS)
    most = MINUTES * WEEKS + ENOUGH
    scene = optimiser.simulator.scene_for(START, None, None, WEEKS)
    groups = groups_of(Ground(scene, WEEKS), most)
    options = sum(map(len, groups))
    gain = best_choice(groups, most)[1]
    assert abs(gain - highs(groups, most=most)[0]) < 1e-6, "HiGHS finds another optimum"
    whole = best(lambda: optimiser.best(MINUTES, WEEKS), 5)
    choice = best(lambda: best_choice(groups, most), 5)
    solver = best(lambda: highs(groups, most=most), 3)
    size = f"{len(INPUTS)} inputs, {WEEKS} weeks, {options:,} options"
    yield f"optimiser, {size}: {whole * 1e3:.0f} ms, with the next 15 minutes"
    yield (
        f"optimiser: the choice alone takes {choice * 1e3:.0f} ms, HiGHS takes"
        f" {solver / choice:.1f} times as long to take in and solve the same"
    )
