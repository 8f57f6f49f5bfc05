"""Moodle's XML: a question's common parts, its texts in CDATA, its fractions from Moodle's list."""

from __future__ import annotations

from lxml import etree

from coursekit.content.quiz import Item
from coursekit.export.bank import Bank
from coursekit.export.tree import Element, below

TAG_LENGTH = 50  # Moodle cuts a longer tag


def question(bank: Bank, item: Item, kind: str, text: str = "", general: str = "") -> Element:
    """A question of type `kind` with what all types have; `text` follows the prompt."""
    made = etree.Element("question", type=kind)
    # the ordering type cuts names at 42 bytes, in the middle of a Hebrew letter if need be
    name = f"{bank.place(item):02} {item.id}"[:42]
    plain_text(etree.SubElement(made, "name"), name)
    html_text(made, "questiontext", bank.voice.framed(bank.voice.block(item.prompt) + text))
    html_text(made, "generalfeedback", bank.voice.framed(general) if general else "")
    value(made, "defaultgrade", number(item.points))
    value(made, "penalty", "0")  # the last try counts, in full
    value(made, "hidden", "0")
    value(made, "idnumber", item.id)
    return made


def finish(made: Element, bank: Bank, item: Item) -> Element:
    """Add what stands at the end of every question: hints between tries, tags."""
    for texts in bank.helps(item):
        nudge = "".join(bank.voice.block(text) for text in texts[:1])
        hints = bank.voice.list_of([bank.voice.inline(text) for text in texts[1:]], "ol")
        html_text(made, "hint", bank.voice.framed(nudge + (hints if texts[1:] else "")))
    tags = etree.SubElement(made, "tags")
    for tag in bank.tags(item):
        plain_text(etree.SubElement(tags, "tag"), tag[:TAG_LENGTH])
    return made


def how(bank: Bank, item: Item, unit: str = "") -> str:
    """How the question is answered, as a paragraph; the unit of a number behind it."""
    tail = f" ({bank.voice.inline(unit)})" if unit else ""
    return f"<p><em>{bank.voice.said(f'quiz.how.{item.type}')}</em>{tail}</p>"


def verdicts(made: Element, bank: Bank) -> None:
    """What is said to a right, a partly right and a wrong answer."""
    for name, word in (
        ("correctfeedback", "quiz.right"),
        ("partiallycorrectfeedback", "quiz.partly"),
        ("incorrectfeedback", "quiz.wrong"),
    ):
        html_text(made, name, bank.voice.framed(f"<p>{bank.voice.said(word)}</p>"))


def answer(
    made: Element, fraction: str, text: str, feedback: str = "", html: bool = True
) -> Element:
    """An answer that earns `fraction` per cent; its feedback is HTML."""
    found = etree.SubElement(
        made, "answer", fraction=fraction, format="html" if html else "plain_text"
    )
    etree.SubElement(found, "text").text = cdata(text) if html else text
    if feedback:
        html_text(found, "feedback", feedback)
    return found


def html_text(parent: Element, name: str, html: str) -> None:
    """An element with an HTML text."""
    found = etree.SubElement(parent, name, format="html")
    etree.SubElement(found, "text").text = cdata(html)


def plain_text(parent: Element, text: str) -> None:
    """The text of an element that has no format."""
    below(parent, "text", text)


def value(parent: Element, name: str, text: str) -> None:
    """An element that holds a bare value."""
    below(parent, name, text)


def cdata(html: str) -> etree.CDATA:
    """`html` as it is, in a section that nothing in it can end."""
    return etree.CDATA(html.replace("]]>", "]]&gt;"))


def number(amount: float) -> str:
    """A number with a dot and no more decimals than it has."""
    return f"{amount:.7f}".rstrip("0").rstrip(".")


def share(parts: int, of: int) -> str:
    """`parts` of `of` equal shares in per cent, as Moodle's list of fractions writes it.

    Examples
    --------
    >>> share(1, 3), share(-1, 7), share(2, 2)
    ('33.33333', '-14.28571', '100')
    """
    return f"{100 * parts / of:.5f}".rstrip("0").rstrip(".")
