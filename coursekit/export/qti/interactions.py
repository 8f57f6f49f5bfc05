"""Interactions of QTI as banks use them, and the declarations of what is chosen in them."""

from __future__ import annotations

from collections.abc import Mapping

from coursekit.content.item import Option
from coursekit.export.bank import Bank
from coursekit.export.qti.rules import declaration, mapped
from coursekit.export.qti.tree import content, name, node
from coursekit.export.tree import Element


def choice_of(id: str, options: list[Option]) -> Element:
    """The declaration of a response that is one of the options."""
    right = [name(option.id) for option in options if option.correct]
    return mapped(declaration(id, "single", "identifier", right), dict.fromkeys(right, "1"))


def choice(
    bank: Bank, id: str, asked: str, texts: Mapping[str, str], most: int = 1, shuffle: bool = True
) -> Element:
    """A choice interaction; `most` is how many may be chosen, 0 any number."""
    return node(
        "choiceInteraction",
        prompt(bank, asked),
        *choices(bank, texts),
        responseIdentifier=id,
        shuffle=str(shuffle).lower(),
        maxChoices=str(most),
    )


def choices(bank: Bank, texts: Mapping[str, str]) -> list[Element]:
    """What there is to choose from."""
    return [
        node(
            "simpleChoice",
            content(bank.voice, bank.voice.inline(text), "span"),
            identifier=name(id),
        )
        for id, text in texts.items()
    ]


def prompt(bank: Bank, html: str) -> Element:
    """What an interaction asks, in HTML."""
    return node("prompt", content(bank.voice, html, "span"))


def texts(options: list[Option]) -> dict[str, str]:
    """The texts of options by id."""
    return {option.id: option.text for option in options}


def side(bank: Bank, side: str, texts: Mapping[str, str], most: int) -> Element:
    """The rows or columns of a table; each belongs to at most so many of the others."""
    made = node("simpleMatchSet")
    for id, text in texts.items():
        each = content(bank.voice, bank.voice.inline(text), "span")
        made.append(
            node("simpleAssociableChoice", each, identifier=f"{side}-{id}", matchMax=str(most))
        )
    return made
