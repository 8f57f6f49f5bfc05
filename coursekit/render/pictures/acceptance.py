"""A rate as dots: ten requests with a reason, then forty without added to them."""

from __future__ import annotations

from coursekit.render.pen import INNER, LARGE, MARGIN, NORMAL, Part, Pen
from coursekit.render.pictures.drawing import Drawing, key, said

# The example of relate/inviting: requests sent and accepted.
FEW, MORE = (10, 6), (40, 4)
BOTH = (FEW[0] + MORE[0], FEW[1] + MORE[1])

ROW, STEP, RADIUS = 10, 19.0, 6.5
INSET = 12.0
BESIDE = MARGIN + INSET + ROW * STEP + 14  # where the rate stands
RATE = MARGIN + INNER - INSET


def acceptance(pen: Pen) -> Drawing:
    """Two panels, one dot for each request, the rate beside them."""
    part = key(pen, SHAPES, 0)
    part += _panel(pen, "few", [FEW], part.bottom + 12)
    part += _panel(pen, "many", [FEW, MORE], part.bottom + 10)
    values: dict[str, float | str] = {
        "few_sent": FEW[0],
        "few_accepted": FEW[1],
        "few_rate": pen.percent(FEW[1] / FEW[0]),
        "more_sent": MORE[0],
        "more_accepted": MORE[1],
        "sent": BOTH[0],
        "accepted": BOTH[1],
        "rate": pen.percent(BOTH[1] / BOTH[0]),
    }
    return said(pen, "acceptance", part, **values)


def _panel(pen: Pen, name: str, batches: list[tuple[int, int]], top: float) -> Part:
    sent, accepted = (sum(column) for column in zip(*batches, strict=True))
    added = batches[-1][0]
    words = pen.paragraph(
        pen.say(f"acceptance.{name}", sent=added),
        MARGIN + INSET,
        top + INSET - 2,
        INNER - 2 * INSET,
        NORMAL,
        tone="strong",
    )
    dots = Part(words.bottom + 6)
    for batch in batches:
        dots += _dots(pen, *batch, dots.bottom + 4)
    rate = _rate(
        pen, sent, accepted, max((words.bottom + 10 + dots.bottom) / 2, words.bottom + LARGE)
    )
    inside = words + dots + rate
    return pen.box(MARGIN, top, INNER, inside.bottom + INSET - top, "panel reading") + inside


def _dots(pen: Pen, sent: int, accepted: int, top: float) -> Part:
    """Rows of ten, those accepted first."""
    part = Part(top)
    for number in range(sent):
        row, column = divmod(number, ROW)
        start = MARGIN + INSET + column * STEP + STEP / 2
        middle = top + row * STEP + STEP / 2
        yes = number < accepted
        radius = RADIUS if yes else RADIUS - 0.75
        part += pen.dot(start, middle, radius, "relate" if yes else "quiet", hollow=not yes)
    return part


def _rate(pen: Pen, sent: int, accepted: int, middle: float) -> Part:
    share = pen.text(
        pen.percent(accepted / sent), RATE, middle, LARGE + 4, anchor="end", tone="strong"
    )
    words = pen.say("acceptance.of", accepted=accepted, sent=sent)
    return share + pen.text(words, RATE, middle + 18, anchor="end", tone="quiet")


SHAPES = {
    "acceptance.yes": lambda pen, middle: pen.dot(MARGIN + 10, middle, RADIUS, "relate"),
    "acceptance.no": lambda pen, middle: pen.dot(
        MARGIN + 10, middle, RADIUS - 0.75, "quiet", hollow=True
    ),
}
