"""The pictures of the course: where everything stands, and the words to put there.

Their words come from locales/<lang>/pictures.yml, their look from coursekit/web/pictures.css;
the templates in templates/pictures only place what these functions return.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from coursekit.render.pen import LARGE, NORMAL, SMALL, WIDTH, Part, Pen
from coursekit.render.scene import Scene

MARGIN = 10.0
INNER = WIDTH - 2 * MARGIN

MOST, TOTAL = 25, 100
READINGS = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25.0}  # example of claim S182
SUM, SHOWN = 60.2, 60

# Invented, and in keeping with each other.
RANKS = {"industry": 0.10, "network": 0.12}
MEANS = {"industry": 35, "network": 36}
WEEKS, START = 6, READINGS["brand"]
BAND = {"low": 15.4, "middle": 16.4, "high": 17.4}  # brand after WEEKS


def render_picture(name: str, scene: Scene) -> str:
    """The picture `name` as a figure: an inline SVG and its caption."""
    if name not in PICTURES:
        raise ValueError(f"picture {name!r} not found\n  hint: there are {', '.join(PICTURES)}")
    pen = Pen(scene.library.words("pictures", scene.language), scene.language, scene.direction)
    return scene.render(f"pictures/{name}.svg.j2", name=name, width=WIDTH, **PICTURES[name](pen))


# ------------------------------------------------------------------ the four pillars


def pillars(pen: Pen) -> dict:
    """Each pillar on its scale, then all of them end to end on the scale of the sum."""
    part = pen.paragraph(pen.say("pillars.each", max=MOST), MARGIN, 4, INNER, tone="quiet")
    for pillar in READINGS:
        part += _pillar(pen, pillar, part.bottom + 12)
    rule = part.bottom + 20
    part += pen.paragraph(
        pen.say("pillars.sum", total=TOTAL), MARGIN, rule + 12, INNER, tone="quiet"
    )
    part += _sum(pen, part.bottom + 8)
    return {
        "part": part,
        "height": part.bottom + 6,
        "rule": f"M{MARGIN:g} {rule:g}h{INNER:g}",
        "title": pen.say("pillars.alt"),
        "desc": pen.say("pillars.desc", max=MOST, total=TOTAL, sum=SUM, shown=SHOWN, **READINGS),
        "caption": pen.say("pillars.caption"),
    }


def _pillar(pen: Pen, pillar: str, top: float) -> Part:
    value = pen.text(
        pen.number(READINGS[pillar]), WIDTH - MARGIN, top + 15, 16, anchor="end", tone="strong"
    )
    name = pen.paragraph(
        pen.say(f"pillar.{pillar}"), MARGIN, top, INNER - 60, NORMAL + 1, tone="strong"
    )
    full = pen.paragraph(pen.say(f"pillar.{pillar}.full"), MARGIN, name.bottom, INNER, tone="quiet")
    bar = pen.bar(READINGS[pillar] / MOST, MARGIN, full.bottom + 4, INNER, 12, pillar)
    return value + name + full + bar


def _sum(pen: Pen, top: float) -> Part:
    bar_top = top + 22
    part = pen.box(MARGIN, bar_top, INNER, 22, "track")
    ends = accumulate(READINGS.values())
    for (pillar, value), end in zip(READINGS.items(), ends, strict=True):
        start, long = MARGIN + INNER * (end - value) / TOTAL, INNER * value / TOTAL
        part += pen.box(start, bar_top, long - 1.5, 22, pillar)
        part += pen.text(pen.number(value), start + long / 2, bar_top - 6, anchor="middle")
    part += _scale(pen, TOTAL, MARGIN, bar_top + 22, INNER)
    plus = " + ".join(pen.number(value) for value in READINGS.values())
    equation = _left_to_right(f"{plus} = {pen.number(SUM)}")
    part += pen.text(equation, MARGIN, part.bottom + 26, NORMAL + 1, tone="strong")
    return part + pen.paragraph(
        pen.say("pillars.shown", shown=SHOWN), MARGIN, part.bottom + 1, INNER, NORMAL
    )


def _scale(pen: Pen, most: float, start: float, top: float, room: float) -> Part:
    """Five ticks below a bar, the outer ones with their numbers inside its ends."""
    part = Part(top)
    for at, anchor in enumerate(("start", "middle", "middle", "middle", "end")):
        place = start + room * at / 4
        part += pen.mark(place, top, 5)
        part += pen.text(pen.number(most * at / 4), place, top + 18, anchor=anchor, tone="quiet")
    return part


def _left_to_right(text: str) -> str:
    """`text` isolated, so that a sum reads the same way in every language."""
    return f"\u2066{text}\u2069"


# ------------------------------------------------------------------ the dashboard

GAP, INSET, INDENT = 10.0, 12.0, 38.0  # between panels; inside them, without and with a badge
ROOM = INNER - INDENT - INSET
HALF = (INNER - GAP) / 2


def dashboard(pen: Pen) -> dict:
    """The six parts of an SSI dashboard, numbered; circles are readings, squares comparisons."""
    part = _key(pen, 4)
    part += _panel(pen, "1", "comparison", part.bottom + GAP, _ranks)
    score_top = part.bottom + GAP
    part += _panel(pen, "2", "reading", score_top, _score)
    part += _panel(pen, "3", "reading", part.bottom + GAP, _components)
    part += _peers(pen, part.bottom + GAP)
    change_top = part.bottom + GAP
    part += _panel(pen, "6", "reading", change_top, _change)
    return {
        "part": part,
        "height": part.bottom + 6,
        "ring": _ring(pen, score_top),
        "trend": _trend(pen, change_top + INSET + 7),
        "title": pen.say("dashboard.alt"),
        "desc": pen.say(
            "dashboard.desc",
            score=SHOWN,
            total=TOTAL,
            **READINGS,
            **MEANS,
            **{f"rank_{group}": pen.percent(share) for group, share in RANKS.items()},
        ),
        "caption": pen.say("dashboard.caption"),
    }


def _key(pen: Pen, top: float) -> Part:
    """What circles and squares mean."""
    part = Part(top)
    for kind in ("reading", "comparison"):
        words = pen.paragraph(
            pen.say(f"dashboard.{kind}s"), MARGIN + 28, part.bottom + 6, INNER - 28
        )
        part += pen.badge("", MARGIN + 10, words.texts[0].y - 4.5, kind)
        part += words
    return part


def _panel(
    pen: Pen, number: str, kind: str, top: float, content: Callable[[Pen, float], Part]
) -> Part:
    """A panel over the full width around what `content` puts below `top`."""
    inside = content(pen, top)
    return _frame(pen, number, kind, MARGIN, top, INNER, inside.bottom + INSET - 2) + inside


def _frame(
    pen: Pen, number: str, kind: str, start: float, top: float, room: float, bottom: float
) -> Part:
    badge = pen.badge(number, start + INSET + 7, top + INSET + 7, kind)
    return pen.box(start, top, room, bottom - top, f"panel {kind}") + badge


def _ranks(pen: Pen, top: float) -> Part:
    column = (ROOM - GAP) / 2
    starts = (MARGIN + INDENT, MARGIN + INDENT + column + GAP)
    labels = Part()
    for start, group in zip(starts, RANKS, strict=True):
        labels += pen.paragraph(pen.say(f"dashboard.rank-{group}"), start, top + INSET - 1, column)
    part = labels
    for start, share in zip(starts, RANKS.values(), strict=True):
        place = pen.say("dashboard.top", percent=pen.percent(share))
        part += pen.paragraph(place, start, labels.bottom + 2, column, 18, tone="strong")
    return part


RADIUS = 42.0
RING = MARGIN + INDENT + RADIUS + 8  # its centre, from the side on which the language begins


def _score(pen: Pen, top: float) -> Part:
    middle = top + INSET + RADIUS + 4
    score = pen.text(pen.number(SHOWN), RING, middle + 10, 28, anchor="middle", tone="strong")
    beside = _score_words(pen, max(top + 6, middle - _score_words(pen, 0).bottom / 2))
    return score + beside + Part(middle + RADIUS + 6)


def _score_words(pen: Pen, top: float) -> Part:
    start = RING + RADIUS + 22
    room = WIDTH - MARGIN - INSET - start
    name = pen.paragraph(pen.say("dashboard.score"), start, top, room, NORMAL, tone="strong")
    out_of = pen.say("dashboard.out-of", total=TOTAL)
    return name + pen.paragraph(out_of, start, name.bottom + 2, room, tone="quiet")


def _ring(pen: Pen, top: float) -> dict:
    """A circle that begins at the top and runs the way the language does."""
    sweep = 0 if pen.direction == "rtl" else 1
    half = f"a{RADIUS:g} {RADIUS:g} 0 1 {sweep} 0 "
    start = f"M{pen.x(RING):g} {top + INSET + 4:g}"
    return {"path": f"{start}{half}{2 * RADIUS:g}{half}{-2 * RADIUS:g}", "share": SHOWN}


def _components(pen: Pen, top: float) -> Part:
    start = MARGIN + INDENT
    part = pen.paragraph(
        pen.say("dashboard.components"), start, top + INSET - 2, ROOM, NORMAL, tone="strong"
    )
    for pillar, value in READINGS.items():
        row = part.bottom + 8
        part += pen.text(pen.number(value), start + ROOM, row + SMALL, anchor="end", tone="strong")
        part += pen.paragraph(pen.say(f"pillar.{pillar}.full"), start, row, ROOM - 50)
        part += pen.bar(value / MOST, start, part.bottom + 2, ROOM, 9, pillar)
    return part


def _peers(pen: Pen, top: float) -> Part:
    """Industry and network side by side, equally deep."""
    starts = (MARGIN, MARGIN + HALF + GAP)
    headings = Part()
    for start, group in zip(starts, MEANS, strict=True):
        headings += pen.paragraph(
            pen.say(f"dashboard.{group}"),
            start + INDENT,
            top + INSET - 2,
            HALF - INDENT - 8,
            NORMAL - 1,
            tone="strong",
        )
    inside = headings
    for start, group in zip(starts, MEANS, strict=True):
        inside += _mean(pen, group, start + INSET, headings.bottom + 4)
    frames = Part()
    for number, start in zip("45", starts, strict=True):
        frames += _frame(pen, number, "comparison", start, top, HALF, inside.bottom + INSET - 2)
    return frames + inside


def _mean(pen: Pen, group: str, start: float, top: float) -> Part:
    room = HALF - 2 * INSET
    mean = pen.text(pen.number(MEANS[group]), start, top + LARGE, LARGE, tone="strong")
    word = pen.paragraph(
        pen.say("dashboard.average"), start + 42, top + LARGE - SMALL, room - 42, tone="quiet"
    )
    bar = pen.bar(MEANS[group] / TOTAL, start, word.bottom + 6, room, 9, "others")
    place = pen.say("dashboard.top", percent=pen.percent(RANKS[group]))
    return mean + word + bar + pen.paragraph(place, start, bar.bottom + 6, room)


TREND = 56.0


def _change(pen: Pen, top: float) -> Part:
    start = MARGIN + INDENT + TREND + 14
    return pen.paragraph(
        pen.say("dashboard.change"), start, top + INSET - 1, WIDTH - MARGIN - INSET - start
    )


def _trend(pen: Pen, level: float) -> dict:
    """Four weeks on one level."""
    dots = [pen.x(MARGIN + INDENT + 4 + TREND * week / 3) for week in range(4)]
    return {"dots": dots, "y": level, "path": f"M{dots[0]:g} {level:g}H{dots[-1]:g}"}


# ------------------------------------------------------------------ a simulator's band

PLOT, PLOT_ROOM, PLOT_HEIGHT = MARGIN + 28, INNER - 28 - 40, 176.0
LOWEST, HIGHEST = 12, 18  # of the axis


def band(pen: Pen) -> dict:
    """A band over six weeks, its middle line inside it, and how to read the three."""
    axis = pen.paragraph(pen.say("band.axis"), MARGIN, 4, INNER, tone="quiet")
    top = axis.bottom + 12
    plot = replace(pen, mirrored=False)
    part = axis + _grid(plot, top) + _ends(plot, top)
    for name in ("range", "low", "middle"):
        part += _band_key(pen, name, part.bottom + 8)
    gains = {f"gain_{end}": BAND[end] - START for end in ("low", "high")}
    curves = {end: _curve(plot, top, end) for end in BAND}
    return {
        "part": part,
        "height": part.bottom + 6,
        "curves": {end: " ".join(points) for end, points in curves.items()},
        "area": " ".join(curves["low"] + curves["high"][::-1]),
        "today": curves["low"][0].split(","),
        "title": pen.say("band.alt"),
        "desc": pen.say("band.desc", weeks=WEEKS, start=START, low=BAND["low"], high=BAND["high"]),
        "caption": pen.say("band.caption", **gains),
    }


def _week(week: float) -> float:
    return PLOT + PLOT_ROOM * week / WEEKS


def _height(top: float, value: float) -> float:
    return top + PLOT_HEIGHT * (HIGHEST - value) / (HIGHEST - LOWEST)


def _grid(pen: Pen, top: float) -> Part:
    part = Part(top + PLOT_HEIGHT)
    for value in range(LOWEST, HIGHEST + 1, 2):
        base = _height(top, value)
        part += pen.box(PLOT, base - 0.5, PLOT_ROOM, 1, "grid")
        part += pen.text(pen.number(value), PLOT - 8, base + 4.5, anchor="end", tone="quiet")
    for week in range(WEEKS + 1):
        part += pen.mark(_week(week), top + PLOT_HEIGHT, 5)
        part += pen.text(
            pen.number(week), _week(week), top + PLOT_HEIGHT + 19, anchor="middle", tone="quiet"
        )
    return part + pen.text(
        pen.say("band.weeks"), PLOT + PLOT_ROOM / 2, part.bottom + 14, anchor="middle", tone="quiet"
    )


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


def _curve(pen: Pen, top: float, end: str) -> list[str]:
    """Points from today to the last week, steep at first: early work shows early."""
    points = []
    for step in range(4 * WEEKS + 1):
        done = step / (4 * WEEKS)
        value = START + (BAND[end] - START) * (1 - (1 - done) ** 2)
        points.append(f"{pen.x(_week(WEEKS * done)):g},{round(_height(top, value), 2):g}")
    return points


def _band_key(pen: Pen, name: str, top: float) -> Part:
    words = pen.paragraph(pen.say(f"band.{name}"), MARGIN + 36, top, INNER - 36)
    return words + SAMPLES[name](pen, words.texts[0].y - 4.5)


SAMPLES: dict[str, Callable[[Pen, float], Part]] = {
    "range": lambda pen, middle: pen.box(MARGIN, middle - 6, 26, 12, "band"),
    "low": lambda pen, middle: pen.box(MARGIN, middle - 1.5, 26, 3, "low"),
    "middle": lambda pen, middle: (
        pen.box(MARGIN, middle - 1, 6, 2, "middle")
        + pen.box(MARGIN + 10, middle - 1, 6, 2, "middle")
        + pen.box(MARGIN + 20, middle - 1, 6, 2, "middle")
    ),
}

PICTURES: dict[str, Callable[[Pen], dict]] = {
    "pillars": pillars,
    "dashboard": dashboard,
    "band": band,
}
