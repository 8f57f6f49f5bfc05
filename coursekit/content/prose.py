"""The words of the course as plain texts: what a reader of one language reads, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coursekit.content.library import Library
from coursekit.content.page import Page
from coursekit.content.problems import Problem
from coursekit.content.words import MANY_TEXTS, SOURCE

NAMES_ONLY = {"sources"}  # string files that hold titles and names, in whatever language

# what stands in a text and is not prose, with what is left of it
MARKUP = (
    (
        re.compile(r"(`+)[^`]+\1|\[claim:\w+\]|\{[^{}]*\}|https?://\S+|\b[\w-]+\.(?:com|org)\S*"),
        " ",
    ),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^(?:!!!|\?\?\?).*?\"|^[#>|*\d. -]+|[*_|#]+", re.M), " "),
)


@dataclass(frozen=True)
class Text:
    """One paragraph of a page, or one string of a file, without its markup."""

    language: str
    file: str
    line: int
    words: str

    def problem(self, message: str, hint: str = "") -> Problem:
        """A problem at the place of this text."""
        return Problem(self.file, self.line, 1, message, hint)


def texts(library: Library, language: str) -> Iterator[Text]:
    """Every text of `language`: pages first, then the strings of its files."""
    for (of, _), page in library.pages.items():
        if of == language:
            yield from _of_page(page)
    if language == SOURCE:
        for file, source in library.sources.items():
            if file not in NAMES_ONLY:
                for words in source.words.values():
                    yield Text(language, source.document.path, 1, plain(words))
        return
    for (of, file), overlay in library.overlays.items():
        if of == language and file not in NAMES_ONLY:
            lines = overlay.document.lines()
            for name, words in overlay.words.items():
                yield Text(language, overlay.document.path, lines[name], plain(words))


@lru_cache(maxsize=MANY_TEXTS)
def plain(text: str) -> str:
    """`text` without markup, code, marks, places in braces and addresses.

    Examples
    --------
    >>> plain("Read **this** [page](profile.md#idea). [claim:O22]")
    'Read this page.'
    """
    for pattern, rest in MARKUP:
        text = pattern.sub(rest, text)
    return " ".join(text.split())


def _of_page(page: Page) -> Iterator[Text]:
    head = (page.front.title, page.front.description, *page.front.objectives.values())
    for words in head:
        yield Text(page.language, page.file, 1, plain(words))
    for line, paragraph in page.prose:
        yield Text(page.language, page.file, line, plain(paragraph))
