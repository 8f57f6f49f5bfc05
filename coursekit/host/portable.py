"""The site of one language for opening without a server: every page a file with a name."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from coursekit.content import Library
from coursekit.host.plugin import CoursePlugin

Site = dict[str, bytes]  # files by their path

_course: Library  # of this process; MkDocs too keeps its state there


def portable_sites(library: Library, languages: Sequence[str]) -> dict[str, Site]:
    """The site of each language by itself, as many built at once as there are processors.

    `library` is a course without problems.

    Raises
    ------
    ValueError
        If one cannot be built, with what MkDocs says.
    """
    workers = min(os.cpu_count() or 1, len(languages))
    with tempfile.TemporaryDirectory() as folder:
        with ProcessPoolExecutor(workers, _processes(), _begin, (library,)) as pool:
            said = list(pool.map(partial(_build, folder), languages))
        if problems := [problem for problem in said if problem]:
            raise ValueError("\n".join(problems))
        return {language: files_below(Path(folder, language)) for language in languages}


def files_below(folder: Path) -> Site:
    """Every file below `folder` by its path from there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _processes() -> multiprocessing.context.BaseContext:
    """How processes begin: where it is safe with all that this one has read and loaded."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _begin(library: Library) -> None:
    """Ready a process: it builds nothing but sites of this course, and warns of nothing."""
    global _course
    _course = library
    logging.disable(logging.WARNING)  # `make build` is who tells the author


def _build(folder: str, language: str) -> str:
    """Build one site into its folder, in a process of its own; what went wrong, if anything."""
    os.environ["ONLY"] = language  # where mkdocs.yml looks for it
    config = load_config(
        f"{_course.root}/mkdocs.yml",
        site_dir=f"{folder}/{language}",
        site_url="",  # no address of a place where this edition does not stand
        use_directory_urls=False,
        strict=False,
    )
    plugin = config.plugins["course"]
    assert isinstance(plugin, CoursePlugin)
    plugin.given = _course
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        return str(error)
    return ""
