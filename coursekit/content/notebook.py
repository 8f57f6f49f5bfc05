"""Walkthrough notebooks: Markdown cells are words with an id, code cells stay as they are."""

from __future__ import annotations

import json
from collections import Counter
from json import JSONDecodeError
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel

from coursekit.content.models import Id, Strict, build
from coursekit.content.problems import Problem
from coursekit.content.textfile import read_text
from coursekit.content.words import FLAT, Words
from coursekit.content.yamlfile import Document

HINT = "save it as notebook format 4.5, each cell with an id in kebab-case of its own"


class Prose(Strict):
    """A Markdown cell."""

    id: Id
    text: Words


class Notebook(Strict):
    """The Markdown cells of a notebook, in order, and the notebook as it was read."""

    cells: Annotated[list[Prose], FLAT]
    raw: str

    def line(self, cell: str) -> int:
        """The line of the file on which the id of `cell` stands; 1 if it cannot be found."""
        before, found, _ = self.raw.partition(f'"id": "{cell}"')
        return before.count("\n") + 1 if found else 1


class Cell(BaseModel):
    """A cell as Jupyter stores it, as far as the course depends on it."""

    id: Id
    cell_type: str
    source: str | list[str]


class Stored(BaseModel):
    """A notebook as Jupyter stores it, as far as the course depends on it."""

    nbformat: int
    metadata: dict
    cells: list[Cell]


def read_notebook(path: Path, root: Path) -> tuple[Notebook | None, list[Problem]]:
    """The notebook at `path`, or why it cannot serve as a walkthrough."""
    name = path.relative_to(root).as_posix()
    raw, problems = read_text(path, root)
    if raw is None:
        return None, problems
    try:
        value = json.loads(raw)
    except JSONDecodeError as error:
        message = f"not valid JSON: {error.msg[0].lower()}{error.msg[1:]}"
        return None, [Problem(name, error.lineno, error.colno, message, HINT)]
    except RecursionError:
        return None, [Problem(name, 1, 1, "nested too deeply", HINT)]
    stored, problems = build(Stored, Document(name, value, None))
    if stored is None:
        return None, problems
    prose = [
        Prose(id=cell.id, text="".join(cell.source))
        for cell in stored.cells
        if cell.cell_type == "markdown"
    ]
    notebook = Notebook(cells=prose, raw=raw)
    times = Counter(cell.id for cell in stored.cells)
    return notebook, [
        Problem(name, notebook.line(cell), 1, f"cell id '{cell}' stands {count} times", HINT)
        for cell, count in times.items()
        if count > 1
    ]
