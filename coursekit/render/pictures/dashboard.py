"""The six parts of an SSI dashboard, numbered; circles are readings, squares comparisons."""

from __future__ import annotations

from collections.abc import Callable

from coursekit.render.pen import INNER, LARGE, MARGIN, NORMAL, SMALL, WIDTH, Part, Pen
from coursekit.render.pictures.drawing import Drawing, said
from coursekit.render.pictures.example import MEANS, MOST, RANKS, READINGS, SHOWN, TOTAL

GAP, INSET, INDENT = 10.0, 12.0, 38.0  # between panels; inside them, without and with a badge
ROOM = INNER - INDENT - INSET
HALF = (INNER - GAP) / 2


def dashboard(pen: Pen) -> Drawing:
    """Five rows of panels below the key of the two kinds."""
    part = _key(pen, 4)
    part += _panel(pen, "1", "comparison", part.bottom + GAP, _ranks)
    part += _panel(pen, "2", "reading", part.bottom + GAP, _score)
    part += _panel(pen, "3", "reading", part.bottom + GAP, _components)
    part += _peers(pen, part.bottom + GAP)
    part += _panel(pen, "6", "reading", part.bottom + GAP, _change)
    ranks = {f"rank_{group}": pen.percent(share) for group, share in RANKS.items()}
    return said(pen, "dashboard", part, score=SHOWN, total=TOTAL, **READINGS, **MEANS, **ranks)


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


RADIUS, THICK = 42.0, 13.0
RING = MARGIN + INDENT + RADIUS + 8  # its centre, from the side on which the language begins


def _score(pen: Pen, top: float) -> Part:
    """A ring that begins at the top and runs the way the language does."""
    middle = top + INSET + RADIUS + 4
    ring = pen.arc(RING, middle, RADIUS, 1, "track", THICK)
    ring += pen.arc(RING, middle, RADIUS, SHOWN / TOTAL, "accent", THICK)
    score = pen.text(pen.number(SHOWN), RING, middle + 10, 28, anchor="middle", tone="strong")
    beside = _score_words(pen, max(top + 6, middle - _score_words(pen, 0).bottom / 2))
    return ring + score + beside + Part(middle + RADIUS + 6)


def _score_words(pen: Pen, top: float) -> Part:
    start = RING + RADIUS + 22
    room = WIDTH - MARGIN - INSET - start
    name = pen.paragraph(pen.say("dashboard.score"), start, top, room, NORMAL, tone="strong")
    out_of = pen.say("dashboard.out-of", total=TOTAL)
    return name + pen.paragraph(out_of, start, name.bottom + 2, room, tone="quiet")


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
    """Four weeks on one level."""
    first, level = MARGIN + INDENT + 4, top + INSET + 7
    part = pen.line([(first, level), (first + TREND, level)], "accent", 2)
    for week in range(4):
        part += pen.dot(first + TREND * week / 3, level, 3.5, "accent")
    start = MARGIN + INDENT + TREND + 14
    return part + pen.paragraph(
        pen.say("dashboard.change"), start, top + INSET - 1, WIDTH - MARGIN - INSET - start
    )
