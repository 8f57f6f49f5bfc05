"""Walkthrough notebooks: Markdown cells are words with an id, code cells stay as they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from coursekit.content.models import Id, Strict
from coursekit.content.problems import Problem
from coursekit.content.words import FLAT, Words


class Prose(Strict):
    """A Markdown cell."""

    id: Id
    text: Words


class Notebook(Strict):
    """The Markdown cells of a notebook, in order, and the notebook as it was read."""

    cells: Annotated[list[Prose], FLAT]
    raw: str


def read_notebook(path: Path, root: Path) -> tuple[Notebook | None, list[Problem]]:
    """The notebook at `path`, or why it cannot serve as a walkthrough."""
    name = path.relative_to(root).as_posix()
    try:
        raw = path.read_text(encoding="utf-8")
        cells = json.loads(raw)["cells"]
        prose = [
            Prose(id=each["id"], text="".join(each["source"]))
            for each in cells
            if each["cell_type"] == "markdown"
        ]
    except OSError:
        return None, [Problem(name, 1, 1, "file is missing", "each exercise has a walkthrough")]
    except (ValueError, KeyError, TypeError) as error:
        hint = "save it as notebook format 4.5, each cell with an id in kebab-case"
        return None, [Problem(name, 1, 1, f"not a usable notebook: {type(error).__name__}", hint)]
    return Notebook(cells=prose, raw=raw), []
