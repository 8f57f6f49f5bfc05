"""Equal forms of a test: what is learnt between them shows only if nothing else differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coursekit.content.library import Library
from coursekit.content.problems import Problem
from coursekit.content.quiz import Item, Quiz
from coursekit.content.yamlfile import Document

Kind = tuple[str, str, float]  # module, type, points


def form_problems(library: Library, document: Document, quiz: Quiz) -> Iterator[Problem]:
    """Where the forms of `quiz` are not two, not apart, or not equal."""
    if not quiz.forms:
        return
    if len(quiz.forms) != 2:
        hint = "write  forms: {a: [ids], b: [ids]}"
        yield document.problem(["forms"], f"{len(quiz.forms)} forms, there must be two", hint)
        return
    uses = Counter(name for names in quiz.forms.values() for name in names)
    for place, item in enumerate(quiz.items):
        if uses[item.id] != 1:
            many = "no form" if uses[item.id] == 0 else "both forms"
            yield document.problem(
                ["items", place, "id"], f"item '{item.id}' is in {many}", "put it into one"
            )
    yield from _unequal(library, document, quiz)


def _unequal(library: Library, document: Document, quiz: Quiz) -> Iterator[Problem]:
    (one, first), (other, second) = (
        (name, _kinds(library, [item for item in quiz.items if item.id in ids]))
        for name, ids in quiz.forms.items()
    )
    for module, kind, points in sorted({*first, *second}):
        mine, theirs = first[module, kind, points], second[module, kind, points]
        if mine != theirs:
            what = f"{kind} items of {points:g} points on module '{module}'"
            message = f"forms differ: '{one}' has {mine} {what}, '{other}' has {theirs}"
            yield document.problem(["forms"], message, "give both forms as many of each")


def _kinds(library: Library, items: list[Item]) -> Counter[Kind]:
    known = [item for item in items if item.objective in library.objectives]
    modules = library.modules_of(known)
    return Counter((modules[item.id], item.type, item.points) for item in known)
