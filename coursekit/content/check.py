"""What only the whole course can show: references that lead nowhere, ids used twice."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.content.coverage import gaps
from coursekit.content.exercise import Exercise
from coursekit.content.forms import form_problems
from coursekit.content.hebrew import hebrew_faults
from coursekit.content.library import PLANS, Library
from coursekit.content.page import Page
from coursekit.content.parity import behind, misnamed, placeholders, strays
from coursekit.content.problems import Problem, did_you_mean, short
from coursekit.content.quiz import Item
from coursekit.content.references import missing, page_problems
from coursekit.content.termbase import forbidden_words
from coursekit.content.words import SOURCE
from coursekit.content.yamlfile import Document


def check(library: Library) -> list[Problem]:
    """What is wrong with the course itself, sorted by place: it cannot be shown so."""
    problems = [*_modules(library), *_repeated(library), *_page_ids(library)]
    problems += [*_objectives(library), *_quizzes(library)]
    problems += [*_exercises(library), *_unlisted(library)]
    problems += [*_cures(library), *_evidence(library)]
    for (_, name), overlay in library.overlays.items():
        problems += placeholders(overlay, library.sources[name].words)
    for page in library.pages.values():
        problems += page_problems(library, page)
    return sorted(set(problems))


def lags(library: Library) -> list[Problem]:
    """Where files do not follow the course yet: English stands in for them, or nobody sees them."""
    found = {*library.gaps, *behind(library), *misnamed(library), *strays(library)}
    found |= {*forbidden_words(library), *hebrew_faults(library)}
    return sorted(found | set(gaps(library) if library.outline.whole else ()))


def _modules(library: Library) -> Iterator[Problem]:
    """Every module has a title in the interface's words."""
    words = library.sources["interface"].words
    for place, module in enumerate(library.outline.modules):
        if (name := f"progress.module.{module.id}") not in words:
            hint = f"add  {name}: words  to locales/{SOURCE}/interface.yml"
            yield library.document.problem(
                ["modules", place, "id"], f"module '{module.id}' has no title", hint
            )


def _repeated(library: Library) -> Iterator[Problem]:
    """Entries of a ledger that share an id."""
    for name in ("claims", "sources", "misconceptions", "terms"):
        source = library.sources[name]
        first: dict[str, int] = {}
        for place, entry in enumerate(getattr(source.model, "root", [])):
            line, _ = source.document.place([place, "id"])
            if first.setdefault(entry.id, line) != line:
                yield source.document.problem(
                    [place, "id"],
                    f"id '{entry.id}' is used twice",
                    f"line {first[entry.id]} has it already",
                )


def _page_ids(library: Library) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for page in _english(library):
        if (owner := owners.setdefault(page.front.id, page.file)) != page.file:
            yield page.problem(1, f"id '{page.front.id}' is also the one of {owner}", "rename one")


def _objectives(library: Library) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for page in _english(library):
        for name in page.front.objectives:
            if (owner := owners.setdefault(name, page.file)) != page.file:
                yield page.problem(1, f"objective '{name}' is also set in {owner}", "rename one")


def _quizzes(library: Library) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for name in library.outline.quizzes:
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


def _item(library: Library, document: Document, place: int, item: Item) -> Iterator[Problem]:
    """What an item refers to and the course does not have."""
    at = ["items", place]
    yield from missing(
        document, [*at, "objective"], "objective", item.objective, library.objectives
    )
    for number, claim in enumerate(item.claims):
        yield from missing(
            document,
            [*at, "claims", number],
            "claim",
            claim,
            library.claims(),
            "add it to docs/data/claims.yml; ",
        )
    for belief in sorted(item.beliefs):
        yield from missing(document, at, "misconception", belief, library.misconceptions())


def _exercises(library: Library) -> Iterator[Problem]:
    inputs = {entry.id for entry in library.inputs.inputs if entry.limits}
    for name in library.outline.exercises:
        document, exercise = library.sources[f"exercises/{name}"].document, library.exercise(name)
        if exercise.id != name:
            hint = f"write  id: {name}"
            message = f"id '{exercise.id}' differs from the folder's name"
            yield document.problem(["id"], message, hint)
        yield from missing(
            document, ["objective"], "objective", exercise.objective, library.objectives
        )
        for place, entry in enumerate(exercise.inputs):
            yield from missing(document, ["inputs", place], "input", entry, inputs)
        for plan in PLANS:
            yield from _plan(library.plans[name, plan], exercise)


def _unlisted(library: Library) -> Iterator[Problem]:
    """Exercises outside the outline: the engine would load them all the same."""
    for path in sorted(library.root.glob("exercises/*/exercise.yml")):
        if (name := path.parent.name) not in library.outline.exercises:
            file = path.relative_to(library.root).as_posix()
            message = f"exercise '{short(name)}' is not in course.yml"
            yield Problem(file, 1, 1, message, "add it there, or move it away")


def _plan(document: Document, exercise: Exercise) -> Iterator[Problem]:
    """Amounts of a plan that the exercise does not offer."""
    for when in ("weekly", "once"):
        for name in document.value.get(when, {}):
            if name not in exercise.inputs:
                yield Problem(
                    document.path,
                    *document.key_place([when, name]),
                    f"the exercise does not offer '{short(name)}'",
                    did_you_mean(name, exercise.inputs),
                )


def _cures(library: Library) -> Iterator[Problem]:
    document = library.sources["misconceptions"].document
    for place, belief in enumerate(library.misconceptions().values()):
        path, _, anchor = belief.cure.partition("#")
        page = library.pages.get((SOURCE, path))
        if page is None or anchor not in page.anchors:
            yield document.problem(
                [place, "cure"],
                f"cure '{belief.cure}' leads nowhere",
                did_you_mean(path, library.outline.pages)
                if page is None
                else did_you_mean(anchor, page.anchors),
            )


def _evidence(library: Library) -> Iterator[Problem]:
    document, known = library.sources["claims"].document, library.evidence()
    claims = library.claims()
    for place, claim in enumerate(claims.values()):
        yield from missing(document, [place, "source"], "source", claim.source, known)
    document = library.sources["inputs"].document
    for place, entry in enumerate(library.inputs.inputs):
        for number, name in enumerate(entry.claims):
            yield from missing(document, ["inputs", place, "claims", number], "claim", name, claims)


def _english(library: Library) -> Iterator[Page]:
    return (page for (language, _), page in library.pages.items() if language == SOURCE)
