"""The simulator in a real browser: readings and a plan in, ranges out, kept on this device."""

from __future__ import annotations

import datetime
import re

import pytest

from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.learner import LESSON, visit
from tests.site.plans import drawn, kept, open_plan, set_amount, summary

TAG = "course-simulator"
PHONE = {"width": 360, "height": 740}
NOON = datetime.datetime(2026, 3, 20, 12, 0)


def reading(page, pillar: str):
    """The field of one reading."""
    return page.locator(f"{TAG} [data-reading={pillar}] input")


def test_it_starts_with_the_drawn_example(page, serve_site):
    page.goto(f"{serve_site}/brand/practice/")
    drawn = page.locator(f"{TAG} [data-part=summary]").inner_text()

    open_plan(page, serve_site, TAG)

    assert summary(page, TAG) == drawn
    assert re.search(r"\d+ to \d+", drawn)
    assert reading(page, "brand").input_value() == "13.4"


def test_an_amount_changes_picture_sentence_minutes_and_table(page, serve_site):
    open_plan(page, serve_site, TAG)
    picture, sentence = page.locator(f"{TAG} svg").inner_html(), summary(page, TAG)
    page.locator(f"{TAG} .plan-table summary").click()
    row = page.locator(f"{TAG} tbody tr").last.inner_text()

    set_amount(page, TAG, "articles", "2")

    assert summary(page, TAG) != sentence
    assert page.locator(f"{TAG} svg").inner_html() != picture
    assert page.locator(f"{TAG} tbody tr").last.inner_text() != row
    assert "minutes" in page.locator(f"{TAG} [data-part=minutes]").inner_text()
    assert "hard to keep up" in page.locator(f"{TAG} [data-part=minutes-hint]").inner_text()


def test_every_week_of_the_table_after_the_first_is_a_range(page, serve_site):
    open_plan(page, serve_site, TAG)

    page.locator(f"{TAG} .plan-table summary").click()
    cells = page.locator(f"{TAG} tbody tr").nth(8).locator("td").all_inner_texts()

    assert len(cells) == 2
    assert all(re.search(r"\d+\.\d \(\d+\.\d–\d+\.\d\)", cell) for cell in cells), cells


def test_slider_and_number_follow_each_other(page, serve_site):
    open_plan(page, serve_site, TAG)
    field = page.locator(f"{TAG} [data-input=endorsements]")

    field.locator("[type=range]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")

    assert field.locator("[type=text]").input_value() == "2"
    set_amount(page, TAG, "endorsements", "5")
    assert field.locator("[type=range]").input_value() == "5"


def test_an_empty_amount_is_as_before_and_nought_is_to_stop(page, serve_site):
    open_plan(page, serve_site, TAG)

    set_amount(page, TAG, "articles", "")
    emptied = kept(page)["plan"]["weekly"]
    set_amount(page, TAG, "articles", "0")

    assert "articles" not in emptied
    assert kept(page)["plan"]["weekly"]["articles"] == 0


@pytest.mark.parametrize("wrong", ["7", "-1", "1.5", "ten", "1e1"])
def test_a_wrong_amount_is_named_at_its_place_and_changes_nothing(wrong, page, serve_site):
    open_plan(page, serve_site, TAG)
    before = summary(page, TAG)

    set_amount(page, TAG, "endorsements", wrong)
    field = page.locator(f"{TAG} [data-input=endorsements]")

    assert field.locator(".plan-field__error").inner_text() == "Enter a number from 0 to 6"
    assert field.locator("[type=text]").get_attribute("aria-invalid") == "true"
    assert summary(page, TAG) == before
    set_amount(page, TAG, "endorsements", "1")
    assert field.locator(".plan-field__error").is_hidden()


@pytest.mark.parametrize("wrong", ["25.1", "", "abc", "-3"])
def test_a_wrong_reading_is_named_at_its_place(wrong, page, serve_site):
    open_plan(page, serve_site, TAG)

    reading(page, "find").fill(wrong)
    reading(page, "find").blur()

    error = page.locator(f"{TAG} [data-reading=find] .plan-field__error")
    assert error.inner_text() == "Enter a number from 0 to 25, such as 13.4"
    assert kept(page)["readings"] is None


