"""Questions in a real browser, as a learner meets them."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.learner import (
    LESSON,
    QUIZ,
    answer_rightly,
    check,
    choose,
    item_of_type,
    lesson_items,
    orders,
    shown,
    visit,
    visit_bank,
)


def test_a_first_wrong_answer_gets_a_nudge_and_a_second_the_reasons(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "single")
    wrong = next(option for option in content.options if not option.correct)
    right = next(option for option in content.options if option.correct)

    choose(item, wrong.id)
    check(item, "again")
    nudge, reasons = (
        item.locator("output").inner_text(),
        item.locator("fieldset :is(.item__mark, .item__why)").count(),
    )
    check(item)

    assert library.interface()["quiz.try-again"].format(count=1) in nudge
    assert reasons == 0
    assert item.locator("fieldset .item__why").count() == len(content.options)
    assert (
        library.interface()["quiz.mark.right"]
        in item.locator(f"li[data-id={right.id}] .item__mark").inner_text()
    )
    assert item.locator("output a").count() == 1
    assert page.evaluate("document.activeElement.tagName") == "OUTPUT"


def test_a_right_answer_gets_its_reason_at_once(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "single")

    choose(item, next(option.id for option in content.options if option.correct))
    check(item)

    assert library.interface()["quiz.right"] in item.locator("output").inner_text()


def test_the_whole_quiz_can_be_passed_and_the_answers_are_those_of_the_file(
    page, serve_site, library
):
    visit_bank(page, serve_site, library)

    answer_rightly(page, library.quiz("brand").items)

    result = page.locator(".quiz__result").inner_text()
    assert library.interface()["quiz.passed"] in result
    assert "100%" in result
    assert page.locator(".quiz__review").is_hidden()


def test_a_question_can_be_answered_with_the_keyboard_alone(page, serve_site, library):
    visit(page, serve_site, LESSON)

    page.locator("quiz-item input").first.focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("quiz-item:is([data-state=again], [data-state=final])").wait_for()

    assert page.locator("quiz-item output").first.inner_text()


def test_steps_are_moved_with_buttons_and_the_move_is_announced(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "order")
    first = shown(item, ".item__steps > li")[0]

    item.locator("[data-move='1']").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    assert shown(item, ".item__steps > li")[2] == first
    assert item.locator("[role=status]").inner_text().startswith(f"Place 3 of {len(content.steps)}")
    assert page.evaluate("document.activeElement.dataset.move") == "1"


@pytest.mark.parametrize("path", [QUIZ, f"he/{QUIZ}"])
def test_numbers_are_read_with_comma_and_with_point(path, page, serve_site, library):
    visit_bank(page, serve_site, library, path)
    item, content = item_of_type(page, library, "numeric")
    near = content.near[0]

    item.locator("[name=number]").fill("13,x")
    item.locator("[name=number]").press("Enter")
    unread = item.locator("output").inner_text()
    item.locator("[name=number]").fill(str(near.value).replace(".", ","))
    check(item, "again")
    close = item.locator("output .item__why").count()
    item.locator("[name=number]").fill(str(content.answer))
    check(item)

    assert "13.4" in unread
    assert close == 1
    assert item.get_attribute("data-result") == "right"


def test_answers_and_order_survive_a_reload_and_a_change_of_language(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "multi")
    choose(item, *(option.id for option in content.options[:2]))
    check(item, "again")
    before = orders(page)

    visit(page, serve_site, QUIZ)
    again = (orders(page), item.get_attribute("data-state"))
    visit(page, serve_site, f"he/{QUIZ}")
    hebrew = (orders(page), item.get_attribute("data-state"))

    assert again == hebrew == (before, "again")
    assert item.locator("input:checked").count() == 2


def test_another_learner_gets_another_order(browser, serve_site):
    seen = []
    for _ in range(2):
        context = browser.new_context()
        page = context.new_page()
        visit(page, serve_site, QUIZ)
        seen.append(orders(page))
        context.close()

    assert seen[0] != seen[1]
    assert sorted(seen[0]) == sorted(seen[1])


def test_starting_again_asks_first_and_can_be_undone(page, serve_site, library):
    visit(page, serve_site, LESSON)
    items = lesson_items(page, library)
    answer_rightly(page, items)

    page.locator("[data-do=restart]").click()
    page.locator("[data-do=yes]").click()
    page.locator("[data-do=undo]").wait_for()
    emptied = page.locator("quiz-item[data-state=final]").count()
    page.locator("[data-do=undo]").click()
    page.locator("[data-do=restart]").wait_for()

    assert emptied == 0
    assert page.locator("quiz-item[data-state=final]").count() == len(items) > 1


def test_at_the_end_the_revealed_beliefs_lead_to_their_cures(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "single")
    wrong = next(option for option in content.options if not option.correct)

    items = library.quiz("brand").items

    choose(item, wrong.id)
    check(item, "again")
    check(item)
    early = page.locator(".quiz__review").is_visible()
    answer_rightly(page, [each for each in items if each.id != content.id])

    cures = page.locator(".quiz__review li:visible")
    assert not early
    assert [cure.get_attribute("data-misconception") for cure in cures.all()] == [
        wrong.misconception
    ]
    assert item.locator("output a").get_attribute("href") == cures.locator("a").get_attribute(
        "href"
    )


def test_without_scripts_questions_answers_and_contents_can_be_read(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_site}/{QUIZ}")

    item = page.locator("quiz-item").first
    item.locator(".item__answers summary").click()

    item.locator(".item__answers .item__why").first.wait_for()
    assert page.locator("[data-do=check]").first.is_hidden()
    assert page.locator(".item__number").first.is_visible()
    context.close()


def test_on_paper_questions_have_empty_boxes_and_no_answers(page, serve_site, library):
    visit_bank(page, serve_site, library)
    answer_rightly(page, library.quiz("brand").items)

    page.emulate_media(media="print")

    for part in (
        ".item__why",
        ".item__mark",
        ".item__result",
        ".item__answers",
        ".item__hint",
        ".quiz__end",
    ):
        assert page.locator(f"{part}:visible").count() == 0, part
    boxes = page.locator("quiz-item input[type=radio]:checked").first
    assert boxes.evaluate("(box) => getComputedStyle(box).appearance") == "none"
    assert page.locator(".item__number").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [QUIZ, f"he/{QUIZ}"])
def test_answered_questions_are_without_fault(path, scheme, browser, serve_site, library, axe):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    visit_bank(page, serve_site, library, path)
    for kind, values in (("single", "a"), ("multi", "ab"), ("truefalse", ("true", "a"))):
        item, _ = item_of_type(page, library, kind)
        choose(item, *values)
        item.locator("[data-do=check]").click()
        item.and_(page.locator(":not([data-state=open])")).wait_for()
    item, _ = item_of_type(page, library, "order")
    check(item, "again")
    check(item)
    page.locator("quiz-item[data-state=open]").first.locator("summary").first.click()

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert not found, "\n".join(found)
    context.close()


def test_everything_to_press_is_large_enough(page, serve_site):
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, serve_site, QUIZ)

    small = page.evaluate("""() => {
      const all = "button, li > label, select, summary, input[type=text]";
      const size = (each) => each.getBoundingClientRect();
      return [...document.querySelectorAll(`course-quiz :is(${all})`)]
        .filter((each) => each.checkVisibility())
        .filter((each) => Math.min(size(each).width, size(each).height) < 24)
        .map((each) => each.outerHTML.slice(0, 90));
    }""")

    assert not small, small


def test_the_scripts_of_a_lesson_stay_under_20_kilobytes(page, serve_site, built_site):
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    visit(page, serve_site, LESSON)
    page.wait_for_load_state("networkidle")

    ours = [
        url.removeprefix(serve_site)
        for url in loaded
        if re.search(r"/assets/(course|vendor)/.*\.js$", url)
    ]
    sizes = {
        url: len(gzip.compress((built_site / url.lstrip("/")).read_bytes(), 9))
        for url in ours
        if not re.search(r"/(course-s|search|engine|plan)", url)
    }  # the frame's and the simulator's own

    assert "/assets/vendor/idb-keyval.js" in sizes
    assert sum(sizes.values()) <= 20_000, sizes
