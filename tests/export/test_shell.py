"""Packages played as they were written: unpacked, on a platform, in a real browser."""

from __future__ import annotations

import json
from mimetypes import guess_type
from urllib.parse import urlsplit

import pytest

from tests.export.checks import files_of
from tests.lms.learner import PATIENCE, TURN
from tests.lms.shop import Shop
from tests.site.learner import choose

LMS = "http://lms.test"
APIS = {"scorm12": "API", "scorm2004": "API_1484_11"}
SCORM = [("scorm12", "he"), ("scorm2004", "en")]
LESSON = "brand/profile.html"
ITEM = "headline-first-line"
REGISTRATION = "7ab1e0a5-5f3b-4b2f-9a0e-000000000002"
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

    def __init__(self, root, exported, kind, language):
        self.kind, self.asked = kind, []
        self.files = {
            f"/package/{name}": content
            for name, content in files_of(exported / f"ssi-{kind}-{language}.zip").items()
        }
        self.files["/platform.mjs"] = (root / "tests/lms/platform.mjs").read_bytes()
        for path in (root / "node_modules/scorm-again/dist/esm").glob("*.js"):
            self.files[f"/scorm-again/{path.name}"] = path.read_bytes()

    def answer(self, route):
        """Serve what is there; anything else is noted and not found."""
        url = urlsplit(route.request.url)
        content = self.files.get(url.path)
        if f"{url.scheme}://{url.netloc}" != LMS or content is None:
            self.asked.append(route.request.url)
            return route.fulfill(status=404)
        kind = guess_type(url.path)[0] or "text/javascript"
        return route.fulfill(body=content, content_type=f"{kind}; charset=utf-8")

    def launch(self, page, kept=None):
        """Open the platform with what it kept; the page in the frame of the package's frame."""
        values = {"kind": self.kind, "api": APIS[self.kind], "kept": json.dumps(kept or {})}
        self.files["/platform.html"] = PLATFORM.format(**values).encode()
        page.route("**/*", self.answer)
        page.goto(f"{LMS}/platform.html")
        return page.frame_locator("iframe").frame_locator("iframe")


@pytest.fixture
def platform(root, exported):
    """Makes a platform for a package; what it was asked for in vain fails the test."""
    made = []

    def get(kind, language):
        made.append(Platform(root, exported, kind, language))
        return made[-1]

    yield get
    assert not [url for each in made for url in each.asked]


@pytest.fixture
def elsewhere(browser):
    """A page on the learner's other device; script errors fail the test."""
    context = browser.new_context()
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors, errors


@pytest.fixture
def right(library):
    """The right option of the lesson's question."""
    return next(option.id for option in library.items[ITEM][1].options if option.correct)


def answer_in_lesson(course, right):
    """Follow the link from the first page to the lesson, and answer its question."""
    course.locator("course-progress[data-ready]").wait_for()
    course.locator(f"a[href='{LESSON}']").first.evaluate("link => link.click()")
    question = course.locator(f"#item-{ITEM}[data-ready]")
    choose(question, right)
    question.locator("[data-do=check]").click()
    course.locator(f"#item-{ITEM}[data-state=final]").wait_for()


@pytest.mark.parametrize(("kind", "language"), SCORM)
def test_a_package_reports_an_answer_and_goes_on_where_it_was_on_another_device(
    platform, page, elsewhere, kind, language, right
):
    lms = platform(kind, language)
    answer_in_lesson(lms.launch(page), right)
    page.wait_for_function("lms.kept.cmi.interactions[0]?.result")
    told = page.evaluate("lms.kept.cmi.interactions[0]")
    page.frames[1].evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("lms.finished")

    again = lms.launch(elsewhere, page.evaluate("lms.kept"))

    again.locator(f"#item-{ITEM}[data-ready][data-state=final]").wait_for()
    assert elsewhere.frames[-1].url.endswith(f"/package/course/{LESSON}")
    assert (told["id"], told["result"]) == (ITEM, "correct")
    assert page.evaluate("lms.complaints") + elsewhere.evaluate("lms.complaints") == []


def test_a_cmi5_package_reports_an_answer_and_goes_on_where_it_was_on_another_device(
    page, elsewhere, root, exported, tmp_path, right
):
    for name, content in files_of(exported / "ssi-cmi5-en.zip").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    missing = []
    with Shop(root, tmp_path / "course", {}) as shop:
        shop.folders["package"] = tmp_path
        for each in (page, elsewhere):
            each.on("response", lambda got: got.status < 400 or missing.append(got.url))
        where = {"registration": REGISTRATION, "shell": "package/launch.html"}
        page.goto(shop.lrs.launch(shop.url, **where))
        answer_in_lesson(page.frame_locator("iframe"), right)
        page.goto("about:blank")
        ended(shop.lrs, page)

        elsewhere.goto(shop.lrs.launch(shop.url, **where))
        again = elsewhere.frame_locator("iframe")
        again.locator(f"#item-{ITEM}[data-ready][data-state=final]").wait_for()

        assert elsewhere.frames[-1].url.endswith(f"/package/course/{LESSON}")
        assert shop.lrs.said()[:3] == ["initialized", "answered", "terminated"]
        assert shop.lrs.refused == []
        elsewhere.goto("about:blank")
    assert not [url for url in missing if "/lrs/" not in url]  # a store that has nothing yet


def ended(lrs, page):
    """Wait for the last words, which come behind the page."""
    for _ in range(PATIENCE // TURN):
        if "terminated" in lrs.said():
            return
        page.wait_for_timeout(TURN)
    raise AssertionError(f"not terminated: {lrs.refused}")


def test_without_a_platform_the_shell_says_so_and_shows_the_course(page, root, exported, library):
    lms = Platform(root, exported, "cmi5", "he")
    page.route("**/*", lms.answer)

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
    page.route("**/*", Platform(root, exported, "scorm12", "he").answer)

    page.goto(f"{LMS}/package/launch.html")
    page.locator("noscript a").click()

    page.locator("article h1").wait_for()
    assert page.url.endswith("/package/course/index.html")
    context.close()
