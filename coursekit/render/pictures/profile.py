"""A profile with its fields numbered: circles feed the count, squares only reach the reader."""

from __future__ import annotations

from coursekit.render.pen import INNER, MARGIN, NORMAL, Part, Pen
from coursekit.render.pictures.drawing import Drawing, key, said

INSET, INDENT = 12.0, 38.0  # inside the panel, without and with a badge
START, ROOM = MARGIN + INDENT, INNER - INDENT - INSET
COVER, FACE = 46.0, 30.0  # depth of the cover image, radius of the photo
GAP = 16.0

# Numbered as the sketch runs: the count first, then what only the reader sees.
LINES = {"about": 3, "position": 2, "education": 1}
SKILLS = 5


def profile(pen: Pen) -> Drawing:
    """The head of a profile, then its sections one below the other."""
    part = key(pen, SHAPES, 0)
    top = part.bottom + 12
    inside = _head(pen, top)
    for number, field in enumerate(LINES, start=3):
        inside += _section(pen, str(number), field, inside.bottom + GAP)
        inside += _lines(pen, LINES[field], inside.bottom + 7)
    inside += _section(pen, "6", "skills", inside.bottom + GAP)
    inside += _chips(pen, inside.bottom + 7)
    inside += _section(pen, "7", "endorsements", inside.bottom + GAP)
    inside += _section(pen, "8", "articles", inside.bottom + GAP)
    inside += _lines(pen, 2, inside.bottom + 7)
    frame = pen.box(MARGIN, top, INNER, inside.bottom + INSET - top, "panel comparison")
    return said(pen, "profile", part + frame + inside)


def _head(pen: Pen, top: float) -> Part:
    """The cover image, the photo that overlaps it, and the two lines below."""
    face, middle = START + FACE - 4, top + COVER + 6
    beside = face + FACE + 8
    part = pen.box(MARGIN + 1, top + 1, INNER - 2, COVER, "track")
    part += pen.badge("A", MARGIN + INNER - INSET - 7, top + COVER / 2, "comparison")
    cover = pen.say("profile.cover")
    part += pen.text(
        cover, MARGIN + INNER - INSET - 24, top + COVER / 2 + 4.5, anchor="end", tone="ink"
    )
    part += pen.dot(face, middle, FACE + 3, "paper") + pen.dot(face, middle, FACE, "face")
    part += pen.badge("1", MARGIN + INSET + 7, top + COVER + FACE, "reading")
    part += pen.paragraph(
        pen.say("profile.photo"), beside, top + COVER + 8, INNER - beside, NORMAL, tone="strong"
    )
    part += _section(pen, "B", "headline", part.bottom + GAP, "comparison")
    part += _lines(pen, 1, part.bottom + 7)
    return part + _section(pen, "2", "place", part.bottom + GAP)


def _section(pen: Pen, number: str, field: str, top: float, kind: str = "reading") -> Part:
    words = pen.paragraph(pen.say(f"profile.{field}"), START, top, ROOM, NORMAL, tone="strong")
    return words + pen.badge(number, MARGIN + INSET + 7, words.texts[0].y - 5, kind)


def _lines(pen: Pen, count: int, top: float) -> Part:
    """Text that nobody needs to read here: all lines full but the last."""
    part = Part(top)
    for line in range(count):
        share = 0.55 if line == count - 1 else 0.95
        part += pen.box(START, top + line * 12, ROOM * share, 6, "track")
    return part


def _chips(pen: Pen, top: float) -> Part:
    wide = (ROOM - 6 * (SKILLS - 1)) / SKILLS
    part = Part(top)
    for skill in range(SKILLS):
        part += pen.box(START + skill * (wide + 6), top, wide, 14, "track")
    return part


SHAPES = {
    "profile.counted": lambda pen, middle: pen.badge("", MARGIN + 10, middle, "reading"),
    "profile.read": lambda pen, middle: pen.badge("", MARGIN + 10, middle, "comparison"),
}
