"""The ledger and the glossary, as pages show them."""

from __future__ import annotations

from typing import get_args

import pytest
from bs4 import BeautifulSoup

from coursekit.content.facts import Theme
from coursekit.host import safe_html
from coursekit.render import Scene, render_block
from coursekit.render.glossary import sort_key

PAGE = "reference/evidence.md"


def shown(library, kind, body=None, language="en"):
    """A block of the evidence page as a tree."""
    scene = Scene(library, language, PAGE, to_html=safe_html, link=lambda target: f"/{target}")
    return BeautifulSoup(render_block(kind, body or {}, scene), "html.parser")


@pytest.fixture(scope="module")
def entries(library):
    """Every entry of the English ledger by the id of its element."""
    themes = [shown(library, "claims", {"theme": theme}) for theme in get_args(Theme)]
    return [entry for soup in themes for entry in soup.select("li")]


def test_every_claim_stands_in_one_list_and_every_list_on_the_page(library, entries):
    ids = [entry["id"] for entry in entries]
    shown_themes = [f.body["theme"] for f in library.page("en", PAGE).fences if f.kind == "claims"]

    assert sorted(ids) == sorted(f"claim-{claim}" for claim in library.claims())
    assert sorted(shown_themes) == sorted(get_args(Theme))


def test_an_entry_has_words_grade_source_day_and_where_it_is_taught(library, entries):
    entry = next(entry for entry in entries if entry["id"] == "claim-O22")
    source = library.evidence()["linkedin-help"]

    assert library.claims()["O22"].text in entry.get_text()
    assert entry["data-grade"] == "official"
    assert entry.find("a", href=source.url).get_text() == source.title
    assert entry.time["datetime"] == "2026-11-21"
    assert entry.find("a", href="/brand/profile/")


def test_a_claim_that_nothing_cites_says_so(library, entries):
    from coursekit.content import coverage

    uses = coverage(library)
    for entry in entries:
        claim = entry["id"].removeprefix("claim-")
        said = library.interface()["claims.nowhere"] in entry.get_text()
        assert said == (uses[claim].taught == []), claim


def test_the_ledger_speaks_the_language_of_the_page(library):
    soup = shown(library, "claims", {"theme": "brand"}, "he")

    entry = soup.select_one("#claim-O22")
    assert library.claims("he")["O22"].text in entry.get_text()
    assert library.interface("he")["claims.taught"] in entry.get_text()
    assert library.page("he", "brand/profile.md").front.title in entry.get_text()


def test_the_glossary_has_every_term_once_in_alphabetical_order(library):
    terms = [term.get_text() for term in shown(library, "glossary").select("dt")]

    assert terms == sorted((entry.term for entry in library.terms()), key=str.casefold)
    assert len(shown(library, "glossary").select("dd")) == len(terms)


def test_a_translated_term_has_the_english_beside_it(library):
    from dataclasses import replace

    from coursekit.content.words import Overlay

    words = {"pillar.term": "pilar", "pillar.note": "Una de cuatro."}
    overlay = Overlay(library.sources["terms"].document, words, {})
    spanish = replace(library, overlays=library.overlays | {("es", "terms"): overlay})

    soup = shown(spanish, "glossary", language="es")

    term = next(term for term in soup.select("dt") if term.get_text().startswith("pilar"))
    assert term.bdi["lang"] == "en"
    assert term.bdi.get_text() == "pillar"
    assert term.find_next("dd").get_text() == "Una de cuatro."


def test_danish_letters_come_last():
    words = ["åben", "ærlig", "aktiv", "øvelse", "zone"]

    assert sorted(words, key=lambda word: sort_key(word, "da")) == [
        "aktiv", "zone", "ærlig", "øvelse", "åben",
    ]  # fmt: skip
