"""One learner's hour, in a real browser: read, answer, simulate, solve, reload, change language."""

from __future__ import annotations

import pytest

from coursekit.render.environment import format_number
from tests.site.learner import check, choose, until_kept, visit
from tests.site.plans import open_plan, set_amount, summary
from tests.site.test_exercise import TAG as EXERCISE
from tests.site.test_exercise import opening, solve

SIMULATOR = "course-simulator"
QUESTION = "headline-first-line"  # the question of the lesson on the profile


def right_option(library) -> str:
    """The right answer to the lesson's question."""
    return next(o.id for o in library.items[QUESTION][1].options if o.correct)


@pytest.mark.parametrize(("language", "other"), [("en", "he"), ("es", "en"), ("he", "es")])
def test_a_learner_reads_answers_plans_solves_and_goes_on_in_another_language(
    language, other, page, serve_site, library
):
    home = "" if language == "en" else f"{language}/"
    words = library.interface(language)

    visit(page, serve_site, f"{home}brand/profile/")
    assert page.evaluate("document.documentElement.lang") == language
    item = page.locator(f"#item-{QUESTION}")
    choose(item, right_option(library))
    check(item)
    page.locator("article h2").last.scroll_into_view_if_needed()
    until_kept(page, lambda record: "brand-profile" in record["pages"])

    open_plan(page, serve_site, SIMULATOR, language)
    before = summary(page, SIMULATOR)
    set_amount(page, SIMULATOR, "articles", format_number(1.5, language))
    after = summary(page, SIMULATOR)
    assert before != after
    assert words["pillar.brand"] in after

    open_plan(page, serve_site, EXERCISE, language)
    assert solve(page).startswith(opening(library, "solved", language))

    page.reload()
    page.wait_for_selector(f"{EXERCISE} [data-part=solved]:visible")

    page.locator("[popovertarget=course-languages]").click()
    page.locator(f"#course-languages [hreflang={other}]").click()
    page.wait_for_function(f"document.documentElement.lang === '{other}'")
    assert page.url.endswith("brand/practice/")
    page.wait_for_selector(f"{EXERCISE} [data-part=solved]:visible")

    visit(page, serve_site, ("" if other == "en" else f"{other}/") + "brand/profile/")
    page.wait_for_selector(f"#item-{QUESTION}[data-state=final]")
    chosen = page.locator(f"#item-{QUESTION} input:checked").get_attribute("value")
    assert chosen == right_option(library)

    visit(page, serve_site, "" if other == "en" else f"{other}/")
    page.wait_for_selector("li[data-page=brand-profile][data-read]")
