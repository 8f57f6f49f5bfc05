"""Question banks for Moodle: one XML file for each quiz and language, and one for all quizzes."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from coursekit.content.quiz import Item
from coursekit.export.bank import Bank, banks_of
from coursekit.export.bank_report import bank_rows, by_language, outcome, written
from coursekit.export.moodle.items import WRITERS
from coursekit.export.moodle.xml import finish, html_text, plain_text
from coursekit.export.order import Made, Order
from coursekit.export.report import Row
from coursekit.export.tree import Element
from coursekit.render.environment import format_number, format_share


def moodle_banks(order: Order, to_html: Callable[[str], str]) -> Made:
    """The banks of the quizzes; `to_html` turns the Markdown of their words into HTML."""
    files: dict[str, bytes] = {}
    rows: list[tuple[str, Row]] = []
    course = order.library.outline.id
    for language in order.languages:
        parts: list[bytes] = []
        for bank in banks_of(order, language, to_html):
            questions, found = bank_questions(bank)
            rows += [(language, row) for row in found]
            parts += [xml_of(question) for question in questions]
            files[f"{course}-moodle-{language}/{bank.quiz.id}.xml"] = file_of(
                parts[-len(questions) :]
            )
        files[f"{course}-moodle-{language}.xml"] = file_of(parts)
    return Made(files, by_language(rows))


def bank_questions(bank: Bank) -> tuple[list[Element], list[Row]]:
    """A quiz as categories with their questions, and what became of each item."""
    made: list[Element] = []
    rows = bank_rows(bank)
    for form, items in _parts(bank).items():
        made.append(category(bank, form, len(items)))
        for item in items:
            question, reasons = written(WRITERS, "moodle", bank, item)
            made.append(finish(question, bank, item))
            rows.append(outcome(item, [*reasons, *bank.lost_hints(item)]))
    return made, rows


def _parts(bank: Bank) -> dict[str, list[Item]]:
    """The items of each form of a test, or all items."""
    forms = bank.quiz.forms or {"": [item.id for item in bank.quiz.items]}
    return {
        form: [item for item in bank.quiz.items if item.id in names]
        for form, names in forms.items()
    }


def category(bank: Bank, form: str, count: int) -> Element:
    """The category of what follows: of its own for each release, language and quiz."""
    made = etree.Element("question", type="category")
    home = f"{bank.course} ({bank.scene.language}), {bank.release}"
    path = [home, bank.quiz.title, *([form.upper()] if form else [])]
    names = [name.replace("/", "//") for name in path]  # a single one parts the levels
    plain_text(etree.SubElement(made, "category"), "/".join(["$course$/top", *names]))
    html_text(made, "info", bank.voice.framed(_about(bank, count)))
    return made


def _about(bank: Bank, count: int) -> str:
    """What a teacher has to know to make a quiz of the category."""
    words, language, quiz = bank.scene.words, bank.scene.language, bank.quiz
    passing = words["quiz.pass"].replace("{percent}", format_share(quiz.pass_mark, language))
    told = [bank.voice.block(quiz.intro) if quiz.intro else "", f"<p>{passing}</p>"]
    if quiz.draw:
        drawn = words["quiz.drawn"].replace("{count}", format_number(count, language))
        told.append(f"<p>{drawn.replace('{draw}', format_number(quiz.draw, language))}</p>")
    return "".join(told)


def xml_of(question: Element) -> bytes:
    """A question with its parts in lines of their own."""
    etree.indent(question, level=1)
    return etree.tostring(question, encoding="UTF-8", xml_declaration=False)


def file_of(questions: list[bytes]) -> bytes:
    """A file of Moodle XML."""
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n  '
    return head + b"\n  ".join(questions) + b"\n</quiz>\n"
