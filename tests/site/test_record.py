"""The learner's record in a real browser: tabs, stores that fail, files."""

from __future__ import annotations

import json

import pytest

from tests.site.learner import (
    LESSON,
    QUIZ,
    STORE,
    STORED,
    answer_rightly,
    check,
    choose,
    item_of_type,
    lesson_items,
    until_kept,
    visit,
    visit_bank,
    whole_draw,
)


def test_two_tabs_keep_both_answers_and_show_each_other(browser, serve_site, library):
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    visit_bank(one, serve_site, library)
    visit(two, serve_site, QUIZ)
    first, content = item_of_type(one, library, "single")
    other, numeric = item_of_type(two, library, "numeric")

    choose(first, next(option.id for option in content.options if option.correct))
    check(first)
    other.locator("[name=number]").fill(str(numeric.answer))
    check(other)
    two.locator(f"#item-{content.id}[data-state=final]").wait_for()
    one.locator(f"#item-{numeric.id}[data-state=final]").wait_for()

    assert set(one.evaluate(STORED)["record"]["answers"]) == {content.id, numeric.id}
    context.close()


def test_a_browser_that_keeps_nothing_says_so_and_still_grades(page, serve_site, library):
    broken = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('off') }})"
    page.add_init_script(f"delete window.indexedDB; {broken}")
    visit(page, serve_site, LESSON)

    answer_rightly(page, lesson_items(page, library))

    assert page.get_by_text(library.interface()["record.memory"]).first.is_visible()
    assert (
        library.interface()["quiz.saved"] not in page.locator("quiz-item output").first.inner_text()
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [({"schema": 99, "answers": [1]}, True), ("broken", False), ({"schema": "1"}, False)],
)
def test_a_record_of_another_kind_is_set_aside_untouched(found, said, page, serve_site, library):
    page.goto(f"{serve_site}/{LESSON}assets-none", wait_until="commit")
    page.evaluate(STORE, found)

    visit(page, serve_site, QUIZ)
    stored = page.evaluate(STORED)

    assert [value for key, value in stored.items() if key.startswith("aside-")] == [found]
    assert stored["record"]["schema"] == 2
    assert page.get_by_text(library.interface()["record.newer"]).first.is_visible() == said


def test_senseless_answers_in_the_record_do_not_break_the_page(page, serve_site, library):
    items = library.quiz("brand").items
    senseless = [
        {"x": 1},
        "<img>",
        7,
        None,
        [["a"]],
        {"answer": "yes"},
        ["zz", "zz"],
        "",
        True,
        "60",
    ]
    answers = {
        item.id: {
            "response": senseless[place % 10],
            "score": 9,
            "points": -3,
            "attempts": 2,
            "at": 5,
        }
        for place, item in enumerate(items)
    }
    page.goto(f"{serve_site}/{LESSON}assets-none", wait_until="commit")
    senseless_parts = {"exercises": None, "pages": "x", "settings": []}
    quizzes = {"brand": whole_draw(library)}
    page.evaluate(STORE, {"schema": 1, "answers": answers, "quizzes": quizzes, **senseless_parts})

    visit(page, serve_site, QUIZ)
    answer_rightly(page, library.quiz("brand").items)

    assert "100%" in page.locator(".quiz__result").inner_text()


def test_a_page_counts_as_read_at_its_end_and_the_first_page_leads_on(page, serve_site, library):
    visit(page, serve_site, "")
    words = library.interface()
    begin = page.locator(".progress__next a").inner_text()
    visit(page, serve_site, "start/what-ssi-is/")
    page.locator("article h2").last.scroll_into_view_if_needed()
    until_kept(page, lambda record: "what-ssi-is" in record["pages"])

    visit(page, serve_site, "")
    first = page.locator("li[data-page=what-ssi-is][data-read] .progress__marks").inner_text()

    assert begin.startswith(words["progress.begin"].split("{")[0])
    assert first == f"· {words['progress.read']}"
    assert "read-your-dashboard" in page.locator(".progress__next a").get_attribute("href")


def test_the_record_goes_out_as_a_file_is_erased_and_comes_back(page, serve_site, library):
    visit_bank(page, serve_site, library)
    answer_rightly(page, library.quiz("brand").items)
    until_kept(page, lambda record: record["quizzes"]["brand"]["taken"] == 1)
    visit(page, serve_site, "")
    page.locator(".progress__record summary").click()
    marks = page.locator("li[data-page=brand-quiz] .progress__marks")
    with page.expect_download() as download:
        page.locator("[data-do=export]").click()
    file = download.value.path()

    page.locator("[data-do=erase]").click()
    page.locator("[data-do=yes]").click()
    page.get_by_text(library.interface()["record.erased"]).wait_for()
    erased = marks.inner_text()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text(library.interface()["record.imported"]).wait_for()

    assert "100%" not in erased
    assert "100%" in marks.inner_text()
    assert len(json.loads(file.read_text("utf-8"))["answers"]) == len(library.quiz("brand").items)
