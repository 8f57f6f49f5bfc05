"""No part of a page, in no language, scheme or width, has a fault that axe-core can find.

In English every page is tried, elsewhere pages that together hold every part. The light scheme gets all rules;
on the same elements in dark, only colours can differ.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.pages import addresses, with_every_part

ROOT = Path(__file__).resolve().parents[2]
VISITS = [
    *(("en", 1280), ("he", 360), ("he", 1280)),
    *(("es", 360), ("it", 360), ("da", 1280), ("nl", 1280)),
]
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


@pytest.mark.parametrize(("language", "width"), VISITS)
def test_axe_finds_nothing_in_any_part_of_a_page(
    language, width, browser, built_site, serve_site, axe
):
    pages = with_every_part(built_site, language)
    assert len(pages) > 5, f"hardly any pages in {language}"

    found = violations(browser, [f"{serve_site}/{page}" for page in pages], width, axe)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("half", [0, 1])
def test_axe_finds_nothing_in_any_english_page_on_a_phone(
    half, browser, built_site, serve_site, axe
):
    pages = addresses(built_site, "en")[half::2]

    found = violations(browser, [f"{serve_site}/{page}" for page in pages], 360, axe)

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
