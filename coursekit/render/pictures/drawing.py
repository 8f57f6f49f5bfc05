"""What every picture comes to, and what several of them share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coursekit.render.pen import INNER, MARGIN, Part, Pen

KEY = 36.0  # from the shapes of a key to the words


@dataclass(frozen=True)
class Drawing:
    """Where everything stands, and what is said to those who see it and those who do not."""

    part: Part
    title: str
    desc: str
    caption: str

    @property
    def height(self) -> float:
        """Of the sheet, with a little room below the last thing on it."""
        return self.part.bottom + 6


def said(pen: Pen, name: str, part: Part, **values: float | str) -> Drawing:
    """`part` with the title, description and caption of the picture `name`.

    All of them may use the same values.
    """
    title, desc, caption = (
        pen.say(f"{name}.{text}", **values) for text in ("alt", "desc", "caption")
    )
    return Drawing(part, title, desc, caption)


def quiet(pen: Pen, words: str, top: float = 4) -> Part:
    """A line of small print over the full width."""
    return pen.paragraph(words, MARGIN, top, INNER, tone="quiet")


def key(
    pen: Pen,
    shapes: Mapping[str, Callable[[Pen, float], Part]],
    top: float,
    **values: float | str,
) -> Part:
    """What each shape means: the shape, drawn around a height, and the words of its name."""
    part = Part(top)
    for name, shape in shapes.items():
        words = pen.paragraph(pen.say(name, **values), MARGIN + KEY, part.bottom + 8, INNER - KEY)
        part += words + shape(pen, words.texts[0].y - 4.5)
    return part


def scale(pen: Pen, most: float, start: float, top: float, room: float) -> Part:
    """Five ticks below a bar, the outer ones with their numbers inside its ends."""
    part = Part(top)
    for at, anchor in enumerate(("start", "middle", "middle", "middle", "end")):
        place = start + room * at / 4
        part += pen.tick(place, top)
        part += pen.text(pen.number(most * at / 4), place, top + 18, anchor=anchor, tone="quiet")
    return part


def left_to_right(text: str) -> str:
    """`text` isolated, so that a sum reads the same way in every language."""
    return f"\u2066{text}\u2069"
