"""Claim marks behind sentences, the sources at the end of a page, and the whole ledger."""

from __future__ import annotations

from typing import Any, get_args

from coursekit.content.coverage import coverage
from coursekit.content.facts import Grade
from coursekit.content.page import Page
from coursekit.render.model import claims_of
from coursekit.render.scene import Scene


def render_mark(claim: str, scene: Scene) -> str:
    """The mark of one claim: a link to its entry in the page's list of sources."""
    return scene.render("claim-mark.html.j2", claim=scene.library.claims(scene.language)[claim])


def render_sources(spec: dict, scene: Scene) -> str:
    """All claims cited on the page with wording, grade, source and date, by first use."""
    page = scene.library.page(scene.language, scene.page)
    known = scene.library.claims(scene.language)
    cited = [known[name] for name in dict.fromkeys(_cited(page, scene))]
    return scene.render(
        "sources.html.j2", claims=cited, evidence=scene.library.evidence(scene.language)
    )


def render_claims(spec: dict, scene: Scene) -> str:
    """All claims of one theme, folded, each with the pages that teach it."""
    known = scene.library.claims(scene.language).values()
    used = coverage(scene.library)
    chosen = [claim for claim in known if claim.theme == spec["theme"]]
    return scene.render(
        "claims.html.j2",
        claims=chosen,
        evidence=scene.library.evidence(scene.language),
        pages={claim.id: _links(used[claim.id].taught, scene) for claim in chosen},
    )


def render_search(spec: dict, scene: Scene) -> str:
    """The field that narrows the ledger down; it needs scripts."""
    return scene.render("claim-search.html.j2", grades=get_args(Grade))


def _links(paths: list[str], scene: Scene) -> list[dict[str, Any]]:
    """Where the pages lie and what they are called."""
    return [
        {
            "link": scene.page_link(path),
            "title": scene.library.page(scene.language, path).front.title,
        }
        for path in paths
    ]


def _cited(page: Page, scene: Scene) -> list[str]:
    """Claims of the text and of the blocks that cite, in the order of their lines."""
    found = [(line, name) for name, line in page.claims]
    for fence in page.fences:
        if fence.kind == "model":
            names = claims_of(fence.body["pillar"], scene)
            found += [(fence.line, name) for name in names]
    return [name for _, name in sorted(found, key=lambda cited: cited[0])]
