"""How a person's pillars respond, from a journal: ``Fit > Factor by pillar``.

A reading is the personal start plus the model's middle line, stretched by one factor for
each pillar, plus noise:

    reading(t) = start + factor * change(t; start) + noise

Start and factor are fitted together by Gauss-Newton least squares, because the start also
says how much room is left. 1 means: as the middle of the model; 0: what was done moved
nothing. The interval holds 80 % if the noise of a week does not hang on that of the week
before. It takes the model's middle weights as given; it does not test them.
"""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ssi_calc.draws import draw
from ssi_calc.inputs import MAXIMUM, PILLARS, Inputs
from ssi_calc.journal import Journal
from ssi_calc.outer import outer
from ssi_calc.schedule import schedules_of
from ssi_calc.student import ninety
from ssi_calc.trajectory import MIDDLE, Trajectory

FEWEST = 6  # readings; two are used up by start and factor
SMALLEST = 0.2  # points the middle line must move; below it a factor means nothing
WIDEST = 2.0  # width of an interval that still tells something
STEPS = 40
CLOSE = 1e-6
LOOKS = 52  # weeks predicted at most, the latest
NUDGE = 1e-4  # points, for the slope of the change with the start


@dataclass(frozen=True)
class Factor:
    """Response of one pillar; `low` to `high` holds 80 %, all None when nothing is known.

    Attributes
    ----------
    low, mid, high : float or None
        0: what was noted moved nothing; 1: as the middle of the model. [1]
    noise : float or None
        Standard deviation of the readings about the fitted line. [point]
    readings : int
        Readings behind it; those at 25 are left out, since they cannot show a response.
    converged : bool
        Whether the search for it settled.
    reason : str
        Why it is unknown, or should be doubted; empty when neither.

    Examples
    --------
    >>> Factor(readings=3, reason="too few").mid is None
    True
    """

    low: float | None = None
    mid: float | None = None
    high: float | None = None
    noise: float | None = None
    readings: int = 0
    converged: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Ahead:
    """Mean absolute error of the total, one week ahead, over `weeks` weeks. [point]

    Each week is predicted from the readings before it and from what was done in it.
    """

    weeks: int
    fit: float
    no_change: float


@dataclass(frozen=True)
class Fit:
    """Factors by pillar, and how well they would have predicted.

    Attributes
    ----------
    factors : dict of str to Factor
    readings : int
    converged : bool
        Whether at least one factor is known, and every known one was found for certain.
    reason : str
        Why not; empty otherwise.
    ahead : Ahead or None
        Mean absolute error of the total one week ahead, ``fit`` against ``no_change``, over
        ``weeks`` weeks [point]; None while there are too few consecutive weeks.

    Examples
    --------
    >>> from datetime import date
    >>> from ssi_calc import load_inputs
    >>> from ssi_calc.journal import Entry
    >>> start = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25.0}
    >>> journal = Journal((Entry(date(2026, 5, 4), 0, start, {}),))
    >>> fit_journal(journal, load_inputs()).reason
    'only 1 reading; 6 or more are needed, weekly'
    """

    factors: dict[str, Factor]
    readings: int
    converged: bool
    reason: str = ""
    ahead: Ahead | None = None

    def to_dict(self) -> dict[str, Any]:
        """Fit as JSON values, the form of ``ssi-calc fit --json``.

        Returns
        -------
        dict
        """
        return {**asdict(self), "factors": {p: asdict(f) for p, f in self.factors.items()}}

    def to_frame(self) -> Any:
        """Factors as a table of pandas.

        Returns
        -------
        pandas.DataFrame
            A row for each pillar, with the attributes of `Factor` as columns.

        Raises
        ------
        MissingExtraError
            Without pandas; the message says how to install it.
        """
        return outer("notebook").fit_frame(self)

    def _repr_html_(self) -> str:
        """Factors and their chart, for notebooks."""
        return outer("notebook").fit_html(self)


