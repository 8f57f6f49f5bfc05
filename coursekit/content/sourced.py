"""An English file with words: its document, its model, its words by string id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from coursekit.content.models import build, salvage
from coursekit.content.notebook import read_notebook
from coursekit.content.problems import Problem
from coursekit.content.words import read_overlay, strings, texts
from coursekit.content.yamlfile import Document, read_yaml


@dataclass(frozen=True)
class Sourced:
    """One file. Where it is not `sound`, the model holds what of it is, and is only checked.

    `names` are the ids of all entries, the broken ones too: who refers to one is not wrong.
    """

    document: Document
    model: BaseModel | None
    words: dict[str, str]
    names: frozenset[str] = frozenset()
    sound: bool = True

    @cached_property
    def _keys(self) -> dict[str, tuple[str | int, ...]]:
        found = texts(self.model) if self.model else []
        return {text.name: text.keys for text in found}

    def place(self, name: str) -> tuple[int, int]:
        """Line and column of the words `name`."""
        return self.document.place(self._keys.get(name, (name,)))


def read_sourced(
    path: Path, root: Path, kind: type[BaseModel] | None
) -> tuple[Sourced | None, list[Problem]]:
    """The file at `path` as a `kind`; where none is given, as nothing but words."""
    document, problems = read_yaml(path, root)
    if document is None:
        return None, problems
    if kind is None:
        overlay, problems = read_overlay(document)
        return Sourced(document, None, overlay.words), problems
    names = frozenset(_ids(document.value))
    model, problems = build(kind, document)
    sound = model is not None
    if model is None:
        model, document = salvage(kind, document)
    return Sourced(document, model, strings(model) if model else {}, names, sound), problems


def read_walkthrough(path: Path, root: Path) -> tuple[Sourced | None, list[Problem]]:
    """The words of the notebook at `path`."""
    notebook, problems = read_notebook(path, root)
    if notebook is None:
        return None, problems
    document = Document(path.relative_to(root).as_posix(), None, None)
    return Sourced(document, notebook, strings(notebook)), problems


def _ids(value: object) -> set[str]:
    """The ids of the entries in a list, or in the list of items of a quiz."""
    entries = value.get("items") if isinstance(value, dict) else value
    if not isinstance(entries, list):
        return set()
    found = [entry.get("id") for entry in entries if isinstance(entry, dict)]
    return {name for name in found if isinstance(name, str)}
