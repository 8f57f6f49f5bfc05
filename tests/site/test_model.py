"""The page on the model in a real browser: what is assumed otherwise is drawn beside ours."""

from __future__ import annotations

import pytest

from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.plans import kept, summary

TAG = "course-assumptions"
PHONE = {"width": 360, "height": 740}
OPEN = "for (const each of document.querySelectorAll('article details')) each.open = true"


def open_model(page, base: str, language: str = "en") -> None:
    """Open the page and wait until the engine has drawn both runs."""
    folder = "" if language == "en" else f"/{language}"
    page.goto(f"{base}{folder}/reference/model/")
    page.locator(TAG).scroll_into_view_if_needed()
    page.wait_for_selector(f"{TAG}[data-ready]")


def part(page, name: str):
    return page.locator(f"{TAG} [data-part={name}]")


def ends(page) -> list[list[str]]:
    """Ours and yours, part by part, as the table has them."""
    rows = page.locator(f"{TAG} [data-row]").all()
    return [row.locator("td").all_inner_texts() for row in rows]


def weight(page, id: str):
    return page.locator(f"{TAG} [data-weight={id}]")


def changes(page) -> list[str]:
    return part(page, "changes").locator("li").all_inner_texts()


def test_another_memory_is_drawn_beside_ours_said_and_listed(page, serve_site):
    open_model(page, serve_site)
    before, ours = summary(page, TAG), part(page, "ours").inner_html()
    assert all(one == other for one, other in ends(page))
    assert changes(page) == []

    part(page, "window").select_option("30")
    said = summary(page, TAG)

    assert said != before
    assert said.startswith("Total after 8 weeks: about ")
    assert part(page, "summary").get_attribute("aria-live") == "polite"
    assert part(page, "ours").inner_html() == ours
    assert all(one != other for one, other in ends(page))
    assert changes(page) == [
        "Activity is remembered for: 30 days (ours: 30 to 90 days, as we assume)"
    ]
    assert part(page, "unchanged").is_hidden()


def test_a_weight_is_moved_by_keyboard_and_its_pillar_shares_what_is_left(page, serve_site):
    open_model(page, serve_site)
    part(page, "plan").select_option("push")
    page.locator(f"{TAG} [data-pillar=brand] summary").focus()
    page.keyboard.press("Enter")
    weight(page, "articles").locator("[type=range]").focus()

    page.keyboard.press("End")
    summary(page, TAG)

    assert weight(page, "articles").locator("[type=text]").input_value() == "38.5"
    assert "gets 33% of the pillar" in weight(page, "articles").inner_text()
    assert "gets 16.3% of the pillar" in weight(page, "endorsements").inner_text()
    assert "changed: 1" in page.locator(f"{TAG} [data-pillar=brand] summary").inner_text()
    assert changes(page) == ["Articles published: 38.5% (ours: 22%)"]
    by_part = dict(zip(("total", "brand", "find", "engage", "relate"), ends(page), strict=True))
    assert by_part["brand"][0] != by_part["brand"][1]
    assert by_part["engage"][0] == by_part["engage"][1]
    assert part(page, "yours").locator(".ssi-lead .ssi-brand").count() == 2  # line and band


def test_a_weight_out_of_its_range_is_named_at_its_place_and_changes_nothing(page, serve_site):
    open_model(page, serve_site)
    before = ends(page)
    page.evaluate(OPEN)

    for wrong in ("60", "1", "much", ""):
        weight(page, "articles").locator("[type=text]").fill(wrong)
        weight(page, "articles").locator("[type=text]").blur()
        error = weight(page, "articles").locator(".plan-field__error")
        assert error.inner_text() == "Enter a number from 11 to 38.5"

    assert ends(page) == before
    assert changes(page) == []


def test_changes_survive_a_reload_and_another_language_and_can_be_taken_back(page, serve_site):
    open_model(page, serve_site)
    part(page, "start").select_option("trainer")
    part(page, "navigator").select_option("no")
    page.evaluate(OPEN)
    weight(page, "likes").locator("[type=text]").fill("12")
    weight(page, "likes").locator("[type=text]").blur()
    assert kept(page)["settings"]["assumptions"]["weights"] == {"likes": 0.12}

    open_model(page, serve_site, "es")
    summary(page, TAG)
    again = changes(page)
    part(page, "window").select_option("60")
    page.locator(f"{TAG} [data-action=undo]").click()
    undone = changes(page)
    page.locator(f"{TAG} [data-action=reset]").click()

    assert len(again) == 2
    assert "12\u00a0%" in again[1]
    assert undone == again
    assert changes(page) == []
    assert part(page, "start").input_value() == "trainer"
    assert page.locator(f"{TAG} [data-action=reset]").is_disabled()


def test_own_readings_and_an_own_plan_are_offered_once_there_are_some(page, serve_site):
    open_model(page, serve_site)
    own = part(page, "plan").locator("[value=own]")
    assert own.is_disabled()
    page.evaluate(
        """async () => {
          const { openRecord } = await import("/assets/course/record.js");
          const record = await openRecord();
          await record.saveReadings({ brand: 9, find: 8, engage: 7, relate: 6 });
          const weekly = { comments: 9, "leads-saved": 5 };
          await record.savePlan({ weekly, once: {}, navigator: true });
        }"""
    )

    open_model(page, serve_site)
    part(page, "start").select_option("own")
    part(page, "plan").select_option("own")
    summary(page, TAG)

    starts = [cells[0].strip("\u2066\u2069").split(" → ")[0] for cells in ends(page)]
    assert starts == ["30.0", "9.0", "8.0", "7.0", "6.0"]
    assert part(page, "state").inner_text() == ""


def test_without_javascript_everything_can_be_read_and_the_form_is_not_there(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{serve_site}/reference/model/")
    page.locator("#input-articles summary").click()

    assert page.locator("#input-articles .model-curve").is_visible()
    assert page.locator("#input-articles table").is_visible()
    assert page.locator(f"{TAG} form").is_hidden()
    assert page.locator(f"{TAG} svg").count() == 2
    assert "Drawn example" in part(page, "example").inner_text()
    assert "switch on JavaScript" in page.locator(f"{TAG} noscript").inner_text()
    context.close()


@pytest.mark.parametrize("language", ["en", "he"])
def test_on_a_phone_nothing_runs_out_and_every_target_is_large_enough(
    language, browser, serve_site
):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()

    open_model(page, serve_site, language)
    page.evaluate(OPEN)

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    small = page.evaluate(
        """() => [...document.querySelectorAll("article :is(button, input, select, summary)")]
          .map((each) => [each.id || each.outerHTML.slice(0, 60), each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([name]) => name)"""
    )
    assert small == []
    context.close()


def test_on_paper_every_input_is_open_and_the_form_is_gone(page, serve_site):
    page.goto(f"{serve_site}/reference/model/")

    page.emulate_media(media="print")
    closed = page.evaluate(
        """() => [...document.querySelectorAll(".model-input__body")]
          .filter((body) => !body.checkVisibility({ contentVisibilityAuto: true }))
          .length"""
    )

    assert closed == 0
    assert page.locator(f"{TAG} form").is_hidden()


def test_axe_finds_nothing_where_everything_is_open_and_a_weight_is_wrong(browser, serve_site, axe):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    open_model(page, serve_site)
    page.evaluate(OPEN)
    weight(page, "likes").locator("[type=text]").fill("99")
    weight(page, "likes").locator("[type=text]").blur()

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert found == []
    context.close()
