"""The numbers that packed records use: a thing's number is its place in a list that only grows.

A record inside a learning platform has no room for ids. `quizzes/numbers.yml` lists the ids of
pages, exercises, quizzes, modules, beliefs and inputs, those of items stand in
`quizzes/released.yml`; `course release` adds what is new at the end. Until then, what is not
listed is numbered after what is, in course order.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import model_validator

from coursekit.content.models import Id, Strict, build, distinct
from coursekit.content.problems import Problem
from coursekit.content.yamlfile import read_yaml

if TYPE_CHECKING:
    from coursekit.content.library import Library

NUMBERS = "quizzes/numbers.yml"
HEAD = """\
# yaml-language-server: $schema=../schemas/numbers.schema.json
# The numbers that records in learning platforms use: a thing's number is its place in its list.
# Written by `course release` and only added to, at the end; what is gone keeps its place.
"""


class Numbers(Strict):
    """Ids by kind, each list in the order in which they were released."""

    pages: list[Id] = []
    exercises: list[Id] = []
    quizzes: list[Id] = []
    modules: list[Id] = []
    beliefs: list[Id] = []
    inputs: list[Id] = []

    @model_validator(mode="after")
    def _names_everything_once(self) -> Numbers:
        for kind in KINDS:
            distinct(getattr(self, kind))
        return self


KINDS = tuple(Numbers.model_fields)


def read_numbers(root: Path) -> tuple[Numbers, list[Problem]]:
    """The numbers released below `root`; none before the first release."""
    if not (root / NUMBERS).exists():
        return Numbers(), []
    document, problems = read_yaml(root / NUMBERS, root)
    if document is None:
        return Numbers(), problems
    numbers, problems = build(Numbers, document)
    return numbers or Numbers(), problems


def numbered(library: Library) -> dict[str, list[str]]:
    """Every id by kind, an id's place being its number: the released ones, then those of today."""
    return {
        kind: list(dict.fromkeys([*getattr(library.numbers, kind), *today]))
        for kind, today in _today(library).items()
    }


def numbered_items(library: Library) -> list[str]:
    """Every item ever released by its number, then those of today in course order."""
    released = library.release.hashes if library.release else {}
    return list(dict.fromkeys([*released, *library.items]))


def numbers_text(library: Library) -> str:
    """The numbers with the course of today added, as the text of their file."""
    lines = []
    for kind, names in numbered(library).items():
        lines += [f"{kind}:\n", *(f"- {name}\n" for name in names)] if names else []
    return HEAD + "".join(lines)


def _today(library: Library) -> dict[str, list[str]]:
    outline = library.outline
    inputs = [entry.id for entry in library.inputs.inputs] if library.has("inputs") else []
    beliefs = list(library.misconceptions()) if library.has("misconceptions") else []
    return {
        "pages": [library.page(library.languages[0], path).front.id for path in outline.pages],
        "exercises": outline.exercises,
        "quizzes": outline.quizzes,
        "modules": [module.id for module in outline.modules],
        "beliefs": beliefs,
        "inputs": inputs,
    }
