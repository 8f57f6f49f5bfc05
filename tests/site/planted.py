"""Pages with quizzes of a test's own, served as if they were part of the built site."""

from __future__ import annotations

from coursekit.content.library import Library
from coursekit.content.quiz import Quiz
from coursekit.render.blocks import render_block
from tests.render.quizzes import scene_of
from tests.site.learner import READY

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>Own</title>
<link rel="stylesheet" href="/assets/course/course.css">
<script type="module" src="/assets/course/index.js"></script></head>
<body><main class="md-typeset">{html}</main></body></html>"""


def show_quiz(page, site: str, library: Library, quiz: Quiz, language: str = "en") -> None:
    """Open a page that holds `quiz` and nothing else."""
    scene = scene_of(library, quiz, language)
    names = [item.id for item in quiz.items]
    html = render_block("quiz", {"id": quiz.id, "items": names}, scene)
    show_html(page, site, PAGE.format(html=html, language=language, direction=scene.direction))


def show_html(page, site: str, html: str) -> None:
    """Open `html` under an address of the site, so that scripts and record are the site's."""
    page.route("**/own-quiz/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{site}/own-quiz/")
    page.wait_for_function(READY)
