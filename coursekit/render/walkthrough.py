"""An executed notebook as HTML: the steps on a page, the sections of a deck of slides."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markupsafe import Markup
from nbformat import NotebookNode

from coursekit.render.scene import Scene

TEMPLATES = Path(__file__).parent / "templates"
SLIDES = "slides/"  # below the page that holds the walkthrough

HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.S)
BELOW = 3  # the page itself has an h1, and an h2 above its steps
_converted: dict[tuple, str] = {}  # an author waits for each page, and few notebooks change

NAMES = re.compile(r'\b(id|for|headers|aria-labelledby|aria-describedby)="([^"]+)"')


def render_walkthrough(spec: dict, scene: Scene) -> str:
    """The steps of an exercise's walkthrough, with the ways to its slides and its notebook."""
    name = spec["id"]
    steps = Markup(render_steps(scene.notebooks[name], scene))
    slides, notebook = scene.link_below(SLIDES), scene.link_below(f"{name}.ipynb")
    return scene.render("walkthrough.html.j2", steps=steps, slides=slides, notebook=notebook)


def render_steps(node: NotebookNode, scene: Scene) -> str:
    """The cells of `node` one below the other, their headings fitted in below the page's."""
    from nbconvert import HTMLExporter

    def prose(text: str, cell: str) -> str:
        name = iter([f' id="step-{cell}"'])
        return HEADING.sub(lambda match: _lowered(match, next(name, "")), scene.to_html(text))

    return _convert(HTMLExporter, "walkthrough-steps.j2", node, scene, prose)


def render_sections(node: NotebookNode, scene: Scene, course: str, notice: str) -> str:
    """The cells of `node` as the sections of a reveal.js deck.

    The name of the course and a notice (HTML) stand on the first one.
    """
    from nbconvert import SlidesExporter

    def prose(text: str, cell: str) -> str:
        return scene.to_html(text)

    opening = {"course": course, "notice": notice}
    return _convert(SlidesExporter, "slides-sections.j2", node, scene, prose, opening)


def _convert(
    kind: type,
    template: str,
    node: NotebookNode,
    scene: Scene,
    prose: Callable[[str, str], str],
    values: Mapping[str, str] = MappingProxyType({}),
) -> str:
    numbers = count(1)

    def result(html: str) -> str:
        prefix = f"result-{next(numbers)}-"  # two results may use the same ids
        return NAMES.sub(lambda match: _prefixed(match, prefix), html)

    said = (*scene.words.items(), *values.items())
    key = (template, scene.language, json.dumps(node), said)
    if key not in _converted:
        exporter = _exporter(kind, template)
        exporter.environment.filters.update(prose=prose, result=result)
        resources = {"words": scene.words, **values}
        _converted[key] = exporter.from_notebook_node(node, resources)[0]
    return _converted[key]


@cache
def _exporter(kind: type, template: str) -> Any:
    """One for all notebooks: each would read and compile its templates anew."""
    # none of the usual steps before applies here, and each would validate the notebook anew
    return kind(template_file=str(TEMPLATES / template), default_preprocessors=[])


def _prefixed(match: re.Match, prefix: str) -> str:
    names = " ".join(prefix + name for name in match[2].split())
    return f'{match[1]}="{names}"'


def _lowered(match: re.Match, attributes: str) -> str:
    level = min(max(BELOW, int(match[1]) + 1), 6)
    return f"<h{level}{attributes}>{match[2]}</h{level}>"
