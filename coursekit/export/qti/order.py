"""The score of an order in QTI's rules: the longest run of steps that follow each other rightly.

The same as in coursekit/web/graders.js: for each position the place that its step should have
(PLACE-1, PLACE-2, ...), then the longest run that ends there (RUN-1, RUN-2, ...).
"""

from __future__ import annotations

from coursekit.export.qti.rules import base, cases, outcome, put, variable
from coursekit.export.qti.tree import node
from coursekit.export.tree import Element


def order_outcomes(count: int) -> list[Element]:
    """The outcomes that the rules need beside SCORE."""
    return [
        outcome(f"{name}-{position}", "single", "integer")
        for name in ("PLACE", "RUN")
        for position in range(1, count + 1)
    ]


def order_score(steps: list[str], points: str) -> list[Element]:
    """The rules that set SCORE; `steps` are the identifiers in the right order."""
    positions = range(1, len(steps) + 1)
    rules = [_place(position, steps) for position in positions]
    for position in positions:
        rules.append(put(f"RUN-{position}", base("integer", "1")))
        rules += [_longer(before, position) for before in range(1, position)]
    longest = node("max", *(variable(f"RUN-{position}") for position in positions))
    part = node(
        "divide",
        node("subtract", longest, base("integer", "1")),  # one step is always in order with itself
        base("integer", str(len(steps) - 1)),
    )
    return [*rules, put("SCORE", node("product", base("float", points), part))]


def _place(position: int, steps: list[str]) -> Element:
    """Set the place that the step at a position should have."""
    here = f"PLACE-{position}"
    return cases(
        [
            (
                node(
                    "match",
                    node("index", variable("RESPONSE"), n=str(position)),
                    base("identifier", step),
                ),
                [put(here, base("integer", str(place)))],
            )
            for place, step in enumerate(steps, 1)
        ],
        [],
    )


def _longer(before: int, here: int) -> Element:
    """Let the run that ends at `here` come from `before`, if that is in order and longer."""
    run = node("sum", variable(f"RUN-{before}"), base("integer", "1"))
    in_order = node("lt", variable(f"PLACE-{before}"), variable(f"PLACE-{here}"))
    longer = node("lte", variable(f"RUN-{here}"), variable(f"RUN-{before}"))
    return cases([(node("and", in_order, longer), [put(f"RUN-{here}", run)])], [])
