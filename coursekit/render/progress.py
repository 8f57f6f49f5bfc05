"""The contents of the course with the learner's progress; without scripts a plain list."""

from __future__ import annotations

from typing import Any

from coursekit.content.outline import Module
from coursekit.content.page import Page
from coursekit.render.review import asked_items
from coursekit.render.scene import Scene

# what coursekit/web/course-progress.js says
SPOKEN = (
    "progress.read", "progress.not-read", "progress.result", "progress.passed",
    "progress.solved", "progress.pages", "progress.begin", "progress.continue", "progress.done",
    "progress.due", "progress.handed-in",
    "record.imported", "record.bad-file", "record.newer-file", "record.erased",
)  # fmt: skip


def render_progress(spec: dict, scene: Scene) -> str:
    """The pages that take time, by module, in learning order."""
    found = [
        {"title": _title(module, scene), "pages": _pages(module, scene)}
        for module in scene.library.outline.modules
    ]
    review = scene.library.page_with("review")
    again = [item for items in asked_items(scene.library).values() for item in items]
    return scene.render(
        "progress.html.j2",
        modules=[module for module in found if module["pages"]],
        review={"link": scene.page_link(review), "items": again} if review else None,
        spoken={name: scene.words[name] for name in SPOKEN},
    )


def _title(module: Module, scene: Scene) -> str:
    return scene.words[f"progress.module.{module.id}"]


def _pages(module: Module, scene: Scene) -> list[dict[str, Any]]:
    pages = [scene.library.page(scene.language, path) for path in module.pages]
    return [
        {
            "id": page.front.id,
            "title": page.front.title,
            "minutes": page.front.minutes,
            "link": scene.page_link(page.path),
            "results": _results(page, scene),
        }
        for page in pages
        if page.front.minutes
    ]


def _results(page: Page, scene: Scene) -> dict[str, Any]:
    """What a page lets the learner earn: results of whole quizzes, exercises solved."""
    wanted: dict[str, Any] = {"exercises": [], "quizzes": []}
    for fence in page.fences:
        if fence.kind == "exercise":
            wanted["exercises"].append(fence.body["id"])
        elif fence.kind == "quiz" and "items" not in fence.body:
            wanted["quizzes"].append(_result(fence.body, scene))
    return wanted


def _result(body: dict, scene: Scene) -> dict[str, Any]:
    """A whole quiz, or one form of a test, with what its result follows from."""
    quiz = scene.library.quiz(body["id"])
    form = body.get("form")
    return {
        "quiz": quiz.id,
        "form": form,
        "pass": quiz.pass_mark,
        "asks": quiz.draw or len(quiz.items),
        "items": {} if form else {item.id: item.points for item in quiz.items},
    }
