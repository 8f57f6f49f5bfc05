"""One of the two equal forms of the final test, taken before or after the course."""

from __future__ import annotations

from coursekit.content.quiz import Item, Quiz
from coursekit.render.quiz import item_view, quiz_values
from coursekit.render.scene import Scene

# what coursekit/web/course-test.js and its questions say: their name for it, and the interface's
SPOKEN = {
    "note": "test.note",
    "note-again": "test.note-again",
    "noted": "test.noted",
    "open": "test.open",
    "of-all": "test.of-all",
    "none": "test.none",
}


def render_test(spec: dict, scene: Scene) -> str:
    """The page holds both forms; which one a learner is asked, scripts choose by the seed."""
    quiz, role = scene.library.quiz(spec["id"], scene.language), spec["form"]
    values = quiz_values(quiz, quiz.items, role, scene)
    values["in_test"] = role
    values["spoken"] |= scene.said(SPOKEN)
    if role == "before":
        values["cures"] = []
    return scene.render(
        "test.html.j2",
        forms=[[item_view(item, scene) for item in form] for form in _forms(quiz)],
        modules=list(dict.fromkeys(values["plan"]["modules"].values())),
        other=_other_page(spec, scene),
        **values,
    )


def _forms(quiz: Quiz) -> list[list[Item]]:
    return [[item for item in quiz.items if item.id in ids] for ids in quiz.forms.values()]


def _other_page(spec: dict, scene: Scene) -> dict[str, str] | None:
    """The page on which the form after the course is taken, if there is one."""
    path = scene.library.page_with("quiz", spec | {"form": "after"})
    return scene.link_to(path) if path else None