def fit_journal(journal: Journal, inputs: Inputs, look_ahead: bool = True) -> Fit:
    """Personal response factors of a journal, with 80 % intervals.

    Start and factor of each pillar by Gauss-Newton least squares against the middle line of
    the model; the intervals by Student's t (Abramowitz and Stegun 1964, 26.7.5).

    Parameters
    ----------
    journal : Journal
    inputs : Inputs
    look_ahead : bool
        Whether to measure the error one week ahead, which takes most of the time.

    Returns
    -------
    Fit
        Says so when there is too little data; never raises for want of it.

    Examples
    --------
    What the model itself foretells fits with a factor of 1:

    >>> from datetime import date, timedelta
    >>> from ssi_calc import load_inputs, simulate
    >>> from ssi_calc.journal import Entry
    >>> readings = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25.0}
    >>> run = simulate({"start": readings, "weekly": {"comments": 12}}, load_inputs())
    >>> entries = []
    >>> for week, scores in enumerate(run.weeks):
    ...     readings = {pillar: scores[pillar]["mid"] for pillar in PILLARS}
    ...     day = date(2026, 5, 4) + timedelta(weeks=week)
    ...     entries.append(Entry(day, week, readings, {"comments": 12.0}))
    >>> round(fit_journal(Journal(tuple(entries)), load_inputs()).factors["engage"].mid, 6)
    1.0
    """
    count = len(journal.entries)
    if count < FEWEST:
        reason = f"only {_readings(count)}; {FEWEST} or more are needed, weekly"
        return Fit(
            {pillar: Factor(readings=count, reason=reason) for pillar in PILLARS},
            count,
            False,
            reason,
        )
    lines = {pillar: _Line(pillar, journal, inputs) for pillar in PILLARS}
    factors = {pillar: line.factor() for pillar, line in lines.items()}
    known = [factor for factor in factors.values() if factor.mid is not None]
    reason = "" if known else "nothing that was noted moved any pillar enough to show a response"
    if not all(factor.converged for factor in known):
        reason = "the search for a factor did not settle"
    ahead = _ahead(journal, lines) if look_ahead else None
    return Fit(factors, count, not reason, reason, ahead)


def _readings(count: int) -> str:
    return f"{count} reading" + ("" if count == 1 else "s")


@dataclass(frozen=True)
class _Solution:
    """Least squares over some readings of one pillar."""

    start: float
    factor: float
    noise: float
    error: float  # of the factor, one standard deviation
    misses: tuple[float, ...]
    converged: bool


class _Line:
    """Readings of one pillar, and the middle line of the model for any start."""

    def __init__(self, pillar: str, journal: Journal, inputs: Inputs) -> None:
        self.pillar = pillar
        self.weeks = [entry.week for entry in journal.entries]
        self.readings = [entry.readings[pillar] for entry in journal.entries]
        plan = journal.plan(inputs)
        schedules = schedules_of(plan, inputs, plan["weeks"])
        own = {id: each for id, each in schedules.items() if inputs[id].pillar == pillar}
        self._path = middle_path(own, plan, inputs)

    def changes(self, start: float) -> list[float]:
        """Change since the first reading, at each reading, of somebody who starts there."""
        readings = {**dict.fromkeys(PILLARS, 0.0), self.pillar: start}
        found = self._path.changes(readings, self.weeks)
        return found.get(self.pillar, [0.0] * len(self.weeks))

    def factor(self) -> Factor:
        """Factor over all readings."""
        places = self._below_ceiling(len(self.readings))
        count = len(places)
        if count < FEWEST:
            return Factor(readings=count, reason="stands at 25, the most there is")
        solution = self.solve(places)
        if solution is None:
            reason = "nothing that was noted moves it, or its pace never changed"
            return Factor(readings=count, reason=reason)
        half = ninety(count - 2) * solution.error
        low, high = solution.factor - half, solution.factor + half
        reason = _doubt(solution, low, high)
        return Factor(low, solution.factor, high, solution.noise, count, solution.converged, reason)

    def predicted(self, ends: Sequence[int]) -> list[float]:
        """Reading at each of `ends` from those before it; the last one if no factor is known."""
        found, solution = [], None
        for end in ends:
            places = self._below_ceiling(end)
            solution = self.solve(places, solution) if len(places) >= FEWEST else None
            score = self.readings[end - 1]
            if solution is not None:
                score = solution.start + solution.factor * self.changes(solution.start)[end]
            found.append(min(max(score, 0.0), MAXIMUM))
        return found

    def _below_ceiling(self, end: int) -> list[int]:
        return [place for place in range(end) if self.readings[place] < MAXIMUM]

    def solve(self, places: Sequence[int], near: _Solution | None = None) -> _Solution | None:
        """Start and factor by Gauss-Newton from `near`; None when the line does not move."""
        seen = [self.readings[place] for place in places]
        start, factor = (near.start, near.factor) if near else (self.readings[0], 1.0)
        line = self._at(start, places)
        if max(line) - min(line) < SMALLEST:
            return None
        misses = _misses(seen, start, factor, line)
        converged = False
        for _ in range(STEPS):
            slopes = self._slopes(start, factor, line, places)
            step = _step(slopes, line, misses)
            if step is None:
                return None
            trial = self._shortened(seen, places, start, factor, step, misses)
            if trial is None:
                converged = True  # no shorter step is better: this is the lowest place
                break
            moved = abs(trial[0] - start) + abs(trial[1] - factor)
            start, factor, line, misses = trial
            if moved < CLOSE:
                converged = True
                break
        return self._solution(start, factor, line, misses, places, converged)

    def _at(self, start: float, places: Sequence[int]) -> list[float]:
        changes = self.changes(start)
        return [changes[place] for place in places]

    def _slopes(
        self, start: float, factor: float, line: list[float], places: Sequence[int]
    ) -> list[float]:
        """How the fitted readings move with the start."""
        nudge = NUDGE if start < MAXIMUM / 2 else -NUDGE
        there = self._at(start + nudge, places)
        return [1 + factor * (b - a) / nudge for a, b in zip(line, there, strict=True)]

    def _shortened(
        self,
        seen: list[float],
        places: Sequence[int],
        start: float,
        factor: float,
        step: tuple[float, float],
        misses: list[float],
    ) -> tuple[float, float, list[float], list[float]] | None:
        """The whole step, or the first of its halves that fits better; None if none does."""
        size = 1.0
        while size > CLOSE:
            at = min(max(start + size * step[0], 0.0), MAXIMUM)
            by = factor + size * step[1]
            line = self._at(at, places)
            trial = _misses(seen, at, by, line)
            if _squares(trial) < _squares(misses):
                return at, by, line, trial
            size /= 2
        return None

    def _solution(
        self,
        start: float,
        factor: float,
        line: list[float],
        misses: list[float],
        places: Sequence[int],
        converged: bool,
    ) -> _Solution | None:
        slopes = self._slopes(start, factor, line, places)
        a, b, c = _squares(slopes), _dot(slopes, line), _squares(line)
        room = a * c - b * b
        if room <= CLOSE * a * c:
            return None
        noise = math.sqrt(_squares(misses) / (len(misses) - 2))
        return _Solution(
            start, factor, noise, noise * math.sqrt(a / room), tuple(misses), converged
        )


