"""No page, in no language, scheme or width, has a fault that axe-core can find."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "es", "it", "da", "nl", "he")
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
  const places = (nodes) => nodes.map((node) => node.target.join(" ")).join(", ");
  return found.violations.map(({id, nodes}) => `${id}: ${places(nodes)}`);
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(language, scheme, width, browser, built_site, serve_site, axe):
    pages = addresses(built_site, language)
    assert pages, f"no pages in {language}"

    found = violations(browser, [f"{serve_site}/{page}" for page in pages], scheme, width, axe)

    assert not found, "\n".join(found)


def test_axe_is_heard_when_a_page_has_a_fault(browser, serve_site, axe):
    fault = "document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x>')"

    found = violations(browser, [f"{serve_site}/"], "light", 1280, axe, before=fault)

    assert any("image-alt" in line for line in found)


def violations(browser, urls, scheme, width, axe, before="null") -> list[str]:
    """Lines "address: rule: elements" for the pages as a visitor sees them at rest."""
    lines = []
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for url in urls:
        page.goto(url)
        page.evaluate(before)
        page.evaluate(axe)
        lines += [f"{url}: {line}" for line in page.evaluate(RUN, TAGS)]
    context.close()
    return lines


def addresses(site: Path, language: str) -> list[str]:
    """All pages of a language relative to the site; English is what lies in no other's folder."""
    pages = [path.relative_to(site) for path in sorted(site.rglob("*.html"))]
    return [page.as_posix() for page in pages if own_folder(page) == language]


def own_folder(page: Path) -> str:
    """The language that a page's first folder names."""
    return page.parts[0] if page.parts[0] in LANGUAGES else "en"
