"""Whatever a translator writes into words, the page shows it and runs nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from coursekit.content.address import is_harmless
from coursekit.content.library import Library
from coursekit.content.words import SOURCE, worded
from coursekit.host.extension import safe_html
from coursekit.render.blocks import render_block
from coursekit.render.quiz import chosen_items
from coursekit.render.scene import Scene

PLANTED = (
    '<script>x()</script><img src="x" onerror="x()"><svg/onload=x()>'
    "\"><a href=\"javascript:x()\" onclick='x()'>a</a>'></option></select></template></details>"
    "[b](javascript:x()) [c](java&#x09;script:x()) ![d](data:text/html,x()) <javascript:x()>"
    "[e]: javascript:x() --></style><iframe srcdoc='x()'></iframe>"
)
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "poster")


@pytest.fixture(scope="module")
def planted(library) -> Library:
    """The course with the same in every text of every language."""
    sources = {}
    for name, source in library.sources.items():
        words = {key: f"{text} {PLANTED}" for key, text in source.words.items()}
        model = worded(source.model, words) if source.model else None
        sources[name] = replace(source, model=model, words=words)
    overlays = {
        key: replace(each, words={name: f"{text} {PLANTED}" for name, text in each.words.items()})
        for key, each in library.overlays.items()
    }
    return replace(library, sources=sources, overlays=overlays)


def blocks(library: Library, language: str):
    """The HTML of one block of each kind, and of quizzes until every type of item was there.

    Not of walkthroughs, which are made of executed notebooks.
    """
    seen: set[str] = {"walkthrough"}
    for path in library.outline.pages:
        scene = Scene(library, language, path, safe_html, lambda url: f"/{url}")
        for fence in library.page(language, path).fences:
            parts = {fence.kind}
            if fence.kind == "quiz":
                parts = {
                    item.type for item in chosen_items(library.quiz(fence.body["id"]), fence.body)
                }
            if not parts <= seen:
                seen |= parts
                yield fence.kind, render_block(fence.kind, fence.body, scene)


def test_planted_markup_reaches_no_page(planted):
    kinds = set()

    for kind, html in blocks(planted, "he"):
        soup = BeautifulSoup(html, "html.parser")
        kinds.add(kind)
        for element in soup.find_all(True):
            told = f"{kind}: {str(element)[:200]}"
            assert element.name not in {"iframe", "object", "embed", "base", "meta", "style"}, told
            if element.name == "script":
                assert element["type"] == "application/json", told
                json.loads(element.string)
            for name, value in element.attrs.items():
                assert not name.startswith("on"), told
                assert name not in ADDRESSES or is_harmless(value), told

    assert {"quiz", "exercise", "simulator", "progress", "roleplay", "sources"} <= kinds


def test_what_was_planted_is_there_to_be_seen(planted):
    html = next(html for kind, html in blocks(planted, SOURCE) if kind == "quiz")

    text = BeautifulSoup(html, "html.parser").get_text()
    assert "<script>x()</script>" in text


@pytest.mark.parametrize(
    "fault", ["<script>x()</script>", '<p onclick="x()">', "<a href='data:x'>"]
)
def test_the_test_above_would_notice(fault, planted, monkeypatch):
    """The fault it must find: a rendering that lets one text through."""
    monkeypatch.setitem(globals(), "safe_html", lambda text: f"<p>{text}</p>{fault}")

    with pytest.raises((AssertionError, KeyError)):
        test_planted_markup_reaches_no_page(planted)
