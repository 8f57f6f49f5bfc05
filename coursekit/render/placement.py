"""The placement: questions on all pillars, and from them a pillar to begin with."""

from __future__ import annotations

from markupsafe import Markup

from coursekit.content.fence import ROUTES
from coursekit.render.plan import PILLARS
from coursekit.render.quiz import item_view, quiz_values
from coursekit.render.scene import Scene

# what coursekit/web/course-placement.js says: its name for it, and the interface's
SPOKEN = {
    "purpose": "placement.why.purpose",
    "answers": "placement.why.answers",
    "reading": "placement.why.reading",
    "order": "placement.why.order",
    "of-all": "test.of-all",
    "unknown": "placement.unknown",
    "first": "placement.first",
    "also": "placement.also",
    "no": "placement.no",
    "unsaid": "placement.unsaid",
}


def render_placement(spec: dict, scene: Scene) -> str:
    """The quiz `spec["id"]`, and links to the pillars' modules; scripts choose one."""
    quiz = scene.library.quiz(spec["id"], scene.language)
    values = quiz_values(quiz, quiz.items, "placement", scene)
    views = [item_view(item, scene) for item in quiz.items]
    journal = scene.library.page_with("journal")
    first = {module.id: module.pages[0] for module in scene.library.outline.modules}
    return scene.render(
        "placement.html.j2",
        questions=Markup(scene.render("quiz.html.j2", items=views, **values)),
        pillars=[{"id": pillar, "link": scene.page_link(first[pillar])} for pillar in PILLARS],
        routes=list(ROUTES),
        journal=scene.link_to(journal) if journal else None,
        said=scene.said(SPOKEN),
    )
