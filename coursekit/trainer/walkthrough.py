"""Walkthroughs that have been run: each exercise's notebook, once in every language.

Library > Notebook (words by cell id) > localised notebook > executed notebook, kept in
.cache/walkthroughs until something that it depends on changes.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from pprint import pformat

import nbformat
from babel.numbers import get_decimal_symbol
from nbformat import NotebookNode

from coursekit.content.library import Library
from coursekit.content.notebook import Notebook
from coursekit.content.problems import Problem
from coursekit.content.words import SOURCE

AT_ONCE = 2  # kernels
PATIENCE = 60  # seconds for one cell
LABELS = ("pillar.", "simulator.")  # interface words that charts and tables need


def run_walkthroughs(
    library: Library, languages: Iterable[str]
) -> tuple[dict[tuple[str, str], NotebookNode], list[Problem]]:
    """Each exercise's notebook by (language, exercise), executed, and what went wrong.

    English goes first: a notebook that fails there is reported once, not six times.
    """
    done: dict[tuple[str, str], NotebookNode] = {}
    problems: list[Problem] = []
    others = [language for language in languages if language != SOURCE]
    for name in library.outline.exercises:
        node, wrong = _run(library, SOURCE, name)
        problems += wrong
        if node is None:
            continue
        done[SOURCE, name] = node
        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = list(pool.map(lambda each, name=name: _run(library, each, name), others))
        for language, (node, wrong) in zip(others, results, strict=True):
            problems += wrong
            if node is not None:
                done[language, name] = node
    return done, problems


def localised(notebook: Notebook, language: str, words: dict[str, str]) -> NotebookNode:
    """`notebook` with its own words in its Markdown cells and `words` as its labels.

    The cell tagged `parameters` is written anew: `labels`, flat, and `language`.
    """
    node = nbformat.reads(notebook.raw, as_version=4)
    prose = {cell.id: cell.text for cell in notebook.cells}
    for cell in node.cells:
        if cell.cell_type == "markdown":
            cell.source = prose[cell.id]
            continue
        cell.outputs, cell.execution_count = [], None
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = f"labels = {pformat(words, width=100)}\nlanguage = {language!r}"
    return node


def labels(words: dict[str, str], language: str) -> dict[str, str]:
    """The interface words that outputs need, by the last part of their ids.

    Inputs stay `input.<id>`; `decimal` is the language's decimal sign.

    Examples
    --------
    >>> labels({"pillar.brand": "Marca", "input.skills": "Aptitudes", "quiz.check": "…"}, "es")
    {'brand': 'Marca', 'input.skills': 'Aptitudes', 'decimal': ','}
    """
    found = {}
    for name, text in words.items():
        if name.startswith(LABELS):
            found[name.split(".", 1)[1]] = text
        elif name.startswith("input."):
            found[name] = text
    return {**found, "decimal": get_decimal_symbol(language)}


def executed(
    node: NotebookNode, folder: Path, cache: Path
) -> tuple[NotebookNode | None, str, str]:
    """`node` after all its cells ran in `folder`; or None, the failing cell's id, what it said.

    `cache` is where the result lies, or will lie once the run succeeds.
    """
    if cache.exists():
        return nbformat.read(cache, as_version=4), "", ""
    cell, message = _execute(node, folder)
    if message:
        return None, cell, message
    cache.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=cache.parent, delete=False) as file:
        file.write(nbformat.writes(node))
    os.replace(file.name, cache)
    return node, "", ""


def _run(library: Library, language: str, name: str) -> tuple[NotebookNode | None, list[Problem]]:
    notebook = library.notebook(name, language)
    node = localised(notebook, language, labels(library.interface(language), language))
    folder = library.root / "exercises" / name
    stem = f"{name}.{language}."
    cache = library.root / ".cache/walkthroughs" / f"{stem}{_hash(node, library.root, name)}.ipynb"
    node, cell, message = executed(node, folder, cache)
    for other in cache.parent.glob(f"{stem}*.ipynb"):
        if other != cache:
            other.unlink(missing_ok=True)
    if node is not None:
        return node, []
    path = (folder / "walkthrough.ipynb").relative_to(library.root).as_posix()
    line = _line(notebook.raw, cell)
    hint = f"run the notebook from the top with language = '{language}'"
    return None, [Problem(path, line, 1, f"cell '{cell}' fails in '{language}': {message}", hint)]


def _execute(node: NotebookNode, folder: Path) -> tuple[str, str]:
    """Run `node` in place; the id of the cell that failed and its message, or two empty words."""
    # late, because half a second of imports is wasted where the cache has everything
    from nbclient.exceptions import CellControlSignal, DeadKernelError
    from nbconvert.preprocessors import ExecutePreprocessor
    from traitlets.config import Config

    config = Config()
    config.KernelSpecManager.kernel_dirs = []  # this Python, whatever else is installed
    if os.name == "posix":
        config.KernelManager.transport = "ipc"  # no ports, so parallel builds cannot collide
    with tempfile.TemporaryDirectory() as home:
        runner = ExecutePreprocessor(
            config=config, timeout=PATIENCE, kernel_name="python3", record_timing=False,
            extra_arguments=[f"--ipython-dir={home}"],  # nobody's start-up files
        )
        try:
            runner.preprocess(node, {"metadata": {"path": str(folder)}})
        except CellControlSignal as error:
            return _failed_cell(node), _last_line(error)
        except DeadKernelError:
            return _failed_cell(node), "the kernel died"
    return "", ""
