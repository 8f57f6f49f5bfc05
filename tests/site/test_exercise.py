"""An exercise in a real browser: plan, check, message, hint, worked solution, solved."""

from __future__ import annotations

import re

import pytest

from coursekit.content.library import Library
from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.plans import drawn, kept, open_plan, set_amount, summary

TAG = "course-exercise"
EXERCISE = "brand-13-to-18"
FOCUSED = "document.activeElement.closest('[data-input]')?.dataset.input ?? ''"
LANGUAGES = ("en", "es", "it", "da", "nl", "he")


def press(page, action: str) -> None:
    """Press the button for `action`."""
    page.locator(f"{TAG} [data-action={action}]").click()


def check(page) -> str:
    """Press "check my plan" and wait for what it says."""
    tries = page.locator(f"{TAG} [data-part=attempts]")
    before = tries.inner_text()
    press(page, "check")
    page.wait_for_function(
        "([part, before]) => document.querySelector(part).innerText !== before",
        arg=[f"{TAG} [data-part=attempts]", before],
    )
    return page.locator(f"{TAG} [data-part=messages]").inner_text()


def solve(page) -> str:
    """Fill in a plan that reaches the goal, and check it."""
    press(page, "clear")
    set_amount(page, TAG, "articles", "0.5")
    set_amount(page, TAG, "endorsements", "4")
    set_amount(page, TAG, "skills", "20")
    for field in ("headline", "about", "current-position"):
        page.locator(f"{TAG} [data-input={field}] [type=checkbox]").check()
    return check(page)


def opening(library: Library, message: str, language: str = "en") -> str:
    """The first words of a message, up to its first figure."""
    words = library.exercise(EXERCISE, language).words.messages[message]
    return re.split(r"[{*_]", words)[0].strip()[:40]


def test_the_starter_is_told_what_it_does_and_where_to_look(page, serve_site, library):
    open_plan(page, serve_site, TAG)

    said = check(page)

    assert said.startswith(opening(library, "other-pillar"))
    page.locator(f"{TAG} [data-part=messages] button").click()
    assert page.evaluate(FOCUSED) == "shares"


def test_a_plan_that_reaches_the_goal_is_solved_kept_and_announced(page, serve_site, library):
    open_plan(page, serve_site, TAG)
    page.evaluate(
        "document.addEventListener('exercise-solved', (event) => (window.solved = event.detail))"
    )

    said = solve(page)

    assert said.startswith(opening(library, "solved"))
    assert page.evaluate("window.solved") == {"exercise": EXERCISE}
    entry = kept(page)["exercises"][EXERCISE]
    assert (entry["solved"], entry["attempts"]) == (True, 1)
    assert entry["plan"]["weekly"] == {"endorsements": 4, "articles": 0.5}
    assert page.locator(f"{TAG} [data-part=solved]").is_visible()


def test_plan_tries_and_success_survive_a_reload_and_a_change_of_language(page, serve_site):
    open_plan(page, serve_site, TAG)
    solve(page)

    open_plan(page, serve_site, TAG)
    again = page.locator(f"{TAG} [data-input=articles] [type=text]").input_value()
    open_plan(page, serve_site, TAG, "it")

    assert again == "0.5"
    assert page.locator(f"{TAG} [data-input=articles] [type=text]").input_value() == "0,5"
    assert page.locator(f"{TAG} [data-part=solved]").is_visible()
    assert "1" in page.locator(f"{TAG} [data-part=attempts]").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_speak_the_page_s_language_with_its_figures(language, page, serve_site, library):
    open_plan(page, serve_site, TAG, language)
    press(page, "clear")
    set_amount(page, TAG, "articles", "1")

    said = check(page)

    assert said.startswith(opening(library, "articles-only", language))
    sign = r"\." if language in ("en", "he") else ","
    assert re.search(rf"\d{sign}\d", said), said
    assert "{" not in said


def test_a_worked_solution_is_offered_after_three_tries_and_solves(page, serve_site, library):
    open_plan(page, serve_site, TAG)
    worked = page.locator(f"{TAG} [data-part=worked]")

    check(page)
    check(page)
    after_two = worked.is_visible()
    check(page)

    assert not after_two
    worked.locator("summary").click()
    press(page, "solution")
    assert check(page).startswith(opening(library, "solved"))


