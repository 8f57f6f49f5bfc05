"""What becomes of items in a question bank; a type that nobody has thought of is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from coursekit.content.quiz import Item
from coursekit.export.bank import Bank
from coursekit.export.order import ExportError
from coursekit.export.report import Row

Made = TypeVar("Made")


def written(
    writers: Mapping[str, Callable[[Bank, Any], Made]], format: str, bank: Bank, item: Item
) -> Made:
    """`item` in a format; a type without a writer stops the export instead of going missing."""
    writer = writers.get(item.type)
    if writer is None:
        raise ExportError(
            f"quizzes/{bank.quiz.id}.yml: item '{item.id}' is of type '{item.type}',"
            f" which {format} does not know"
            f"\n  hint: add it to WRITERS in coursekit/export/{format}/items.py"
        )
    return writer(bank, item)


def outcome(item: Item, reasons: list[str]) -> Row:
    """The row of an item that is in the bank, for the `reasons` not quite as in the course."""
    return Row(item.id, "degraded" if reasons else "mapped", "; ".join(reasons))


def by_language(rows: Iterable[tuple[str, Row]]) -> list[Row]:
    """The rows of several languages: one for all where they agree, else one for each."""
    found: dict[str, dict[str, Row]] = {}
    for language, row in rows:
        found.setdefault(row.item, {})[language] = row
    made: list[Row] = []
    for of in found.values():
        if len(set(of.values())) == 1:
            made += set(of.values())
        else:
            made += [replace(row, language=language) for language, row in of.items()]
    return sorted(made)


def bank_rows(bank: Bank) -> list[Row]:
    """What a bank leaves out of its quiz as a whole."""
    if not bank.quiz.confidence:
        return []
    reason = "'how sure are you?' is not asked: the format has no answer that is not graded"
    return [Row(f"quiz:{bank.quiz.id}", "degraded", reason)]
