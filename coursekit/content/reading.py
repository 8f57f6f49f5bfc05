"""How hard the course is to read: LIX, the measure that needs no list of words.

LIX = words per sentence + share of words of more than six letters, in per cent (C.-H. Björnsson,
1968). Below 30 is very easy, 40 is a newspaper, 60 is a law. It compares pages of one language;
between languages it does not, since they build words differently: Hebrew words are short.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursekit.content.library import Library
from coursekit.content.page import Page
from coursekit.content.prose import plain

WORD = re.compile(r"[^\W\d_]+(?:[’'״׳-][^\W\d_]+)*")
SENTENCE = re.compile(r"[.!?:]+(?:\s|$)")
LONG = 6  # letters, above which a word is long


@dataclass(frozen=True)
class Reading:
    """Words of running text, and their LIX."""

    words: int
    lix: float


def reading_of(text: str) -> Reading:
    """The measure of a plain text.

    Examples
    --------
    >>> reading_of("A short line. Another considerable one.")
    Reading(words=6, lix=36.3)
    """
    words = WORD.findall(text)
    sentences = max(1, len(SENTENCE.findall(text)))
    share = 100 * sum(len(word) > LONG for word in words) / max(1, len(words))
    return Reading(len(words), round(len(words) / sentences + share, 1))


def reading(library: Library, language: str) -> dict[str, Reading]:
    """The measure of each page with running text, by path."""
    pages = [page for (of, _), page in library.pages.items() if of == language]
    return {page.path: reading_of(_running(page)) for page in pages}


def _running(page: Page) -> str:
    return " ".join(plain(paragraph) + ". " for _, paragraph in page.paragraphs)
