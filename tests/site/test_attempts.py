"""Attempts in a real browser: draws from a bank, what is asked again, a browser that is killed."""

from __future__ import annotations

import os
import signal

import pytest

from tests.browser import FLAGS, find_chromium, own_chromium
from tests.site import bench
from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.learner import (
    QUIZ,
    READY,
    STORED,
    check,
    choose,
    item_of_type,
    until_kept,
    visit,
    visit_bank,
)

COUNT, DRAW = 9, 4


@pytest.fixture(scope="module")
def bank(library):
    """The HTML of a bank of three objectives that draws four of its nine items."""
    objectives = list(library.objective_pages)[:3]
    items = [bench.question(f"bench-{n}", objectives[n % 3]) for n in range(COUNT)]
    course = bench.with_quiz(library, bench.quiz("bench", items, draw=DRAW))
    return {
        language: bench.block(course, "quiz", {"id": "bench"}, language)
        for language in ("en", "he")
    }


def asked(page) -> list[str]:
    """The questions in sight."""
    return page.locator("quiz-item:visible").evaluate_all(
        "all => all.map((each) => each.dataset.item)"
    )


def answer(page, name: str, option: str) -> None:
    """Answer a question to its end."""
    item = page.locator(f"#item-{name}")
    choose(item, option)
    if option == "b":
        check(item, "again")
    check(item)


def press(page, name: str) -> None:
    """Press one of the quiz's buttons."""
    page.locator(f"[data-do={name}]").click()


def test_a_bank_draws_its_questions_and_a_new_draw_brings_others(
    page, serve_site, built_site, bank
):
    bench.show(page, serve_site, built_site, bank["en"])
    first = asked(page)
    for name in first:
        answer(page, name, "a")
    page.reload()
    page.wait_for_function(READY)
    kept = asked(page)

    press(page, "redraw")
    page.locator("[data-do=undo]:focus").wait_for()
    second = asked(page)
    said = page.locator("[data-part=said]").inner_text()
    press(page, "undo")
    page.locator("quiz-item[data-state=final]:visible").first.wait_for()

    assert len(first) == DRAW
    assert kept == first
    assert len(second) == DRAW
    assert not set(first) & set(second)
    assert said
    assert asked(page) == first
    assert page.locator("quiz-item[data-result=right]:visible").count() == DRAW


def test_only_what_was_wrong_is_asked_again_and_the_best_result_stays(
    page, serve_site, built_site, bank, library
):
    bench.show(page, serve_site, built_site, bank["en"])
    wrong, *right = asked(page)
    answer(page, wrong, "b")
    for name in right:
        answer(page, name, "a")
    first = page.locator(".quiz__result").inner_text()
    short = page.locator(".quiz__objectives li[data-short]:visible")
    shown = (short.count(), short.locator("a").get_attribute("href"))

    press(page, "retry")
    page.locator(f"#item-{wrong}[data-state=open]").wait_for()
    still = page.locator("quiz-item[data-state=final]:visible").count()
    answer(page, wrong, "b")
    press(page, "retry")
    answer(page, wrong, "a")
    until_kept(page, lambda record: record["quizzes"]["bench"]["taken"] == 3)
    until_kept(page, lambda record: "gone" in record["beliefs"]["rank-is-score"])

    record = page.evaluate(STORED)["record"]
    assert "75%" in first
    assert shown[0] == 1
    assert shown[1].startswith("../../")
    assert still == DRAW - 1
    assert "100%" in page.locator("[data-part=best]").inner_text()
    assert record["quizzes"]["bench"]["best"] == 1
    assert list(record["reviews"]) == [wrong]
    assert record["beliefs"]["rank-is-score"]["item"] == wrong
    assert "gone" in record["beliefs"]["rank-is-score"]


def test_a_quiz_of_one_question_can_be_ended_and_begun_again(page, serve_site, built_site, library):
    broken = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    items = [bench.question("bench-0", next(iter(library.objective_pages)))]
    course = bench.with_quiz(library, bench.quiz("bench", items))
    bench.show(page, serve_site, built_site, bench.block(course, "quiz", {"id": "bench"}, "en"))

    answer(page, "bench-0", "a")
    page.reload()
    page.locator("course-quiz[data-ready] quiz-item[data-state=final]").wait_for()
    press(page, "restart")
    press(page, "yes")
    page.locator("quiz-item[data-state=open]").wait_for()

    assert not broken


