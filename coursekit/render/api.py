"""The reference of the simulator: signatures, parameters, examples, in the docstrings' English."""

from __future__ import annotations

from markupsafe import Markup

from coursekit.render.scene import Scene


def render_api(spec: dict, scene: Scene) -> str:
    """Entries of the names in `spec`, in its order."""

    def html(text: str) -> Markup:
        return Markup(scene.to_html(text))

    entries = [scene.library.api[name] for name in spec["names"]]
    return scene.render("api.html.j2", entries=entries, html=html)
