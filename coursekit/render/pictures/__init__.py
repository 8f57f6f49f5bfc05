"""The pictures of the course: ``PICTURES > Drawing > Part``, one module a picture.

Their words come from locales/<lang>/pictures.yml, their look from coursekit/web/pictures.css;
the template only places what the functions here return.
"""

from __future__ import annotations

from collections.abc import Callable

from coursekit.render.pen import WIDTH, Pen
from coursekit.render.pictures.acceptance import acceptance
from coursekit.render.pictures.band import band
from coursekit.render.pictures.dashboard import dashboard
from coursekit.render.pictures.drawing import Drawing
from coursekit.render.pictures.ladder import ladder
from coursekit.render.pictures.memory import memory
from coursekit.render.pictures.month import month
from coursekit.render.pictures.pillars import pillars
from coursekit.render.pictures.portions import portions
from coursekit.render.pictures.profile import profile
from coursekit.render.pictures.week import week
from coursekit.render.scene import Scene

__all__ = ["PICTURES", "render_picture"]

PICTURES: dict[str, Callable[[Pen], Drawing]] = {
    "pillars": pillars,
    "dashboard": dashboard,
    "band": band,
    "profile": profile,
    "portions": portions,
    "ladder": ladder,
    "acceptance": acceptance,
    "week": week,
    "month": month,
    "memory": memory,
}


def render_picture(name: str, scene: Scene) -> str:
    """The picture `name` as a figure: an inline SVG and its caption."""
    if name not in PICTURES:
        raise ValueError(f"picture {name!r} not found\n  hint: there are {', '.join(PICTURES)}")
    pen = Pen(scene.library.words("pictures", scene.language), scene.language, scene.direction)
    return scene.render("picture.svg.j2", name=name, width=WIDTH, drawing=PICTURES[name](pen))
