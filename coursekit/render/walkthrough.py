"""An executed notebook as HTML: the steps on a page, the sections of a deck of slides."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

from markupsafe import Markup
from nbformat import NotebookNode

from coursekit.render.scene import Scene

TEMPLATES = Path(__file__).parent / "templates"
SLIDES = "slides/"  # below the page that holds the walkthrough

HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.S)
BELOW = 3  # the page itself has an h1, and an h2 above its steps
NAMES = re.compile(r'\b(id|for|headers|aria-labelledby|aria-describedby)="([^"]+)"')

# ssi_calc's chart: width, height, and where the panels of the pillars begin
CHART, PILLARS_FROM = (360, 452), 180
PANEL = re.compile(r'(?<=<g transform="translate\()(\d+) (\d+)(?=\)")')


def render_walkthrough(spec: dict, scene: Scene) -> str:
    """The steps of an exercise's walkthrough, with the ways to its slides and its notebook."""
    name = spec["id"]
    steps = Markup(render_steps(scene.notebooks[name], scene))
    return scene.render(
        "walkthrough.html.j2", steps=steps, slides=SLIDES, notebook=f"{name}.ipynb"
    )


def render_steps(node: NotebookNode, scene: Scene) -> str:
    """The cells of `node` one below the other, their headings fitted in below the page's."""
    from nbconvert import HTMLExporter

    def prose(text: str, cell: str) -> str:
        name = iter([f' id="step-{cell}"'])
        return HEADING.sub(lambda match: _lowered(match, next(name, "")), scene.to_html(text))

    return _convert(HTMLExporter, "walkthrough-steps.j2", node, scene, prose, str)


def render_sections(node: NotebookNode, scene: Scene) -> str:
    """The cells of `node` as the sections of a reveal.js deck."""
    from nbconvert import SlidesExporter

    def prose(text: str, cell: str) -> str:
        return scene.to_html(text)

    return _convert(SlidesExporter, "slides-sections.j2", node, scene, prose, widened)


def widened(html: str) -> str:
    """`html` with the pillars of ssi_calc's chart beside the total: slides are wide."""
    width, height = CHART
    upright = f'viewBox="0 0 {width} {height}"'
    if upright not in html:
        return html

    def beside(match: re.Match) -> str:
        x, y = int(match[1]), int(match[2])
        return f"{x} {y}" if y < PILLARS_FROM else f"{x + width} {y - PILLARS_FROM}"

    wide = f'viewBox="0 0 {2 * width} {height - PILLARS_FROM}"'
    return PANEL.sub(beside, html.replace(upright, wide))


def _convert(
    kind: type,
    template: str,
    node: NotebookNode,
    scene: Scene,
    prose: Callable[[str, str], str],
    fitted: Callable[[str], str],
) -> str:
    numbers = count(1)

    def result(html: str) -> str:
        prefix = f"result-{next(numbers)}-"  # two results may use the same ids
        return fitted(NAMES.sub(lambda match: _prefixed(match, prefix), html))

    exporter = kind(
        template_name="base",
        template_file=str(TEMPLATES / template),
        filters={"prose": prose, "result": result},
    )
    html, _ = exporter.from_notebook_node(node, {"words": scene.words})
    return html


def _prefixed(match: re.Match, prefix: str) -> str:
    names = " ".join(prefix + name for name in match[2].split())
    return f'{match[1]}="{names}"'


def _lowered(match: re.Match, attributes: str) -> str:
    level = min(max(BELOW, int(match[1]) + 1), 6)
    return f"<h{level}{attributes}>{match[2]}</h{level}>"