def test_own_readings_and_plan_survive_a_reload_and_a_change_of_language(page, serve_site):
    open_plan(page, serve_site, TAG)
    reading(page, "brand").fill("9.5")
    reading(page, "brand").blur()
    set_amount(page, TAG, "articles", "1.5")
    kept(page)

    open_plan(page, serve_site, TAG)
    again = reading(page, "brand").input_value()
    open_plan(page, serve_site, TAG, "es")

    assert again == "9.5"
    assert reading(page, "brand").input_value() == "9,5"
    assert page.locator(f"{TAG} [data-input=articles] [type=text]").input_value() == "1,5"
    assert page.locator(f"{TAG} [data-part=preset]").input_value() == "own"


def test_a_reading_may_be_typed_with_a_comma_or_a_point(page, serve_site):
    open_plan(page, serve_site, TAG, "es")

    for text in ("12,5", "12.5"):
        reading(page, "relate").fill(text)
        reading(page, "relate").blur()
        assert kept(page)["readings"]["relate"] == 12.5


def test_a_preset_shows_its_readings_and_typing_leaves_it(page, serve_site):
    open_plan(page, serve_site, TAG)

    page.locator(f"{TAG} [data-part=preset]").select_option("dormant")
    page.wait_for_function("document.querySelector('[data-reading=relate] input').value < 15")
    reading(page, "relate").fill("11")
    reading(page, "relate").blur()

    assert page.locator(f"{TAG} [data-part=preset]").input_value() == "own"
    assert kept(page)["readings"]["relate"] == 11


def test_undo_goes_back_step_by_step_and_reset_to_the_example(page, serve_site):
    open_plan(page, serve_site, TAG)
    undo = page.locator(f"{TAG} [data-action=undo]")
    articles = page.locator(f"{TAG} [data-input=articles] [type=text]")
    assert undo.is_disabled()

    set_amount(page, TAG, "articles", "1")
    page.locator(f"{TAG} [data-input=headline] [type=checkbox]").uncheck()
    undo.click()

    assert page.locator(f"{TAG} [data-input=headline] [type=checkbox]").is_checked()
    assert articles.input_value() == "1"
    undo.click()
    assert articles.input_value() == "0.5"
    assert undo.is_disabled()
    page.locator(f"{TAG} [data-action=clear]").click()
    assert articles.input_value() == ""
    page.locator(f"{TAG} [data-action=reset]").click()
    assert articles.input_value() == "0.5"


def test_weeks_ahead_are_drawn_and_said(page, serve_site):
    open_plan(page, serve_site, TAG)

    page.locator(f"{TAG} [data-part=weeks]").fill("26")

    assert summary(page, TAG).startswith("After 26 weeks")
    assert page.locator(f"{TAG} [data-part=weeks-value]").inner_text() == "26 weeks"


def test_it_can_be_worked_by_keyboard_alone(page, serve_site):
    open_plan(page, serve_site, TAG)
    before = summary(page, TAG)
    page.locator(f"{TAG} [data-part=preset]").focus()
    stops = []

    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate("document.activeElement.closest('[data-input]')?.dataset.input ?? ''")
        stops.append(stop)
        if stop == "skills" and page.evaluate("document.activeElement.type") == "range":
            page.keyboard.press("End")
            break

    assert "articles" in stops
    assert summary(page, TAG) != before


def test_the_sentence_waits_until_the_slider_rests(page, serve_site):
    page.clock.install(time=NOON)
    open_plan(page, serve_site, TAG)
    page.clock.pause_at(NOON + datetime.timedelta(hours=1))
    page.evaluate(
        f"""() => {{
          window.said = 0;
          const output = document.querySelector("{TAG} [data-part=summary]");
          new MutationObserver(() => window.said++).observe(output, {{ childList: true }});
        }}"""
    )

    page.locator(f"{TAG} [data-part=weeks]").focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        drawn(page)
        page.clock.run_for(100)
    moving = page.evaluate("window.said")
    page.clock.run_for(500)

    assert (moving, page.evaluate("window.said")) == (0, 1)


def test_in_hebrew_the_form_runs_from_the_right_and_time_from_the_left(page, serve_site):
    open_plan(page, serve_site, TAG, "he")

    style = "(name) => getComputedStyle(document.querySelector(name)).direction"
    field = page.locator(f"{TAG} [data-input=articles] [type=range]")
    field.focus()
    page.keyboard.press("ArrowLeft")

    assert page.evaluate(style, f"{TAG} form") == "rtl"
    assert page.evaluate(style, f"{TAG} .plan-chart") == "ltr"
    assert field.input_value() == "1"


