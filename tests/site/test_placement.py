"""The placement in a real browser: answers, readings and purpose lead to a pillar."""

from __future__ import annotations

import pytest

from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.learner import STORE, STORED, until_kept, visit

PAGE = "start/where-to-begin/"


def begin(page, serve_site, record=None, home=""):
    """Open the placement, with what a record holds already."""
    if record:
        page.goto(f"{serve_site}/none", wait_until="commit")
        page.evaluate(STORE, {"schema": 2} | record)
    visit(page, serve_site, f"{home}{PAGE}")


def answer(page, library, wrong=()):
    """Answer all questions rightly, but those on the pillars in `wrong`."""
    items = library.quiz("placement").items
    modules = library.modules_of(items)
    for item in items:
        right = modules[item.id] not in wrong
        option = next(each.id for each in item.options if each.correct == right)
        question = page.locator(f"#item-{item.id}")
        question.locator(f"input[value='{option}']").check()
        question.locator("[data-do=check]").click()
        question.and_(page.locator("[data-state=final]")).wait_for()


def suggestion(page) -> tuple[str, str]:
    """The pillar that is suggested, and why."""
    link = page.locator("[data-begin]:visible")
    link.wait_for()
    return link.get_attribute("data-begin"), page.locator("[data-part=why]").inner_text()


def test_answers_then_purpose_then_readings_lead_to_a_pillar(page, serve_site, library):
    words = library.interface()
    begin(page, serve_site)
    waiting = page.get_by_text(words["placement.waiting"]).is_visible()
    answer(page, library, wrong={"engage"})
    by_answers = suggestion(page)
    page.locator("[name=purpose][value=expert]").check()
    until_kept(page, lambda record: record["settings"].get("route") == "expert")
    still = suggestion(page)
    record = page.evaluate(STORED)["record"]
    readings = {"brand": 13.4, "find": 2, "engage": 24.9, "relate": 25}
    begin(page, serve_site, record | {"readings": readings})
    by_purpose = suggestion(page)

    assert waiting
    assert by_answers == ("engage", words["placement.why.answers"])
    assert still == by_answers
    assert by_purpose == ("brand", words["placement.why.purpose"])
    assert page.locator("tr[data-pillar=engage] td").all_inner_texts()[:2] == ["0 of 2", "24.9"]
    assert page.locator("[data-begin]:visible a").get_attribute("href") == "../../brand/"
    assert record["reviews"] == record["beliefs"] == record["quizzes"] == {}


def test_a_placement_says_neither_points_nor_passed_and_can_begin_anew(page, serve_site, library):
    words = library.interface()
    begin(page, serve_site)
    answer(page, library, wrong={"brand", "find", "engage", "relate"})
    pillar, _ = suggestion(page)
    said = page.locator("course-quiz .quiz__result").inner_text()

    page.locator("course-quiz [data-do=restart]").click()
    page.locator("course-quiz [data-do=yes]").click()
    page.get_by_text(words["placement.waiting"]).wait_for()

    assert (pillar, said) == ("brand", "")
    assert page.locator("[data-begin]:visible").count() == 0
    assert page.locator("quiz-item[data-state=final]").count() == 0


@pytest.mark.parametrize("home", ["", "he/"])
def test_a_suggestion_is_without_fault_on_a_phone(home, browser, serve_site, library, axe):
    context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme="dark")
    page = context.new_page()
    begin(page, serve_site, home=home)
    answer(page, library, wrong={"relate"})
    suggestion(page)

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
