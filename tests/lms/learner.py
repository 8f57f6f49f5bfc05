"""What a learner does in a course that a platform frames, and what the platform then holds."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from tests.site.learner import READY, choose

START = "brand/profile/"
SOON = 15_000  # ms
FRAMED = """async () => {
  await frames[0]?.courseStore;
  return frames[0]?.frames[0]?.location.pathname.startsWith("/course/");
}"""
DECODE = """async (text) => {
  const [{ Course }, { readState }] = await Promise.all([import("/web/lms/course.js"), import("/web/lms/state.js")]);
  await new Promise((done) => { const facts = document.createElement("script"); facts.src = "/facts.js"; facts.onload = done; document.head.append(facts); });
  const { record, aside, at } = readState(text, new Course(globalThis.courseFacts));
  return { record: JSON.parse(JSON.stringify(record).replaceAll(at, "then")), aside };
}"""


class Launch:
    """One launch of the course: its window, the shell in it, and the page in that."""

    def __init__(self, page, shop, standard: str, place: str, **faults) -> None:
        self.page, self.shop, self.standard, self.place = page, shop, standard, place
        query = {"standard": standard, "place": place, "start": START, "faults": json.dumps(faults)}
        page.goto(f"{shop.url}/harness.html?{urlencode(query)}")
        self.ready()

    def ready(self) -> None:
        """Wait for the questions of the page in the frame."""
        self.page.wait_for_selector("iframe")
        self.shell = self.page.frame_locator("iframe")
        self.course = self.shell.frame_locator("iframe")
        self.page.wait_for_function(FRAMED)
        if self.inner.url.endswith("/course/"):
            self.open(START)
        self.course.locator("quiz-item[data-ready]").first.wait_for(timeout=SOON)
        self.inner.wait_for_function(READY)

    @property
    def inner(self):
        """The frame of the course."""
        return next(f for f in self.page.frames if "/course/" in f.url)

    def answer(self, item: str, option: str):
        """Answer a question of one choice with one try; the line that the page then shows."""
        found = self.course.locator(f"#item-{item}")
        choose(found, option)
        found.locator("[data-do=check]").click()
        said = found.locator("output strong:not(:empty)")
        said.wait_for(timeout=SOON)
        return said.text_content()

    def open(self, path: str) -> None:
        """Go to another page by its address, as a link does."""
        self.inner.evaluate("path => { location.href = new URL(path, location.href) }", path)
        self.page.wait_for_function(
            "path => { try { const frame = frames[0].frames[0]; return frame.location.pathname.endsWith(path) && frame.document.readyState === 'complete' } catch { return false } }",
            arg=path.lstrip("./"),
        )

    def notices(self) -> list[str]:
        """The names of what the learner is told by the shell."""
        return self.shell.locator(".lms-notice").evaluate_all("all => all.map((e) => e.dataset.notice)")

    def told(self, name: str) -> str:
        """The words of a notice, once it is there."""
        found = self.shell.locator(f"[data-notice={name}]")
        found.wait_for(timeout=SOON)
        return found.text_content()

    def fault(self, **faults) -> None:
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

    def leave(self) -> None:
        """Go away as a learner does: the window goes to another page."""
        self.page.goto("about:blank")

    def close(self) -> None:
        """Leave, and wait until the platform has heard of it."""
        ends = self.shop.ended.count(self.place)
        self.leave()
        for _ in range(500):
            if self.shop.ended.count(self.place) > ends:
                return
            self.page.wait_for_timeout(10)  # the last words come by a beacon
        raise AssertionError("the session was not ended")
