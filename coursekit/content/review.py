"""Claims age: which of them are due to be read again at their source."""

from __future__ import annotations

from datetime import date

from coursekit.content.library import Library
from coursekit.content.problems import Problem


def overdue(library: Library, today: date) -> list[Problem]:
    """A notice for each source with claims whose day of review is `today` or past.

    The course is no worse for it, so these are not among its problems.
    """
    document = library.sources["claims"].document
    due: dict[str, list[tuple[int, str]]] = {}
    for place, claim in enumerate(library.claims().values()):
        if claim.review <= today:
            due.setdefault(claim.source, []).append((place, claim.id))
    return [
        document.problem(
            [places[0][0], "review"],
            f"due for review, from source '{source}': {', '.join(name for _, name in places)}",
            "read the source again, mend the words, then set checked and review",
        )
        for source, places in due.items()
    ]
