"""What questions should not say, in the words of one language: `locales/<lang>/phrases.yml`."""

from __future__ import annotations

import re
from functools import cached_property

from pydantic import Field

from coursekit.content.models import Strict

SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
CLAUSE = re.compile(r"[,;:–—]")
FEW_WORDS = r"(?:\w+ ){0,3}"


class Phrases(Strict):
    """Phrases by what is wrong with them; a `*` among them stands for up to three words."""

    all_or_none: list[str] = Field(alias="all-or-none")  # "all of the above"
    negative: list[str]  # a question that asks for what is not so
    to: list[str]  # between the two numbers of a range

    @cached_property
    def _all_or_none(self) -> re.Pattern:
        return _any(self.all_or_none)

    @cached_property
    def _negative(self) -> re.Pattern:
        return _any(self.negative)

    @cached_property
    def range(self) -> re.Pattern:
        """A range of numbers in a text: 10 to 20, 10–20."""
        between = "|".join(["-", "–", "—", *map(re.escape, self.to)])
        number = r"(\d+(?:[.,]\d+)?)"
        return re.compile(rf"{number} ?(?:{between}) ?{number}")

    def all_or_none_in(self, text: str) -> str:
        """The phrase in an option that only speaks of the other options."""
        found = self._all_or_none.search(plain(text))
        return found[0].strip() if found else ""

    def negative_in(self, prompt: str) -> str:
        """The phrase in a prompt's question, its last sentence, that asks for what is not so."""
        question = (SENTENCE.findall(prompt) or [""])[-1]
        found = (self._negative.search(plain(part)) for part in CLAUSE.split(question))
        return next((match[0].strip() for match in found if match), "")


def plain(text: str) -> str:
    """`text` in small letters, words and numbers only, with a space around each."""
    shown = re.sub(r"\]\([^)]*\)", "]", text)  # of a link its words
    words = re.findall(r"\w+", shown.casefold())
    return f" {' '.join(words)} "


def _any(phrases: list[str]) -> re.Pattern:
    """A pattern for any of the phrases, as whole words in a plain text."""
    kinds = (_pattern(phrase) for phrase in phrases)
    return re.compile("|".join(f" {kind}(?= )" for kind in kinds) or r"(?!)")


def _pattern(phrase: str) -> str:
    parts = [plain(part).strip() for part in phrase.split("*")]
    return f" {FEW_WORDS}".join(map(re.escape, parts)).replace(r"\ ", " ")
