"""Notebooks run from top to bottom in a kernel of their own, and the results kept."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

PATIENCE = 60  # seconds for one cell


@dataclass(frozen=True)
class Failure:
    """The id of the cell that failed, and what it said."""

    cell: str
    message: str


def executed(node: NotebookNode, folder: Path, cache: Path) -> NotebookNode | Failure:
    """`node` after all its cells ran in `folder`, read from `cache` if that exists.

    A result is written to `cache`, a failure is not.
    """
    if cache.exists():
        return nbformat.read(cache, as_version=4)
    if failure := _run(node, folder):
        return failure
    cache.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=cache.parent, delete=False) as file:
        file.write(nbformat.writes(node))
    os.replace(file.name, cache)
    return node


def _run(node: NotebookNode, folder: Path) -> Failure | None:
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
            return Failure(started[-1], f"{error.ename}: {error.evalue}")
        except CellControlSignal:
            return Failure(started[-1], f"no end after {PATIENCE} seconds")
        except DeadKernelError:
            return Failure(started[-1], "the kernel died")
    return None
