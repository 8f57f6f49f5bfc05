"""One QTI item: what the writers of the types have in common."""

from __future__ import annotations

from coursekit.content.quiz import Item
from coursekit.export.bank import Bank
from coursekit.export.qti.parts import Parts, points
from coursekit.export.qti.rules import outcome, tried_again
from coursekit.export.qti.tree import content, node
from coursekit.export.tree import XML_LANG, Element


def item_tree(bank: Bank, item: Item, parts: Parts) -> Element:
    """The item: declarations, body, rules and feedback, in the order of the standard."""
    helps = bank.helps(item)
    made = node(
        "assessmentItem",
        *parts.responses,
        outcome("SCORE", "single", "float", "0"),
        outcome("MAXSCORE", "single", "float", points(item)),
        *parts.outcomes,
        *([outcome("HELP", "single", "identifier")] if helps else []),
        _body(bank, item, parts),
        node("responseProcessing", *parts.score, *tried_again(len(helps), parts.feedback)),
        identifier=item.id,
        title=f"{bank.quiz.title}, {bank.place(item)}",
        adaptive="false",
        timeDependent="false",
    )
    made.set(XML_LANG, bank.scene.language)
    made.extend(_modal(bank, *said) for said in parts.says)
    made.extend(
        _modal(bank, "HELP", f"help-{at}", _help(bank, texts)) for at, texts in enumerate(helps, 1)
    )
    return made


def _body(bank: Bank, item: Item, parts: Parts) -> Element:
    prompt = content(bank.voice, bank.voice.block(item.prompt))
    return node("itemBody", prompt, *parts.body, dir=bank.scene.direction)


def _modal(bank: Bank, id: str, value: str, html: str) -> Element:
    return node(
        "modalFeedback",
        content(bank.voice, html),
        outcomeIdentifier=id,
        identifier=value,
        showHide="show",
    )


def _help(bank: Bank, texts: list[str]) -> str:
    """The nudge, then the hints in their order."""
    nudge, *hints = texts
    listed = bank.voice.list_of([bank.voice.inline(hint) for hint in hints], "ol")
    return bank.voice.block(nudge) + (listed if hints else "")
