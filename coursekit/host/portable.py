"""The site of one language for opening without a server: every page a file with a name."""

from __future__ import annotations

import logging
import multiprocessing
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

Site = dict[str, bytes]  # files by their path


def portable_sites(root: Path, languages: Sequence[str]) -> dict[str, Site]:
    """The site of each language by itself, as many built at once as there are processors.

    Raises
    ------
    ValueError
        If one cannot be built, with what MkDocs says.
    """
    spawn = multiprocessing.get_context("spawn")  # MkDocs keeps state; each site starts anew
    with tempfile.TemporaryDirectory() as folder:
        with ProcessPoolExecutor(min(os.cpu_count() or 1, len(languages)), spawn) as pool:
            said = list(pool.map(partial(_build, str(root), folder), languages))
        if problems := [problem for problem in said if problem]:
            raise ValueError("\n".join(problems))
        return {language: files_below(Path(folder, language)) for language in languages}


def files_below(folder: Path) -> Site:
    """Every file below `folder` by its path from there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _build(root: str, folder: str, language: str) -> str:
    """Build one site into its folder, in a process of its own; what went wrong, if anything."""
    os.environ["ONLY"] = language  # where mkdocs.yml looks for it
    logging.disable(logging.WARNING)  # `make build` is who tells the author
    config = load_config(
        f"{root}/mkdocs.yml",
        site_dir=f"{folder}/{language}",
        site_url="",  # no address of a place where this edition does not stand
        use_directory_urls=False,
        strict=False,
    )
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        return str(error)
    return ""
