"""The cohort against other ways to run one plan for many people, in one process.

Against a plain Python loop over the same model; against the bare NumPy arithmetic, which is
the equations of adr/0003 written out for this one plan, with nothing read, drawn or checked;
and against the same equations in PySD, if it is installed. All give the same scores, which is
looked at before anything is timed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from ssi_calc import PILLARS, Cohort, load_inputs
from ssi_calc.core import ALMOST_NOTHING, DAYS
from ssi_calc.draws import draw
from ssi_calc.fit import middle_path
from ssi_calc.inputs import MAXIMUM
from ssi_calc.schedule import schedules_of

INPUTS = load_inputs()
WEEKS = 26
WEEKLY = {
    "articles": 0.5,
    "endorsements": 2,
    "people-searches": 6,
    "profile-views": 20,
    "days-active": 5,
    "comments": 10,
    "shares": 2,
    "likes": 20,
    "messages": 5,
    "replies": 2,
    "invitations-sent": 5,
    "invitations-accepted": 2.5,
}
ONCE = {"headline": 1, "skills": 20}
PLAN = {"weeks": WEEKS, "weekly": WEEKLY, "once": ONCE}
BLOCK = 16_384  # people, as the command reads them
PEOPLE = 1_000_000
LOOPED = 40  # people in the Python loop
MODELLED = 200  # people in PySD, which is slower for each when there are fewer
AT_ONCE = 512  # people in a step of the bare arithmetic: what fits the cache
TIMES = 7


def lines() -> Iterator[str]:
    """Ratios of one run, a line each."""
    people = np.random.default_rng(60).uniform(0, 25, (len(PILLARS), BLOCK))
    cohort = Cohort(PLAN, INPUTS)
    same(cohort.middle(people), bare(people), "the bare arithmetic")
    same(cohort.middle(people[:, :LOOPED]), loop(people[:, :LOOPED]), "the Python loop")
    whole, plain = together(lambda: cohort.middle(people), lambda: bare(people))
    seconds = whole / BLOCK * PEOPLE
    yield f"cohort, {PEOPLE:,} people x {WEEKS} weeks, middle line: {seconds:.2f} s"
    yield f"cohort: {whole / plain:.2f} x the bare NumPy arithmetic"
    looped = best(lambda: loop(people[:, :LOOPED]), 3) / LOOPED * BLOCK
    yield f"cohort: {looped / whole:,.0f} times faster than a plain Python loop"
    ends = best(lambda: cohort.end(people), 3) / BLOCK * PEOPLE
    yield f"cohort, {PEOPLE:,} people, bands after the last week from 33 draws: {ends:.1f} s"
    yield from pysd_lines(cohort, people[:, :MODELLED], whole / BLOCK)


def same(one: Any, other: Any, name: str) -> None:
    """Refuse to time what does not compute the same."""
    worst = float(np.abs(one - other).max())
    assert worst < 1e-6, f"{name} differs by {worst}"


def best(act: Callable[[], object], times: int = TIMES) -> float:
    """Seconds that the fastest of some calls takes, of this process alone."""
    return min(_seconds(act) for _ in range(times))


def together(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Fastest of each, timed in turn, so that both see the same machine."""
    pairs = [(_seconds(one), _seconds(other)) for _ in range(TIMES)]
    return min(a for a, _ in pairs), min(b for _, b in pairs)


