"""A plan of four habits spread over a working week, pillar by pillar, with its minutes."""

from __future__ import annotations

from coursekit.render.pen import INNER, MARGIN, NORMAL, SMALL, Part, Pen
from coursekit.render.pictures.calendar import week_of
from coursekit.render.pictures.drawing import Drawing, said

# The second plan of plan/workshop: pillar, minutes for one, and how many on each working day.
HABITS = {
    "people-searches": ("find", 4, (3, 0, 0, 3, 0)),
    "profile-views": ("find", 1, (10, 0, 0, 10, 0)),
    "comments": ("engage", 4, (0, 4, 4, 0, 4)),
    "messages": ("engage", 5, (0, 0, 2, 0, 2)),
}
PILLARS = ("brand", "find", "engage", "relate")
MINUTES = [sum(minutes * counts[day] for _, minutes, counts in HABITS.values()) for day in range(5)]

STEP = 44.0
DAYS_START = MARGIN + 12
ROOM = 26.0  # of a cell, across and down
TOTAL = MARGIN + INNER - 12


def week(pen: Pen) -> Drawing:
    """The days, then a panel for each pillar, then the minutes of each day."""
    part = _names(pen, 4)
    for pillar in PILLARS:
        part += _pillar(pen, pillar, part.bottom + 8)
    part += _minutes(pen, part.bottom + 10)
    counts = {name.replace("-", "_"): sum(each) for name, (_, _, each) in HABITS.items()}
    return said(pen, "week", part, minutes=sum(MINUTES), **counts)


def _middle(day: int) -> float:
    return DAYS_START + day * STEP + STEP / 2


def _names(pen: Pen, top: float) -> Part:
    part = Part(top)
    for at, day in enumerate([day for day in week_of(pen.language) if day.works]):
        part += pen.text(day.name, _middle(at), top + 13, anchor="middle", tone="strong")
    return part + pen.text(pen.say("week.total"), TOTAL, top + 13, anchor="end", tone="quiet")


def _pillar(pen: Pen, pillar: str, top: float) -> Part:
    """The pillar's name, and a row for each of its habits or a word on why there is none."""
    name = pen.paragraph(
        pen.say(f"pillar.{pillar}"), DAYS_START + 8, top + 8, INNER - 40, NORMAL, tone="strong"
    )
    inside = name
    for habit, (feeds, _, counts) in HABITS.items():
        if feeds == pillar:
            inside += _row(pen, habit, counts, pillar, inside.bottom + 3)
    if inside == name:
        inside += pen.paragraph(
            pen.say(f"week.{pillar}"), DAYS_START + 8, name.bottom + 2, INNER - 40
        )
    panel = pen.box(MARGIN, top, INNER, inside.bottom + 9 - top, "panel reading")
    stripe = pen.box(MARGIN, top + 8, 4, inside.bottom - 7 - top, pillar)
    return panel + stripe + inside


def _row(pen: Pen, habit: str, counts: tuple[int, ...], pillar: str, top: float) -> Part:
    words = pen.paragraph(pen.say(f"week.{habit}"), DAYS_START + 8, top, INNER - 40, tone="plain")
    middle = words.bottom + 4 + ROOM / 2
    part = words + Part(words.bottom + 6 + ROOM)
    for day, count in enumerate(counts):
        part += pen.dot(
            _middle(day), middle, ROOM / 2 if count else 2, pillar if count else "quiet"
        )
        if count:
            part += pen.text(
                pen.number(count), _middle(day), middle + 4.5, anchor="middle", tone="on-colour"
            )
    total = pen.number(sum(counts))
    return part + pen.text(total, TOTAL, middle + 4.5, NORMAL, anchor="end", tone="strong")


def _minutes(pen: Pen, top: float) -> Part:
    words = pen.paragraph(pen.say("week.minutes"), DAYS_START + 8, top, INNER - 40, tone="quiet")
    base = words.bottom + SMALL + 3
    part = words
    for day, minutes in enumerate(MINUTES):
        part += pen.text(pen.number(minutes), _middle(day), base, anchor="middle")
    total = pen.number(sum(MINUTES))
    return part + pen.text(total, TOTAL, base, NORMAL, anchor="end", tone="strong")
