"""A course inside scorm-again, in a real browser, with the faults that platforms have."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Error

from tests.lms.learner import Launch
from tests.site.accessibility import RUN, TAGS

ONE, TWO = ("headline-first-line", "c"), ("gap-to-close-first", "b")  # both right
SAVED = "Saved."
TWO_SECONDS = 2000  # ms
WCAG = [tag for tag in TAGS if tag.startswith("wcag")]
EVERYTHING = """async () => {
  const { Course } = await import("/web/lms/course.js");
  const records = await import("/records.mjs");
  const shell = frames[0];
  const done = records.everything(new Course(shell.courseFacts), records.chance(3));
  await (await shell.courseStore).change(({ settings }) => ({ ...done, settings }));
}"""


@pytest.fixture(params=["scorm12", "scorm2004"])
def launch(request, browser, shop):
    """Opens the course in windows of one learner's browser.

    `elsewhere` is another device; `beside` a window is in the browser of that one.
    Whatever happens, no script breaks and the platform has nothing against the calls.
    """
    contexts, launches, errors = [browser.new_context()], [], []

    def open_one(*, elsewhere: bool = False, beside: Launch | None = None, **faults) -> Launch:
        if elsewhere:
            contexts.append(browser.new_context())
        page = (beside.page.context if beside else contexts[-1]).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        launches.append(Launch(page, shop, request.param, request.node.name, **faults))
        return launches[-1]

    yield open_one
    for context in contexts:
        context.close()
    assert not errors, errors


def test_the_learner_finds_page_and_answers_again_on_another_device(launch):
    first = launch()
    assert first.notices() == []
    assert SAVED in first.answer(*ONE)
    first.open("../social-proof/")
    complaints = first.complaints()
    first.close()

    again = launch(elsewhere=True)

    assert again.inner.url.endswith("/course/brand/social-proof/")
    again.open("../profile/")
    again.course.locator(f"#item-{ONE[0]}[data-state=final]").wait_for()
    told = again.kept["cmi"]["interactions"]
    assert [each["id"] for each in told.values()] == [ONE[0]]
    assert complaints + again.complaints() == []
    assert again.record()["record"]["pages"].keys() >= {"brand-profile"}


def test_a_session_that_is_refused_is_told_and_what_was_kept_is_offered_to_the_next(launch):
    refused = launch(initialize=True)
    assert "did not begin a session" in refused.told("no-session")
    assert SAVED in refused.answer(*ONE)
    refused.leave()

    again = launch()
    again.told("offer")
    assert again.course.locator(f"#item-{ONE[0]}").get_attribute("data-state") == "open"
    again.shell.get_by_role("button", name="Add them").click()

    again.course.locator(f"#item-{ONE[0]}[data-state=final]").wait_for()
    assert again.record()["record"]["answers"][ONE[0]]["response"] == ONE[1]
    assert again.notices() == []


def test_while_commits_fail_nothing_is_said_to_be_saved_and_later_all_is(launch):
    window = launch()
    window.fault(commit=True)
    assert SAVED not in window.answer(*ONE)
    assert "has not taken what you did last" in window.told("unsent")
    window.open("../social-proof/")
    window.open("../profile/")
    window.course.locator(f"#item-{ONE[0]}[data-state=final]").wait_for()

    window.fault(commit=False)
    assert SAVED in window.answer(*TWO)

    assert window.notices() == []
    assert window.record()["record"]["answers"].keys() == {ONE[0], TWO[0]}
    assert window.complaints() == []


def test_what_was_answered_while_the_line_was_down_reaches_the_platform_later(launch):
    window = launch()
    assert SAVED in window.answer(*ONE)
    window.page.context.set_offline(True)
    assert SAVED not in window.answer(*TWO)
    window.told("unsent")
    window.leave()
    held = window.kept["commits"]
    window.page.context.set_offline(False)

    again = launch()
    again.course.locator(f"#item-{TWO[0]}[data-state=final]").wait_for()

    again.page.wait_for_function("held => lms.kept.commits > held", arg=held)
    assert again.record()["record"]["answers"].keys() == {ONE[0], TWO[0]}


def test_what_was_saved_when_the_tab_was_killed_is_there_on_another_device(launch):
    window = launch()
    assert SAVED in window.answer(*ONE)
    with contextlib.suppress(Error):
        window.page.goto("chrome://crash")

    again = launch(elsewhere=True)

    again.course.locator(f"#item-{ONE[0]}[data-state=final]").wait_for()


def test_two_windows_of_one_learner_lose_nothing_of_each_other(launch):
    one, two = launch(), launch()
    assert SAVED in one.answer(*ONE)
    two.course.locator(f"#item-{ONE[0]}[data-state=final]").wait_for()
    assert SAVED in two.answer(*TWO)
    one.course.locator(f"#item-{TWO[0]}[data-state=final]").wait_for()
    two.close()
    one.close()

    again = launch(elsewhere=True)

    assert again.record()["record"]["answers"].keys() == {ONE[0], TWO[0]}


def test_what_another_device_wrote_over_comes_back_where_it_was_done(launch):
    one = launch()
    two = launch(elsewhere=True)
    assert SAVED in one.answer(*ONE)
    assert SAVED in two.answer(*TWO)
    one.close()
    two.close()

    again = launch(beside=one)

    for name, _ in (ONE, TWO):
        again.course.locator(f"#item-{name}[data-state=final]").wait_for()
    again.rest()
    assert again.record()["record"]["answers"].keys() == {ONE[0], TWO[0]}
    assert again.notices() == []


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_a_course_to_look_at_shows_what_was_done_and_writes_nothing(mode, launch):
    before = launch()
    before.answer(*ONE)
    before.close()
    held = before.kept["commits"]

    window = launch(elsewhere=True, mode=mode)
    assert "look at only" in window.told("look")
    window.course.locator(f"#item-{ONE[0]}[data-state=final]").wait_for()
    assert SAVED not in window.answer(*TWO)

    assert window.calls("set") + window.calls("commit") == []
    window.close()
    assert window.kept["commits"] == held


def test_a_state_of_somebody_else_is_set_aside_and_the_learner_is_told(launch):
    window = launch()
    window.close()
    held = window.kept
    held["cmi"]["suspend_data"] = '{"slide": 7, "of": "another course"}'
    window.keep(held)

    again = launch(elsewhere=True)
    assert "cannot be read here" in again.told("aside")
    again.answer(*ONE)

    found = again.record()
    assert found["aside"] == '{"slide": 7, "of": "another course"}'
    assert found["record"]["answers"].keys() == {ONE[0]}


def test_a_course_done_to_the_end_fits_into_4096_characters_and_comes_back(launch):
    window = launch(cap=4096)
    window.page.evaluate(EVERYTHING)
    assert window.notices() == []
    text = window.kept["cmi"]["suspend_data"]
    done = window.record()["record"]
    complaints = window.complaints()
    window.close()

    again = launch(elsewhere=True, cap=4096)

    assert len(text) <= 3500
    assert again.record()["record"] == done
    assert len(done["answers"]) > 100
    assert complaints + again.complaints() == []


def test_two_seconds_a_call_lose_nothing_and_leave_the_pages_usable(launch):
    window = launch(delay=TWO_SECONDS)
    assert SAVED in window.answer(*ONE)
    window.open("../social-proof/")
    window.course.locator("quiz-item[data-ready]").first.wait_for()
    assert min(window.page.evaluate("lms.took")) >= TWO_SECONDS
    complaints = window.complaints()
    assert window.notices() == []
    window.leave()

    again = launch(elsewhere=True)

    again.open("../profile/")
    again.course.locator(f"#item-{ONE[0]}[data-state=final]").wait_for()
    assert complaints + again.complaints() == []


def test_without_a_platform_the_browser_keeps_the_record_and_the_learner_is_told(page, shop, root):
    page.goto(f"{shop.url}/launch.html?lms=scorm12")
    course = page.frame_locator("iframe")
    course.locator("course-progress[data-ready]").wait_for()

    assert "kept in this browser and not reported" in page.locator("[data-notice]").text_content()
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    assert page.evaluate(RUN, {"type": "tag", "values": WCAG}) == []
    page.get_by_role("button", name="Close this message").click()
    assert page.locator("[data-notice]").count() == 0
    assert course.locator("[data-part=memory]:visible").count() == 0
