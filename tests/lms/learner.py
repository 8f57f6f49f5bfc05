"""What a learner does in a course that a platform frames, and what the platform then holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tests.site.learner import READY, choose

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, FrameLocator, Page

    from tests.lms.shop import Shop

START = "brand/profile/"
PATIENCE = 60_000  # ms, on a busy machine
TURN = 20  # ms
FRAMED = """async () => {
  await SHELL?.courseStore;
  return SHELL?.frames[0]?.location.pathname.startsWith("/course/");
}"""
THERE = """(path) => {
  const page = SHELL.frames[0];
  return page.location.pathname.endsWith(path) && page.document.readyState === "complete";
}"""
RESTS = """async () => {
  const store = await SHELL.courseStore;
  await store.change((data) => data);
  return !store.unsent;
}"""
DECODE = """async (text) => {
  const { Course } = await import("/web/lms/course.js");
  const { readState } = await import("/web/lms/state.js");
  const { record, aside, at } = readState(text, new Course(frames[0].courseFacts));
  return { record: JSON.parse(JSON.stringify(record).replaceAll(at, "then")), aside };
}"""


class Framed:
    """The shell of a package, wherever it is, and the page of the course in its frame."""

    page: Page
    shop: Shop
    shell: Page | FrameLocator
    framed = "window"  # the shell's window, as a script of the page calls it

    def ready(self) -> None:
        """Wait for the questions of the page in the frame."""
        self.page.set_default_timeout(PATIENCE)
        framed = FRAMED.replace("SHELL", self.framed)
        self.until(lambda: self.page.evaluate(framed), "no page of the course in the frame")
        self.course = self.shell.frame_locator("iframe")
        if self.inner.url.endswith("/course/"):
            self.open(START)
        self.course.locator("quiz-item[data-ready]").first.wait_for()
        self.inner.wait_for_function(READY)

    @property
    def inner(self) -> Frame:
        """The frame of the course."""
        while True:
            for frame in self.page.frames:
                if "/course/" in frame.url:
                    return frame
            self.page.wait_for_timeout(20)

    def answer(self, item: str, option: str) -> str:
        """Answer a question of one choice with one try; the line that the page then shows."""
        found = self.course.locator(f"#item-{item}[data-ready]")
        choose(found, option)
        found.locator("[data-do=check]").click()
        said = found.locator("output strong:not(:empty)")
        said.wait_for()
        return said.text_content() or ""

    def open(self, path: str) -> None:
        """Go to another page by its address, as a link does."""
        go = "path => { location.href = new URL(path, location.href) }"
        self.inner.evaluate(go, path)
        there = THERE.replace("SHELL", self.framed)
        self.page.wait_for_function(there, arg=path.lstrip("./"))

    def notices(self) -> list[str]:
        """The names of what the learner is told by the shell."""
        names = "all => all.map((each) => each.dataset.notice)"
        return self.shell.locator(".lms-notice").evaluate_all(names)

    def told(self, name: str) -> str:
        """The words of a notice, once it is there."""
        found = self.shell.locator(f"[data-notice={name}]")
        found.wait_for()
        return found.text_content() or ""

    def rest(self) -> None:
        """Wait until the platform has all that was done."""
        rests = RESTS.replace("SHELL", self.framed)
        self.until(lambda: self.page.evaluate(rests), "the platform does not have all")

    def leave(self) -> None:
        """Go away as a learner does: the window goes to another page."""
        self.page.goto("about:blank")

    def until(self, is_so: Callable[[], bool], otherwise: str) -> None:
        """Wait for what can only be asked again and again."""
        for _ in range(PATIENCE // TURN):
            if is_so():
                return
            self.page.wait_for_timeout(TURN)
        raise AssertionError(otherwise)


class Launch(Framed):
    """One launch inside scorm-again, which is the window around the shell."""

    framed = "frames[0]"

    def __init__(self, page: Page, shop: Shop, standard: str, place: str, **faults: object) -> None:
        self.page, self.shop, self.place = page, shop, place
        query = {"standard": standard, "place": place, "start": START, "faults": json.dumps(faults)}
        page.goto(f"{shop.url}/harness.html?{urlencode(query)}")
        self.shell = page.frame_locator("iframe")
        self.ready()

    def fault(self, **faults: object) -> None:
        """Break or mend the platform."""
        self.page.evaluate("faults => Object.assign(lms.faults, faults)", faults)

    def complaints(self) -> list[str]:
        """What a strict platform has against the calls so far."""
        return self.page.evaluate("lms.complaints")

    def calls(self, verb: str) -> list[list[str]]:
        """The calls of one kind."""
        return self.page.evaluate("verb => lms.log.filter(([each]) => each === verb)", verb)

    @property
    def kept(self) -> dict:
        """What the platform has committed."""
        return json.loads(self.shop.kept.get(f"/kept/{self.place}", "{}"))

    def keep(self, kept: dict) -> None:
        """Put something else where the platform keeps this learner's state."""
        self.shop.kept[f"/kept/{self.place}"] = json.dumps(kept)

    def record(self) -> dict:
        """The record that the platform holds, read as the next launch would."""
        return self.page.evaluate(DECODE, self.kept["cmi"]["suspend_data"])

    def close(self) -> None:
        """Leave, and wait until the platform has heard of it."""
        ends = self.shop.ended.count(self.place)
        self.leave()
        self.until(lambda: self.shop.ended.count(self.place) > ends, "the session was not ended")
