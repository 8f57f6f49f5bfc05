"""A text under another language's name is noticed."""

from __future__ import annotations

import pytest

from coursekit.content.tongue import SMALL_WORDS, tongue
from tests.content.course import FILES, small_course
from tests.content.test_check import said

LANGUAGES = ("en", "es", "it", "da", "nl", "he")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_course_is_taken_for_another_language(library, language):
    for (of, path), page in library.pages.items():
        if of == language:
            assert tongue(page.text) in (language, None), path


def test_no_small_word_belongs_to_two_languages():
    words = [word for words in SMALL_WORDS.values() for word in words.split()]

    assert len(words) == len(set(words))


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "es"])
def test_a_page_in_the_wrong_folder_is_reported(library, tmp_path, language):
    words = library.pages[language, "brand/profile.md"].text.split("\n---\n", 1)[1]
    prose = "".join(line for line in words.splitlines() if line[:1].isalpha())
    small_course(tmp_path, **{"docs/es/two.md": FILES["docs/es/two.md"] + f"\n{prose}\n"})

    assert "docs/es/two.md:1:1: the words do not seem to be in 'es'" in said(tmp_path)


def test_the_lessons_are_long_enough_for_a_verdict(library):
    assert {tongue(library.pages[each, "brand/profile.md"].text) for each in LANGUAGES} == {
        *LANGUAGES
    }
