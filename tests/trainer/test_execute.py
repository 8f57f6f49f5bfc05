"""Notebooks run in kernels that are started for them, say what failed, and end."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from coursekit.trainer import Failure, executed
from coursekit.trainer.execute import executed_together


def notebook(**cells: str):
    """A notebook of code cells by their ids."""
    code = []
    for name, source in cells.items():
        cell = new_code_cell(source)
        cell["id"] = name.replace("_", "-")
        code.append(cell)
    return new_notebook(cells=code)


def kernels() -> set[str]:
    """The process ids of the kernels that this process started and that still run."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            parent = f"PPid:\t{os.getpid()}\n" in status.read_text()
            if parent and b"ipykernel" in (status.parent / "cmdline").read_bytes():
                found.add(status.parent.name)
        except OSError:
            continue  # it has just ended
    return found


def test_a_failing_cell_is_named_with_its_message_and_nothing_is_kept(tmp_path):
    node = notebook(begin="x = 1", divide_it="x / 0", end="x")

    result = executed(node, tmp_path, tmp_path / "kept" / "a.ipynb")

    assert result == Failure("divide-it", "ZeroDivisionError: division by zero")
    assert not (tmp_path / "kept").exists()


def test_cells_run_in_the_given_folder_and_the_result_is_kept(tmp_path):
    (tmp_path / "words.txt").write_text("here", encoding="utf-8")
    kept = tmp_path / "kept" / "a.ipynb"

    result = executed(notebook(read="open('words.txt').read()"), tmp_path, kept)

    assert result.cells[0].outputs[0].data["text/plain"] == "'here'"
    assert nbformat.read(kept, as_version=4) == result
    assert [path.name for path in kept.parent.iterdir()] == ["a.ipynb"]


def test_what_is_kept_is_not_run_again(tmp_path):
    kept = tmp_path / "a.ipynb"
    nbformat.write(notebook(other="1 + 1"), kept)

    result = executed(notebook(read="raise SystemError"), tmp_path, kept)

    assert result.cells[0].id == "other"


def test_notebooks_that_share_a_kernel_share_no_names(tmp_path):
    jobs = [
        (notebook(one="secret = 1"), tmp_path / "a.ipynb"),
        (notebook(two="'secret' in globals()"), tmp_path / "b.ipynb"),
        (notebook(three="secret"), tmp_path / "c.ipynb"),
    ]

    first, second = executed_together(jobs[:2], tmp_path)
    failed = executed_together(jobs, tmp_path)

    assert first.cells[0].id == "one"
    assert second.cells[0].outputs[0].data["text/plain"] == "False"
    assert failed == Failure("three", "NameError: name 'secret' is not defined", 2)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no list of processes here")
def test_no_kernel_outlives_its_notebook(tmp_path):
    executed(notebook(fine="1"), tmp_path, tmp_path / "a.ipynb")
    executed(notebook(wrong="1 / 0"), tmp_path, tmp_path / "b.ipynb")

    assert kernels() == set()
