"""Two ways to somebody: through a thread, or straight, where the two know each other."""

from __future__ import annotations

from coursekit.render.pen import INNER, MARGIN, NORMAL, SMALL, Part, Pen
from coursekit.render.pictures.drawing import Drawing, said

# Each step with the pillar under which LinkedIn's list has it.
STRANGER = (("comment", "engage"), ("thread", "engage"), ("invite-after", "relate"))
KNOWN = (("invite", "relate"),)
TOGETHER = (("message", "engage"), ("touch", "others"))

GAP, INSET = 12.0, 12.0
HALF = (INNER - GAP) / 2
STARTS = (MARGIN, MARGIN + HALF + GAP)
ARROW = 22.0


def ladder(pen: Pen) -> Drawing:
    """Two columns of steps that meet in the ones they share."""
    heads = _head(pen, "stranger", STARTS[0]) + _head(pen, "known", STARTS[1])
    left = _steps(pen, STRANGER, STARTS[0], HALF, heads.bottom + 8)
    right = _steps(pen, KNOWN, STARTS[1], HALF, heads.bottom + 8)
    meet = max(left.bottom, right.bottom) + ARROW
    part = heads + left + right
    for start, column in zip(STARTS, (left, right), strict=True):
        part += _arrow(pen, start + HALF / 2, column.bottom, meet)
    part += _steps(pen, TOGETHER, MARGIN, INNER, meet)
    return said(pen, "ladder", part)


def _head(pen: Pen, name: str, start: float) -> Part:
    return pen.paragraph(pen.say(f"ladder.{name}"), start + 4, 4, HALF - 8, NORMAL, tone="strong")


def _steps(
    pen: Pen, steps: tuple[tuple[str, str], ...], start: float, room: float, top: float
) -> Part:
    part = _step(pen, *steps[0], start, room, top)
    for name, pillar in steps[1:]:
        below = part.bottom + ARROW
        part += _arrow(pen, start + room / 2, part.bottom, below)
        part += _step(pen, name, pillar, start, room, below)
    return part


def _step(pen: Pen, name: str, pillar: str, start: float, room: float, top: float) -> Part:
    """What one does, why, and where LinkedIn lists it."""
    inner, wide = start + INSET + 4, room - 2 * INSET
    what = pen.paragraph(
        pen.say(f"ladder.{name}"), inner, top + 9, wide, SMALL + 0.5, tone="strong"
    )
    how = pen.paragraph(pen.say(f"ladder.{name}.how"), inner, what.bottom + 2, wide)
    where = "ladder.nowhere" if pillar == "others" else "ladder.listed"
    place = (
        pen.say(where) if pillar == "others" else pen.say(where, pillar=pen.say(f"pillar.{pillar}"))
    )
    listed = pen.paragraph(place, inner, how.bottom + 4, wide, tone="quiet")
    panel = pen.box(start, top, room, listed.bottom + 9 - top, "panel reading")
    stripe = pen.box(start, top + 8, 4, listed.bottom - 7 - top, pillar)
    return panel + stripe + what + how + listed


def _arrow(pen: Pen, start: float, top: float, bottom: float) -> Part:
    tip = bottom - 4
    shaft = pen.line([(start, top + 4), (start, tip)], "rule", 1.5)
    head = pen.line([(start - 5, tip - 6), (start, tip), (start + 5, tip - 6)], "rule", 1.5)
    return shaft + head
