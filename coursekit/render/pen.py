"""The pen that pictures are drawn with: Part > Text, Box, Path, Dot, Badge on a sheet 360 wide.

A place is given from the side on which the language begins, so Hebrew is laid out from
the right while letters and numbers stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

from babel.numbers import format_percent

from coursekit.render.environment import format_number
from coursekit.render.lettering import wrap

WIDTH = 360.0
MARGIN = 10.0
INNER = WIDTH - 2 * MARGIN
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
class Path:
    """A line, or the area it encloses, as the `d` of an SVG path."""

    d: str
    tone: str
    stroke: float = 1.0  # 0 for an area
    dashed: bool = False


@dataclass(frozen=True)
class Dot:
    """A filled circle, or with `hollow` its outline."""

    x: float
    y: float
    radius: float
    tone: str
    hollow: bool = False


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
    paths: tuple[Path, ...] = ()
    dots: tuple[Dot, ...] = ()
    badges: tuple[Badge, ...] = ()

    def __add__(self, other: Part) -> Part:
        return Part(
            max(self.bottom, other.bottom),
            self.texts + other.texts,
            self.boxes + other.boxes,
            self.paths + other.paths,
            self.dots + other.dots,
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

    def unmirrored(self) -> Pen:
        """The same pen for a chart, whose axis runs to the right in every language."""
        return replace(self, mirrored=False)

    def line(
        self,
        points: Sequence[tuple[float, float]],
        tone: str = "rule",
        stroke: float = 1.0,
        *,
        dashed: bool = False,
    ) -> Part:
        """A line through `points`, each given as start and top."""
        drawn = Path(self._path(points), tone, stroke, dashed)
        return Part(round(max(top for _, top in points), 2), paths=(drawn,))

    def area(self, points: Sequence[tuple[float, float]], tone: str) -> Part:
        """The area that `points` enclose."""
        drawn = Path(f"{self._path(points)}Z", tone, 0)
        return Part(round(max(top for _, top in points), 2), paths=(drawn,))

    def arc(
        self, start: float, middle: float, radius: float, share: float, tone: str, stroke: float
    ) -> Part:
        """`share` of a circle, from its top the way the language runs; 1 is all of it."""
        turn = 2 * pi * min(share, 0.9999)  # an arc that ends where it began is not drawn
        way = -1 if self.from_right else 1
        x = self.x(start)
        end_x, end_y = x + way * radius * sin(turn), middle - radius * cos(turn)
        flags = f"{int(share > 0.5)} {int(way > 0)}"
        d = f"M{x:g} {middle - radius:g}A{radius:g} {radius:g} 0 {flags} {end_x:.2f} {end_y:.2f}"
        return Part(round(middle + radius, 2), paths=(Path(d, tone, stroke),))

    def dot(
        self, start: float, middle: float, radius: float, tone: str, *, hollow: bool = False
    ) -> Part:
        """A circle around a place."""
        drawn = Dot(self.x(start), round(middle, 2), radius, tone, hollow)
        return Part(round(middle + radius, 2), dots=(drawn,))

    def tick(self, start: float, top: float, height: float = 5, tone: str = "rule") -> Part:
        """A short upright line, such as one of a scale."""
        return self.line([(start, top), (start, top + height)], tone)

    def _path(self, points: Sequence[tuple[float, float]]) -> str:
        return "M" + "L".join(f"{self.x(start):g} {round(top, 2):g}" for start, top in points)

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
