"""The note on a translated page whose English has moved on."""

from __future__ import annotations

from coursekit.content.words import SOURCE
from coursekit.render.scene import Scene


def render_lag(scene: Scene) -> str:
    """A note with a link to the English page, or nothing when the page is up to date."""
    page = scene.library.page(scene.language, scene.page)
    english = scene.library.page(SOURCE, scene.page)
    if page.language == SOURCE or page.front.source == english.hash:
        return ""
    there = scene.page_link(scene.page, SOURCE) if SOURCE in scene.homes else ""
    return scene.render("lag.html.j2", english=there)
