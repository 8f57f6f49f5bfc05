"""A plan's result in words, in every language of the course."""

from __future__ import annotations

import pytest

from coursekit.render.plan import listed


@pytest.mark.parametrize("language", ["en", "es", "it", "da", "nl", "he"])
def test_four_pillars_can_be_named_in_one_sentence(language):
    pillars = ["13", "10", "11", "25"]

    sentence = listed(pillars, language)

    assert sentence.startswith("13, 10, 11")
    assert sentence.endswith("25")
