"""A learner picks a route once and sees its example everywhere, in every language."""

from __future__ import annotations

VISIBLE = ".routes__part:visible"
ONE = "document.querySelectorAll('.routes__part:not([hidden])').length === 1"


def test_the_chosen_route_is_shown_on_every_page_and_after_a_change_of_language(page, serve_site):
    page.goto(f"{serve_site}/")
    page.wait_for_selector("course-routes[data-ready]")
    assert page.locator(VISIBLE).count() == 4

    page.get_by_label("someone who recruits").check()
    page.wait_for_function(ONE)
    assert page.locator(VISIBLE).get_attribute("data-route") == "recruits"

    page.goto(f"{serve_site}/he/")
    page.wait_for_selector("course-routes[data-ready]")
    assert page.locator(VISIBLE).get_attribute("data-route") == "recruits"


def test_the_switch_works_with_the_arrow_keys(page, serve_site):
    page.goto(f"{serve_site}/")
    page.wait_for_selector("course-routes[data-ready]")

    page.locator(".routes__switch input").first.focus()
    page.keyboard.press("ArrowDown")

    page.wait_for_function(ONE)
    assert page.locator(VISIBLE).get_attribute("data-route") == "sells"


def test_what_is_pressed_before_the_record_is_open_is_not_lost(page, serve_site):
    held = []
    page.route("**/idb-keyval.js", lambda route: held.append(route))
    page.goto(f"{serve_site}/")
    page.locator("course-routes:defined").wait_for()
    page.locator("course-progress:defined").wait_for()

    page.get_by_label("someone who recruits").check()
    page.locator(".progress__record summary").click()
    with page.expect_download():
        page.locator("course-progress [data-do=export]").click()
        held[0].continue_()

    page.wait_for_function(ONE)
    assert page.locator(VISIBLE).get_attribute("data-route") == "recruits"


def test_without_scripts_all_four_are_there_to_read(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{serve_site}/")

    assert page.locator(VISIBLE).count() == 4
    assert not page.locator(".routes__switch").is_visible()
    context.close()