def test_the_goal_is_a_line_in_the_picture_of_its_pillar(page, serve_site):
    page.goto(f"{serve_site}/brand/practice/")
    drawn = page.locator(f"{TAG} .ssi-lead .ssi-goal text").text_content()

    open_plan(page, serve_site, TAG)

    assert drawn == page.locator(f"{TAG} .ssi-lead .ssi-goal text").text_content() == "Goal 18"


def test_hints_come_one_by_one(page, serve_site):
    open_plan(page, serve_site, TAG)
    hints = page.locator(f"{TAG} [data-part=hint]")

    seen = [sum(hint.is_visible() for hint in hints.all())]
    for place in range(3):
        hints.nth(place).locator("summary").click()
        hints.nth(min(place + 1, 2)).wait_for()
        seen.append(sum(hint.is_visible() for hint in hints.all()))

    assert seen == [1, 2, 3, 3]


def test_an_exercise_reset_begins_anew(page, serve_site):
    open_plan(page, serve_site, TAG)
    solve(page)

    press(page, "reset")

    assert page.locator(f"{TAG} [data-input=comments] [type=text]").input_value() == "8"
    assert page.locator(f"{TAG} [data-part=messages]").inner_text() == ""
    assert kept(page)["exercises"][EXERCISE]["solved"] is False
    assert page.locator(f"{TAG} [data-part=solved]").is_hidden()


def test_a_plan_over_the_budget_is_marked_while_it_is_made(page, serve_site):
    open_plan(page, serve_site, TAG)
    minutes = page.locator(f"{TAG} [data-part=minutes]")
    assert "over the budget" not in minutes.inner_text()

    set_amount(page, TAG, "comments", "90")
    summary(page, TAG)

    assert "over the budget" in minutes.inner_text()


def test_a_wrong_amount_is_not_checked_but_shown(page, serve_site):
    open_plan(page, serve_site, TAG)
    set_amount(page, TAG, "articles", "77")

    press(page, "check")
    drawn(page)
    kept(page)

    assert page.evaluate(FOCUSED) == "articles"
    assert page.locator(f"{TAG} [data-part=attempts]").inner_text() == ""


def test_it_can_be_solved_by_keyboard_alone(page, serve_site, library):
    open_plan(page, serve_site, TAG)
    page.locator(f"{TAG} [data-action=clear]").focus()
    page.keyboard.press("Enter")
    amounts = {"articles": "0.5", "endorsements": "4", "skills": "20"}
    boxes = ("headline", "about", "current-position")

    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        field = page.evaluate(FOCUSED)
        kind = page.evaluate("document.activeElement.type")
        if field in boxes:
            page.keyboard.press("Space")
        elif field in amounts and kind == "text":
            page.keyboard.type(amounts[field])
        if field == "endorsements" and kind == "range":
            break
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.action") == "check":
            break
    page.keyboard.press("Enter")
    page.wait_for_function(f"document.querySelector('{TAG} [data-part=messages]').innerText !== ''")

    said = page.locator(f"{TAG} [data-part=messages]").inner_text()
    assert said.startswith(opening(library, "solved"))
    assert page.evaluate("document.activeElement.dataset.action") == "check"


def test_messages_are_in_a_live_region(page, serve_site):
    open_plan(page, serve_site, TAG)

    assert page.locator(f"{TAG} [data-part=messages]").get_attribute("role") == "status"


def test_without_javascript_hints_and_solution_can_be_opened(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_site}/brand/practice/")

    for details in page.locator(f"{TAG} .plan-help details").all():
        details.locator("summary").click()

    assert page.locator(f"{TAG} form").is_hidden()
    assert page.locator(f"{TAG} .plan-worked li").first.is_visible()
    assert page.locator(f"{TAG} svg").is_visible()
    context.close()


@pytest.mark.parametrize(("language", "colours"), [("en", "light"), ("he", "dark")])
def test_axe_finds_nothing_in_a_checked_plan(language, colours, browser, serve_site, axe):
    context = browser.new_context(color_scheme=colours)
    page = context.new_page()
    open_plan(page, serve_site, TAG, language)
    for _ in range(3):
        check(page)
    for details in page.locator(f"{TAG} details:visible").all():
        details.evaluate("(each) => (each.open = true)")

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert found == []
    context.close()
