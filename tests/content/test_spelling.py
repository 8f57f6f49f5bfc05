"""No text holds a word that its dictionary does not know, or stands in another language."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.content.problems import report
from coursekit.content.prose import Text, plain
from coursekit.content.spelling import (
    Dictionary,
    foreign,
    misspelt,
    open_dictionary,
    spelling_problems,
    unneeded,
)

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = "the people you meet read this line before they read anything else"
DUTCH = "de mensen die je ontmoet lezen deze regel eerst"
WORDS = {"en": ENGLISH.split(), "nl": DUTCH.split()}


@pytest.mark.parametrize("language", ["en", "es", "it", "da", "nl", "he"])
def test_every_word_of_the_course_is_in_its_dictionary_or_among_the_exceptions(library, language):
    problems = spelling_problems(library, [language])

    assert not problems, report(problems[:40])


def test_a_misspelt_word_is_found_and_a_name_inside_a_sentence_is_not():
    own = open_dictionary(ROOT, "en")

    found = list(misspelt(Text("en", "a.md", 1, "Yesterday Zyxwv recieved a letter."), own))

    assert found == ["recieved"]


def test_a_text_left_in_another_language_is_named():
    own, other = dictionary("nl"), dictionary("en")

    assert foreign(Text("nl", "a.md", 1, ENGLISH), own, [other]) == "en"
    assert foreign(Text("nl", "a.md", 1, "deze mensen lezen de regel"), own, [other]) is None


def test_a_short_label_may_stay_in_another_language():
    assert (
        foreign(Text("nl", "a.md", 1, "read this line"), dictionary("nl"), [dictionary("en")])
        is None
    )


def test_an_exception_that_no_text_needs_is_reported():
    own = Dictionary("en", {"line"}.__contains__, frozenset({"reshare", "line", "gone"}))

    assert unneeded(own, {"Reshare", "line"}) == ["gone", "line"]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("See [the page](a.md#b). [claim:O22]", "See the page."),
        ("`course check` and {low}, www.example.org/x", "and , www."),
        ("| a | **b** |\n|---|---|", "a b"),
    ],
)
def test_markup_is_no_prose(marked, words):
    assert plain(marked) == words


def dictionary(language: str) -> Dictionary:
    """A dictionary of a few words."""
    return Dictionary(language, set(WORDS[language]).__contains__)
