"""Where each claim is taught: the English pages and the questions that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from coursekit.content.fence import Fence
from coursekit.content.library import Library
from coursekit.content.page import Page
from coursekit.content.problems import Problem
from coursekit.content.words import SOURCE

OWED = "S"  # the series of claims that a whole course teaches, or answers, one and all


@dataclass
class Uses:
    """Who cites a claim: pages, and quizzes with the pages that show the question."""

    pages: list[str] = field(default_factory=list)
    quizzes: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @property
    def taught(self) -> list[str]:
        """All pages on which a reader meets the claim: those that cite it come first."""
        return list(dict.fromkeys([*self.pages, *self.asked]))


def coverage(library: Library) -> dict[str, Uses]:
    """The uses of every claim of the ledger, in its order; pages in learning order."""
    found = {claim: Uses() for claim in library.claims()}
    for page in _english(library):
        for claim in dict.fromkeys(name for name, _ in page.claims):
            if claim in found:
                found[claim].pages.append(page.path)
        for claim in _asked_on(library, page):
            found[claim].asked.append(page.path)
    for name in library.outline.quizzes:
        for claim in dict.fromkeys(c for item in library.quiz(name).items for c in item.claims):
            if claim in found:
                found[claim].quizzes.append(name)
    return found


def uncited(library: Library) -> list[str]:
    """The claims that the course owes its readers and that nothing cites."""
    return [
        claim
        for claim, uses in coverage(library).items()
        if claim.startswith(OWED) and not uses.pages and not uses.quizzes
    ]


def gaps(library: Library) -> Iterator[Problem]:
    """A problem for each claim that is owed and not cited, at its place in the ledger."""
    document, places = library.sources["claims"].document, list(library.claims())
    for claim in uncited(library):
        hint = f"put  [claim:{claim}]  behind a sentence, or name it in a question"
        yield document.problem(
            [places.index(claim), "id"], f"claim '{claim}' is not cited on any page", hint
        )


def _asked_on(library: Library, page: Page) -> Iterator[str]:
    """The claims of the questions that a page shows."""
    shown = [item for fence in page.fences for item in _items(library, fence)]
    known = library.claims()
    yield from dict.fromkeys(c for item in shown for c in item.claims if c in known)


def _items(library: Library, fence: Fence) -> list:
    if fence.kind != "quiz" or fence.body["id"] not in library.outline.quizzes:
        return []
    items = library.quiz(fence.body["id"]).items
    chosen = fence.body.get("items")
    return [item for item in items if not chosen or item.id in chosen]


def _english(library: Library) -> Iterator[Page]:
    return (
        library.pages[SOURCE, path]
        for path in library.outline.pages
        if (SOURCE, path) in library.pages
    )
