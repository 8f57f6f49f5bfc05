"""The blocks a page may hold, by the name of their fence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coursekit.render.claims import render_sources
from coursekit.render.exercise import render_exercise
from coursekit.render.picture import render_picture
from coursekit.render.progress import render_progress
from coursekit.render.quiz import render_quiz
from coursekit.render.roleplay import render_roleplay
from coursekit.render.routes import render_routes
from coursekit.render.scene import Scene
from coursekit.render.simulator import render_simulator
from coursekit.render.walkthrough import render_walkthrough

BLOCKS: dict[str, Callable[[Any, Scene], str]] = {
    "exercise": render_exercise,
    "simulator": render_simulator,
    "progress": render_progress,
    "quiz": render_quiz,
    "roleplay": render_roleplay,
    "routes": render_routes,
    "sources": render_sources,
    "picture": render_picture,
    "walkthrough": render_walkthrough,
}


def render_block(kind: str, spec: Any, scene: Scene) -> str:
    """The HTML of one fence; it starts with a block element or a registered tag."""
    return BLOCKS[kind](spec, scene)
