"""The course as the site needs it: read, found sound, its walkthroughs run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError

from coursekit.content.check import check
from coursekit.content.library import Library, read_library
from coursekit.content.problems import report
from coursekit.trainer import Executed, run_walkthroughs


def open_course(root: Path, languages: Iterable[str]) -> tuple[Library, Executed]:
    """The course below `root` and its walkthroughs in `languages`.

    Raises
    ------
    PluginError
        With all problems, if the course cannot be shown.
    """
    library, problems = read_library(root)
    if library and not problems:
        problems = check(library)
    if library and not problems:
        executed, problems = run_walkthroughs(library, languages)
        if not problems:
            return library, executed
    raise PluginError(report(problems))
