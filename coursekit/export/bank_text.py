"""The words of a question bank: HTML that stands by itself in a foreign system."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from lxml import html as markup

from coursekit.content.item import Reflect
from coursekit.render.bidi import isolated
from coursekit.render.quiz import GAP, inline_html
from coursekit.render.scene import Scene


@dataclass(frozen=True)
class Voice:
    """Texts of one language as well-formed HTML: in paragraphs, in a line, or bare."""

    scene: Scene

    def block(self, text: str) -> str:
        """The paragraphs of a Markdown text."""
        return self.tidy(self.scene.to_html(text))

    def inline(self, text: str) -> str:
        """A Markdown text that stands inside a line."""
        return self.tidy(str(inline_html(text, self.scene)))

    def plain(self, text: str) -> str:
        """A Markdown text without any markup, for menus that show none."""
        return " ".join(_parsed(self.scene.to_html(text)).text_content().split())

    def gapped(self, text: str) -> str:
        """The paragraphs of a text with gaps, each gap an empty element `<gap id="..."/>`."""
        return self.tidy(GAP.sub(r'<gap id="\1"></gap>', self.scene.to_html(text)))

    def said(self, name: str) -> str:
        """A text of the interface, escaped."""
        return escape(self.scene.words[name], quote=False)

    def tidy(self, html: str) -> str:
        """`html` without links that lead nowhere outside the site; Latin names kept whole."""
        root = _parsed(html)
        for link in [*root.iter("a")]:
            if not (link.get("href") or "").startswith(("http://", "https://")):
                link.drop_tag()
        inner = escape(root.text or "", quote=False) + "".join(
            markup.tostring(child, encoding="unicode", method="xml") for child in root
        )
        if self.scene.direction == "ltr":
            return inner.strip()
        # importers know dir on a span; some drop <bdi>
        return isolated(inner).replace("<bdi ", "<span ").replace("</bdi>", "</span>").strip()

    def framed(self, html: str, tag: str = "div") -> str:
        """`html` with its language and its direction, whatever surrounds it."""
        return f'<{tag} lang="{self.scene.language}" dir="{self.scene.direction}">{html}</{tag}>'

    def list_of(self, entries: list[str], tag: str = "ul") -> str:
        """A list of HTML entries."""
        return f"<{tag}>{''.join(f'<li>{entry}</li>' for entry in entries)}</{tag}>"

    def reasons(self, entries: list[tuple[str, str]]) -> str:
        """What each part of a question is about, in bold, and why: a list."""
        return self.list_of(
            [f"<strong>{self.inline(name)}</strong> {self.inline(why)}" for name, why in entries]
        )

    def to_compare(self, item: Reflect) -> str:
        """What a learner compares the answer to a question without a key with."""
        criteria = self.list_of([self.inline(each) for each in item.criteria])
        return (
            f"<p>{self.said('quiz.criteria')}</p>{criteria}"
            f"<p>{self.said('quiz.model')}</p>{self.block(item.model)}"
        )


def _parsed(html: str) -> markup.HtmlElement:
    return markup.fragment_fromstring(html, create_parent="div")
