"""One idea for each of the four people whom the course's examples follow."""

from __future__ import annotations

from markupsafe import Markup

from coursekit.content.fence import ROUTES
from coursekit.render.scene import Scene


def render_routes(spec: dict[str, str], scene: Scene) -> str:
    """The frame around four texts that stay Markdown: the page's own pass turns them into HTML.

    Claim marks and links inside them are therefore those of the page.
    """
    texts = {route: Markup(spec[route].strip()) for route in ROUTES}
    return scene.render("routes.html.j2", texts=texts)
