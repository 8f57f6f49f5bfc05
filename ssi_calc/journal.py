"""A journal of weekly readings: ``JOURNAL.csv > Journal > Entry``.

    date,brand,find,engage,relate
    [,industry_mean,network_mean,industry_rank,network_rank][,<input id>…]

The first row is the start. Each later row says what the dashboard showed on its date and
what was done in each week since the row before; an empty cell under an input means nothing
was done. Columns may stand in any order, and weeks may be missing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ssi_calc.cells import BrokenTableError, Row, header_problems, rows_of, width_problem
from ssi_calc.files import load_inputs
from ssi_calc.inputs import MAXIMUM, PILLARS, Inputs
from ssi_calc.places import LARGEST, Problem
from ssi_calc.words import quoted

NEEDED = ("date", *PILLARS)
GROUPS = ("industry_mean", "network_mean", "industry_rank", "network_rank")
LONGEST = 260  # weeks
MOST_DONE = 10_000  # of anything in a week; more is a slip of the pen
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class Entry:
    """One row: week since the first row, readings by pillar and amounts by input id."""

    day: date
    week: int
    readings: dict[str, float]
    done: dict[str, float]


@dataclass(frozen=True)
class Journal:
    """Entries in order of date; the first is week 0.

    Attributes
    ----------
    entries : tuple of Entry
        Each with ``day``, ``week``, ``readings`` by pillar [point] and ``done``, amounts by
        input id in each week since the entry before. [unit/week, or unit for what is done once]
    weeks : int
        From the first entry to the last.

    Examples
    --------
    >>> start = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25.0}
    >>> first = Entry(date(2026, 5, 4), 0, start, {})
    >>> Journal((first, Entry(date(2026, 5, 18), 2, start, {"comments": 5.0}))).weeks
    2
    """

    entries: tuple[Entry, ...]

    @property
    def weeks(self) -> int:
        """Weeks from the first entry to the last."""
        return self.entries[-1].week

    def plan(self, inputs: Inputs) -> dict[str, Any]:
        """What was done, in the form of PLAN.yml.

        Parameters
        ----------
        inputs : Inputs

        Returns
        -------
        dict
        """
        phases = [
            {"from": before.week + 1, **_periods(entry.done, inputs)}
            for before, entry in zip(self.entries, self.entries[1:], strict=False)
        ]
        done = {id for entry in self.entries[1:] for id in entry.done}
        navigator = any(inputs[id].needs_navigator for id in done)
        return {
            "start": self.entries[0].readings,
            "navigator": navigator,
            "weeks": max(self.weeks, 1),
            "changes": phases,
        }


def _periods(done: dict[str, float], inputs: Inputs) -> dict[str, dict[str, float]]:
    weekly = {id: amount for id, amount in done.items() if "weekly" in inputs[id].limits}
    once = {id: amount for id, amount in done.items() if id not in weekly}
    return {"weekly": weekly, "once": once}


def read_journal(
    path: str | Path, inputs: Inputs | None = None
) -> tuple[Journal | None, list[Problem]]:
    """Journal of a CSV file, or the problems in it.

    Parameters
    ----------
    path : str or Path
    inputs : Inputs, optional
        Those of the package unless given.

    Returns
    -------
    (Journal or None, list of Problem)
        The journal is None exactly when there are problems.

    Examples
    --------
    >>> print(read_journal("missing.csv")[1][0])
    missing.csv:1:1: no such file
    """
    inputs = inputs or load_inputs()
    rows, problems = _rows(path)
    if not rows:
        return None, problems or [Problem(str(path), 1, 1, "the journal is empty", _hint())]
    header, *rows = rows
    plannable = [entry.id for entry in inputs if entry.limits]
    problems += header_problems(header, NEEDED, (*GROUPS, *plannable))
    if not problems and not rows:
        problems.append(header.problem(0, "the journal holds no readings", _hint()))
    if problems:
        return None, sorted(problems)
    entries = _entries(header, rows, problems)
    return (None, sorted(problems)) if problems else (Journal(tuple(entries)), [])


def _hint() -> str:
    return "the first line names the columns: " + ",".join(NEEDED)


def _rows(path: str | Path) -> tuple[list[Row], list[Problem]]:
    """Rows as far as they can be read, and what stopped the reading."""
    rows = []
    try:
        for row in rows_of(path, LARGEST):
            rows.append(row)
    except BrokenTableError as broken:
        return rows[:1], [broken.problem]
    return rows, []


def _entries(header: Row, rows: Sequence[Row], problems: list[Problem]) -> list[Entry]:
    """Entries of all rows; adds to `problems` what is wrong with them."""
    places = {name.lower(): place for place, name in enumerate(header.cells)}
    full = [row for row in rows if len(row.cells) == len(header.cells)]
    problems += [problem for row in rows if (problem := width_problem(row, header))]
    groups = [name for name in GROUPS if name in places]
    noted = [
        id
        for id, place in places.items()
        if id not in NEEDED + GROUPS and any(row.cells[place] for row in full)
    ]
    entries: list[Entry] = []
    calendar = _Calendar()
    for row in full:
        week = calendar.week(row, places["date"])
        readings = _numbers(row, places, PILLARS, problems)
        _numbers(row, places, groups, problems)
        done = _numbers(row, places, noted, problems)
        if isinstance(week, Problem):
            problems.append(week)
        else:
            entries.append(Entry(calendar.last, week, readings, done))
    return entries


def _numbers(
    row: Row, places: dict[str, int], names: Sequence[str], problems: list[Problem]
) -> dict[str, float]:
    """Numbers by the name of their column; an empty cell is 0 unless it is a reading."""
    found = {}
    for name in names:
        if name not in PILLARS and not row.cells[places[name]]:
            found[name] = 0.0
            continue
        most = MAXIMUM if name in PILLARS else 100 if name in GROUPS else MOST_DONE
        number = row.number(places[name], name, most)
        if isinstance(number, Problem):
            problems.append(number)
        else:
            found[name] = number
    return found


class _Calendar:
    """Weeks since the first date; each date must lie in a later week than the one before."""

    def __init__(self) -> None:
        self.first = self.last = date.min
        self.line = 0

    def week(self, row: Row, place: int) -> int | Problem:
        """Week of a row, or what is wrong with its date."""
        text = row.cells[place]
        try:
            day = date.fromisoformat(text if ISO_DATE.fullmatch(text) else "")
        except ValueError:
            message = f"date must be year-month-day, got {quoted(text or None)}"
            return row.problem(place, message, "write it as 2026-05-04")
        first = self.first if self.line else day
        week = round((day - first).days / 7)
        if self.line and day < self.last:
            message = f"{text} is earlier than {self.last} in line {self.line}"
            return row.problem(place, message, "put the rows in order of date")
        if self.line and week == round((self.last - first).days / 7):
            message = f"{text} is in the same week as {self.last} in line {self.line}"
            return row.problem(place, message, "keep one reading a week")
        if week > LONGEST:
            message = f"{text} is more than {LONGEST} weeks after the first date, {first}"
            return row.problem(place, message)
        self.first, self.last, self.line = first, day, row.line
        return week
