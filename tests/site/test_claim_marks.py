"""The marks that lead from a claim to its source."""

from __future__ import annotations

import pytest

from tests.site.learner import LESSON, visit


def visit_marks(page, serve_site, path):
    """Visit a page, and wait for what its marks open."""
    visit(page, serve_site, path)
    page.locator(".claim-box").wait_for(state="attached")


def test_a_claim_mark_shows_its_source_and_gives_the_focus_back(page, serve_site):
    visit_marks(page, serve_site, LESSON)
    mark = page.locator("a.claim").first

    mark.focus()
    page.keyboard.press("Enter")
    box = page.locator(".claim-box")
    text = box.inner_text()
    page.keyboard.press("Escape")
    box.wait_for(state="hidden")

    assert mark.inner_text() in text
    assert mark.evaluate("(mark) => mark === document.activeElement")


@pytest.mark.parametrize("path", [LESSON, f"he/{LESSON}"])
def test_a_source_beside_its_claim_stays_inside_a_phone(path, page, serve_site):
    page.set_viewport_size({"width": 360, "height": 640})
    visit_marks(page, serve_site, path)

    for mark in page.locator("a.claim").all()[:6]:
        mark.click()
        box = page.locator(".claim-box").bounding_box()
        page.keyboard.press("Escape")

        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] >= 0
