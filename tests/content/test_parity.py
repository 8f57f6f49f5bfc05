"""Every language has the same pages, anchors, blocks, ids and links as the source."""

from __future__ import annotations

import re

from coursekit.content import SOURCE, lags
from coursekit.content.fence import Fence


def test_no_language_lags_behind(library):
    assert [str(lag) for lag in lags(library)] == []


def shown(fence: Fence) -> tuple:
    """What a block shows; the words inside one are the translation's own."""
    return fence.kind, sorted(fence.body) if fence.kind == "routes" else fence.body


def test_every_language_has_every_page_in_the_same_structure(library):
    for path in library.outline.pages:
        english = library.pages[SOURCE, path]
        for language in library.languages:
            page = library.pages[language, path]

            assert page.front.id == english.front.id
            assert page.front.objectives.keys() == english.front.objectives.keys()
            assert [h[:2] for h in page.headings] == [h[:2] for h in english.headings]
            assert [shown(fence) for fence in page.fences] == [
                shown(fence) for fence in english.fences
            ]


def test_every_language_has_every_string_with_the_same_placeholders(library):
    for language in library.languages[1:]:
        for name, source in library.sources.items():
            words = library.overlays[language, name].words

            assert words.keys() == source.words.keys(), (language, name)
            for key, text in source.words.items():
                ours, theirs = (set(re.findall(r"\{.*?\}", each)) for each in (words[key], text))
                assert ours == theirs, (language, name, key)
