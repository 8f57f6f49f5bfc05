"""A walkthrough's slides and its notebook, served below the page that shows its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import nbformat
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from coursekit.content.library import Library
from coursekit.render.bidi import isolated
from coursekit.render.scene import Scene
from coursekit.render.walkthrough import SLIDES
from coursekit.trainer import slides_page


def walkthrough_files(
    library: Library, language: str, scene: Callable[[str, str], Scene], config: MkDocsConfig
) -> Iterator[File]:
    """The files of one language; `scene(page, url)` is the page as seen from an address."""
    for path in library.outline.pages:
        for fence in library.page(language, path).fences:
            if fence.kind == "walkthrough":
                name, home = fence.body["id"], scene(path, "").homes[language]
                folder = home + path.removesuffix(".md") + "/"
                there = scene(path, folder + SLIDES)
                node = there.notebooks[name]
                slides = slides_page(node, there, config.site_name, config.copyright or "")
                slides = isolated(slides) if there.direction == "rtl" else slides
                yield File.generated(config, f"{folder}{SLIDES}index.html", content=slides)
                text = nbformat.writes(node)
                yield File.generated(config, f"{folder}{name}.ipynb", content=text)
