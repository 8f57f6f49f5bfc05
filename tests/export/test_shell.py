"""Packages played as they were written: unpacked, on a platform, in a real browser."""

from __future__ import annotations

import json
from mimetypes import guess_type
from urllib.parse import urlsplit

import pytest

from tests.export.checks import files_of
from tests.site.test_quiz import choose

LMS = "http://lms.test"
APIS = {"scorm12": "API", "scorm2004": "API_1484_11"}
LESSON = "brand/profile.html"
ITEM = "headline-first-line"
PLATFORM = """<!doctype html>
<html lang="en"><title>A platform</title>
<style>html, body, iframe {{ block-size: 100%; inline-size: 100%; margin: 0; border: 0 }}</style>
<script type="importmap">
{{"imports": {{"scorm-again/scorm12": "/scorm-again/scorm12.js",
"scorm-again/scorm2004": "/scorm-again/scorm2004.js"}}}}
</script>
<body><script type="module">
import {{ platform }} from "/platform.mjs";
window.lms = platform("{kind}", {{ kept: {kept} }});
window.{api} = lms.api;
const frame = document.createElement("iframe");
frame.src = "/package/launch.html";
document.body.append(frame);
</script>
"""


class Platform:
    """A host without a network: a platform, and below it a package as it was unpacked."""

    def __init__(self, page, root, exported, kind):
        self.page, self.kind, self.asked = page, kind, []
        self.files = {
            f"/package/{name}": content
            for name, content in files_of(exported / f"ssi-{kind}-he.zip").items()
        }
        self.files["/platform.mjs"] = (root / "tests/lms/platform.mjs").read_bytes()
        for path in (root / "node_modules/scorm-again/dist/esm").glob("*.js"):
            self.files[f"/scorm-again/{path.name}"] = path.read_bytes()
        page.route("**/*", self.answer)

    def answer(self, route):
        """Serve what is there; anything else is noted and not found."""
        url = urlsplit(route.request.url)
        content = self.files.get(url.path)
        if f"{url.scheme}://{url.netloc}" != LMS or content is None:
            self.asked.append(route.request.url)
            return route.fulfill(status=404)
        kind = guess_type(url.path)[0] or "text/javascript"
        return route.fulfill(body=content, content_type=f"{kind}; charset=utf-8")

    def launch(self, kept=None):
        """Open the platform with what it kept; the page in the frame of the package's frame."""
        values = {"kind": self.kind, "api": APIS[self.kind], "kept": json.dumps(kept or {})}
        self.files["/platform.html"] = PLATFORM.format(**values).encode()
        self.page.goto(f"{LMS}/platform.html")
        return self.page.frame_locator("iframe").frame_locator("iframe")


@pytest.fixture
def platform(page, root, exported):
    """Makes a platform for a kind of package; what it was asked for in vain fails the test."""
    made = []

    def get(kind):
        made.append(Platform(page, root, exported, kind))
        return made[-1]

    yield get
    assert not [url for each in made for url in each.asked]


@pytest.fixture
def right(library):
    """The right option of the lesson's question."""
    return next(option.id for option in library.items[ITEM][1].options if option.correct)


@pytest.mark.parametrize("kind", APIS)
def test_a_package_reports_an_answer_and_resumes_where_it_was(platform, page, kind, right):
    lms = platform(kind)
    course = lms.launch()
    course.locator("course-progress[data-ready]").wait_for()
    course.locator(f"a[href='{LESSON}']").first.evaluate("link => link.click()")
    question = course.locator(f"#item-{ITEM}[data-ready]")
    choose(question, right)
    question.locator("[data-do=check]").click()
    course.locator(f"#item-{ITEM}[data-state=final]").wait_for()
    page.wait_for_function("lms.log.some(([verb]) => verb === 'commit')")
    sent = {
        name: value for verb, name, value in page.evaluate("lms.log.filter(([v]) => v === 'set')")
    }
    page.frames[1].evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    again = lms.launch(page.evaluate("lms.kept"))

    assert ITEM in sent["cmi.interactions.0.id"]
    assert sent["cmi.interactions.0.result"] == "correct"
    again.locator(f"#item-{ITEM}[data-ready][data-state=final]").wait_for()
    assert page.frames[-1].url.endswith(f"/package/course/{LESSON}")
    assert page.evaluate("lms.complaints") == []


def test_without_a_platform_the_shell_says_so_and_shows_the_course(page, root, exported, library):
    lms = Platform(page, root, exported, "cmi5")

    page.goto(f"{LMS}/package/launch.html")
    page.frame_locator("iframe").locator("course-progress[data-ready]").wait_for()

    assert library.interface("he")["lms.no-platform"] in page.locator("body").inner_text()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "he",
        "rtl",
    ]
    assert page.locator("iframe").bounding_box()["height"] > 400
    assert not lms.asked


def test_the_reader_without_scripts_is_shown_the_way_to_the_course(browser, root, exported):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    Platform(page, root, exported, "scorm12")

    page.goto(f"{LMS}/package/launch.html")
    page.locator("noscript a").click()

    page.locator("article h1").wait_for()
    assert page.url.endswith("/package/course/index.html")
    context.close()
