"""The review: what was missed is asked again; beliefs that answers showed, with their cures."""

from __future__ import annotations

from typing import Any

from coursekit.content.library import Library
from coursekit.content.quiz import Item, Quiz
from coursekit.content.words import SOURCE
from coursekit.render.quiz import chosen_items, cures_of, item_view, quiz_values, spoken_words
from coursekit.render.scene import Scene

QUESTIONS = "assets/questions/"  # <language>/<quiz>.json below it: the questions' HTML by item

# what coursekit/web/course-review.js says: its name for it, and the interface's
SPOKEN = {
    "due": "review.due",
    "next": "review.next",
    "empty": "review.empty",
    "place": "review.place",
    "back": "review.back",
    "next-question": "review.next-question",
    "finish": "review.finish",
}


def render_review(spec: dict, scene: Scene) -> str:
    """The frame in which questions are asked again, and every belief the course deals with."""
    items = [item for quiz in asked_again(scene.library, scene.language) for item in quiz.items]
    return scene.render(
        "review.html.j2",
        questions=scene.link(f"{QUESTIONS}{scene.language}/"),
        items=asked_items(scene.library),
        places=_places(scene),
        cures=cures_of(items, scene),
        spoken=spoken_words(items, scene),
        said=scene.said(SPOKEN),
    )


def asked_items(library: Library) -> dict[str, list[str]]:
    """The items that can be asked again, by quiz: those whose answers the learner is told."""
    return {quiz.id: [item.id for item in quiz.items] for quiz in asked_again(library, SOURCE)}


def asked_again(library: Library, language: str) -> list[Quiz]:
    """The quizzes of pages that explain their answers, in learning order."""
    names = dict.fromkeys(name for _, name, _ in _shown(library))
    return [library.quiz(name, language) for name in names]


def question_files(scene: Scene) -> dict[str, dict[str, str]]:
    """By path the questions of each quiz, as HTML by item; links fit the page of `scene`."""
    return {
        f"{QUESTIONS}{scene.language}/{quiz.id}.json": {
            item.id: _question(quiz, item, scene) for item in quiz.items
        }
        for quiz in asked_again(scene.library, scene.language)
    }


def _question(quiz: Quiz, item: Item, scene: Scene) -> str:
    values = quiz_values(quiz, [item], "review", scene)
    view = item_view(item, scene)
    return scene.render("item.html.j2", view=view, item=item, place=1, count=1, **values)


def _places(scene: Scene) -> list[dict[str, Any]]:
    """The pages that ask questions, each with the items that it asks first in the course."""
    seen: set[str] = set()
    found = []
    for path, name, body in _shown(scene.library):
        items = [item.id for item in chosen_items(scene.library.quiz(name), body)]
        fresh = [item for item in items if item not in seen]
        seen.update(fresh)
        if fresh:
            found.append({**scene.link_to(path), "items": fresh})
    return found


def _shown(library: Library) -> list[tuple[str, str, dict]]:
    """Page, quiz and body of every block whose answers are explained and kept in mind."""
    return [
        (path, fence.body["id"], fence.body)
        for path in library.outline.pages
        for fence in library.page(SOURCE, path).fences
        if fence.kind == "quiz" and fence.body.get("form") != "before"
    ]
