"""QTI's rules: how responses become a score, and which feedback is shown after which try.

Only operators that players agree on are used: no toleranceMode, no contains, no templates.
"""

from __future__ import annotations

from collections.abc import Iterable

from coursekit.export.qti.tree import node
from coursekit.export.tree import Element

TRIES = "numAttempts"  # built in; a player without it shows the reasons at once


def declaration(id: str, cardinality: str, kind: str, right: list[str]) -> Element:
    """The declaration of a response and what is right."""
    made = node("responseDeclaration", identifier=id, cardinality=cardinality, baseType=kind)
    if right:
        made.append(node("correctResponse", *(node("value", each) for each in right)))
    return made


def mapped(response: Element, worth: dict[str, str], top: int | None = None) -> Element:
    """A response declaration with what each value is worth; the sum stays from 0 to `top`."""
    bounds = {} if top is None else {"lowerBound": "0", "upperBound": str(top)}
    entries = [node("mapEntry", mapKey=key, mappedValue=value) for key, value in worth.items()]
    response.append(node("mapping", *entries, defaultValue="0", **bounds))
    return response


def outcome(id: str, cardinality: str, kind: str, default: str | None = None) -> Element:
    """The declaration of an outcome."""
    made = node("outcomeDeclaration", identifier=id, cardinality=cardinality, baseType=kind)
    if default is not None:
        made.append(node("defaultValue", node("value", default)))
    return made


def base(kind: str, value: str) -> Element:
    """A constant."""
    return node("baseValue", value, baseType=kind)


def variable(id: str) -> Element:
    """The value of a variable."""
    return node("variable", identifier=id)


def put(id: str, value: Element) -> Element:
    """The rule that sets an outcome."""
    return node("setOutcomeValue", value, identifier=id)


def put_id(id: str, value: str) -> Element:
    """The rule that sets an outcome to an identifier."""
    return put(id, base("identifier", value))


def score_of_maps(responses: Iterable[str], parts: int, points: str) -> Element:
    """SCORE as the points' share of all that the responses map to, `parts` being all of it."""
    maps = [node("mapResponse", identifier=each) for each in responses]
    whole = maps[0] if len(maps) == 1 else node("sum", *maps)
    part = whole if parts == 1 else node("divide", whole, base("float", str(parts)))
    return put("SCORE", node("product", base("float", points), part))


def cases(conditions: list[tuple[Element, list[Element]]], otherwise: list[Element]) -> Element:
    """The rules of the first condition that holds, else the other rules."""
    made = node("responseCondition")
    for place, (condition, rules) in enumerate(conditions):
        made.append(node("responseElseIf" if place else "responseIf", condition, *rules))
    if otherwise:
        made.append(node("responseElse", *otherwise))
    return made


def between(id: str, low: str, high: str) -> Element:
    """Whether a number lies within bounds."""
    return node(
        "and",
        node("gte", variable(id), base("float", low)),
        node("lte", variable(id), base("float", high)),
    )


def tried_again(helps: int, feedback: list[Element]) -> list[Element]:
    """What is shown: after an early try that was not all right the help, else the reasons."""
    if not helps:
        return feedback
    early = [
        (
            node(
                "and",
                node("lt", variable("SCORE"), variable("MAXSCORE")),
                node("lt", variable(TRIES), base("integer", str(number + 1))),
            ),
            [put_id("HELP", f"help-{number}")],
        )
        for number in range(1, helps + 1)
    ]
    return [cases(early, feedback)]
