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
from coursekit.trainer.execute import Failure, executed_together

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
        names = library.outline.exercises if batch else []
        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = list(pool.map(lambda name, batch=batch: _run(library, batch, name), names))
        for name, result in zip(names, results, strict=True):
            if isinstance(result, Failure):
                problems.append(_problem(library, batch[result.notebook], name, result))
                continue
            for language, node in zip(batch, result, strict=True):
                done.setdefault(language, {})[name] = node
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


def _run(library: Library, languages: list[str], name: str) -> list[NotebookNode] | Failure:
    """The notebook of an exercise in several languages, in one kernel."""
    jobs = []
    for language in languages:
        words = labels(library.interface(language), language)
        node = localised(library.notebook(name, language), language, words)
        jobs.append((node, _cache(library.root, name, language, node)))
    results = executed_together(jobs, library.root / "exercises" / name)
    if not isinstance(results, Failure):
        for language, (_, cache) in zip(languages, jobs, strict=True):
            for outdated in set(cache.parent.glob(f"{name}.{language}.*.ipynb")) - {cache}:
                outdated.unlink(missing_ok=True)
    return results


def _cache(root: Path, name: str, language: str, node: NotebookNode) -> Path:
    return root / f".cache/walkthroughs/{name}.{language}.{_hash(node, root, name)}.ipynb"


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
