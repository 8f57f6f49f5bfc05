"""A scenario as cards for two players and an observer; printed, one card to a page."""

from __future__ import annotations

from markupsafe import Markup

from coursekit.content.scenario import Scenario
from coursekit.render.quiz import inline_html
from coursekit.render.scene import Scene


def render_roleplay(spec: dict, scene: Scene) -> str:
    """The cards of the scenario `spec["item"]` of the quiz `spec["id"]`."""
    item = scene.library.quiz(spec["id"], scene.language).item(spec["item"])
    if not isinstance(item, Scenario):
        raise ValueError(f"'{spec['item']}' is no scenario of quiz '{spec['id']}'")
    return scene.render(
        "roleplay.html.j2",
        item=item,
        md=lambda text: Markup(scene.to_html(text)),
        inline=lambda text: inline_html(text, scene),
    )
