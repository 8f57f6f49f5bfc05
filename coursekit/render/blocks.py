"""The blocks a page may hold, by the name of their fence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coursekit.render.claims import render_sources
from coursekit.render.exercise import render_exercise
from coursekit.render.final_test import render_test
from coursekit.render.journal import render_journal
from coursekit.render.picture import render_picture
from coursekit.render.placement import render_placement
from coursekit.render.progress import render_progress
from coursekit.render.quiz import render_quiz
from coursekit.render.review import render_review
from coursekit.render.roleplay import render_roleplay
from coursekit.render.routes import render_routes
from coursekit.render.scene import Scene
from coursekit.render.simulator import render_simulator
from coursekit.render.walkthrough import render_walkthrough

BLOCKS: dict[str, Callable[[Any, Scene], str]] = {
    "exercise": render_exercise,
    "simulator": render_simulator,
    "journal": render_journal,
    "placement": render_placement,
    "progress": render_progress,
    "quiz": lambda spec, scene: (render_test if "form" in spec else render_quiz)(spec, scene),
    "review": render_review,
    "roleplay": render_roleplay,
    "routes": render_routes,
    "sources": render_sources,
    "picture": render_picture,
    "walkthrough": render_walkthrough,
}


def render_block(kind: str, spec: Any, scene: Scene) -> str:
    """The HTML of one fence; it starts with a block element or a registered tag."""
    return BLOCKS[kind](spec, scene)
