"""The small chart of one input: points against amount, the middle inside its 10-90 % band.

Drawn like the chart of a run, by the same classes, so that one style sheet colours both.
Amounts grow from left to right in every language, as weeks do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 240, 170
START, END, TOP, BASE = 40, 228, 26, 128  # the plot inside the sheet
BELOW = 16  # from the base to the numbers under it
COLUMN = 44  # how wide the band of something that is there is drawn
NICE = (0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25)  # tops of the scale [point]


@dataclass(frozen=True)
class Tick:
    """A number at an axis, with the place of its line."""

    place: float
    label: str


@dataclass(frozen=True)
class Curve:
    """Everything that the template places; `full` is where the middle has all its points."""

    band: str
    line: str
    rows: list[Tick]
    columns: list[Tick]
    full: tuple[float, float] | None


def curve(
    response: dict[str, Any],
    full: float,
    number: Callable[[float], str],
    amount: Callable[[float], str],
) -> Curve:
    """The chart of `response`, the engine's points at each amount; `full` is the middle full level.

    `number` writes points, `amount` writes amounts.
    """
    amounts, points = response["amounts"], response["points"]
    most = top_of(points)
    columns = [Tick(_across(each, amounts), amount(each)) for each in (0, full, amounts[-1])]
    middle = points[amounts.index(full)]["mid"]
    return Curve(
        band=_outline([_across(each, amounts) for each in amounts], points, most),
        line=_points([_across(each, amounts) for each in amounts], points, "mid", most),
        rows=_rows(most, number),
        columns=columns if amounts[-1] > full else columns[:2],
        full=(_across(full, amounts), _up(middle, most)),
    )


def presence(response: dict[str, Any], number: Callable[[float], str], words: list[str]) -> Curve:
    """The chart of what is either missing or there: two places, named by `words`."""
    missing, there = response["points"]
    most = top_of([there])
    places = [START + (END - START) * share for share in (0.25, 0.75)]
    edges = [places[1] - COLUMN / 2, places[1] + COLUMN / 2]
    line = f"M{places[0] - COLUMN / 2:g} {_up(missing['mid'], most)}h{COLUMN}"
    line += f"M{edges[0]:g} {_up(there['mid'], most)}h{COLUMN}"
    return Curve(
        band=_outline(edges, [there, there], most),
        line=line,
        rows=_rows(most, number),
        columns=[Tick(place, word) for place, word in zip(places, words, strict=True)],
        full=None,
    )


def top_of(points: Sequence[dict[str, float]]) -> float:
    """The end of a scale that holds all of `points`.

    Examples
    --------
    >>> top_of([{"high": 0.0}, {"high": 6.8}])
    8
    """
    highest = max(band["high"] for band in points)
    return next(top for top in NICE if top >= highest)


def _rows(most: float, number: Callable[[float], str]) -> list[Tick]:
    return [Tick(_up(value, most), number(value)) for value in (0, most / 2, most)]


def _across(amount: float, amounts: Sequence[float]) -> float:
    return round(START + (END - START) * amount / amounts[-1], 1)


def _up(points: float, most: float) -> float:
    return round(BASE - (BASE - TOP) * points / most, 1)


def _points(places: list[float], points: Sequence[Any], edge: str, most: float) -> str:
    """One edge as the path of an SVG, without the points between equal ones."""
    steps = [(place, _up(band[edge], most)) for place, band in zip(places, points, strict=True)]
    kept = [
        step
        for at, step in enumerate(steps)
        if at in (0, len(steps) - 1) or not steps[at - 1][1] == step[1] == steps[at + 1][1]
    ]
    return "M" + " ".join(f"{x:g} {y:g}" for x, y in kept)


def _outline(places: list[float], points: Sequence[Any], most: float) -> str:
    """The band as a closed path: its upper edge onwards, its lower edge back."""
    upper = _points(places, points, "high", most)
    lower = _points(places[::-1], points[::-1], "low", most)
    return f"{upper}L{lower[1:]}Z"