def test_without_scripts_the_whole_bank_can_be_read(browser, serve_site, built_site, bank):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    bench.show(page, serve_site, built_site, bank["en"], scripts=False)

    assert page.locator("quiz-item:visible").count() == COUNT
    context.close()


def test_a_finished_attempt_is_without_fault_in_hebrew_on_a_phone(
    browser, serve_site, built_site, bank, axe
):
    context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme="dark")
    page = context.new_page()
    bench.show(page, serve_site, built_site, bank["he"], "he")
    for place, name in enumerate(asked(page)):
        answer(page, name, "b" if place == 0 else "a")
    press(page, "retry")
    page.locator("[data-do=undo]:focus").wait_for()

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


FULL = {
    "refuses": "(put) => function () { throw new DOMException('full', 'QuotaExceededError') }",
    "aborts": """(put) => function (...given) {
      const request = put.apply(this, given);
      this.transaction.abort();
      return request;
    }""",
}


@pytest.mark.parametrize("way", FULL)
def test_a_full_store_loses_nothing_that_was_saved_and_says_what_is_not(
    way, page, serve_site, built_site, bank, library
):
    words = library.interface()
    bench.show(page, serve_site, built_site, bank["en"])
    first, second, third, _ = asked(page)
    note = page.locator("course-quiz > [data-part=unsaved]")
    answer(page, first, "a")
    page.evaluate(f"""() => {{
      window.put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = ({FULL[way]})(window.put);
    }}""")

    answer(page, second, "a")
    told = (note.is_visible(), words["quiz.saved"] in page.locator(f"#item-{second}").inner_text())
    stored = page.evaluate(STORED)["record"]["answers"].keys()
    page.evaluate("() => { IDBObjectStore.prototype.put = window.put }")
    answer(page, third, "a")

    assert told == (True, False)
    assert stored == {first}
    assert note.is_hidden()
    assert page.evaluate(STORED)["record"]["answers"].keys() == {first, second, third}


def test_two_tabs_draw_alike_and_a_new_draw_in_one_is_a_new_draw_in_the_other(
    browser, serve_site, built_site, bank
):
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        bench.show(page, serve_site, built_site, bank["en"])
    first = asked(one)
    alike = asked(two) == first
    answer(one, first[0], "a")
    answer(two, first[1], "b")
    two.locator(f"#item-{first[0]}[data-state=final]").wait_for()

    press(one, "redraw")
    one.locator("[data-do=undo]:focus").wait_for()
    second = asked(one)
    two.locator(f"#item-{second[0]}:visible").wait_for()

    assert alike
    assert asked(two) == second
    assert not set(first) & set(second)
    assert set(one.evaluate(STORED)["record"]["answers"]) == {first[0], first[1]}
    context.close()


def test_answers_survive_a_browser_that_is_killed(browser, serve_site, tmp_path, library):
    playwright = browser.browser_type
    settings = {
        "executable_path": find_chromium() or own_chromium(playwright.executable_path),
        "args": list(FLAGS),
    }
    context = playwright.launch_persistent_context(tmp_path, **settings)
    page = context.pages[0]
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "single")
    choose(item, next(option.id for option in content.options if not option.correct))
    check(item, "again")
    until_kept(page, lambda record: "brand-quiz" in record["pages"])
    known = page.evaluate(STORED)["record"]

    with context.expect_event("close"):
        os.kill(browser_process(context), signal.SIGKILL)
    again = playwright.launch_persistent_context(tmp_path, **settings)
    visit(again.pages[0], serve_site, QUIZ)

    assert content.id in known["answers"]
    assert again.pages[0].evaluate(STORED)["record"] == known
    again.close()


def browser_process(context) -> int:
    """The process id of the browser behind a context."""
    session = context.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return next(each["id"] for each in processes if each["type"] == "browser")
