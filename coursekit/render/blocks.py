"""The blocks a page may hold, by the name of their fence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coursekit.render.api import render_api
from coursekit.render.assumptions import render_assumptions
from coursekit.render.claims import render_claims, render_search, render_sources
from coursekit.render.exercise import render_exercise
from coursekit.render.final_test import render_test
from coursekit.render.glossary import render_glossary
from coursekit.render.journal import render_journal
from coursekit.render.model import render_model
from coursekit.render.pictures import render_picture
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
    "api": render_api,
    "assumptions": render_assumptions,
    "claim-search": render_search,
    "claims": render_claims,
    "exercise": render_exercise,
    "glossary": render_glossary,
    "model": render_model,
    "journal": render_journal,
    "picture": render_picture,
    "placement": render_placement,
    "progress": render_progress,
    "quiz": lambda spec, scene: (render_test if "form" in spec else render_quiz)(spec, scene),
    "review": render_review,
    "roleplay": render_roleplay,
    "routes": render_routes,
    "simulator": render_simulator,
    "sources": render_sources,
    "walkthrough": render_walkthrough,
}


def render_block(kind: str, spec: Any, scene: Scene) -> str:
    """The HTML of one fence; it starts with a block element or a registered tag."""
    return BLOCKS[kind](spec, scene)
