"""Scores week by week in one draw, for any start.

The model of `ssi_calc.simulate` without its bands and without its memory of the last plan:
what the fit needs, and the cohort by way of `ssi_calc.block`. Levels hang on the start in a
simple way, so that the part of a plan that is the same for everybody is computed once, on
floats, by `ssi_calc.core`:

    flow(t)  = kept(t) * flow(0) + done(t)
    stock(t) = max(stock(0) + gained(t), reached(t))
"""

from collections.abc import Sequence
from typing import Any

from ssi_calc.core import earned, flow_levels, most, rate_levels, stock_levels
from ssi_calc.draws import Draws
from ssi_calc.inputs import MAXIMUM, Input, Inputs
from ssi_calc.simulate import shares_of
from ssi_calc.start import Start, open_weights, start_from_readings

MIDDLE = 0  # place of the draw that is the middle of every range


def _draw_at(draws: Draws, place: int) -> Draws:
    """One draw of many, as draws of its own."""
    weights, fulls, windows = (
        {id: [column[place]] for id, column in each.items()}
        for each in (draws.weights, draws.fulls, draws.windows)
    )
    return Draws(0, weights, fulls, windows)


class Trajectory:
    """A plan in one draw, ready for any start.

    Parameters
    ----------
    schedules : dict of str to tuple
        As `ssi_calc.schedule.schedules_of` makes them for `weeks` weeks.
    inputs : Inputs
    draws : Draws
    place : int
        Which of the draws.
    weeks : int
        Length of the schedules.
    navigator : bool
        Whether the inputs of Sales Navigator are open.
    window : float, optional
        As in `ssi_calc.simulate.simulate`. [day]
    """

    def __init__(
        self,
        schedules: dict[str, tuple[Any, ...]],
        inputs: Inputs,
        draws: Draws,
        place: int,
        weeks: int,
        navigator: bool = False,
        window: float | None = None,
    ) -> None:
        self._inputs = inputs
        self._draws = _draw_at(draws, place)
        self._navigator = navigator
        memory = self._draws if window is None else _draw_at(draws, MIDDLE)  # a given one is one
        shares = {id: each[0] for id, each in shares_of(memory, window, weeks).items()}
        self.movers = [
            (inputs[id], _mover(inputs[id], schedule, shares))
            for id, schedule in schedules.items()
            if inputs[id].weight.mid and (navigator or not inputs[id].needs_navigator)
        ]

    def weight(self, id: str) -> float:
        """Part of its pillar that an input earns in this draw. [1]"""
        return self._draws.weights[id][0]

    def full(self, id: str) -> float:
        """Level at which an input earns all its points in this draw. [unit]"""
        return self._draws.fulls[id][0]

    def level(self, id: str) -> float:
        """Level at the start of an input, by the fraction of its pillar; 0 if it is not open."""
        closed = self._inputs[id].needs_navigator and not self._navigator
        return 0.0 if closed else self.full(id)

    def open_share(self, pillar: str) -> float:
        """Part of a pillar that the open inputs can earn in this draw. [1]"""
        start = Start({}, {}, self._navigator)
        return open_weights(self._inputs.of_pillar(pillar), start, self._draws)[0]

    def start_of_rated(self, id: str) -> float | None:
        """Level at the start of what succeeds under a rate, by the square of that fraction.

        None for every other flow, which starts at its `level`.
        """
        for entry in self._inputs:
            if entry.of and entry.of[0] == id:
                return self.level(entry.id) * self.level(entry.of[1])
        return None

    def changes(self, readings: dict[str, Any], at: Sequence[int]) -> dict[str, list[Any]]:
        """Points that each pillar has won or lost against its start.

        Parameters
        ----------
        readings : dict of str to float or array of shape (n_people,)
            One per pillar, from 0 to 25. [point]
        at : sequence of int
            Weeks that are wanted, in order; 0 is the start.

        Returns
        -------
        dict of str to list of (float or array of shape (n_people,))
            The pillars that move, one entry for each week wanted. [point]
        """
        start = start_from_readings(readings, self._navigator, self._inputs, self._draws)
        levels = {id: column[0] for id, column in start.levels.items()}
        changes: dict[str, list[Any]] = {}
        for entry, mover in self.movers:
            column = changes.setdefault(entry.pillar, [0.0] * len(at))
            full = self._draws.fulls[entry.id][0]
            points = MAXIMUM * self._draws.weights[entry.id][0]
            at_first = points * earned(levels[entry.id] / full)
            before, won = None, 0.0
            for place, (level, key) in enumerate(mover.levels(levels, at)):
                if key is None or key != before:
                    won = points * earned(level() / full) - at_first
                before = key
                column[place] = column[place] + won
        return changes


def _mover(entry: Input, schedule: tuple[Any, ...], shares: dict[str, list[float]]) -> Any:
    if entry.kind == "stock":
        return Stock(entry.id, *schedule)
    if entry.kind == "flow":
        return Flow(entry.id, schedule, shares[entry.id])
    good, tried = entry.of
    return Rate(
        entry.id,
        Flow(good, schedule[0], shares[good]),
        Flow(tried, schedule[1], shares[tried]),
    )


# Each yields, for each week wanted, how to compute the level, and a key: the level is that
# of the week before where the key is the same, and None is the same as nothing.


class Flow:
    def __init__(self, id: str, schedule: tuple[Any, ...], shares: list[float]) -> None:
        self.id = id
        self.kept = flow_levels(1.0, [1.0 if rate is None else 0.0 for rate in schedule], shares)
        self.done = flow_levels(0.0, [rate or 0.0 for rate in schedule], shares)

    def level(self, first: Any, week: int) -> Any:
        kept, done = self.kept[week], self.done[week]
        return kept * first + done if kept else done

    def levels(self, starts: dict[str, Any], at: Sequence[int]) -> Any:
        for week in at:
            yield lambda w=week: self.level(starts[self.id], w), (self.kept[week], self.done[week])


class Stock:
    def __init__(self, id: str, gains: Sequence[float], floors: Sequence[float]) -> None:
        self.id = id
        self.gained = stock_levels(0.0, gains, [0.0] * len(gains))
        self.reached = stock_levels(0.0, gains, floors)

    def levels(self, starts: dict[str, Any], at: Sequence[int]) -> Any:
        for week in at:
            key = self.gained[week], self.reached[week]
            yield lambda k=key: most(starts[self.id] + k[0], k[1]), key


class Rate:
    def __init__(self, id: str, good: Flow, tried: Flow) -> None:
        self.id = id
        self.good = good
        self.tried = tried

    def levels(self, starts: dict[str, Any], at: Sequence[int]) -> Any:
        weeks = range(at[-1] + 1)
        good, tried = (
            [flow.level(starts[flow.id], week) for week in weeks]
            for flow in (self.good, self.tried)
        )
        rates = rate_levels(starts[self.id], good, tried)
        for week in at:
            yield lambda w=week: rates[w], None
