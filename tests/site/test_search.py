"""The search field, in a browser, on an index made here."""

from __future__ import annotations

import json

import pytest

SECTIONS = {
    "he": [
        ("a", "", "הפרופיל שלך", "מה כתוב בו"),
        ("b", "", "כותרת", "רשמו בפרופיל מה אתם עושים"),
        ("c", "", "עוד", "פרופיל מלא"),
        ("d", "", "אחר", "תגובות ושיתופים"),
    ],
    "es": [("a", "", "El índice", "Qué mide"), ("b", "", "Otra", "El público y el año")],
    "da": [("a", "", "Små skridt", "Hvad du kan gøre i dag")],
    "en": [
        ("a", "", "Your profile", "A headline"),
        ("b", "Your profile", "The idea", "An index of four"),
    ],
}
TYPED = "(query) => document.getElementById('course-search-field').value === query"


@pytest.fixture
def search(page, serve_site):
    """Type `query` into the field of a language's first page; the found titles come back."""

    def run(language: str, query: str) -> list[str]:
        fields = ("url", "page", "title", "text")
        body = json.dumps([dict(zip(fields, entry, strict=True)) for entry in SECTIONS[language]])
        page.route(f"**/assets/search/{language}.json", lambda route: route.fulfill(body=body))
        page.goto(f"{serve_site}/" if language == "en" else f"{serve_site}/{language}/")
        page.locator("#course-search-field").press_sequentially(query)
        page.wait_for_function(TYPED, arg=query)
        page.locator("course-search [role=status]:not(:empty)").wait_for(state="attached")
        return page.locator(".course-search__title").all_inner_texts()

    return run


@pytest.mark.parametrize(
    ("language", "query", "titles"),
    [
        ("he", "פרופיל", {"הפרופיל שלך", "כותרת", "עוד"}),
        ("he", "הפרופיל", {"הפרופיל שלך", "כותרת", "עוד"}),
        ("he", "שיתופים", {"אחר"}),
        ("es", "indice", {"El índice"}),
        ("es", "ANO", {"Otra"}),
        ("da", "gore", {"Små skridt"}),
        ("da", "sma", {"Små skridt"}),
        ("en", "profil", {"Your profile", "The idea"}),
        ("en", "headlne", {"Your profile"}),
        ("en", "index four", {"The idea"}),
        ("en", "headline four", set()),
    ],
)
def test_a_word_is_found_whatever_its_accents_and_prefixes(language, query, titles, search):
    found = search(language, query)

    assert set(found) == titles


def test_the_word_is_marked_in_the_text(search, page):
    search("he", "פרופיל")

    assert set(page.locator("course-search mark").all_inner_texts()) == {
        "הפרופיל",
        "בפרופיל",
        "פרופיל",
    }


def test_the_number_of_results_is_announced(search, page):
    search("en", "headline")

    assert page.locator("course-search [role=status]").inner_text() == "1 result"


def test_arrow_keys_walk_the_results_and_escape_returns(search, page):
    search("en", "profile")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    first = page.evaluate("document.activeElement === document.querySelector('course-search a')")
    page.keyboard.press("Escape")

    assert first
    assert page.evaluate("document.activeElement.id") == "course-search-field"
    assert page.locator(".course-search__panel").is_hidden()


def test_the_index_is_loaded_only_when_the_field_gets_the_focus(page, serve_site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{serve_site}/")
    page.wait_for_load_state("networkidle")
    before = [url for url in asked if "search/" in url or "minisearch" in url]

    with page.expect_response("**/assets/search/en.json"):
        page.locator("#course-search-field").focus()

    assert before == []


def test_a_result_leads_to_the_page(page, serve_site):
    page.goto(f"{serve_site}/brand/profile/")

    page.locator("#course-search-field").fill("dashboard")
    result = page.locator("course-search a").first
    target = result.evaluate("(link) => link.href")
    result.click()

    page.wait_for_url(target)
    assert page.locator("h1").count() == 1
    assert page.url.startswith(f"{serve_site}/")


def test_a_search_that_cannot_load_says_so(page, serve_site):
    page.route("**/assets/search/en.json", lambda route: route.fulfill(status=503))
    page.goto(f"{serve_site}/")

    page.locator("#course-search-field").fill("profile")

    page.locator("course-search [role=status]", has_text="could not be loaded").wait_for()
