"""The folder for a USB stick in real browsers: opened as files, without a network."""

from __future__ import annotations

import datetime
import os

import pytest

from tests.firefox import find_firefox, firefox
from tests.site.learner import check, choose, until_kept
from tests.site.plans import set_amount

LESSON = "brand/profile.html"
ITEM = "#item-headline-first-line"
SIMULATOR = "brand/practice.html"
SLIDES = "trainer/find-seat/slides/index.html"
DAY = datetime.datetime(2026, 3, 2, 10, 0)
WORD = "כותרת"  # to be searched for


@pytest.fixture
def offline(browser):
    """A page without a network; whatever it asks for that is no file fails the test."""
    context = browser.new_context(offline=True)
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.on("request", lambda request: _local(request.url) or errors.append(request.url))
    yield page
    context.close()
    assert not errors, errors


def _local(url):
    return url.startswith(("file:", "blob:", "data:", "about:"))


@pytest.fixture
def wrong(library):
    """The option of the lesson's question that is chosen here."""
    item = library.items[ITEM.removeprefix("#item-")][1]
    return next(option.id for option in item.options if not option.correct)


@pytest.fixture
def home(exported):
    """The address of the folder of the edition."""
    return (exported / "ssi-offline-he").as_uri()


def test_the_pages_and_the_search_speak_the_language_of_the_edition(offline, home):
    offline.goto(f"{home}/index.html")
    told = offline.evaluate("[document.documentElement.lang, document.body.dir]")
    offline.fill("#course-search-field", WORD)
    offline.locator(".course-search__results a").first.click()
    offline.wait_for_url("**/*.html#*")

    assert told == ["he", "rtl"]
    assert WORD in offline.locator("article").inner_text()


def test_an_answer_is_kept_and_what_was_missed_is_asked_again(offline, home, wrong):
    offline.clock.install(time=DAY)
    offline.goto(f"{home}/{LESSON}")
    question = offline.locator(f"{ITEM}[data-ready]")
    choose(question, wrong)
    check(question, "again")
    check(question)
    until_kept(offline, lambda record: record["reviews"])
    offline.reload()
    offline.locator(f"{ITEM}[data-ready][data-state=final]").wait_for()
    offline.clock.set_fixed_time(DAY + datetime.timedelta(days=2))
    offline.goto(f"{home}/index.html")
    offline.locator(".progress__due a").click()
    offline.locator("[data-do=ask]").click()

    offline.locator(f"course-review {ITEM}[data-ready]").wait_for()


def test_the_simulator_runs(offline, home):
    offline.goto(f"{home}/{SIMULATOR}")
    offline.locator("course-simulator").scroll_into_view_if_needed()
    offline.locator("course-simulator[data-ready]").wait_for()
    drawn = offline.locator("course-simulator svg").first.inner_html()

    set_amount(offline, "course-simulator", "articles", "2")

    offline.wait_for_function(
        "(drawn) => document.querySelector('course-simulator svg').innerHTML !== drawn", arg=drawn
    )


def test_slides_become_a_deck(offline, home):
    offline.goto(f"{home}/{SLIDES}")

    offline.locator(".reveal.ready").wait_for()


def test_all_of_it_works_in_firefox_too(home, wrong):
    path = find_firefox()
    if path is None:  # a machine of somebody's own may do without a second browser
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("no Firefox found: install it, for example with 'apt install firefox-esr'")
    with firefox(path) as browser:
        browser.go(f"{home}/{LESSON}")
        browser.until(f"document.querySelector('{ITEM}[data-ready]') !== null")
        direction = browser.run("return document.body.dir")
        browser.run(
            f"const item = document.querySelector('{ITEM}');"
            f"item.querySelector('input[value={wrong}]').click();"
            "item.querySelector('[data-do=check]').click()"
        )
        browser.until(f"document.querySelector('{ITEM}[data-state=again]') !== null")
        browser.reload()
        browser.until(f"document.querySelector('{ITEM}[data-state=again][data-ready]') !== null")
        browser.run(
            "const field = document.querySelector('#course-search-field');"
            f"field.focus(); field.value = '{WORD}'; field.dispatchEvent(new Event('input'))"
        )
        found = browser.until("document.querySelectorAll('.course-search__results a').length")
        browser.go(f"{home}/{SIMULATOR}")
        browser.run("document.querySelector('course-simulator').scrollIntoView()")
        browser.until("document.querySelector('course-simulator[data-ready] svg') !== null")
        browser.go(f"{home}/index.html")
        browser.until(
            "document.querySelector('course-progress .progress__marks:not(:empty)') !== null"
        )

    assert direction == "rtl"
    assert found > 1
