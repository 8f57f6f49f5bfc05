"""The plugin hands the theme words that cannot bring markup of their own."""

from __future__ import annotations

from dataclasses import replace

from jinja2 import Environment

from coursekit.host import CoursePlugin
from coursekit.host.course import Course


def test_words_of_the_frame_are_shown_and_not_obeyed(library):
    overlay = library.overlays["es", "interface"]
    words = overlay.words | {"site.menu": "<img src=x onerror=alert(1)>"}
    overlays = library.overlays | {("es", "interface"): replace(overlay, words=words)}
    plugin = CoursePlugin()
    plugin.course = Course(replace(library, overlays=overlays), notebooks={}, homes={})
    plugin.language = "es"

    env = plugin.on_env(Environment(), config=None, files=None)  # MkDocs' escapes nothing

    shown = env.from_string("{{ words['site.menu'] }} {{ words['site.menu'] | e }}").render()
    assert shown == " ".join(["&lt;img src=x onerror=alert(1)&gt;"] * 2)
