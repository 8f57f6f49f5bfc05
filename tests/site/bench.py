"""Quizzes of a test's own, shown in a page of the built site."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from coursekit.content.library import Library, Sourced
from coursekit.content.quiz import Quiz
from coursekit.content.words import strings
from coursekit.content.yamlfile import Document
from coursekit.host import safe_html
from coursekit.render import Scene, render_block
from tests.site.learner import READY

HOST_PAGE = "brand/quiz/"  # its frame is borrowed
ARTICLE = re.compile(r"(<article[^>]*>.*?</h1>).*(</article>)", re.S)


def question(name: str, objective: str, **more: object) -> dict:
    """An item whose right option is `a`, and whose option `b` shows the belief `rank-is-score`."""
    options = [
        {"id": "a", "text": f"Right for {name}", "correct": True, "feedback": "Yes."},
        {"id": "b", "text": "Wrong", "misconception": "rank-is-score", "feedback": "No."},
    ]
    item = {"id": name, "type": "single", "objective": objective, "claims": ["O1"]}
    return item | {"prompt": f"Question {name}?", "nudge": "Look.", "options": options} | more


def quiz(name: str, items: list[dict], **more: object) -> Quiz:
    """A quiz of these items."""
    return Quiz.model_validate({"id": name, "title": f"Quiz {name}", "items": items} | more)


def with_quiz(library: Library, *quizzes: Quiz) -> Library:
    """The course with `quizzes` in its first module."""
    first, *others = library.outline.modules
    names = [each.id for each in quizzes]
    modules = [first.model_copy(update={"quizzes": [*first.quizzes, *names]}), *others]
    sources = {
        f"quizzes/{each.id}": Sourced(Document(f"{each.id}.yml", None, None), each, strings(each))
        for each in quizzes
    }
    outline = library.outline.model_copy(update={"modules": modules})
    return replace(library, outline=outline, sources=library.sources | sources)


def block(library: Library, kind: str, spec: dict, language: str = "en") -> str:
    """The HTML of one fence, as it stands in a page two folders below the root."""
    home = "" if language == "en" else f"{language}/"
    up = "../../" if language == "en" else "../../../"
    scene = Scene(
        library, language, "brand/quiz.md", safe_html, lambda url: up + url, homes={language: home}
    )
    return render_block(kind, spec, scene)


def show(
    page, serve_site: str, built_site: Path, html: str, language: str = "en", scripts: bool = True
) -> None:
    """Open `html` in the frame of a page of the course, and wait for its questions."""
    home = "" if language == "en" else f"{language}/"
    frame = (built_site / home / HOST_PAGE / "index.html").read_text("utf-8")
    text = ARTICLE.sub(lambda match: match[1] + html + match[2], frame)
    url = f"{serve_site}/{home}bench/page/"
    page.context.route(url, lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(url)
    if scripts:
        page.wait_for_function(READY)
