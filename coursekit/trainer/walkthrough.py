"""Walkthroughs that have been run: each exercise's notebook, once in every language.

Library > Notebook (words by cell id) > localised notebook > executed notebook, kept in
.cache/walkthroughs until something changes that it depends on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
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
from coursekit.trainer.execute import Failure, executed

AT_ONCE = 2  # kernels
LABELS = ("pillar.", "simulator.")  # interface words that charts and tables need

Executed = dict[str, dict[str, NotebookNode]]  # by language, then by exercise


def run_walkthroughs(library: Library, languages: Iterable[str]) -> tuple[Executed, list[Problem]]:
    """Each exercise's notebook in each language, executed, and what went wrong.

    English runs first: what fails there is reported once, not in all languages.
    """
    done: Executed = {language: {} for language in languages}
    problems: list[Problem] = []
    for batch in ([SOURCE], [language for language in done if language != SOURCE]):
        jobs = [(language, name) for name in library.outline.exercises for language in batch]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = list(pool.map(lambda job: _run(library, *job), jobs))
        for (language, name), result in zip(jobs, results, strict=True):
            if isinstance(result, Failure):
                problems.append(_problem(library, language, name, result))
            else:
                done.setdefault(language, {})[name] = result
        if problems:
            break
    return done, problems


def localised(notebook: Notebook, language: str, words: dict[str, str]) -> NotebookNode:
    """`notebook` with its words in its Markdown cells and `words` as its labels.

    The cell tagged `parameters` is written anew: `labels`, flat, and `language`.
    """
    node = nbformat.reads(notebook.raw, as_version=4)
    prose = {cell.id: cell.text for cell in notebook.cells}
    for cell in node.cells:
        if cell.cell_type == "markdown":
            cell.source = prose[cell.id]
        elif cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            if "parameters" in cell.metadata.get("tags", []):
                cell.source = f"labels = {pformat(words, width=100)}\nlanguage = {language!r}"
    return node


def labels(words: dict[str, str], language: str) -> dict[str, str]:
    """The interface words that outputs need, their block's prefix dropped.

    The inputs' names stay `input.<id>`; `decimal` is the language's decimal sign.

    Examples
    --------
    >>> labels({"pillar.brand": "Marca", "input.skills": "Aptitudes", "quiz.check": "…"}, "es")
    {'brand': 'Marca', 'input.skills': 'Aptitudes', 'decimal': ','}
    """
    found = {}
    for name, text in words.items():
        if name.startswith(LABELS):
            found[name.partition(".")[2]] = text
        elif name.startswith("input."):
            found[name] = text
    return {**found, "decimal": get_decimal_symbol(language)}


def _run(library: Library, language: str, name: str) -> NotebookNode | Failure:
    words = labels(library.interface(language), language)
    node = localised(library.notebook(name, language), language, words)
    stem = f"{name}.{language}."
    kept = library.root / ".cache/walkthroughs"
    cache = kept / f"{stem}{_hash(node, library.root, name)}.ipynb"
    result = executed(node, library.root / "exercises" / name, cache)
    if not isinstance(result, Failure):
        for outdated in set(kept.glob(f"{stem}*.ipynb")) - {cache}:
            outdated.unlink(missing_ok=True)
    return result


def _hash(node: NotebookNode, root: Path, name: str) -> str:
    found = hashlib.sha256(nbformat.writes(node).encode())
    for path in _depends_on(root, name):
        found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def _depends_on(root: Path, name: str) -> Iterator[Path]:
    """The files whose change may change what the notebook's cells put out."""
    for pattern in ("ssi_calc/*.py", "ssi_calc/*.yml", "exercises/*.py", f"exercises/{name}/**/*"):
        for path in sorted(root.glob(pattern)):
            if path.suffix in {".py", ".yml", ".csv", ".json"}:
                yield path


def _problem(library: Library, language: str, name: str, failure: Failure) -> Problem:
    return Problem(
        f"exercises/{name}/walkthrough.ipynb",
        library.notebook(name).line(failure.cell),
        1,
        f"cell '{failure.cell}' fails in '{language}': {failure.message}",
        f"run the notebook from the top with language = '{language}'",
    )
