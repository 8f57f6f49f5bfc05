"""The simulator as a learner feels it: a slider moves, the picture follows; and the boot.

In headless Chromium, on the built practice page, with every brand input in the plan. The
same questions are then answered under CPython, so that the ratio says what MicroPython in
the browser costs, whatever the machine.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from coursekit.content.engine import open_engine
from tests.browser import chromium

ROOT = Path(__file__).resolve().parent.parent
PAGE = "/brand/practice/"
TAG = "course-simulator"
HORIZONS = (8, 12, 26)  # weeks
MOVES = 100
WARM_UP = 20  # moves; a hand on a slider makes some thirty a second
BOOTS = 15
VIEW = {"width": 1280, "height": 800}

# Every field gets an amount, so that all inputs of the form are in the plan.
FILL = """(weeks) => {
  const form = document.querySelector("course-simulator form");
  for (const box of form.querySelectorAll("[data-input] [type=checkbox]")) box.checked = true;
  for (const range of form.querySelectorAll("[data-input] [type=range]")) {
    range.value = (Number(range.min) + Number(range.max)) / 2;
    range.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const ahead = form.querySelector("[data-part=weeks]");
  ahead.value = weeks;
  ahead.dispatchEvent(new Event("input", { bubbles: true }));
}"""

# Ten steps on one slider, then the next slider: [input, when, value, milliseconds] of each move.
MOVE = """async (count) => {
  const ranges = [...document.querySelectorAll("course-simulator [data-input] [type=range]")];
  const chart = document.querySelector("course-simulator [data-part=chart]");
  const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  await rest(300);
  const moves = [];
  for (let move = 0; move < count; move++) {
    const range = ranges[Math.floor(move / 10) % ranges.length];
    const steps = Math.round((range.max - range.min) / range.step);
    range.value = Number(range.min) + ((move * 7 + 1) % (steps + 1)) * range.step;
    const { input, when } = range.closest("[data-input]").dataset;
    const redrawn = new Promise((resolve) => {
      const seen = new MutationObserver(() => (seen.disconnect(), resolve(performance.now())));
      seen.observe(chart, { childList: true, subtree: true });
    });
    const began = performance.now();
    range.dispatchEvent(new Event("input", { bubbles: true }));
    moves.push([input, when, range.valueAsNumber, (await redrawn) - began]);
    await rest(34);
  }
  return moves;
}"""

# When the form came into view and when the engine was ready; `margin` "0px" starts it only then.
WATCH = """(margin) => {
  if (margin) {
    const Real = IntersectionObserver;
    window.IntersectionObserver = class extends Real {
      constructor(act, options) { super(act, { ...options, rootMargin: margin }); }
    };
  }
  addEventListener("DOMContentLoaded", () => {
    const element = document.querySelector("course-simulator");
    window.seen = new Promise((resolve) =>
      new IntersectionObserver(([entry]) => entry.isIntersecting && resolve(performance.now()),
        { rootMargin: "0px" }).observe(element));
    window.ready = new Promise((resolve) =>
      new MutationObserver(() => "ready" in element.dataset && resolve(performance.now()))
        .observe(element, { attributeFilter: ["data-ready"] }));
  });
}"""
BOOT = """async () => {
  document.querySelector("course-simulator").scrollIntoView({ behavior: "instant" });
  const [seen, ready] = await Promise.all([window.seen, window.ready]);
  return ready - seen;
}"""


def lines(site: Path | None = None) -> Iterator[str]:
    """Figures of moves and of boots, a line each."""
    with contextlib.ExitStack() as stack:
        base = stack.enter_context(serve(site or stack.enter_context(built_site())))
        browser = stack.enter_context(chromium())
        yield f"Chromium {browser.version}, {MOVES} moves a horizon, {BOOTS} boots"
        for weeks in HORIZONS:
            yield move_line(browser, base, weeks)
        yield boot_line(browser, base, "0px", "started once it is in view")
        yield boot_line(browser, base, "", "started near the window, as it is")


def move_line(browser: Any, base: str, weeks: int) -> str:
    """From the input event to the new picture, and the same questions under CPython."""
    page = browser.new_page(viewport=VIEW)
    page.goto(base + PAGE)
    page.locator(TAG).scroll_into_view_if_needed()
    page.wait_for_selector(f"{TAG}[data-ready]")
    page.evaluate(FILL, weeks)
    page.evaluate(MOVE, WARM_UP)
    moves = page.evaluate(MOVE, MOVES)
    data = json.loads(page.locator(f"{TAG} .plan-data").text_content())
    page.close()
    in_browser = [each[3] for each in moves]
    ratio = statistics.median(in_browser) / statistics.median(in_cpython(data, weeks, moves))
    return f"slider to picture, {weeks:2} weeks: {spread(in_browser)}; {ratio:.0f} x CPython"


def in_cpython(data: dict[str, Any], weeks: int, moves: list[list[Any]]) -> list[float]:
    """Milliseconds that each of the moves takes without browser and MicroPython."""
    engine = open_engine(ROOT)
    plan = {"start": data["example"]["start"], "weeks": weeks, "weekly": {}, "once": {}}
    shown = {"labels": data["labels"], "lead": data["lead"], "id": "benchmark"}
    for entry in engine.inputs.of_pillar("brand"):
        for when, (low, high) in entry.limits.items():
            plan[when][entry.id] = 1 if entry.boolean else (low + high) // 2
    taken = []
    for input_id, when, value, _ in moves:
        plan[when][input_id] = value
        question = json.dumps({"verb": "simulate", "plan": plan, **shown})
        taken.append(milliseconds(functools.partial(engine.answer, question)))
    return taken


def boot_line(browser: Any, base: str, margin: str, words: str) -> str:
    """From the form's coming into view to its being ready; nothing cached."""
    waits = []
    for _ in range(BOOTS):
        page = browser.new_page(viewport=VIEW)
        page.add_init_script(f"({WATCH})({json.dumps(margin)})")
        page.goto(base + PAGE)
        page.wait_for_load_state("networkidle")
        waits.append(max(page.evaluate(BOOT), 0.0))
        page.close()
    return f"in view to ready, {words}: {spread(waits)}"


def spread(values: list[float]) -> str:
    """Median and 95th percentile in words.

    Examples
    --------
    >>> spread([1.0, 2.0, 3.0])
    'median 2.0 ms, p95 2.9 ms'
    """
    tail = statistics.quantiles(values, n=20, method="inclusive")[-1]
    return f"median {statistics.median(values):.1f} ms, p95 {tail:.1f} ms"


def milliseconds(act: Callable[[], object]) -> float:
    """Time that one call takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


@contextlib.contextmanager
def built_site() -> Iterator[Path]:
    """The site, built for this run."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder]
        subprocess.run(command, cwd=ROOT, check=True)
        yield Path(folder)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: stdout is for figures."""


@contextlib.contextmanager
def serve(site: Path) -> Iterator[str]:
    """The address of the site on loopback."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