def test_without_javascript_the_example_is_drawn_and_the_form_is_not_there(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{serve_site}/brand/practice/")

    assert page.locator(f"{TAG} svg").is_visible()
    assert page.locator(f"{TAG} form").is_hidden()
    assert page.locator(f"{TAG} .plan-example li").count() > 0
    assert "switch on JavaScript" in page.locator(f"{TAG} noscript").inner_text()
    page.locator(f"{TAG} .plan-table summary").click()
    assert page.locator(f"{TAG} tbody tr").count() == 9
    context.close()


def test_where_the_engine_cannot_start_the_page_says_so_and_keeps_the_example(page, serve_site):
    page.route("**/micropython.wasm", lambda route: route.abort())
    page.goto(f"{serve_site}/brand/practice/")
    page.locator(TAG).scroll_into_view_if_needed()

    page.wait_for_selector(f"{TAG}.plan--failed")

    assert "could not start" in page.locator(f"{TAG} [data-part=state]").inner_text()
    assert page.locator(f"{TAG} svg").is_visible()
    assert page.locator(f"{TAG} .plan-example").is_visible()


def test_nothing_of_the_engine_is_fetched_before_it_is_near(page, serve_site):
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))

    visit(page, serve_site, LESSON)
    page.wait_for_load_state("networkidle")

    assert not [url for url in fetched if "micropython" in url or "engine" in url]


@pytest.mark.parametrize("language", ["en", "he"])
def test_on_a_phone_nothing_runs_out_of_the_page(language, browser, serve_site):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()

    open_plan(page, serve_site, TAG, language)
    page.locator(f"{TAG} .plan-table summary").click()

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    small = page.evaluate(
        f"""() => [...document.querySelectorAll("{TAG} :is(button, input, select, summary)")]
          .map((each) => [each.id || each.outerHTML.slice(0, 60), each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([name]) => name)"""
    )
    assert small == []
    context.close()


OUTSIDE = """(tag) => [...document.querySelectorAll(`${tag} .plan-reading`)].flatMap((reading) => {
  const cell = reading.getBoundingClientRect();
  return [...reading.children]
    .map((part) => part.getBoundingClientRect())
    .filter((box) => box.width)
    .filter((box) => box.left < cell.left - 0.5 || box.right > cell.right + 0.5)
    .map((box) => [innerWidth, reading.innerText, box.left, box.right]);
})"""


@pytest.mark.parametrize("language", ["en", "es", "it", "da", "nl", "he"])
def test_no_reading_s_field_reaches_into_the_next(language, page, serve_site):
    home = "" if language == "en" else f"/{language}"
    page.goto(f"{serve_site}{home}/brand/practice/")

    outside = []
    for width in (360, 760, 1100, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        outside += page.evaluate(OUTSIDE, TAG)

    assert outside == []


def test_the_picture_stays_below_the_header_while_the_form_is_worked_on(browser, serve_site):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    open_plan(page, serve_site, TAG)

    page.locator(f"{TAG} [data-input=photo]").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_function("(before) => scrollY >= before + 200", arg=before)
    picture = page.locator(f"{TAG} svg").bounding_box()
    header = page.locator("header").first.bounding_box()

    assert picture["y"] >= header["y"] + header["height"]
    assert picture["y"] + picture["height"] <= 720
    page.close()


def test_the_pillar_of_the_form_is_drawn_large(page, serve_site):
    open_plan(page, serve_site, TAG)

    lead = page.locator(f"{TAG} .ssi-lead").bounding_box()
    others = [
        each.bounding_box() for each in page.locator(f"{TAG} .ssi-panel:not(.ssi-lead)").all()
    ]

    assert len(others) == 4
    assert all(lead["height"] > 1.5 * other["height"] for other in others)
    assert page.locator(f"{TAG} .ssi-lead .ssi-brand").count() == 2


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_a_form_with_mistakes(colours, browser, serve_site, axe):
    context = browser.new_context(color_scheme=colours)
    page = context.new_page()
    open_plan(page, serve_site, TAG)
    set_amount(page, TAG, "articles", "99")
    reading(page, "find").fill("99")
    reading(page, "find").blur()
    for details in page.locator(f"{TAG} details").all():
        details.evaluate("(each) => (each.open = true)")

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert found == []
    context.close()


def test_on_paper_there_is_a_picture_and_a_table_and_no_form(page, serve_site):
    open_plan(page, serve_site, TAG)

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator(f"{TAG} form").is_hidden()
    assert page.locator(f"{TAG} svg").is_visible()
    assert page.locator(f"{TAG} tbody tr").last.is_visible()
