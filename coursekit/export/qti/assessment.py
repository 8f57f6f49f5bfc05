"""The tests of a QTI package: which items are drawn, how often each may be tried, what passes."""

from __future__ import annotations

from collections.abc import Callable

from coursekit.content.quiz import Item
from coursekit.export.bank import Bank
from coursekit.export.qti.rules import base, outcome, put, variable
from coursekit.export.qti.tree import content, node
from coursekit.export.tree import Element


def test_trees(bank: Bank, file_of: Callable[[Item], str]) -> dict[str, Element]:
    """A test for the quiz, or for each of its forms, by the name of its file."""
    forms = bank.quiz.forms or {"": [item.id for item in bank.quiz.items]}
    return {
        f"test-{form}.xml" if form else "test.xml": _test(
            bank, form, [item for item in bank.quiz.items if item.id in names], file_of
        )
        for form, names in forms.items()
    }


def _test(bank: Bank, form: str, items: list[Item], file_of: Callable[[Item], str]) -> Element:
    title = f"{bank.quiz.title} {form.upper()}".strip()
    return node(
        "assessmentTest",
        *(outcome(each, "single", "float", "0") for each in ("SCORE", "MAXSCORE")),
        outcome("PASSED", "single", "boolean", "false"),
        node(
            "testPart",
            node(
                "assessmentSection",
                *_drawn(bank),
                *_intro(bank),
                *(_reference(bank, item, file_of(item)) for item in items),
                identifier="section",
                title=title,
                visible="true",
            ),
            identifier="part",
            navigationMode="nonlinear",
            submissionMode="individual",
        ),
        _passing(bank),
        identifier=f"{bank.quiz.id}-{form}".rstrip("-"),
        title=title,
    )


def _drawn(bank: Bank) -> list[Element]:
    """How many items an attempt draws, and that their order is anyone's."""
    if not bank.quiz.draw:
        return []
    return [node("selection", select=str(bank.quiz.draw)), node("ordering", shuffle="true")]


def _intro(bank: Bank) -> list[Element]:
    if not bank.quiz.intro:
        return []
    text = content(bank.voice, bank.voice.block(bank.quiz.intro))
    return [node("rubricBlock", text, view="candidate", use="instructions")]


def _reference(bank: Bank, item: Item, path: str) -> Element:
    control = node("itemSessionControl", maxAttempts=str(bank.tries(item)), showFeedback="true")
    return node("assessmentItemRef", control, identifier=item.id, href=path)


def _passing(bank: Bank) -> Element:
    """The sums, and whether they reach the pass mark."""
    sums = [
        put(each, node("sum", node("testVariables", variableIdentifier=each)))
        for each in ("SCORE", "MAXSCORE")
    ]
    mark = node("product", variable("MAXSCORE"), base("float", f"{bank.quiz.pass_mark:g}"))
    return node("outcomeProcessing", *sums, put("PASSED", node("gte", variable("SCORE"), mark)))
