"""How a quiz is taken: which items an attempt asks, and where its objectives are set."""

from __future__ import annotations

from typing import Any

from coursekit.content.quiz import Item, Quiz
from coursekit.render.scene import Scene

WHOLE = "quiz"  # a whole quiz, or a draw from its bank
FORMS = ("before", "after")

# what coursekit/web/course-quiz.js and quiz-result.js say, as quiz.*
SPOKEN = (
    "question", "answered", "points", "result", "passed", "not-passed", "best", "restarted",
    "retried", "redrawn",
)  # fmt: skip


def attempt_plan(quiz: Quiz, items: list[Item], role: str, scene: Scene) -> dict[str, Any]:
    """What coursekit/web/quiz-attempt.js has to know, without words."""
    by_module = role in (*FORMS, "placement")
    return {
        "quiz": quiz.id,
        "role": role,
        "draw": quiz.draw if role == WHOLE else None,
        "forms": quiz.forms if role in FORMS else None,
        "modules": scene.library.modules_of(items) if by_module else None,
        "objectives": {item.id: item.objective for item in items},
    }


def objectives_of(items: list[Item], scene: Scene) -> list[dict[str, str]]:
    """The objectives that `items` ask, in the order of the course, and where they are set."""
    asked = {item.objective for item in items}
    rows = []
    for name, path in scene.library.objective_pages.items():
        if name in asked:
            page = scene.library.page(scene.language, path)
            rows.append(
                {
                    "id": name,
                    "text": page.front.objectives.get(name, ""),
                    "page": page.front.title,
                    "link": scene.page_link(path),
                }
            )
    return rows
