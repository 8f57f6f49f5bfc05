"""Claim marks behind sentences, and the list of sources at the end of a page."""

from __future__ import annotations

from coursekit.render.scene import Scene


def render_mark(claim: str, scene: Scene) -> str:
    """The mark of one claim: a link to its entry in the page's list of sources."""
    return scene.render("claim-mark.html.j2", claim=scene.library.claims(scene.language)[claim])


def render_sources(spec: dict, scene: Scene) -> str:
    """All claims cited on the page with wording, grade, source and date, by first use."""
    page = scene.library.page(scene.language, scene.page)
    known = scene.library.claims(scene.language)
    cited = [known[name] for name in dict.fromkeys(name for name, _ in page.claims)]
    return scene.render(
        "sources.html.j2", claims=cited, evidence=scene.library.evidence(scene.language)
    )
