"""The worked case as slides: by keyboard, right to left, with notes, alone, and without script."""

from __future__ import annotations

import re

import nbformat
import pytest

LANGUAGES = ("en", "es", "it", "da", "nl", "he")
CASE = "trainer/brand-13-to-18/"
WIDE = {"width": 1280, "height": 720}
PHONE = {"width": 360, "height": 740}
CURRENT = "document.querySelector('section.present > section.present').id"
SECTIONS = ".slides section section"
DECK = ".reveal.ready"
NOTES = "aside.notes"
LIGHT, DARK = "rgb(252, 251, 248)", "rgb(18, 25, 27)"


@pytest.fixture
def deck(browser, serve_site):
    """Opens the slides of a language; gives the page and the addresses it asked for."""
    contexts = []

    def open_deck(language, viewport=WIDE, query="", shown=DECK, **options):
        contexts.append(browser.new_context(viewport=viewport, reduced_motion="reduce", **options))
        page, asked = contexts[-1].new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        home = "" if language == "en" else f"{language}/"
        page.goto(f"{serve_site}/{home}{CASE}slides/{query}")
        page.locator(shown).first.wait_for(state="attached")
        return page, asked

    yield open_deck
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_come_from_the_site_alone(language, deck, serve_site):
    page, asked = deck(language)

    assert page.locator(DECK).count() == 1
    assert all(url.startswith((serve_site, "data:")) for url in asked), asked


@pytest.mark.parametrize(
    ("language", "on", "back"),
    [("en", "ArrowRight", "ArrowLeft"), ("he", "ArrowLeft", "ArrowRight")],
)
def test_the_arrow_keys_follow_the_reading_direction(language, on, back, deck):
    page, _ = deck(language)

    first = page.evaluate(CURRENT)
    page.keyboard.press(back)
    still = page.evaluate(CURRENT)
    page.keyboard.press(on)
    second = page.evaluate(CURRENT)
    page.keyboard.press(back)

    assert first == still == page.evaluate(CURRENT)
    assert second != first
    assert page.locator(".reveal.rtl").count() == (language == "he")


def test_one_key_leads_through_all_slides(deck):
    page, _ = deck("en")
    sections = page.locator(SECTIONS).evaluate_all("(all) => all.map((one) => one.id)")

    seen = [page.evaluate(CURRENT)]
    for _ in sections[1:]:
        page.keyboard.press("Space")
        seen.append(page.evaluate(CURRENT))

    assert seen == sections


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_fits_its_screen(language, deck):
    page, _ = deck(language)

    too_large = {}
    for _ in range(page.locator(SECTIONS).count()):
        name, height, width = page.evaluate(
            """() => {
              const slide = document.querySelector("section.present > section.present");
              return [slide.id, slide.scrollHeight, slide.scrollWidth];
            }"""
        )
        if height > 720 or width > 1280:
            too_large[name] = (width, height)
        page.keyboard.press("Space")

    assert not too_large


def test_a_chart_is_wide_on_a_slide_and_large_enough_for_a_room(deck):
    page, _ = deck("en", query="#/plan-one-drawn")

    chart = page.locator("section.present svg.ssi-chart")
    box = chart.bounding_box()
    words = [word.bounding_box() for word in chart.locator("text").all()]
    assert box["width"] > 2 * box["height"]
    assert min(word["height"] for word in words) >= 17
    assert max(word["x"] + word["width"] for word in words) <= WIDE["width"]


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_speakers_view_shows_the_notes_in_the_language(language, deck, library):
    words = library.interface(language)
    page, _ = deck(language)

    with page.expect_popup() as opened:
        page.keyboard.press("s")
    view = opened.value
    view.wait_for_selector(".speaker-controls-notes .value p")

    notes = view.locator(".speaker-controls-notes")
    said = library.words("exercises/brand-13-to-18.walkthrough", language)["three-plans-notes.text"]
    assert notes.locator(".value p").first.inner_text() in said.replace("\n", " ")
    assert notes.locator(".value").get_attribute("dir") == ("rtl" if language == "he" else "ltr")
    assert notes.locator(".label").text_content() == words["slides.notes"]
    assert view.title() == words["slides.speaker"]
    assert words["slides.layout.tall"] in view.locator(".speaker-layout-dropdown").inner_text()


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_without_script_the_slides_are_a_page_with_notes(viewport, deck):
    page, _ = deck("he", viewport=viewport, shown=NOTES, java_script_enabled=False)

    assert page.locator("section section").count() > 5
    assert all(one.is_visible() for one in page.locator("section section").all())
    assert page.locator(NOTES).first.is_visible()
    assert page.locator("h1").is_visible()


def test_a_phone_held_upright_gets_the_page_and_a_deck_once_it_is_turned(deck):
    page, _ = deck("en", viewport=PHONE, shown=NOTES)

    assert page.locator(".reveal").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    page.wait_for_selector(DECK)


def test_each_slide_prints_on_a_page_of_its_own(deck):
    page, _ = deck("en", query="?print-pdf")
    page.wait_for_selector(".pdf-page")

    sheets = page.pdf(prefer_css_page_size=True, print_background=True)

    slides = page.locator(".pdf-page").count()
    assert slides > 5
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == slides


@pytest.mark.parametrize(
    ("device", "chosen", "ground"),
    [("light", None, LIGHT), ("dark", None, DARK), ("light", "dark", DARK)],
)
def test_slides_take_the_colours_of_the_device_or_the_chosen_ones(
    device, chosen, ground, browser, serve_site
):
    context = browser.new_context(viewport=WIDE, color_scheme=device)
    page = context.new_page()
    page.goto(f"{serve_site}/{CASE}")
    if chosen:
        page.locator("[popovertarget=course-colours]").click()
        page.locator(f"#course-colours-{chosen}").check()

    page.goto(f"{serve_site}/{CASE}slides/")
    page.wait_for_selector(DECK)

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_leads_to_its_slides_and_to_its_notebook(language, page, serve_site):
    home = "" if language == "en" else f"{language}/"
    page.goto(f"{serve_site}/{home}{CASE}")

    with page.expect_download() as started:
        page.locator(".walkthrough a[download]").click()
    notebook = nbformat.read(started.value.path(), as_version=4)
    page.locator(".walkthrough__ways a").first.click()
    page.wait_for_selector(DECK)
    page.locator("nav.ways a").click()
    page.wait_for_url(f"{serve_site}/{home}{CASE}")

    nbformat.validate(notebook)
    assert any(cell.get("outputs") for cell in notebook.cells)
