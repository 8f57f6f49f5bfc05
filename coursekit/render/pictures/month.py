"""Four weeks as a calendar: one habit joins each week, and the free days stay free."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from coursekit.render.pen import INNER, MARGIN, NORMAL, Part, Pen
from coursekit.render.pictures.calendar import DAYS, Day, week_of
from coursekit.render.pictures.drawing import Drawing, key, said


class Habit(NamedTuple):
    """The colour of its pillar, and where in the cell of a day its dot stands."""

    tone: str
    across: int
    down: int
    hollow: bool = False


ONCE = Habit("ink", -1, -1)
HABITS = {  # in the order in which they join, one a week
    "comments": Habit("engage", 1, -1),
    "searches": Habit("find", -1, 1),
    "messages": Habit("engage", 1, 1, hollow=True),
}
WEEKS = len(HABITS) + 1

NUMBERS = 26.0  # room for the numbers of the weeks
STEP = (INNER - NUMBERS) / DAYS
CELL, DEEP = STEP - 4, 38.0
OUT, RADIUS = 10.0, 5.0


def month(pen: Pen) -> Drawing:
    """The names of the days, four rows of cells, and what the dots mean."""
    days = week_of(pen.language)
    part = _names(pen, days, 4)
    for week in range(1, WEEKS + 1):
        part += _row(pen, week, days, part.bottom + 4)
    part += key(pen, SHAPES, part.bottom + 6)
    return said(pen, "month", part, works=sum(day.works for day in days))


def _start(day: int) -> float:
    return MARGIN + NUMBERS + day * STEP


def _names(pen: Pen, days: list[Day], top: float) -> Part:
    part = Part(top)
    for at, day in enumerate(days):
        middle = _start(at) + CELL / 2
        tone = "plain" if day.works else "quiet"
        part += pen.text(day.name, middle, top + 13, anchor="middle", tone=tone)
    return part + Part(part.bottom + 2)


def _row(pen: Pen, week: int, days: list[Day], top: float) -> Part:
    part = pen.text(pen.number(week), MARGIN + 4, top + DEEP / 2 + 5, NORMAL, tone="strong")
    last = max(at for at, day in enumerate(days) if day.works)
    for at, day in enumerate(days):
        tone = "panel reading" if day.works else "panel comparison"
        part += pen.box(_start(at), top, CELL, DEEP, tone)
        if day.works:
            part += _cell(pen, week, at, at == last, top + DEEP / 2)
    return part


def _cell(pen: Pen, week: int, day: int, last: bool, middle: float) -> Part:
    """The dots of a day: what is done once fills week 1, then the last day of each week."""
    habits = list(HABITS.values())[: week - 1] + [ONCE] * (week == 1 or last)
    start = _start(day) + CELL / 2
    part = Part(middle)
    for habit in habits:
        part += _dot(pen, habit, start, middle, OUT)
    return part + _score(pen, start, middle) if day == 0 else part


def _dot(pen: Pen, habit: Habit, start: float, middle: float, out: float) -> Part:
    start, middle = start + habit.across * out, middle + habit.down * out
    radius = RADIUS - 0.75 if habit.hollow else RADIUS
    return pen.dot(start, middle, radius, habit.tone, hollow=habit.hollow)


def _score(pen: Pen, start: float, middle: float) -> Part:
    """A small cross in the middle of a day: the dashboard is read on it."""
    upright = pen.line([(start, middle - 4), (start, middle + 4)], "ink", 1.5)
    return upright + pen.line([(start - 4, middle), (start + 4, middle)], "ink", 1.5)


def _sample(draw: Callable[[Pen, float, float], Part]) -> Callable[[Pen, float], Part]:
    """A cell of the key, with nothing in it but what `draw` puts around its middle."""

    def cell(pen: Pen, middle: float) -> Part:
        frame = pen.box(MARGIN, middle - 14, 28, 28, "panel reading")
        return frame + draw(pen, MARGIN + 14, middle)

    return cell


def _habit(habit: Habit) -> Callable[[Pen, float], Part]:
    return _sample(lambda pen, start, middle: _dot(pen, habit, start, middle, 6))


SHAPES = {
    "month.once": _habit(ONCE),
    **{f"month.{name}": _habit(habit) for name, habit in HABITS.items()},
    "month.score": _sample(_score),
}