def _seconds(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def loop(people: Any) -> Any:
    """Scores of some people, one after the other, in plain Python."""
    schedules = schedules_of(PLAN, INPUTS, WEEKS)
    path = middle_path(schedules, {**PLAN, "navigator": False}, INPUTS)
    scores = np.empty((WEEKS + 1, len(PILLARS) + 1, people.shape[1]))
    for place, readings in enumerate(people.T.tolist()):
        start = dict(zip(PILLARS, readings, strict=True))
        changes = path.changes(start, range(WEEKS + 1))
        for part, pillar in enumerate(PILLARS):
            for week, change in enumerate(changes[pillar]):
                scores[week, part, place] = start[pillar] + change
    scores[:, -1] = scores[:, :-1].sum(axis=1)
    return scores


def constants() -> dict[str, Any]:
    """Weights, full levels and shares of the window, as the equations name them."""
    draws = draw(INPUTS, 2)
    full = {id: column[0] for id, column in draws.fulls.items()}
    points = {id: MAXIMUM * column[0] for id, column in draws.weights.items()}
    days = DAYS * np.arange(WEEKS + 1)
    past = {id: np.minimum(days / column[0], 1)[:, None] for id, column in draws.windows.items()}
    share = {
        pillar: sum(points[e.id] for e in INPUTS.of_pillar(pillar) if not e.needs_navigator)
        for pillar in PILLARS
    }
    return {"full": full, "points": points, "past": past, "share": share}


def bare(people: Any, known: Any = None) -> Any:
    """Scores of all people by the equations alone, some hundred people at a time."""
    known = known or constants()
    scores = np.empty((WEEKS + 1, len(PILLARS) + 1, people.shape[1]))
    for first in range(0, people.shape[1], AT_ONCE):
        here = slice(first, first + AT_ONCE)
        for part, pillar in enumerate(PILLARS):
            scores[:, part, here] = _bare_pillar(pillar, people[part, here], known)
        np.sum(scores[:, :-1, here], axis=1, out=scores[:, -1, here])
    return scores


def _bare_pillar(pillar: str, readings: Any, known: Any) -> Any:
    fraction = 1 - np.sqrt(1 - np.minimum(readings / known["share"][pillar], 1))
    score = np.empty((WEEKS + 1, len(readings)))
    score[:] = readings
    for entry in INPUTS.of_pillar(pillar):
        level = _bare_level(entry, fraction, known)
        if level is not None:
            _add_points(score, level, known["full"][entry.id], known["points"][entry.id])
    return score


def _bare_level(entry: Any, fraction: Any, known: Any) -> Any:
    """Weekly levels of an input; None if the plan leaves it alone or it earns nothing."""
    full, past = known["full"], known["past"]
    if entry.kind == "flow" and entry.id in WEEKLY and entry.weight.mid:
        return _flow(fraction * full[entry.id], WEEKLY[entry.id], past[entry.id])
    if entry.kind == "stock":
        gained = sum(WEEKLY.get(id, 0) for id in (entry.id, *INPUTS.feeders.get(entry.id, [])))
        if gained or entry.id in ONCE:
            level = np.empty((WEEKS + 1, len(fraction)))
            level[:] = fraction * full[entry.id]
            np.maximum(level[1:], ONCE.get(entry.id, 0), out=level[1:])
            level += gained * np.arange(WEEKS + 1)[:, None]
            return level
    if entry.kind == "rate":
        good, tried = entry.of
        start = fraction * full[entry.id]
        sent = fraction * full[tried]
        rate = _flow(start * sent, WEEKLY[good], past[good])
        over = _flow(sent, WEEKLY[tried], past[tried])
        rate[0] = start
        over += ALMOST_NOTHING
        for week in range(1, WEEKS + 1):
            rate[week] += ALMOST_NOTHING * rate[week - 1]
            rate[week] /= over[week]
        return rate
    return None


def _flow(start: Any, rate: float, past: Any) -> Any:
    """Equation 2."""
    level = (rate - start) * past
    level += start
    return level


def _add_points(score: Any, level: Any, full: float, points: float) -> None:
    """Equation 1, against the start."""
    level /= full
    np.minimum(level, 1, out=level)
    np.subtract(1, level, out=level)
    level *= level
    level *= points
    score += level[0].copy()
    score -= level


def pysd_lines(cohort: Cohort, people: Any, seconds: float) -> Iterator[str]:
    """The same in PySD, one person a run, as a model of system dynamics is run."""
    try:
        from benchmarks.pysd_model import run_pysd
    except ModuleNotFoundError as error:
        if error.name not in ("pysd", "xarray"):
            raise
        yield "cohort against PySD: not measured, PySD is not installed (make bench installs it)"
        return
    run, scores = run_pysd(people)
    same(cohort.middle(people), scores(), "PySD")
    each = best(run, 2) / people.shape[1]
    yield f"cohort: {each / seconds:,.0f} times faster than PySD"
