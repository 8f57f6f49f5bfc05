"""The two forms of a test in a real browser: noted, handed in, compared."""

from __future__ import annotations

import pytest

from tests.site import bench
from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.learner import READY, STORED, choose, until_kept
from tests.site.test_attempts import asked

COUNT = 3


@pytest.fixture(scope="module")
def forms(library):
    """The HTML of the form before and of the form after, by language."""
    objectives = ["read-dashboard", "rewrite-headline", "rewrite-headline"]
    items = [
        bench.question(f"{form}-{n}", objectives[n], hints=["A hint"])
        for form in "ab"
        for n in range(COUNT)
    ]
    names = {form: [f"{form}-{n}" for n in range(COUNT)] for form in "ab"}
    course = bench.with_quiz(library, bench.quiz("final", items, forms=names))
    return {
        (language, form): bench.block(course, "quiz", {"id": "final", "form": form}, language)
        for language in ("en", "he")
        for form in ("before", "after")
    }


def note(page, place: int, option: str) -> str:
    """Note an answer to the question at a place, and return what the page says then."""
    item = page.locator("quiz-item:visible").nth(place)
    name = item.get_attribute("data-item")
    choose(item, option)
    item.locator("[data-do=check]").click()
    until_kept(page, lambda record: record["answers"].get(name, {}).get("response") == option)
    item.and_(page.locator("[data-state=noted]")).wait_for()
    return item.inner_text()


def cells(page, row: str) -> list[str]:
    """The results in one row of the table."""
    return page.locator(f"tr[data-module={row}] td").all_inner_texts()


def test_a_form_before_and_a_form_after_show_what_has_changed(page, serve_site, built_site, forms):
    bench.show(page, serve_site, built_site, forms["en", "before"])
    first = asked(page)
    told = note(page, 0, "b")
    note(page, 1, "b")
    note(page, 1, "a")
    page.locator("[data-do=handIn]").click()
    asks = page.locator("[data-part=open]").inner_text()
    page.locator("[data-do=surely]").click()
    page.locator("[data-part=outcome]:focus").wait_for()
    before = [cells(page, row) for row in ("start", "brand", "total")]
    closed = page.locator("quiz-item:visible, .quiz__button:visible").count()
    until_kept(page, lambda record: "before" in record["quizzes"].get("final", {}))

    bench.show(page, serve_site, built_site, forms["en", "after"])
    second = asked(page)
    for place in range(COUNT):
        note(page, place, "a")
    page.reload()
    page.wait_for_function(READY)
    page.locator("[data-do=handIn]").click()
    page.locator("[data-part=outcome]:focus").wait_for()

    assert sorted(first + second) == sorted(f"{form}-{n}" for form in "ab" for n in range(COUNT))
    assert "No." not in told
    assert "A hint" not in told
    assert "1" in asks
    assert before == [["0 of 1"], ["1 of 2"], ["1 of 3"]]
    assert closed == 0
    assert cells(page, "total") == ["1 of 3", "3 of 3"]
    assert "100%" in page.locator(".quiz__result").inner_text()
    assert page.locator("[data-when=compared]").is_visible()
    assert page.locator("quiz-item[data-result=right]:visible .item__why").first.is_visible()
    assert page.evaluate(STORED)["record"]["reviews"] == {}


def test_the_first_form_is_closed_once_the_second_is_taken(
    page, serve_site, built_site, forms, library
):
    bench.show(page, serve_site, built_site, forms["en", "after"])
    note(page, 0, "b")
    page.locator("[data-do=handIn]").click()
    page.locator("[data-do=surely]").click()
    page.locator("[data-part=outcome]:focus").wait_for()
    alone = (cells(page, "total"), page.locator("[data-when=alone]").is_visible())
    until_kept(page, lambda record: "after" in record["quizzes"].get("final", {}))

    bench.show(page, serve_site, built_site, forms["en", "before"])

    assert alone == ([library.interface()["test.none"], "0 of 3"], True)
    assert page.get_by_text(library.interface()["test.too-late"]).is_visible()
    assert asked(page) == []


def test_without_scripts_the_page_before_shows_one_form_and_no_answer(
    browser, serve_site, built_site, forms
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    shown = {}
    for form in ("before", "after"):
        bench.show(page, serve_site, built_site, forms["en", form], scripts=False)
        shown[form] = (len(asked(page)), page.locator(".item__answers:visible").count())

    assert shown == {"before": (COUNT, 0), "after": (2 * COUNT, 2 * COUNT)}
    assert "feedback" not in forms["en", "before"]
    context.close()


def test_a_handed_in_form_is_without_fault_in_hebrew_on_a_phone(
    browser, serve_site, built_site, forms, axe
):
    context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme="dark")
    page = context.new_page()
    bench.show(page, serve_site, built_site, forms["he", "after"], "he")
    note(page, 0, "b")
    page.locator("[data-do=handIn]").click()
    page.evaluate(axe)
    asking = page.evaluate(RUN_INSIDE, TAGS)
    page.locator("[data-do=surely]").click()
    page.locator("[data-part=outcome]:focus").wait_for()

    found = asking + page.evaluate(RUN_INSIDE, TAGS)

    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
