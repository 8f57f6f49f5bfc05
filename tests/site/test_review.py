"""The review in a real browser: days pass, what was missed is asked again, beliefs go."""

from __future__ import annotations

import datetime
import gzip
import json

import pytest

from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.learner import STORE, STORED, check, choose, until_kept, visit_bank

REVIEW = "plan/review/"
READY = "course-review[data-ready]"
DAY = datetime.datetime(2026, 3, 2, 10, 0)  # the browser's own time


@pytest.fixture
def missed(library):
    """An item of the brand quiz, a wrong option of it and the right one."""
    item = next(item for item in library.quiz("brand").items if item.type == "single")
    wrong = next(option for option in item.options if not option.correct)
    right = next(option for option in item.options if option.correct)
    return item, wrong, right


def miss(page, serve_site, library, item, wrong, home=""):
    """Answer an item of the brand quiz wrongly to its end."""
    visit_bank(page, serve_site, library, f"{home}brand/quiz/")
    question = page.locator(f"#item-{item.id}")
    choose(question, wrong.id)
    check(question, "again")
    check(question)
    until_kept(page, lambda record: item.id in record["reviews"])


def ask(page):
    """Begin a round; the question that is asked."""
    page.locator("[data-do=ask]").click()
    page.locator("course-review quiz-item[data-ready]").wait_for()
    return page.locator("course-review quiz-item")


def test_what_was_missed_is_asked_the_next_day_and_then_after_a_pause(
    page, serve_site, library, missed
):
    item, wrong, right = missed
    words = library.interface()
    page.clock.install(time=DAY)
    page.goto(f"{serve_site}/{REVIEW}")
    page.locator(READY).wait_for()
    empty = page.locator("[data-part=due]").inner_text()
    miss(page, serve_site, library, item, wrong)
    page.clock.set_fixed_time(DAY + datetime.timedelta(days=1))
    page.goto(serve_site)
    page.locator(".progress__due a").click()
    page.locator(READY).wait_for()
    open_beliefs = page.locator("[data-part=beliefs-open] li:visible")
    showed = (open_beliefs.inner_text(), open_beliefs.locator("a").last.get_attribute("href"))

    question = ask(page)
    place = page.evaluate("document.activeElement.dataset.part")
    state = question.get_attribute("data-state")
    choose(question, right.id)
    check(question)
    page.get_by_text("It comes back on 6 March 2026.").wait_for()
    page.locator("[data-do=next]").click()
    page.locator("[data-part=due]:focus").wait_for()

    record = page.evaluate(STORED)["record"]
    assert empty == words["review.empty"]
    assert library.misconceptions()[wrong.misconception].text in showed[0]
    assert showed[1] == f"../../brand/quiz/#item-{item.id}"
    assert (place, state) == ("place", "open")
    assert page.locator("[data-part=due]").inner_text().startswith("Nothing is due today.")
    assert page.locator("[data-part=beliefs-gone] li:visible").count() == 1
    assert record["reviews"][item.id]["n"] == 2
    assert record["answers"][item.id]["response"] == wrong.id
    page.goto(serve_site)
    page.locator(".progress__count:not(:empty)").wait_for()
    assert page.locator(".progress__due").is_hidden()


def test_questions_that_cannot_be_loaded_can_be_asked_for_again(page, serve_site, missed):
    item, *_ = missed
    due = {"schema": 2, "reviews": {item.id: {"due": 20_000, "at": 19_999}, "retired": {"due": 1}}}
    page.goto(f"{serve_site}/none", wait_until="commit")
    page.evaluate(STORE, due)
    page.goto(f"{serve_site}/{REVIEW}")
    page.locator(READY).wait_for()
    count = page.locator("[data-part=due]").inner_text()
    page.route("**/assets/questions/**", lambda route: route.abort())

    page.locator("[data-do=ask]").click()
    page.locator("[data-part=failed]:visible").wait_for()
    page.unroute("**/assets/questions/**")
    question = ask(page)

    assert count.endswith(": 1")
    assert question.get_attribute("data-item") == item.id
    assert page.locator("[data-part=failed]").is_hidden()


def test_a_round_is_without_fault_in_hebrew_on_a_phone(browser, serve_site, library, missed, axe):
    item, wrong, _ = missed
    context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme="dark")
    page = context.new_page()
    page.clock.install(time=DAY)
    miss(page, serve_site, library, item, wrong, "he/")
    page.clock.set_fixed_time(DAY + datetime.timedelta(days=2))
    page.goto(f"{serve_site}/he/{REVIEW}")
    page.locator(READY).wait_for()
    question = ask(page)
    choose(question, wrong.id)
    check(question, "again")
    check(question)
    page.locator("[data-do=next]:visible").wait_for()

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("[data-do=next]").inner_text() == library.interface("he")["review.finish"]
    context.close()


def test_without_scripts_every_belief_stands_with_its_cure(browser, serve_site, library):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_site}/{REVIEW}")

    shown = page.locator("[data-part=beliefs-open] li:visible").count()

    assert shown == page.locator("[data-part=beliefs-open] li").count() > 10
    assert page.locator("[data-part=beliefs-gone]").is_hidden()
    assert page.locator("[data-do=ask]").is_hidden()
    context.close()


def test_questions_that_are_asked_again_are_light_to_load(built_site, library):
    for path in (built_site / "assets/questions").glob("*/*.json"):
        assert path.stem in library.outline.quizzes
        assert len(gzip.compress(path.read_bytes(), 9)) < 40_000, path
        for name, html in json.loads(path.read_text("utf-8")).items():
            assert f'data-item="{name}"' in html
