"""The glossary's forbidden words, what is hard to see in Hebrew, and how hard pages are to read."""

from __future__ import annotations

import pytest

from coursekit.content.hebrew import FAULTS
from coursekit.content.library import read_library
from coursekit.content.reading import reading, reading_of
from coursekit.content.termbase import forbidden_words
from tests.content.course import small_course


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("כדאי לפתוח את LinkedIn\u200f היום", "direction mark"),
        ("הציון ב-LinkedIn עולה", "hyphen"),
        ("כל משתמש/ת רואה אותו", "slash"),
        ("שָׁלוֹם", "vowel points"),
        ('חברת בוקר בע"מ', "straight quote"),
    ],
)
def test_each_fault_of_a_hebrew_text_is_seen(text, fault):
    found = [what for what, pattern, _ in FAULTS if pattern.search(text)]

    assert len(found) == 1
    assert fault in found[0]


def test_sound_hebrew_has_none_of_them():
    text = 'הציון ב־LinkedIn עולה; בע״מ, 3/4 מהזמן, "כך" אומרים'

    assert not [what for what, pattern, _ in FAULTS if pattern.search(text)]


def test_longer_sentences_and_words_are_harder_to_read():
    easy = reading_of("We read a line. It is short.")
    hard = reading_of("Notwithstanding considerable organisational complications we read a line")

    assert hard.lix > easy.lix + 20


def test_every_language_s_lessons_stay_below_a_newspaper(library):
    for language in library.languages:
        pages = reading(library, language)
        heavy = {path: measure.lix for path, measure in pages.items() if measure.lix > 50}
        assert not heavy, f"{language}: {heavy}"


def test_a_forbidden_word_is_refused_with_the_course_s_own(tmp_path):
    changes = {
        "locales/es/glossary.yml": "- {term: pillar, use: pilar, forbidden: [columna]}\n",
        "locales/es/misconceptions.yml": "title-is-enough.text: Basta una columna\n",
    }
    library, _ = read_library(small_course(tmp_path, **changes))

    problems = [str(problem) for problem in forbidden_words(library)]

    assert problems == [
        "locales/es/misconceptions.yml:1:1: 'columna' is not the course's word\n"
        "  hint: the glossary has: pilar"
    ]
