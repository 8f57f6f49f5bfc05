"""The table of local examples says what the pages of its language say, and no more."""

from __future__ import annotations

import re

import pytest

PAGE = "trainer/local-examples.md"
BOLD = re.compile(r"\*\*([^*\[\]]+)\*\*")
LAWS = {  # what each edition names, as its own pages spell it
    "en": ("PECR", "UK GDPR"),
    "es": ("RGPD", "LSSI"),
    "it": ("GDPR", "130", "Codice privacy"),
    "da": ("markedsføringsloven § 10", "GDPR"),
    "nl": ("11.7", "Telecommunicatiewet", "AVG"),
    "he": ("30א", "חוק הגנת הפרטיות"),
}


def words_of(library, language: str) -> str:
    """All that the language's other pages say, on one line, without emphasis."""
    pages = (
        page for (lang, path), page in library.pages.items() if (lang, path) != (language, PAGE)
    )
    texts = [page.text for page in pages if page.language == language]
    return re.sub(r"\s+", " ", " ".join(texts)).replace("*", "")


@pytest.mark.parametrize("language", LAWS)
def test_every_name_and_place_stands_in_the_pages_of_its_language(library, language):
    names = BOLD.findall(library.pages[language, PAGE].text)
    text = words_of(library, language)

    assert len(names) >= 25
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("language", LAWS)
def test_the_law_on_cold_contact_is_the_one_that_the_lesson_names(library, language):
    table, lesson = (library.pages[language, path].text for path in (PAGE, "relate/inviting.md"))

    assert [law for law in LAWS[language] if law not in table or law not in lesson] == []


def test_every_edition_speaks_of_the_other_five(library):
    for language in LAWS:
        text = library.pages[language, PAGE].text
        rows = text.split("{#editions}")[1].split("{#swap}")[0].strip().splitlines()

        assert len([row for row in rows if row.startswith("|")]) == 2 + len(LAWS) - 1, language
