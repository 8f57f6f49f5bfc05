"""No page, in no language, scheme or width, has a fault that axe-core can find.

The light scheme gets all rules; on the same elements in dark, only colours can differ.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "es", "it", "da", "nl", "he")
WIDTHS = (360, 1280)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

COLOURS = ["color-contrast", "link-in-text-block"]
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": COLOURS}}

# Material's script follows the device a moment later; slides follow it by style alone.
FOLLOWED = """(scheme) => {
  const own = document.body.dataset.mdColorScheme;
  return own === undefined || own === {light: "default", dark: "slate"}[scheme];
}"""

RUN = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  const places = (nodes) => nodes.map((node) => node.target.join(" ")).join(", ");
  return found.violations.map(({id, nodes}) => `${id}: ${places(nodes)}`);
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(language, width, browser, built_site, serve_site, axe):
    pages = addresses(built_site, language)
    assert pages, f"no pages in {language}"

    found = violations(browser, [f"{serve_site}/{page}" for page in pages], width, axe)

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("<img src=x>", "light: image-alt"),
        ("<p style='color: #333'>too dark on dark</p>", "dark: color-contrast"),
    ],
)
def test_axe_is_heard_when_a_page_has_a_fault(fault, rule, browser, serve_site, axe):
    plant = f"document.querySelector('article').insertAdjacentHTML('beforeend', `{fault}`)"

    found = violations(browser, [f"{serve_site}/"], 1280, axe, before=plant)

    assert len(found) == 1
    assert rule in found[0]


def violations(browser, urls, width, axe, before="null") -> list[str]:
    """Lines "address: scheme: rule: elements" for the pages as a visitor sees them at rest."""
    lines = []
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    for url in urls:
        page.emulate_media(color_scheme="light")
        page.goto(url)
        page.evaluate(before)
        page.evaluate(axe)
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(FOLLOWED, arg=scheme)
            lines += [f"{url}: {scheme}: {line}" for line in page.evaluate(RUN, rules)]
    context.close()
    return lines


def addresses(site: Path, language: str) -> list[str]:
    """All pages of a language relative to the site; English is what lies in no other's folder."""
    pages = [path.relative_to(site) for path in sorted(site.rglob("*.html"))]
    return [page.as_posix() for page in pages if own_folder(page) == language]


def own_folder(page: Path) -> str:
    """The language that a page's first folder names."""
    return page.parts[0] if page.parts[0] in LANGUAGES else "en"
