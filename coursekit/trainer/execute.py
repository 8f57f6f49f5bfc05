"""Notebooks run from top to bottom in a kernel of their own, and the results kept."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

PATIENCE = 60  # seconds for one cell


FRESH = "get_ipython().run_line_magic('reset', '-f')"  # the names of the notebook before are gone


@dataclass(frozen=True)
class Failure:
    """The id of the cell that failed, what it said, and the place of its notebook."""

    cell: str
    message: str
    notebook: int = 0


def executed(node: NotebookNode, folder: Path, cache: Path) -> NotebookNode | Failure:
    """`node` after all its cells ran in `folder`, read from `cache` if that exists."""
    results = executed_together([(node, cache)], folder)
    return results if isinstance(results, Failure) else results[0]


def executed_together(
    jobs: Sequence[tuple[NotebookNode, Path]], folder: Path
) -> list[NotebookNode] | Failure:
    """Each notebook after all its cells ran in `folder`, read from its cache if that exists.

    One kernel runs them all, one after the other, each with no names but its own. Results
    are written to the caches, unless one fails.
    """
    missing = [place for place, (_, cache) in enumerate(jobs) if not cache.exists()]
    if missing and (failure := _run({place: jobs[place][0] for place in missing}, folder)):
        return failure
    for place in missing:
        _keep(*jobs[place])
    kept = set(range(len(jobs))) - set(missing)
    return [
        nbformat.read(cache, as_version=4) if place in kept else node
        for place, (node, cache) in enumerate(jobs)
    ]


def _keep(node: NotebookNode, cache: Path) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=cache.parent, delete=False) as file:
        file.write(nbformat.writes(node))
    os.replace(file.name, cache)


def _run(nodes: Mapping[int, NotebookNode], folder: Path) -> Failure | None:
    """Run the notebooks as one, whose cells are theirs; their ids tell the place as well."""
    together = new_notebook()
    for place, node in nodes.items():
        for cell in node.cells:
            cell.id = f"{place}-{cell.id}"
        together.cells += [new_code_cell(FRESH), *node.cells]
    try:
        return _run_cells(together, folder)
    finally:
        for node in nodes.values():
            for cell in node.cells:
                cell.id = cell.id.partition("-")[2]


def _run_cells(node: NotebookNode, folder: Path) -> Failure | None:
    # here, because a site whose notebooks are all in the cache does without these imports
    from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError
    from nbconvert.preprocessors import ExecutePreprocessor
    from traitlets.config import Config

    config, started = Config(), [""]
    config.KernelSpecManager.kernel_dirs = []  # this Python, whatever else is installed
    with tempfile.TemporaryDirectory() as home:
        config.KernelManager.connection_file = f"{home}/kernel.json"
        if os.name == "posix":
            config.KernelManager.transport = "ipc"  # no ports, over which two builds could fall
        runner = ExecutePreprocessor(
            config=config,
            timeout=PATIENCE,
            kernel_name="python3",
            record_timing=False,  # the same notebook gives the same bytes
            extra_arguments=[f"--ipython-dir={home}"],  # nobody's start-up files
            on_cell_start=lambda cell, cell_index: started.append(cell.id),
        )
        try:
            runner.preprocess(node, {"metadata": {"path": str(folder)}})
        except CellExecutionError as error:
            return _failure(started[-1], f"{error.ename}: {error.evalue}")
        except CellControlSignal:
            return _failure(started[-1], f"no end after {PATIENCE} seconds")
        except DeadKernelError:
            return _failure(started[-1], "the kernel died")
    return None


def _failure(id: str, message: str) -> Failure:
    place, _, cell = id.partition("-")
    return Failure(cell, message, int(place))
