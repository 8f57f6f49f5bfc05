"""No part of a page, in no language, scheme or width, has a fault that axe-core can find.

In English every page is tried, elsewhere pages that together hold every part. The light scheme
gets all rules; on the same elements in dark, only colours can differ, and no language has its own.
"""

from __future__ import annotations

import pytest

from tests.site.accessibility import BOTH, violations
from tests.site.pages import addresses, with_every_part

LIGHT = ("light",)
VISITS = [("en", 1280, BOTH), ("he", 360, BOTH)]
MORE = [
    *(("he", 1280, LIGHT), ("es", 360, LIGHT), ("it", 360, LIGHT)),
    *(("da", 1280, LIGHT), ("nl", 1280, LIGHT)),
]


@pytest.mark.parametrize(
    ("language", "width", "schemes"),
    [*VISITS, *(pytest.param(*visit, marks=pytest.mark.sweep) for visit in MORE)],
)
def test_axe_finds_nothing_in_any_part_of_a_page(
    language, width, schemes, browser, built_site, serve_site, axe
):
    pages = with_every_part(built_site, language)
    assert len(pages) > 5, f"hardly any pages in {language}"

    found = violations(browser, [f"{serve_site}/{page}" for page in pages], width, axe, schemes)

    assert not found, "\n".join(found)


@pytest.mark.sweep
@pytest.mark.parametrize("half", [0, 1])
def test_axe_finds_nothing_in_any_english_page_on_a_phone(
    half, browser, built_site, serve_site, axe
):
    pages = addresses(built_site, "en")[half::2]
    urls = [f"{serve_site}/{page}" for page in pages]

    found = violations(browser, urls, 360, axe, LIGHT, frames=False)

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
