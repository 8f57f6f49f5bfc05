"""A plan in one draw for a block of people, in NumPy and in place: ``Block > pillar > terms``.

All inputs of a pillar start at one fraction f of their full levels (`ssi_calc.start`), so what
an input misses of its points (equation 1 of adr/0003) is, week by week, a line in f that is
cut off, squared:

    points * (1 - min(z, 1))^2 = min(max(C - K * f, 0), D)^2

C, K and D hang on the plan alone and are worked out once. What is left for each person is a
multiplication, a subtraction, a comparison, a square and a sum, written into arrays that fit
the cache. The results are those of `ssi_calc.core` but for the last digits.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ssi_calc.core import ALMOST_NOTHING
from ssi_calc.inputs import MAXIMUM, PILLARS
from ssi_calc.trajectory import Flow, Rate, Stock, Trajectory

Array = NDArray[np.float64]
NOTHING = 1e-18
Row = tuple[float, float, float]  # C, K, D


class Block:
    """Changes of the pillars of many people, under a plan in one draw, at some weeks.

    Parameters
    ----------
    trajectory : Trajectory
        The plan in the draw.
    at : sequence of int
        Weeks that are wanted, in order; the first is 0, the start.
    """

    def __init__(self, trajectory: Trajectory, at: Sequence[int]) -> None:
        self._terms: dict[str, list[Any]] = {}
        self._shares: dict[str, float] = {}
        for entry, mover in trajectory.movers:
            points = MAXIMUM * trajectory.weight(entry.id)
            term = _term_of(mover, trajectory, points, at)
            self._terms.setdefault(entry.pillar, []).append(term)
            self._shares[entry.pillar] = trajectory.open_share(entry.pillar)

    @property
    def pillars(self) -> list[str]:
        """Those that move."""
        return [pillar for pillar in PILLARS if pillar in self._terms]

    def change(self, pillar: str, readings: Array, out: Array, scratch: Array) -> None:
        """Write into `out` what `pillar` has won or lost against the start.

        Parameters
        ----------
        pillar : str
        readings : array of shape (n_people,)
            From 0 to 25. [point]
        out : array of shape (n_weeks, n_people)
            [point]
        scratch : array of shape (most weeks, n_people)
            To work in.
        """
        fraction = np.minimum(readings / (MAXIMUM * self._shares[pillar]), 1.0)
        np.subtract(1.0, fraction, out=fraction)
        np.sqrt(fraction, out=fraction)
        np.subtract(1.0, fraction, out=fraction)
        out[:] = 0.0
        for term in self._terms[pillar]:
            term.subtract(fraction, out, scratch)
        out -= out[0].copy()


def _term_of(mover: Any, trajectory: Trajectory, points: float, at: Sequence[int]) -> Any:
    root = points**0.5
    if isinstance(mover, Rate):
        return _RateTerm(mover, trajectory, root, at)
    full = trajectory.full(mover.id)
    if isinstance(mover, Stock):
        return _Term(
            [_stock_row(mover.gained[w] / full, mover.reached[w] / full, root) for w in at]
        )
    rated = trajectory.start_of_rated(mover.id)
    start = (trajectory.level(mover.id) if rated is None else rated) / full
    rows = [(root * (1 - mover.done[w] / full), root * mover.kept[w] * start, root) for w in at]
    return _Term(rows, squared=rated is not None)


def _stock_row(gained: float, reached: float, root: float) -> Row:
    """C, K and D of a stock that grew by `gained` or is at least at `reached`. [full level]"""
    return root * (1 - gained), root, root * max(1 - reached, 0.0)


class _Term:
    """What a flow or a stock misses, from ``(C, K, D)`` of each week wanted."""

    def __init__(self, rows: list[Row], squared: bool = False) -> None:
        self._squared = squared
        spans, place = [], 0
        for row, same in groupby(rows):
            count = len(list(same))
            spans.append((row, place, place + count))
            place += count
        moving = [span for span in spans if span[0][1]]
        self._spans = [(first, last) for _, first, last in moving]
        columns = np.array([row for row, _, _ in moving]).reshape(-1, 3, 1)
        self._starts, self._slopes, self._most = columns[:, 0], columns[:, 1], columns[:, 2]
        self._capped = bool((self._most < self._starts).any())
        self._still = np.zeros((len(rows), 1))
        for (start, slope, most), first, last in spans:
            if not slope:
                self._still[first:last] = min(max(start, 0.0), most) ** 2

    def subtract(self, fraction: Array, out: Array, scratch: Array) -> None:
        """Take the points that are missed from `out`, week by week."""
        missed = scratch[: len(self._spans)]
        np.multiply(self._slopes, fraction * fraction if self._squared else fraction, out=missed)
        np.subtract(self._starts, missed, out=missed)
        np.maximum(missed, 0.0, out=missed)
        if self._capped:
            np.minimum(missed, self._most, out=missed)
        np.multiply(missed, missed, out=missed)
        if self._still.any():
            out -= self._still
        _take(missed, self._spans, out)


def _take(missed: Array, spans: list[tuple[int, int]], out: Array) -> None:
    """Subtract each row of `missed` from the weeks that it holds for."""
    if spans and spans[-1][1] - spans[0][0] == len(spans):
        out[spans[0][0] : spans[-1][1]] -= missed
        return
    for row, (first, last) in enumerate(spans):
        out[first:last] -= missed[row]


class _RateTerm:
    """What a rate misses: a ratio of two flows, which hangs on the week before.

    rate(t) = (good(t) + A * rate(t - 1)) / (tried(t) + A) forgets the weeks before so soon that
    the last one needs a few of them only, unless nothing is tried any more.
    """

    def __init__(self, mover: Rate, trajectory: Trajectory, root: float, at: Sequence[int]) -> None:
        first = _forgotten_by(mover.tried.done, at)
        weeks = slice(first + 1, at[-1] + 1)
        good, tried = trajectory.start_of_rated(mover.good.id), trajectory.level(mover.tried.id)
        self._full = trajectory.full(mover.id)
        self._root = root
        self._rows = [week - first - 1 for week in at[1:]]
        self._good, self._gave = _lines(mover.good, weeks, good)
        self._tried, self._did = _lines(mover.tried, weeks, tried)
        self._did += ALMOST_NOTHING

    def subtract(self, fraction: Array, out: Array, scratch: Array) -> None:
        """Take the points that are missed from `out`, week by week."""
        before = self._tried * fraction
        before += self._did
        np.reciprocal(before, out=before)
        rates = self._good * (fraction * fraction)
        rates += self._gave
        rates *= before
        before *= ALMOST_NOTHING
        last = fraction * self._full
        missed = scratch[: len(out)]
        missed[0] = last
        for rate, kept in zip(rates, before, strict=True):
            kept *= last
            rate += kept
            last = rate
        missed[1:] = rates[self._rows]
        missed *= -self._root / self._full
        missed += self._root
        np.maximum(missed, 0.0, out=missed)
        np.multiply(missed, missed, out=missed)
        out -= missed


def _forgotten_by(tried: Sequence[float], at: Sequence[int]) -> int:
    """Latest week before the second of `at` whose rate no longer shows in it."""
    left = 1.0
    for week in range(at[1], 0, -1):
        left *= ALMOST_NOTHING / (tried[week] + ALMOST_NOTHING)
        if left < NOTHING:
            return week - 1
    return 0


def _lines(flow: Flow, weeks: slice, start: Any) -> tuple[Array, Array]:
    """Level of a flow in each week: slope in what it was at the start, and the rest."""
    return (
        np.array(flow.kept[weeks])[:, None] * start,
        np.array(flow.done[weeks])[:, None].copy(),
    )
