"""Words become HTML that runs nothing; fences become blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from coursekit.content.address import is_harmless
from coursekit.host import CourseExtension, safe_html
from coursekit.render import Scene, render_block

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- --><svg onload=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVa&#x09;Script&colon;alert(1))",
    "[a](`javascript:alert(1)`)",
    "[a](<javascript:alert(1)>)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    '[a](https://example.org "x" onclick=alert(1))',
    "| a |\n|---|\n| [a](vbscript:x) <b onclick=x> |",
]


def assert_runs_nothing(html: str) -> None:
    """No element, attribute or address of `html` can run a script."""
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("script:not([type='application/json']), svg, iframe, object")
    for element in soup.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on")]
        assert all(is_harmless(element.get(name, "")) for name in ("href", "src", "action"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_run_nothing(text):
    assert_runs_nothing(safe_html(text))


def test_the_assertion_itself_catches_what_runs():
    for html in ("<script>x</script>", "<b onclick=x>a</b>", "<a href='javascript:x'>a</a>"):
        with pytest.raises(AssertionError):
            assert_runs_nothing(html)


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://example.org", "../two/#idea", "#idea"]
)
def test_honest_links_stay(address):
    assert BeautifulSoup(safe_html(f"[a]({address})"), "html.parser").a["href"] == address


def test_letters_can_be_written():
    links = BeautifulSoup(safe_html("<a@b.org> [c](mailto:a@b.org)"), "html.parser").select("a")

    assert [link["href"] for link in links] == ["mailto:a@b.org"] * 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_translations_run_nothing_in_any_block(library, text):
    overlays = dict(library.overlays)
    for (language, name), overlay in library.overlays.items():
        if language == "es":
            words = {key: f"{value} {text}" for key, value in overlay.words.items()}
            overlays[language, name] = replace(overlay, words=words)
    hostile = replace(library, overlays=overlays)
    page = next(path for path in library.outline.pages if library.pages["en", path].claims)
    scene = Scene(hostile, "es", page, safe_html, lambda url: f"/{url}")

    for kind, spec in (("quiz", {"id": "brand"}), ("sources", {}), ("progress", {})):
        assert_runs_nothing(render_block(kind, spec, scene))


def page_html(library, text: str, problems: str = "") -> str:
    """`text` as the host converts it."""
    scene = Scene(library, "en", "index.md", safe_html, lambda url: f"/{url}", problems=problems)
    return markdown(text, extensions=[CourseExtension(lambda: scene)])


def test_a_fence_becomes_its_block_and_other_fences_stay(library):
    html = page_html(library, "Before\n\n```progress\n```\n\n```python\nx\n```\n")

    assert "<course-progress" in html
    assert "<p><course-progress" not in html
    assert "python" in html


@pytest.mark.parametrize("body", ["id: [", "- a", "id: nothing", ""])
def test_a_broken_block_is_left_out_while_its_author_mends_it(library, body):
    text = f"Before\n\n```quiz\n{body}\n```\n\nAfter [claim:O999]\n"

    html = page_html(library, text, problems="told above")

    assert "Before" in html
    assert "After [claim:O999]" in html
    assert "course-quiz" not in html
    with pytest.raises((KeyError, ValueError)):
        page_html(library, text)
