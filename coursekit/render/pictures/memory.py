"""Four weeks of comments and what a memory of 30, 60 or 90 days still holds of them.

Equation 2 of reference/model.md: the level is the mean over the days that are remembered.
"""

from __future__ import annotations

from coursekit.render.pen import INNER, MARGIN, NORMAL, Part, Pen
from coursekit.render.pictures.drawing import Drawing, key, quiet, said

BURST, PACE = 28, 15  # days, and comments a week on them
MEMORIES = (30, 60, 90)  # days: the ends and the middle of what the model tries
MARKS = (0, 30, 60, 90)  # days after the last comment

PLOT, PLOT_ROOM = MARGIN + 4, INNER - 22
DEPTH = 58.0  # of a row at the full pace


def memory(pen: Pen) -> Drawing:
    """One row for each memory, all of them above the same days."""
    part = quiet(pen, pen.say("memory.axis"))
    for days in MEMORIES:
        part += _row(pen, days, part.bottom + 14)
    part += _axis(pen.unmirrored(), part.bottom)
    part += key(pen, SHAPES, part.bottom + 4, pace=PACE, burst=BURST)
    values = {f"at_{days}": round(level(0, days), 1) for days in MEMORIES}
    return said(pen, "memory", part, burst=BURST, pace=PACE, **values)


def level(day: float, remembered: float) -> float:
    """Comments a week, as the mean over the `remembered` days before `day` of the pause."""
    counted = min(day, 0) - max(day - remembered, -BURST)
    return PACE * max(counted, 0) / remembered


def _across(day: float) -> float:
    return PLOT + PLOT_ROOM * (day + BURST) / (BURST + MARKS[-1])


def _row(pen: Pen, days: int, top: float) -> Part:
    """The words of a row on the reader's side, its chart below them."""
    words = pen.paragraph(
        pen.say("memory.row", days=days), MARGIN, top, INNER, NORMAL, tone="strong"
    )
    return words + _chart(pen.unmirrored(), days, words.bottom + 20 + DEPTH)


def _chart(pen: Pen, days: int, base: float) -> Part:
    """The burst as a block, and the curve of what is held: an area of the same size."""
    first, last = _across(-BURST), _across(MARKS[-1])
    curve = [(_across(day), _up(base, level(day, days))) for day in _bends(days)]
    part = pen.box(first, base - DEPTH, _across(0) - first, DEPTH, "track")
    part += pen.area([(first, base), *curve, (last, base)], "held")
    part += pen.line([(first, base), (last, base)]) + pen.line(curve, "engage", 2.5)
    for day in MARKS:
        part += _value(pen, day, days, base)
    return part


def _bends(days: int) -> list[int]:
    """The days on which the curve changes its direction."""
    return [-BURST, 0, days - BURST, days, MARKS[-1]]


def _up(base: float, comments: float) -> float:
    return base - DEPTH * comments / PACE


def _value(pen: Pen, day: int, days: int, base: float) -> Part:
    """What is held on a day; on day 0 beside the edge of the burst, not across it."""
    held, place = level(day, days), _across(day)
    start, anchor = (place, "middle") if day else (place + 4, "start")
    words = pen.number(round(held, 1))
    number = pen.text(words, start, _up(base, held) - 9, anchor=anchor, tone="strong")
    return number + pen.dot(place, _up(base, held), 3.5, "engage")


def _axis(pen: Pen, base: float) -> Part:
    part = Part(base)
    for day in MARKS:
        part += pen.tick(_across(day), base)
        part += pen.text(pen.number(day), _across(day), base + 19, anchor="middle", tone="quiet")
    words = pen.say("memory.days")
    return part + pen.text(
        words, PLOT + PLOT_ROOM / 2, part.bottom + 14, anchor="middle", tone="quiet"
    )


def _held(pen: Pen, middle: float) -> Part:
    start, end = MARGIN, MARGIN + 26
    held = pen.box(start, middle - 6, end - start, 12, "held")
    return held + pen.line([(start, middle - 6), (end, middle - 6)], "engage", 2.5)


SHAPES = {
    "memory.done": lambda pen, middle: pen.box(MARGIN, middle - 6, 26, 12, "track"),
    "memory.held": _held,
}
