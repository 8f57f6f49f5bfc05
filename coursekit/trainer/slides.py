"""The slides of a walkthrough: one page that reads well, and that reveal.js makes a deck of."""

from __future__ import annotations

from markupsafe import Markup
from nbformat import NotebookNode

from coursekit.render.scene import Scene
from coursekit.render.walkthrough import render_sections

SPEAKER = {  # what reveal.js' window for the speaker holds, and our words for it
    "title": "slides.speaker",
    "#upcoming-slide .label": "slides.upcoming",
    ".speaker-controls-time > .label:first-child": "slides.elapsed",
    ".reset-button": "slides.restart",
    ".speaker-controls-notes .label": "slides.notes",
    ".speaker-layout-dropdown [value=default]": "slides.layout.default",
    ".speaker-layout-dropdown [value=wide]": "slides.layout.wide",
    ".speaker-layout-dropdown [value=tall]": "slides.layout.tall",
    ".speaker-layout-dropdown [value=notes-only]": "slides.layout.notes-only",
}
CONTROLS = {
    ".navigate-left": ("slides.previous", "slides.next"),  # left to right, right to left
    ".navigate-right": ("slides.next", "slides.previous"),
    ".navigate-up": ("slides.previous", "slides.previous"),
    ".navigate-down": ("slides.next", "slides.next"),
}


def slides_page(node: NotebookNode, scene: Scene, course: str, notice: str) -> str:
    """The whole HTML page; `scene` is its place, `course` and `notice` (HTML) open it."""
    words = scene.words
    second = scene.direction == "rtl"
    return scene.render(
        "slides.html.j2",
        course=course,
        back=scene.page_link(scene.page),
        classic=scene.flat,  # from file:// no browser runs a module
        title=scene.library.page(scene.language, scene.page).front.title,
        sections=Markup(render_sections(node, scene, course, notice)),
        speaker={place: words[name] for place, name in SPEAKER.items()},
        controls={place: words[names[second]] for place, names in CONTROLS.items()},
    )
