"""The pen that pictures are drawn with: Part > Text, Box, Mark, Badge on a sheet 360 wide.

A place is given from the side on which the language begins, so Hebrew is laid out from
the right while letters and numbers stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from babel.numbers import format_percent

from coursekit.render.environment import format_number
from coursekit.render.lettering import wrap

WIDTH = 360.0
SMALL, NORMAL, LARGE = 12.5, 14.0, 24.0  # on a screen 360 px wide, 12.5 is 11.4 px
LEADING = 1.3


@dataclass(frozen=True)
class Text:
    """One line; `x` is where it starts, ends or has its middle, `y` its baseline."""

    words: str
    x: float
    y: float
    size: float
    anchor: str
    tone: str


@dataclass(frozen=True)
class Box:
    """A rectangle: a bar, a track, a panel."""

    x: float
    y: float
    width: float
    height: float
    tone: str


@dataclass(frozen=True)
class Mark:
    """A short upright line, such as a tick of a scale."""

    x: float
    y: float
    height: float
    tone: str


@dataclass(frozen=True)
class Badge:
    """A number in a circle (`reading`) or in a square (`comparison`), centred on x, y."""

    number: str
    x: float
    y: float
    kind: str


@dataclass(frozen=True)
class Part:
    """A piece of a picture and where it ends; parts add up to one as deep as the deepest."""

    bottom: float = 0.0
    texts: tuple[Text, ...] = ()
    boxes: tuple[Box, ...] = ()
    marks: tuple[Mark, ...] = ()
    badges: tuple[Badge, ...] = ()

    def __add__(self, other: Part) -> Part:
        return Part(
            max(self.bottom, other.bottom),
            self.texts + other.texts,
            self.boxes + other.boxes,
            self.marks + other.marks,
            self.badges + other.badges,
        )


@dataclass(frozen=True)
class Pen:
    """Words, the language that writes their numbers, and the direction that lays them out.

    An unmirrored pen places everything from the left whatever the direction: the weeks of a
    chart run to the right in Hebrew too.
    """

    words: dict[str, str]
    language: str
    direction: str
    mirrored: bool = True

    @property
    def from_right(self) -> bool:
        """Whether places count from the right edge."""
        return self.mirrored and self.direction == "rtl"

    def number(self, value: float) -> str:
        """`value` as the language writes it."""
        return format_number(value, self.language)

    def percent(self, share: float) -> str:
        """`share` as the language writes a percentage."""
        return format_percent(share, locale=self.language)

    def say(self, name: str, **values: float | str) -> str:
        """The words `name` with the values in their places, numbers as the language writes them."""
        written = {k: v if isinstance(v, str) else self.number(v) for k, v in values.items()}
        return self.words[name].format(**written)

    def x(self, start: float, width: float = 0.0) -> float:
        """Where something begins in the drawing that begins `start` from the reader's side."""
        return round(WIDTH - start - width if self.from_right else start, 2)

    def box(self, start: float, top: float, width: float, height: float, tone: str) -> Part:
        """A rectangle."""
        box = Box(self.x(start, width), round(top, 2), round(width, 2), round(height, 2), tone)
        return Part(round(top + height, 2), boxes=(box,))

    def mark(self, start: float, top: float, height: float, tone: str = "tick") -> Part:
        """A short upright line."""
        return Part(
            round(top + height, 2), marks=(Mark(self.x(start), round(top, 2), height, tone),)
        )

    def badge(self, number: str, start: float, middle: float, kind: str) -> Part:
        """The number of a part of the picture; an empty one explains the shape."""
        badge = Badge(number, self.x(start), round(middle, 2), kind)
        return Part(round(middle + 10, 2), badges=(badge,))

    def text(
        self,
        words: str,
        start: float,
        base: float,
        size: float = SMALL,
        *,
        anchor: str = "start",
        tone: str = "plain",
    ) -> Part:
        """One line on the baseline `base`; the tone `strong` is bold."""
        if self.direction == "rtl" and not self.mirrored:
            anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
        line = Text(words, self.x(start), round(base, 2), size, anchor, tone)
        return Part(round(base + size * (LEADING - 1), 2), (line,))

    def paragraph(
        self,
        words: str,
        start: float,
        top: float,
        room: float,
        size: float = SMALL,
        *,
        tone: str = "plain",
    ) -> Part:
        """As many lines as the words need in `room`."""
        part = Part(top)
        for line in wrap(words, room, size, bold=tone == "strong"):
            part += self.text(line, start, part.bottom + size, size, tone=tone)
        return part

    def bar(
        self, share: float, start: float, top: float, room: float, height: float, tone: str
    ) -> Part:
        """A track and on it a bar that fills `share` of it."""
        track = self.box(start, top, room, height, "track")
        return track + self.box(start, top, room * share, height, tone)
