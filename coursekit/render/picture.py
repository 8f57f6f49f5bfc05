"""The pictures of the course: where everything stands, and the words to put there.

Their words come from locales/<lang>/pictures.yml, their look from coursekit/web/pictures.css;
the templates in templates/pictures only place what these functions return.
"""

from __future__ import annotations

from collections.abc import Callable
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
    part += pen.paragraph(pen.say("pillars.sum", total=TOTAL), MARGIN, rule + 12, INNER, tone="quiet")
    part += _sum(pen, part.bottom + 8)
    return {
        "part": part,
        "height": part.bottom + 6,
        "rule": rule,
        "title": pen.say("pillars.alt"),
        "desc": pen.say("pillars.desc", max=MOST, total=TOTAL, sum=SUM, shown=SHOWN, **READINGS),
        "caption": pen.say("pillars.caption"),
    }


def _pillar(pen: Pen, pillar: str, top: float) -> Part:
    value = pen.text(pen.number(READINGS[pillar]), WIDTH - MARGIN, top + 15, 16, anchor="end",
                     tone="strong")
    name = pen.paragraph(pen.say(f"pillar.{pillar}"), MARGIN, top, INNER - 60, NORMAL + 1,
                         tone="strong")
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
    part += pen.text(equation, MARGIN, part.bottom + 24, NORMAL + 1, tone="strong")
    return part + pen.paragraph(pen.say("pillars.shown", shown=SHOWN), MARGIN, part.bottom + 4, INNER,
                                NORMAL + 1, tone="strong")


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

PANEL_GAP = 10.0
HALF = (INNER - PANEL_GAP) / 2


def dashboard(pen: Pen) -> dict:
    """The six parts of an SSI dashboard, numbered; circles are readings, squares comparisons."""
    second = MARGIN + HALF + PANEL_GAP
    part = _key(pen, 4)
    top = part.bottom + 12
    part += _pair(pen, top, _rank(pen, 1, "industry", MARGIN, top), _rank(pen, 1, "network", second, top))
    score, ring = _score(pen, part.bottom + PANEL_GAP)
    part += score
    part += _components(pen, part.bottom + PANEL_GAP)
    top = part.bottom + PANEL_GAP
    part += _pair(pen, top, _people(pen, 4, "industry", MARGIN, top), _people(pen, 5, "network", second, top))
    change, trend = _change(pen, part.bottom + PANEL_GAP)
    part += change
    return {
        "part": part,
        "height": part.bottom + 6,
        "ring": ring,
        "trend": trend,
        "title": pen.say("dashboard.alt"),
        "desc": pen.say(
            "dashboard.desc", score=SHOWN, total=TOTAL, **READINGS, **MEANS,
            **{f"rank_{group}": pen.percent(share) for group, share in RANKS.items()},
        ),
        "caption": pen.say("dashboard.caption"),
    }


def _key(pen: Pen, top: float) -> Part:
    """What circles and squares mean."""
    part = Part(top)
    for kind in ("reading", "comparison"):
        words = pen.paragraph(pen.say(f"dashboard.{kind}s"), MARGIN + 22, part.bottom, INNER - 22)
        part += words + Part(words.bottom + 3, badges=())
        part += pen.key(kind, MARGIN + 8, words.texts[0].y - 4)
    return part
