"""A walkthrough's slides and its notebook, served below the page that shows its steps."""

from __future__ import annotations

from collections.abc import Iterator

import nbformat
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from coursekit.host.course import Course
from coursekit.render.bidi import isolated
from coursekit.render.walkthrough import SLIDES
from coursekit.trainer import slides_page


def walkthrough_files(course: Course, language: str, config: MkDocsConfig) -> Iterator[File]:
    """The slides and notebooks of one language."""
    for path in course.library.outline.pages:
        for fence in course.library.page(language, path).fences:
            if fence.kind == "walkthrough":
                name = fence.body["id"]
                folder = course.homes[language] + path.removesuffix(".md") + "/"
                scene = course.scene(language, path, folder + SLIDES)
                node = scene.notebooks[name]
                slides = slides_page(node, scene, config.site_name, config.copyright or "")
                slides = isolated(slides) if scene.direction == "rtl" else slides
                yield File.generated(config, f"{folder}{SLIDES}index.html", content=slides)
                text = nbformat.writes(node)
                yield File.generated(config, f"{folder}{name}.ipynb", content=text)
