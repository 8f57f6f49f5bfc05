"""Notes on top of a page: what is broken while an author mends it, a translation behind."""

from __future__ import annotations

from coursekit.content.words import SOURCE
from coursekit.render.scene import Scene


def render_notes(scene: Scene) -> str:
    """The notes that the page needs, or nothing."""
    there = scene.page_link(scene.page, SOURCE) if SOURCE in scene.homes else ""
    return scene.render(
        "notes.html.j2", problems=scene.problems, stale=_is_stale(scene), english=there
    ).strip()


def _is_stale(scene: Scene) -> bool:
    page = scene.library.page(scene.language, scene.page)
    english = scene.library.page(SOURCE, scene.page)
    return page.language != SOURCE and page.front.source != english.hash
