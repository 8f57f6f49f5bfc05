"""The course as the site needs it: read, found sound, its walkthroughs run."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from logging import LoggerAdapter
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

from coursekit.content import Library, Problem, check, lags, read_library, report
from coursekit.host.extension import safe_html
from coursekit.host.stamp import stamp
from coursekit.render import Scene
from coursekit.trainer import Executed, run_walkthroughs

PARTS = (
    "course.yml",
    "coursekit/render",
    "coursekit/theme",
    "coursekit/web",
    "exercises",
    "locales",
    "quizzes",
    "ssi_calc",
)


@dataclass(frozen=True)
class Course:
    """What one build shows; `homes` are the folders of its languages from the site's root.

    On a `flat` site each page is a file with a name, for opening it without a server.
    While an author has something to mend, `problems` says what. `stamp` stays the same while
    at most the texts of pages change.
    """

    library: Library
    notebooks: Executed
    homes: dict[str, str]
    flat: bool = False
    problems: str = ""
    stamp: str = ""

    @property
    def parts(self) -> list[str]:
        """Files and folders beside docs/ whose changes show in the site."""
        return [str(self.library.root / name) for name in PARTS]

    def announce(self, log: LoggerAdapter) -> None:
        """Say what is broken, and where translations are behind."""
        if self.problems:
            log.error(self.problems)
        if log.isEnabledFor(logging.WARNING):  # looking for them takes a while
            for lag in lags(self.library):
                log.warning(lag)

    def compiled_templates(self) -> FileSystemBytecodeCache:
        """Where the theme's templates are kept compiled: every language would do it anew."""
        folder = self.library.root / ".cache/templates"
        folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(folder))

    def scene(self, language: str, path: str, url: str) -> Scene:
        """The page `path` in `language`, as seen from `url`."""
        return Scene(
            self.library,
            language,
            path,
            to_html=safe_html,
            link=partial(get_relative_url, other=url),
            notebooks=self.notebooks[language],
            homes=self.homes,
            flat=self.flat,
            problems=self.problems,
        )


def open_course(
    root: Path,
    languages: Sequence[str],
    last: Course | None = None,
    flat: bool = False,
    given: Library | None = None,
) -> Course:
    """The course below `root` in `languages`, the first of them at the site's root.

    If it is `given`, read and found sound, it is not read again.

    While it cannot be shown, `last` stands in for it, with the problems.

    Raises
    ------
    PluginError
        With all problems, if the course cannot be shown and there is no `last`.
    """
    library, problems = (given, []) if given else _checked(root)
    if library and not problems:
        now = stamp(root / name for name in (*PARTS, "docs", "mkdocs.yml"))
        if last and last.stamp == now and set(languages) <= last.homes.keys():
            executed = last.notebooks
        else:
            executed, problems = run_walkthroughs(library, languages)
        if not problems:
            first, *others = languages
            homes = {first: ""} | {language: f"{language}/" for language in others}
            return Course(library, executed, homes, flat, stamp=now)
    if last is None:
        raise PluginError(report(problems))
    return replace(last, problems=report(problems))


def _checked(root: Path) -> tuple[Library | None, list[Problem]]:
    library, problems = read_library(root)
    return library, problems or (check(library) if library else [])