def _misses(seen: list[float], start: float, factor: float, line: list[float]) -> list[float]:
    return [y - start - factor * x for y, x in zip(seen, line, strict=True)]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _squares(values: Sequence[float]) -> float:
    return _dot(values, values)


def _step(slopes: list[float], line: list[float], misses: list[float]) -> Any:
    """Solution of the two normal equations; None when they say the same."""
    a, b, c = _squares(slopes), _dot(slopes, line), _squares(line)
    room = a * c - b * b
    if room <= CLOSE * a * c:
        return None
    p, q = _dot(slopes, misses), _dot(line, misses)
    return (c * p - b * q) / room, (a * q - b * p) / room


def _doubt(solution: _Solution, low: float, high: float) -> str:
    """What a reader should hold against a factor."""
    if high - low > WIDEST:
        return "too little data: almost any factor fits"
    misses = solution.misses
    if solution.noise > CLOSE and _dot(misses[1:], misses[:-1]) > _squares(misses) * 2 / math.sqrt(
        len(misses)
    ):
        return "readings drift for reasons that were not noted: the interval is too narrow"
    return ""


def _ahead(journal: Journal, lines: dict[str, _Line]) -> Ahead | None:
    """Errors one week ahead, the fit renewed every week, against no change."""
    weeks = [entry.week for entry in journal.entries]
    totals = [sum(entry.readings.values()) for entry in journal.entries]
    places = [p for p in range(FEWEST, len(weeks)) if weeks[p] == weeks[p - 1] + 1][-LOOKS:]
    if not places:
        return None
    predicted = [line.predicted(places) for line in lines.values()]
    by_fit = [abs(sum(row) - totals[p]) for p, *row in zip(places, *predicted, strict=True)]
    by_none = [abs(totals[p] - totals[p - 1]) for p in places]
    return Ahead(len(places), sum(by_fit) / len(places), sum(by_none) / len(places))


def middle_path(
    schedules: dict[str, tuple[Any, ...]], plan: dict[str, Any], inputs: Inputs
) -> Trajectory:
    """The model's middle line for `plan`, ready for any start."""
    return Trajectory(schedules, inputs, draw(inputs, 2), MIDDLE, plan["weeks"], plan["navigator"])
