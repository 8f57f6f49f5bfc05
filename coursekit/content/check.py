"""What only the whole course can show: references that lead nowhere, ids used twice."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.content.coverage import gaps
from coursekit.content.exercise import Exercise
from coursekit.content.hebrew import hebrew_faults
from coursekit.content.library import PLANS, Library
from coursekit.content.page import Page
from coursekit.content.parity import behind, misnamed, strays, unlike_placeholders
from coursekit.content.problems import Problem, did_you_mean, short
from coursekit.content.quiz_check import quiz_problems
from coursekit.content.references import missing, page_problems, unsafe_words
from coursekit.content.termbase import forbidden_words
from coursekit.content.words import SOURCE
from coursekit.content.yamlfile import Document


def check(library: Library) -> list[Problem]:
    """What is wrong with the course itself, sorted by place: it cannot be shown so."""
    problems = [*_modules(library), *_repeated(library), *_page_ids(library)]
    problems += [*_objectives(library), *quiz_problems(library)]
    problems += [*_exercises(library), *_unlisted(library)]
    problems += [*_cures(library), *_evidence(library), *_undescribed(library)]
    for (_, name), overlay in library.overlays.items():
        if name in library.sources:
            problems += unlike_placeholders(overlay, library.sources[name].words)
    problems += unsafe_words(library)
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
    if "interface" not in library.sources:
        return
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
        if not library.has(name):
            continue
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


def _exercises(library: Library) -> Iterator[Problem]:
    inputs = library.plannable
    for name in library.exercises:
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
            if (name, plan) in library.plans:
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
    if not library.has("misconceptions"):
        return
    source = library.sources["misconceptions"]
    document = source.document
    for place, belief in enumerate(getattr(source.model, "root", [])):
        path, _, anchor = belief.cure.partition("#")
        page = library.pages.get((SOURCE, path))
        if page is None and path in library.outline.pages:
            continue  # it cannot be read, and that has been said
        if page is None or anchor not in page.anchors:
            yield document.problem(
                [place, "cure"],
                f"cure '{belief.cure}' leads nowhere",
                did_you_mean(path, library.outline.pages)
                if page is None
                else did_you_mean(anchor, page.anchors),
            )


def _evidence(library: Library) -> Iterator[Problem]:
    if library.has("claims"):
        source, known = library.sources["claims"], library.names("sources")
        for place, claim in enumerate(getattr(source.model, "root", [])):
            at = [place, "source"]
            yield from missing(source.document, at, "source", claim.source, known)
    if library.has("inputs"):
        document, claims = library.sources["inputs"].document, library.names("claims")
        for place, entry in enumerate(library.inputs.inputs):
            for number, name in enumerate(entry.claims):
                at = ["inputs", place, "claims", number]
                yield from missing(document, at, "claim", name, claims)


def _undescribed(library: Library) -> Iterator[Problem]:
    """Public names of the simulator that the reference leaves out, or has twice."""
    places: dict[str, str] = {}
    for page in _english(library):
        for fence in page.fences:
            for name in fence.body["names"] if fence.kind == "api" else ():
                if name in places:
                    message = f"public name '{short(name)}' stands in the reference twice"
                    yield page.problem(fence.line, message, f"{places[name]} has it already")
                places[name] = f"{page.file}:{fence.line}"
    if places:
        file, line = next(reversed(places.values())).rsplit(":", 1)
        for name in library.api.keys() - places.keys():
            message = f"public name '{name}' is not in the reference"
            yield Problem(file, int(line), 1, message, "add it to the names of a block")


def _english(library: Library) -> Iterator[Page]:
    return (page for (language, _), page in library.pages.items() if language == SOURCE)
