"""The pages of the built site, by language and kind: what a test visits, when all are many."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LANGUAGES = ("en", "es", "it", "da", "nl", "he")
MOST = ("en", "he")  # between them, what differs from language to language
EACH = [
    pytest.param(language, marks=() if language in MOST else pytest.mark.sweep)
    for language in LANGUAGES
]

# What makes pages differ for a browser: our elements, types of questions, tables, pictures.
PARTS = re.compile(
    r"<(?:(course-[a-z]+|claim-search|dl|table|figure|svg|textarea)\b|\w[^>]* data-type=\"(\w+)\""
    r"|[^>]* class=\"(sources|walkthrough|reveal)\b)"
)
SCRIPTS = re.compile(r"<script.*?</script>", re.S)


def addresses(site: Path, language: str) -> list[str]:
    """All pages of a language relative to the site; English is what lies in no other's folder."""
    pages = [path.relative_to(site) for path in sorted(site.rglob("*.html"))]
    return [page.as_posix() for page in pages if _own_folder(page) == language]


def one_of_each_kind(site: Path, language: str) -> list[str]:
    """The first page of each kind: pages of a kind hold the same parts, in whatever number."""
    first: dict[frozenset, str] = {}
    for address in addresses(site, language):
        first.setdefault(kind_of((site / address).read_text("utf-8")), address)
    return list(first.values())


def with_every_part(site: Path, language: str) -> list[str]:
    """Few pages on which each part is met at least once: always the one that adds most."""
    kinds = {page: kind_of((site / page).read_text("utf-8")) for page in addresses(site, language)}
    missing = set().union(*kinds.values())
    found = []
    while missing:
        found.append(max(kinds, key=lambda page: len(kinds[page] & missing)))
        missing -= kinds[found[-1]]
    return found


def kind_of(html: str) -> frozenset[str]:
    """The parts that a page holds."""
    found = PARTS.findall(SCRIPTS.sub("", html))
    return frozenset(part for match in found for part in match if part)


def _own_folder(page: Path) -> str:
    """The language that a page's first folder names."""
    return page.parts[0] if page.parts[0] in LANGUAGES else "en"
