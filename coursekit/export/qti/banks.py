"""QTI packages: for each quiz, language and version a ZIP of items, a test and a manifest."""

from __future__ import annotations

from collections.abc import Callable

from coursekit.content.quiz import Item
from coursekit.export.archive import zipped
from coursekit.export.bank import Bank, banks_of
from coursekit.export.bank_report import bank_rows, by_language, outcome, written
from coursekit.export.names import check_names
from coursekit.export.order import Made, Order
from coursekit.export.qti.assessment import test_trees
from coursekit.export.qti.item import item_tree
from coursekit.export.qti.items import WRITERS
from coursekit.export.qti.manifest import manifest
from coursekit.export.qti.tree import DRESSES, Version, dressed
from coursekit.export.report import Row
from coursekit.export.tree import Element


def qti_banks(order: Order, to_html: Callable[[str], str]) -> Made:
    """The packages of the quizzes; `to_html` turns the Markdown of their words into HTML."""
    files: dict[str, bytes] = {}
    rows: list[tuple[str, Row]] = []
    course = order.library.outline.id
    for language in order.languages:
        for bank in banks_of(order, language, to_html):
            trees, found = bank_trees(bank)
            rows += [(language, row) for row in found]
            for version in DRESSES:
                folder = f"{course}-qti{version.replace('.', '')}-{language}"
                files[f"{folder}/{bank.quiz.id}.zip"] = zipped(package(bank, trees, version))
    return Made(files, by_language(rows))


def bank_trees(bank: Bank) -> tuple[dict[str, Element], list[Row]]:
    """The items and tests of a quiz by the names of their files, and what became of each item."""
    trees: dict[str, Element] = {}
    rows = bank_rows(bank)
    for item in bank.quiz.items:
        parts = written(WRITERS, "qti", bank, item)
        trees[item_file(item)] = item_tree(bank, item, parts)
        rows.append(outcome(item, [*parts.reasons, *bank.lost_hints(item)]))
    return trees | test_trees(bank, item_file), rows


def item_file(item: Item) -> str:
    """The name of an item's file."""
    return f"items/{item.id}.xml"


def package(bank: Bank, trees: dict[str, Element], version: Version) -> dict[str, bytes]:
    """The files of a package by name."""
    files = {path: dressed(tree, version) for path, tree in trees.items()}
    files["imsmanifest.xml"] = manifest(bank, trees, version)
    check_names(files)
    return files
