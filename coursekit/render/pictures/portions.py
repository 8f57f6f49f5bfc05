"""What each further portion of comments earns: equation 1 of reference/model.md as steps."""

from __future__ import annotations

from coursekit.render.pen import INNER, MARGIN, NORMAL, Part, Pen
from coursekit.render.pictures.drawing import Drawing, left_to_right, quiet, said

FULL, PORTION, LAST = 15, 5, 20  # comments a week: the model's full level, a portion, the axis

PLOT, PLOT_ROOM, PLOT_HEIGHT = MARGIN + 8, INNER - 16, 190.0
ROOM_ABOVE = 26.0  # for the words over the last step


def portions(pen: Pen) -> Drawing:
    """One block for each portion, as high as what it adds, below the curve of the model."""
    part = quiet(pen, pen.say("portions.axis", full=FULL))
    top = part.bottom + ROOM_ABOVE
    plot = pen.unmirrored()
    part += _blocks(plot, top) + _curve(plot, top) + _axis(plot, top + PLOT_HEIGHT)
    added = {f"part_{at}": pen.percent(round(share, 2)) for at, share in enumerate(_gains(), 1)}
    return said(pen, "portions", part, full=FULL, portion=PORTION, last=LAST, **added)


def earned(comments: float) -> float:
    """The share that so many comments a week earn of what comments can earn at most."""
    missing = 1 - min(comments / FULL, 1)
    return 1 - missing * missing


def _gains() -> list[float]:
    """What each portion adds, the one beyond the full level included."""
    ends = range(PORTION, LAST + 1, PORTION)
    return [earned(end) - earned(end - PORTION) for end in ends]


def _across(comments: float) -> float:
    return PLOT + PLOT_ROOM * comments / LAST


def _height(top: float, share: float) -> float:
    return top + PLOT_HEIGHT * (1 - share)


def _blocks(pen: Pen, top: float) -> Part:
    part, wide = Part(), PLOT_ROOM * PORTION / LAST
    for at, gain in enumerate(_gains()):
        start, before = at * PORTION, earned(at * PORTION)
        step = _height(top, before + gain)
        part += pen.box(
            _across(start) + 1,
            _height(top, before),
            wide - 2,
            top + PLOT_HEIGHT - _height(top, before),
            "track",
        )
        if gain:
            part += pen.box(_across(start) + 1, step, wide - 2, _height(top, before) - step, "held")
        plus = pen.say("portions.plus", percent=pen.percent(round(gain, 2)))
        words = left_to_right(plus)
        middle = _across(start) + wide / 2
        part += pen.text(words, middle, step - 9, NORMAL + 1, anchor="middle", tone="strong")
    return part


def _curve(pen: Pen, top: float) -> Part:
    steps = range(4 * LAST + 1)
    points = [(_across(step / 4), _height(top, earned(step / 4))) for step in steps]
    return pen.line(points, "engage", 2.5) + pen.dot(_across(FULL), top, 4.5, "engage")


def _axis(pen: Pen, base: float) -> Part:
    part = pen.line([(PLOT, base), (PLOT + PLOT_ROOM, base)])
    for comments in range(0, LAST + 1, PORTION):
        anchor = {0: "start", LAST: "end"}.get(comments, "middle")
        part += pen.tick(_across(comments), base)
        part += pen.text(
            pen.number(comments), _across(comments), base + 19, anchor=anchor, tone="quiet"
        )
    words = pen.say("portions.comments")
    return part + pen.text(
        words, PLOT + PLOT_ROOM / 2, part.bottom + 14, anchor="middle", tone="quiet"
    )
