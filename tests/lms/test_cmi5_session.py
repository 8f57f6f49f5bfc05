"""A course launched by cmi5, in a real browser; the store refuses what cmi5 forbids."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest

from tests.lms.learner import Framed
from tests.lms.lrs import ACTIVITY, VERBS

ONE, TWO = ("headline-first-line", "c"), ("gap-to-close-first", "b")  # both right
SAVED = "Saved."
REGISTRATION = "7ab1e0a5-5f3b-4b2f-9a0e-000000000001"
HERE = Path(__file__).parent
WORKED = """async ([share, taken, whole]) => {
  const { completion } = courseFacts;
  await (await courseStore).change((data) => {
    if (whole) for (const id of completion.pages) data.pages[id] ??= new Date().toISOString();
    const at = new Date().toISOString();
    data.quizzes[completion.test] = { attempt: taken, taken, best: share, at };
    return data;
  });
}"""


class Launch(Framed):
    """One launch by cmi5: no window around the shell."""

    def __init__(self, page, shop, address: str) -> None:
        self.page, self.shop = page, shop
        page.goto(address)
        self.shell = page
        self.ready()

    def work(self, share: float, *, taken: int = 1, whole: bool = True) -> None:
        """Hand the final test in with this share of its points, and read all lessons."""
        self.page.evaluate(WORKED, [share, taken, whole])
        self.rest()

    def shows(self, *answers: tuple[str, str]) -> None:
        """Wait until these are there as answered."""
        for name, _ in answers:
            self.course.locator(f"#item-{name}[data-state=final]").wait_for()

    def close(self) -> None:
        """Leave, and wait until the store has heard of it."""
        ends = self.shop.lrs.said().count("terminated")
        self.leave()
        self.until(lambda: self.shop.lrs.said().count("terminated") > ends, "not terminated")


@pytest.fixture
def lrs(shop):
    """The record store, empty; at the end it has refused nothing."""
    shop.lrs.__init__()
    yield shop.lrs
    assert shop.lrs.refused == []


@pytest.fixture
def launch(browser, shop, lrs):
    """Opens the course in a new browser; script errors fail."""
    contexts, errors = [], []

    def open_one(**how) -> Launch:
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return Launch(page, shop, lrs.launch(shop.url, registration=REGISTRATION, **how))

    yield open_one
    for context in contexts:
        context.close()
    assert not errors, errors


def valid(statements: list[dict], node_path: str, root: Path) -> str:
    """What xapi-validation has against the statements; empty if nothing."""
    done = subprocess.run(
        [node_path, str(HERE / "validate.mjs")],
        input=json.dumps(statements), capture_output=True, text=True, check=False, cwd=root,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_a_course_passed_says_so_once_in_the_order_of_cmi5(launch, lrs, node_path, root):
    window = launch(mastery=0.7)
    assert SAVED in window.answer(*ONE)
    window.work(0.9)
    window.work(0.95, taken=2)
    window.close()
    again = launch(mastery=0.7)
    again.shows(ONE)
    again.work(1, taken=3)
    again.close()

    said = lrs.said()
    assert [verb for verb in said if verb != "answered"] == [
        "initialized", "completed", "passed", "terminated", "initialized", "terminated",
    ]  # fmt: skip
    assert valid(lrs.statements, node_path, root) == ""


def test_an_answer_is_told_with_its_options_its_result_and_its_objective(launch, lrs, library):
    window = launch()
    window.answer(*ONE)
    window.close()

    told = next(each for each in lrs.statements if each["verb"]["id"] == f"{VERBS}answered")
    item = library.quiz("brand-lessons").item(ONE[0])
    assert told["object"]["id"] == f"{ACTIVITY}/brand-lessons/{ONE[0]}"
    assert told["object"]["definition"]["interactionType"] == "choice"
    assert told["object"]["definition"]["correctResponsesPattern"] == [ONE[1]]
    assert (told["result"]["response"], told["result"]["success"]) == (ONE[1], True)
    assert told["result"]["duration"].startswith("PT")
    others = [each["id"] for each in told["context"]["contextActivities"]["other"]]
    assert others == [f"{ACTIVITY}/objectives/{item.objective}"]


def test_a_test_that_is_failed_is_said_at_the_end_and_may_be_passed_later(launch, lrs):
    window = launch(mastery=0.7)
    window.work(0.5)
    window.close()
    again = launch(mastery=0.7)
    again.work(0.8, taken=2)
    again.close()

    said = [verb for verb in lrs.said() if verb not in ("initialized", "terminated")]
    assert said == ["failed", "completed", "passed"]


def test_the_platforms_mastery_score_decides_what_is_passed(launch, lrs):
    window = launch(mastery=0.9)
    window.work(0.8)
    window.close()

    assert "passed" not in lrs.said()
    assert "failed" in lrs.said()


def test_a_page_loaded_anew_shows_what_was_done_and_keeps_the_rest_for_the_next_launch(
    launch, lrs, shop
):
    window = launch()
    assert SAVED in window.answer(*ONE)
    window.page.reload()
    window.ready()
    assert "did not begin a session" in window.told("no-session")
    window.shows(ONE)
    assert SAVED not in window.answer(*TWO)

    window.page.goto(lrs.launch(shop.url, registration=REGISTRATION))
    window.ready()

    window.shows(TWO)
    window.close()
    assert lrs.said() == [
        "initialized", "answered", "terminated", "initialized", "answered", "terminated",
    ]  # fmt: skip


def test_while_the_store_is_down_nothing_is_said_to_be_saved_and_later_all_is(launch, lrs):
    window = launch()
    lrs.down = True
    assert SAVED not in window.answer(*ONE)
    assert "has not taken what you did last" in window.told("unsent")

    lrs.down = False
    assert SAVED in window.answer(*TWO)

    assert window.notices() == []
    window.close()
    told = [each["object"]["id"] for each in lrs.statements if "answered" in each["verb"]["id"]]
    assert sorted(told) == sorted(f"{ACTIVITY}/brand-lessons/{name}" for name, _ in (ONE, TWO))


def test_two_devices_at_once_lose_nothing_of_each_other(launch, lrs):
    one, two = launch(), launch()
    assert SAVED in one.answer(*ONE)
    assert SAVED in two.answer(*TWO)
    two.shows(ONE)
    one.close()
    two.close()

    launch().shows(ONE, TWO)


def test_a_device_that_leaves_a_minute_later_takes_nothing_back(launch):
    one, two = launch(), launch()
    assert SAVED in one.answer(*ONE)
    one.rest()
    assert SAVED in two.answer(*TWO)
    two.close()
    one.page.clock.set_fixed_time(time.time() + 90)
    one.close()

    launch().shows(ONE, TWO)


def test_what_one_device_could_not_hand_over_joins_what_another_did(launch, lrs, shop):
    one, two = launch(), launch()
    one.page.route("**/activities/state?*", lambda route: route.abort())
    assert SAVED not in one.answer(*ONE)
    assert SAVED in two.answer(*TWO)
    two.close()
    one.page.unroute_all()
    one.close()
    launch().shows(TWO)

    one.page.goto(lrs.launch(shop.url, registration=REGISTRATION))
    one.ready()
    one.shows(ONE, TWO)
    one.rest()
    launch().shows(ONE, TWO)


@pytest.mark.parametrize("mode", ["Review", "Browse"])
def test_a_course_to_look_at_writes_nothing_but_its_beginning_and_end(mode, launch, lrs):
    window = launch(mode=mode)
    window.told("look")
    window.answer(*ONE)
    window.close()

    assert lrs.said() == ["initialized", "terminated"]
    assert lrs.state(REGISTRATION) == {}


def test_a_document_of_somebody_else_is_set_aside(launch, lrs, shop):
    first = launch()
    first.answer(*ONE)
    first.rest()
    first.close()
    place = next(key for key in lrs.documents if key[-1] == "course-record")
    lrs.documents[place] = b'{"page": 3}'

    again = launch()
    again.told("aside")
    again.answer(*TWO)

    assert lrs.state(REGISTRATION)["text"].endswith('~{"page":3}')


def test_a_document_that_somebody_else_stores_meanwhile_is_set_aside(launch, lrs):
    window = launch()
    window.answer(*ONE)
    window.rest()
    place = next(key for key in lrs.documents if key[-1] == "course-record")
    lrs.documents[place] = b'{"page": 3}'

    assert SAVED in window.answer(*TWO)

    assert lrs.state(REGISTRATION)["text"].endswith('~{"page":3}')


def test_a_way_back_leads_where_the_platform_says(launch):
    window = launch()

    link = window.page.get_by_role("link", name="Back to the learning platform")

    assert link.get_attribute("href") == "https://course.example/back"
