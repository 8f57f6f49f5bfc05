"""The questions that learners ask have answers of their own, each short and with its evidence."""

from __future__ import annotations

import re

import pytest

from coursekit.content import SOURCE

QUESTION = re.compile(
    r"^### (?P<asked>.+?) \{#(?P<anchor>[a-z0-9-]+)\}\n(?P<answer>.*?)(?=^#|\Z)", re.M | re.S
)
BESIDE_WORDS = re.compile(r"\[claim:\w+\]|\]\([^)]*\)")


@pytest.fixture(scope="module")
def questions(library) -> dict[str, str]:
    """The answers by anchor."""
    text = library.pages[SOURCE, "reference/faq.md"].text
    found = list(QUESTION.finditer(text))
    assert all(match["asked"].endswith("?") for match in found)
    return {match["anchor"]: match["answer"] for match in found}


def test_there_are_forty_questions_each_with_an_anchor_of_its_own(questions, library):
    page = library.pages[SOURCE, "reference/faq.md"]

    assert len(questions) == 40
    assert len([level for level, _, _ in page.headings if level == 3]) == 40


def test_every_answer_is_forty_to_ninety_words(questions):
    lengths = {
        anchor: len(BESIDE_WORDS.sub("", text).split()) for anchor, text in questions.items()
    }

    assert {anchor: n for anchor, n in lengths.items() if not 40 <= n <= 90} == {}


def test_every_answer_shows_its_evidence(questions):
    assert [anchor for anchor, text in questions.items() if "[claim:" not in text] == []
