"""Pages that `mkdocs serve` keeps from build to build: only what changed is made anew.

A page shows its own text, and of everything else at most what `fingerprint` is taken from.
While both stay the same, so do the page and its sections in the search index. While the
course is broken nothing is kept: what is shown is then partly the course of before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from coursekit.host.course import Course
from coursekit.host.stamp import digest

TEMPLATE = "kept.html"  # of the theme: says what is in `kept`


@dataclass
class Kept:
    """What became of a page, and a digest of all that it was `made_of`."""

    made_of: str
    title: str = ""
    anchors: set[str] = field(default_factory=set)
    sections: list[dict[str, Any]] = field(default_factory=list)
    html: str = ""


class KeptSite:
    """What became of each page, by the file that it comes from, and the files beside them."""

    def __init__(self) -> None:
        self._course = ""
        self._pages: dict[str, Kept] = {}
        self._files: dict[str, tuple[str, list[File]]] = {}

    def open(self, course: Course) -> None:
        """Begin a build of `course`."""
        self._course = "" if course.problems else fingerprint(course)

    def recall(self, page: Page, markdown: str, language: str, english: str) -> None:
        """Spare MkDocs the work on a page that is made of the same as before.

        `english` is the hash of the page that it may be a translation of.
        """
        made_of = digest(self._course, markdown, page.meta, language, english)
        kept = self._pages.get(page.file.src_uri)
        if not (self._course and kept and kept.html and kept.made_of == made_of):
            self._pages[page.file.src_uri] = Kept(made_of)
            return
        page.meta["template"] = TEMPLATE
        page.title = kept.title
        page.content = ""
        page.present_anchor_ids = kept.anchors
        page.render = _nothing_to_do  # type: ignore[method-assign]  # MkDocs asks nobody first

    def files(self, name: str, make: Callable[[], list[File]]) -> list[File]:
        """Files that hang on the course alone, made anew when it is another."""
        made_of, files = self._files.get(name, ("", []))
        if not self._course or made_of != self._course:
            files = make()
            self._files[name] = (self._course, files)
        return files

    def of(self, page: Page) -> Kept:
        """What is known of a page, which it may only now become."""
        return self._pages[page.file.src_uri]


def is_kept(page: Page) -> bool:
    """Whether the page is as it was in the last build."""
    return page.meta.get("template") == TEMPLATE


def _nothing_to_do(config: object, files: object) -> None:
    """Stands in for a page's conversion from Markdown."""


def fingerprint(course: Course) -> str:
    """A digest of all that a page may show beside its own text.

    Of the other pages that is their head, their anchors, blocks and claims, not what they say.
    """
    outlines = [
        (
            page.file,
            page.front,
            [anchor for _, anchor, _ in page.headings],
            [(fence.kind, fence.body) for fence in page.fences],
            [claim for claim, _ in page.claims],
        )
        for page in course.library.pages.values()
    ]
    return digest(course.stamp, outlines)
