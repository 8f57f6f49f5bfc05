"""The blocks a page may hold, by the name of their fence."""

from __future__ import annotations

from collections.abc import Callable

from coursekit.render.claims import render_sources
from coursekit.render.scene import Scene

BLOCKS: dict[str, Callable[[dict, Scene], str]] = {
    "sources": render_sources,
}


def render_block(kind: str, spec: dict, scene: Scene) -> str:
    """The HTML of one fence; it starts with a block element or a registered tag."""
    return BLOCKS[kind](spec, scene)
