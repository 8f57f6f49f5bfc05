"""The seam to Python-Markdown: fences and claim marks become the course's HTML."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from coursekit.content import report
from coursekit.content.address import is_harmless
from coursekit.content.fence import BODIES, FENCE, PROSE, read_fence
from coursekit.content.words import MANY_TEXTS
from coursekit.render import Scene, render_block, render_mark

if TYPE_CHECKING:
    from collections.abc import Callable

# custom elements that count as blocks, so that Markdown does not wrap them in <p>
TAGS = [
    "claim-search",
    "course-assumptions", "course-exercise", "course-journal", "course-placement",
    "course-progress", "course-quiz", "course-review", "course-routes", "course-simulator",
    "course-test",
]  # fmt: skip


@lru_cache(maxsize=MANY_TEXTS)
def safe_html(text: str) -> str:
    """The HTML of a short Markdown text; it cannot run anything.

    Raw HTML in it is shown, not obeyed, and an address that is not harmless is dropped.
    """
    return _safe_markdown().reset().convert(text)


@cache
def _safe_markdown() -> Markdown:
    """One for all texts: it takes longer to make than most texts take to convert."""
    md = Markdown(extensions=["tables"])
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    md.treeprocessors.register(HarmlessAddresses(md), "addresses", -10)  # unescape: 0
    return md


class HarmlessAddresses(Treeprocessor):
    """Takes the address from links and images that could run something."""

    def run(self, root: Element) -> None:
        """Change the tree that Markdown has made of a text."""
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name, "").replace(AMP_SUBSTITUTE, "&")
                if not is_harmless(address):
                    del element.attrib[name]


class CourseExtension(Extension):
    """Renders the blocks of a page; `scene()` tells which page is being converted."""

    def __init__(self, scene: Callable[[], Scene]) -> None:
        super().__init__()
        self.scene = scene

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, Markdown's own name
        """Register the blocks below the code fences and above the inline patterns."""
        md.block_level_elements.extend(TAGS)
        md.preprocessors.register(Blocks(md, self.scene), "course", 28)  # fenced_code: 25
        md.inlinePatterns.register(ClaimMark(md, self.scene), "claim", 175)  # link: 160


class Blocks(Preprocessor):
    """Replaces each fence of the course by its HTML, kept out of Markdown's reach."""

    def __init__(self, md: Markdown, scene: Callable[[], Scene]) -> None:
        super().__init__(md)
        self.scene = scene

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines with placeholders where the blocks stood."""
        return FENCE.sub(self._replace, "\n".join(lines) + "\n").split("\n")

    def _replace(self, match: re.Match) -> str:
        if match[2] not in BODIES:
            return match[0]
        scene = self.scene()
        fence, problems = read_fence(match[2], match[3], scene.page, 1)
        try:
            if fence is None:
                raise ValueError(report(problems))
            html = render_block(fence.kind, fence.body, scene)
        except (KeyError, ValueError):
            if not scene.problems:
                raise
            return ""  # the notes on top of the page say what is wrong
        return f"\n{html if fence.kind in PROSE else self.md.htmlStash.store(html)}\n"


class ClaimMark(InlineProcessor):
    """`[claim:S15]` behind a sentence."""

    def __init__(self, md: Markdown, scene: Callable[[], Scene]) -> None:
        super().__init__(r"\[claim:([A-Za-z0-9]+)\]", md)
        self.scene = scene

    def handleMatch(  # noqa: N802, Markdown's own name
        self, m: re.Match, data: str
    ) -> tuple[Element | str, int, int]:
        """The mark, stashed as HTML."""
        scene = self.scene()
        if scene.problems and m[1] not in scene.library.claims():
            return m[0], m.start(), m.end()
        return self.md.htmlStash.store(render_mark(m[1], scene)), m.start(), m.end()
