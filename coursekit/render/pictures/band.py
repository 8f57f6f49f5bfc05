"""A simulator's band over six weeks, its middle line inside it, and how to read the three."""

from __future__ import annotations

from collections.abc import Callable

from coursekit.render.pen import INNER, MARGIN, NORMAL, Part, Pen
from coursekit.render.pictures.drawing import Drawing, key, quiet, said
from coursekit.render.pictures.example import READINGS

WEEKS, START = 6, READINGS["brand"]
BAND = {"low": 15.4, "middle": 16.4, "high": 17.4}  # invented: brand after WEEKS

PLOT, PLOT_ROOM, PLOT_HEIGHT = MARGIN + 28, INNER - 28 - 40, 176.0
LOWEST, HIGHEST = 12, 18  # of the axis


def band(pen: Pen) -> Drawing:
    """The chart above its key."""
    part = quiet(pen, pen.say("band.axis"))
    top = part.bottom + 12
    plot = pen.unmirrored()
    part += _grid(plot, top) + _curves(plot, top) + _ends(plot, top)
    part += key(pen, SHAPES, part.bottom)
    gains = {f"gain_{end}": BAND[end] - START for end in ("low", "high")}
    ends = {end: BAND[end] for end in ("low", "high")}
    return said(pen, "band", part, weeks=WEEKS, start=START, **ends, **gains)


def _week(week: float) -> float:
    return PLOT + PLOT_ROOM * week / WEEKS


def _height(top: float, value: float) -> float:
    return top + PLOT_HEIGHT * (HIGHEST - value) / (HIGHEST - LOWEST)


def _grid(pen: Pen, top: float) -> Part:
    part = Part(top + PLOT_HEIGHT)
    for value in range(LOWEST, HIGHEST + 1, 2):
        base = _height(top, value)
        part += pen.line([(PLOT, base), (PLOT + PLOT_ROOM, base)], "grid")
        part += pen.text(pen.number(value), PLOT - 8, base + 4.5, anchor="end", tone="quiet")
    for week in range(WEEKS + 1):
        part += pen.tick(_week(week), top + PLOT_HEIGHT)
        part += pen.text(
            pen.number(week), _week(week), top + PLOT_HEIGHT + 19, anchor="middle", tone="quiet"
        )
    return part + pen.text(
        pen.say("band.weeks"), PLOT + PLOT_ROOM / 2, part.bottom + 14, anchor="middle", tone="quiet"
    )


def _curves(pen: Pen, top: float) -> Part:
    curves = {end: _curve(top, end) for end in BAND}
    return (
        pen.area(curves["low"] + curves["high"][::-1], "band")
        + pen.line(curves["high"], "brand")
        + pen.line(curves["low"], "brand", 3)
        + pen.line(curves["middle"], "ink", 2, dashed=True)
        + pen.dot(*curves["low"][0], 4.5, "ink")
    )


def _curve(top: float, end: str) -> list[tuple[float, float]]:
    """Points from today to the last week, steep at first: early work shows early."""
    points = []
    for step in range(4 * WEEKS + 1):
        done = step / (4 * WEEKS)
        value = START + (BAND[end] - START) * (1 - (1 - done) ** 2)
        points.append((_week(WEEKS * done), _height(top, value)))
    return points


def _ends(pen: Pen, top: float) -> Part:
    """Where the band begins and its two ends; never the middle alone."""
    part = pen.text(pen.say("band.start", start=START), PLOT + 8, _height(top, START) + 20)
    for end in ("low", "high"):
        part += pen.text(
            pen.number(BAND[end]),
            PLOT + PLOT_ROOM + 6,
            _height(top, BAND[end]) + 5,
            NORMAL,
            tone="strong",
        )
    return part


SHAPES: dict[str, Callable[[Pen, float], Part]] = {
    "band.range": lambda pen, middle: pen.box(MARGIN, middle - 6, 26, 12, "band"),
    "band.low": lambda pen, middle: pen.line([(MARGIN, middle), (MARGIN + 26, middle)], "brand", 3),
    "band.middle": lambda pen, middle: pen.line(
        [(MARGIN, middle), (MARGIN + 26, middle)], "ink", 2, dashed=True
    ),
}
