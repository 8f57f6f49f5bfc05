"""The blocks a page may hold, by the name of their fence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coursekit.render.api import render_api
from coursekit.render.claims import render_sources
from coursekit.render.exercise import render_exercise
from coursekit.render.picture import render_picture
from coursekit.render.progress import render_progress
from coursekit.render.quiz import render_quiz
from coursekit.render.scene import Scene
from coursekit.render.simulator import render_simulator
from coursekit.render.walkthrough import render_walkthrough

BLOCKS: dict[str, Callable[[Any, Scene], str]] = {
    "api": render_api,
    "exercise": render_exercise,
    "simulator": render_simulator,
    "progress": render_progress,
    "quiz": render_quiz,
    "sources": render_sources,
    "picture": render_picture,
    "walkthrough": render_walkthrough,
}


def render_block(kind: str, spec: Any, scene: Scene) -> str:
    """The HTML of one fence; it starts with a block element or a registered tag."""
    return BLOCKS[kind](spec, scene)
