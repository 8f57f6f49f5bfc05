"""What is wrong with the quizzes as parts of a course: ids, references, gaps, the release."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.content.forms import form_problems
from coursekit.content.item import Cloze
from coursekit.content.library import Library
from coursekit.content.problems import Problem
from coursekit.content.quiz import Item
from coursekit.content.references import missing
from coursekit.content.release import release_problems
from coursekit.content.yamlfile import Document


def quiz_problems(library: Library) -> Iterator[Problem]:
    """Everything wrong with the quizzes of the course."""
    owners: dict[str, str] = {}
    for name in library.quizzes:
        document, quiz = library.sources[f"quizzes/{name}"].document, library.quiz(name)
        if quiz.id != name:
            hint = f"write  id: {name}"
            yield document.problem(["id"], f"id '{quiz.id}' differs from the file's name", hint)
        for place, item in enumerate(quiz.items):
            if item.id in owners:
                yield document.problem(
                    ["items", place, "id"],
                    f"item '{item.id}' is also in {owners[item.id]}",
                    "ids are unique over the whole course",
                )
            owners[item.id] = document.path
            yield from _item(library, document, place, item)
        yield from form_problems(library, document, quiz)
    yield from _texts_with_gaps(library)
    yield from release_problems(library)


def _item(library: Library, document: Document, place: int, item: Item) -> Iterator[Problem]:
    """What an item refers to and the course does not have."""
    at: list[str | int] = ["items", place]
    objectives = library.objectives
    yield from missing(document, [*at, "objective"], "objective", item.objective, objectives)
    for number, claim in enumerate(item.claims):
        keys, hint = [*at, "claims", number], "add it to docs/data/claims.yml; "
        yield from missing(document, keys, "claim", claim, library.names("claims"), hint)
    for keys, belief in document.named("misconception", at):
        known = library.names("misconceptions")
        yield from missing(document, keys, "misconception", belief, known)


def _texts_with_gaps(library: Library) -> Iterator[Problem]:
    """Translations of a cloze that cannot be filled in."""
    for quiz, item in library.items.values():
        if not isinstance(item, Cloze):
            continue
        for language in library.languages[1:]:
            overlay = library.overlays.get((language, f"quizzes/{quiz}"))
            text = overlay.words.get(name := f"{item.id}.text") if overlay else None
            if overlay and text and (fault := item.fault_of(text)):
                yield overlay.document.problem([name], *fault)
