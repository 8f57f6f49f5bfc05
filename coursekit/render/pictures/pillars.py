"""The four pillars: each on its scale, then all of them end to end on the scale of the sum."""

from __future__ import annotations

from itertools import accumulate

from coursekit.render.pen import INNER, MARGIN, NORMAL, WIDTH, Part, Pen
from coursekit.render.pictures.drawing import Drawing, left_to_right, quiet, said, scale
from coursekit.render.pictures.example import MOST, READINGS, SHOWN, SUM, TOTAL


def pillars(pen: Pen) -> Drawing:
    """Four bars above one rule, their sum below it."""
    part = quiet(pen, pen.say("pillars.each", max=MOST))
    for pillar in READINGS:
        part += _pillar(pen, pillar, part.bottom + 12)
    rule = part.bottom + 20
    part += pen.line([(MARGIN, rule), (MARGIN + INNER, rule)])
    part += quiet(pen, pen.say("pillars.sum", total=TOTAL), rule + 12)
    part += _sum(pen, part.bottom + 8)
    return said(pen, "pillars", part, max=MOST, total=TOTAL, sum=SUM, shown=SHOWN, **READINGS)


def _pillar(pen: Pen, pillar: str, top: float) -> Part:
    value = pen.text(
        pen.number(READINGS[pillar]), WIDTH - MARGIN, top + 15, 16, anchor="end", tone="strong"
    )
    name = pen.paragraph(
        pen.say(f"pillar.{pillar}"), MARGIN, top, INNER - 60, NORMAL + 1, tone="strong"
    )
    full = quiet(pen, pen.say(f"pillar.{pillar}.full"), name.bottom)
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
    part += scale(pen, TOTAL, MARGIN, bar_top + 22, INNER)
    plus = " + ".join(pen.number(value) for value in READINGS.values())
    equation = left_to_right(f"{plus} = {pen.number(SUM)}")
    part += pen.text(equation, MARGIN, part.bottom + 26, NORMAL + 1, tone="strong")
    return part + pen.paragraph(
        pen.say("pillars.shown", shown=SHOWN), MARGIN, part.bottom + 1, INNER, NORMAL
    )
