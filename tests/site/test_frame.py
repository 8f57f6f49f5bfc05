"""The frame of every page: header, outline, languages, colours; by keyboard, on a phone, alone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from tests.site.accessibility import RULES, RUN, rest
from tests.site.pages import EACH, one_of_each_kind

PHONE = {"width": 360, "height": 740}


def test_the_first_tab_stop_skips_to_the_text(page, serve_site):
    page.goto(f"{serve_site}/brand/profile/")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.className")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash")
    page.keyboard.press("Tab")

    assert "md-skip" in skip
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("es", "ltr"), ("he", "rtl")])
def test_a_page_names_its_language_and_direction(language, direction, page, serve_site):
    page.goto(f"{serve_site}/" if language == "en" else f"{serve_site}/{language}/")

    assert page.evaluate("document.documentElement.lang") == language
    assert page.evaluate("document.body.dir") == direction


def test_the_language_switch_stays_on_the_page_and_works_by_keyboard(page, serve_site):
    page.goto(f"{serve_site}/brand/profile/")

    page.locator("[popovertarget=course-languages]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/es/**")

    assert urlsplit(page.url).path == "/es/brand/profile/"


def test_every_language_leads_back_from_the_first_page(page, serve_site):
    page.goto(f"{serve_site}/he/")

    page.locator("[popovertarget=course-languages]").click()
    page.locator("#course-languages [lang=en]").click()

    page.wait_for_url(f"{serve_site}/")


def test_the_chosen_colours_stay(page, serve_site):
    page.goto(f"{serve_site}/")
    page.locator("[popovertarget=course-colours]").click()
    page.locator("#course-colours-dark").check()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")

    page.goto(f"{serve_site}/brand/profile/")

    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_a_dark_device_gets_dark_colours_before_the_scripts_run(browser, serve_site):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.route(re.compile(r"bundle\..*\.js|assets/course/.*\.js"), lambda route: route.abort())

    page.goto(f"{serve_site}/")

    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()


@pytest.mark.parametrize(
    "opened", ["course-nav", "course-search", "course-languages", "course-colours"]
)
def test_what_a_phone_opens_is_without_fault_and_closes_on_escape(opened, page, serve_site, axe):
    page.set_viewport_size(PHONE)
    page.goto(f"{serve_site}/he/brand/profile/")
    rest(page)

    page.locator(f"[popovertarget={opened}]").first.click()
    page.locator(f"#{opened}").wait_for()
    page.evaluate(axe)
    found = page.evaluate(RUN, RULES["light"])
    page.keyboard.press("Escape")

    assert not found, "\n".join(found)
    page.locator(f"#{opened}").wait_for(state="hidden")


def test_results_of_a_search_are_without_fault(page, serve_site, axe):
    page.goto(f"{serve_site}/")
    rest(page)

    page.locator("#course-search-field").fill("profile")
    page.locator("course-search a").first.wait_for()
    page.evaluate(axe)
    found = page.evaluate(RUN, RULES["light"])

    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", EACH)
def test_no_kind_of_page_is_wider_than_a_phone(language, page, built_site, serve_site):
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for path in one_of_each_kind(built_site, language):
        if "md-typeset" not in (built_site / path).read_text("utf-8"):
            continue  # slides are made for a screen of their own
        page.goto(f"{serve_site}/{path}")
        rest(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)

    assert not wide, "\n".join(wide)


@pytest.mark.parametrize(
    ("address", "limit"),
    [("brand/profile/", 100_000), ("reference/faq/", 100_000), ("reference/evidence/", 110_000)],
)
def test_a_page_asks_no_other_host_and_stays_small(address, limit, page, serve_site, built_site):
    import gzip

    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url)))
    page.goto(f"{serve_site}/{address}")
    rest(page)
    page.wait_for_load_state("networkidle")

    here = urlsplit(serve_site).netloc
    paths = {url.path + ("index.html" if url.path.endswith("/") else "") for url in asked}
    size = sum(len(gzip.compress((built_site / path[1:]).read_bytes())) for path in paths)
    assert {url.netloc for url in asked} == {here}
    assert size <= limit, f"{size} bytes: {sorted(paths)}"


def test_without_scripts_the_page_reads_and_dead_controls_are_gone(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{serve_site}/brand/profile/")

    assert page.locator("course-search").is_hidden()
    assert page.locator("[popovertarget=course-colours]").is_hidden()
    page.locator("[popovertarget=course-languages]").click()
    assert page.locator("#course-languages a").count() == 6
    assert page.locator("article h2").first.is_visible()
    context.close()
