"""What only the whole course can show: references, claims, parity of languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from coursekit.content.library import Library
from coursekit.content.page import Page
from coursekit.content.problems import Problem, did_you_mean
from coursekit.content.quiz import misconceptions
from coursekit.content.words import SOURCE, missing, surplus

SENTENCE = re.compile(r"(?<=[.!?:]) |\n")
PACE = re.compile(r"^\d+\. |\(\d+ min\)")  # the numbers and minutes of a list of steps
NUMBER_ABOUT_SSI = re.compile(r"(?=.*\b(?:LinkedIn|SSI)\b)(?=.*\d)", re.S)
PAGE_OF_BLOCK = {"quiz": "quizzes", "exercise": "exercises", "walkthrough": "exercises"}


def check(library: Library) -> list[Problem]:
    """What is wrong with the course itself, sorted by place: it cannot be shown so."""
    problems = [*_objectives(library), *_items(library), *_cures(library), *_evidence(library)]
    for page in library.pages.values():
        problems += [*_claims(library, page), *_blocks(library, page), *_links(library, page)]
    for page in _english(library):
        problems += _uncited(page)
    return sorted(set(problems))


def lags(library: Library) -> list[Problem]:
    """Where translations do not follow their source yet; English stands in for them."""
    problems = [*library.gaps]
    for (_, name), overlay in library.overlays.items():
        source = library.sources[name]
        problems += missing(overlay, source.words, source.document.path)
        problems += surplus(overlay, source.words, source.document.path)
    for page in library.pages.values():
        if page.language != SOURCE:
            problems += _parity(page, library.page(SOURCE, page.path))
    return sorted(set(problems))


def _objectives(library: Library) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for page in _english(library):
        for name in page.front.objectives:
            if name in owners:
                yield page.problem(
                    1, f"objective '{name}' is also set in {owners[name]}", "rename one"
                )
            owners[name] = page.file


def _items(library: Library) -> Iterator[Problem]:
    objectives = {name for page in _english(library) for name in page.front.objectives}
    known_claims, cures = library.claims(), library.misconceptions()
    owner: dict[str, str] = {}
    for name in library.outline.quizzes:
        document = library.sources[f"quizzes/{name}"].document
        if library.quiz(name).id != name:
            yield document.problem(
                ["id"], f"id '{library.quiz(name).id}' differs from the file's name"
            )
        for place, item in enumerate(library.quiz(name).items):
            at = ["items", place]
            if item.id in owner:
                yield document.problem(
                    [*at, "id"],
                    f"item '{item.id}' is also in {owner[item.id]}",
                    "ids are unique over the whole course",
                )
            owner[item.id] = document.path
            if item.objective not in objectives:
                yield document.problem(
                    [*at, "objective"],
                    f"objective '{item.objective}' not found",
                    did_you_mean(item.objective, objectives),
                )
            for claim in item.claims:
                if claim not in known_claims:
                    yield document.problem(
                        [*at, "claims"],
                        f"claim '{claim}' not found",
                        f"add it to docs/data/claims.yml; {did_you_mean(claim, known_claims)}",
                    )
            for belief in misconceptions(item) - set(cures):
                yield document.problem(
                    at, f"misconception '{belief}' not found", did_you_mean(belief, cures)
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
    for place, claim in enumerate(library.claims().values()):
        if claim.source not in known:
            yield document.problem(
                [place, "source"],
                f"source '{claim.source}' not found",
                did_you_mean(claim.source, known),
            )


def _claims(library: Library, page: Page) -> Iterator[Problem]:
    known = library.claims()
    for claim, line in page.claims:
        if claim not in known:
            yield page.problem(
                line,
                f"claim '{claim}' not found",
                f"add it to docs/data/claims.yml; {did_you_mean(claim, known)}",
            )


def _blocks(library: Library, page: Page) -> Iterator[Problem]:
    names = {"quizzes": library.outline.quizzes, "exercises": library.outline.exercises}
    for fence in page.fences:
        kind = PAGE_OF_BLOCK.get(fence.kind)
        if kind is None:
            continue
        name = fence.body.get("id") if isinstance(fence.body, dict) else None
        if name not in names[kind]:
            hint = did_you_mean(str(name), names[kind])
            yield page.problem(fence.line, f"{fence.kind} '{name}' not found", hint)
        elif fence.kind == "quiz":
            known = [item.id for item in library.quiz(name).items]
            for item in fence.body.get("items", []):
                if item not in known:
                    yield page.problem(
                        fence.line,
                        f"item '{item}' is not in quiz '{name}'",
                        did_you_mean(item, known),
                    )


def _links(library: Library, page: Page) -> Iterator[Problem]:
    for target, line in page.links:
        if re.match(r"[a-z]+:", target) or not target.partition("#")[0].endswith((".md", "")):
            continue
        path, _, anchor = target.partition("#")
        if path and not path.endswith(".md"):
            continue
        name = _resolve(page.path, path) if path else page.path
        other = library.pages.get((page.language, name))
        if other is None:
            hint = did_you_mean(name, library.outline.pages)
            yield page.problem(line, f"link '{target}' leads nowhere", hint)
        elif anchor and anchor not in other.anchors:
            yield page.problem(
                line, f"'{name}' has no anchor '{anchor}'", did_you_mean(anchor, other.anchors)
            )


def _parity(page: Page, english: Page) -> Iterator[Problem]:
    """A translation has its source's id, anchors, blocks, claims and links."""
    pairs: list[tuple[str, list, list]] = [
        ("id", [page.front.id], [english.front.id]),
        ("minutes", [page.front.minutes], [english.front.minutes]),
        ("objectives", sorted(page.front.objectives), sorted(english.front.objectives)),
        ("headings", [h[:2] for h in page.headings], [h[:2] for h in english.headings]),
        (
            "blocks",
            [(f.kind, str(f.body)) for f in page.fences],
            [(f.kind, str(f.body)) for f in english.fences],
        ),
        ("claims", sorted(c for c, _ in page.claims), sorted(c for c, _ in english.claims)),
        (
            "links",
            sorted(link for link, _ in page.links),
            sorted(link for link, _ in english.links),
        ),
    ]
    for what, ours, theirs in pairs:
        if ours != theirs:
            lost = Counter(str(each) for each in theirs)
            extra = Counter(str(each) for each in ours)
            parts = [f"lacks {', '.join((lost - extra).elements())}"] if lost - extra else []
            parts += [f"has extra {', '.join((extra - lost).elements())}"] if extra - lost else []
            detail = "; ".join(parts) or "the order differs"
            yield page.problem(1, f"{what} differ from {english.file}", detail)


def _uncited(page: Page) -> Iterator[Problem]:
    """Sentences that give a number about LinkedIn or SSI in a paragraph that cites nothing."""
    if not page.front.objectives:
        return
    for line, paragraph in page.paragraphs:
        if "[claim:" not in paragraph and any(
            NUMBER_ABOUT_SSI.match(PACE.sub("", sentence)) for sentence in SENTENCE.split(paragraph)
        ):
            yield page.problem(
                line,
                "a number about LinkedIn or SSI without a claim",
                "put  [claim:ID]  behind the sentence, or take the number out",
            )


def _english(library: Library) -> Iterator[Page]:
    return (page for (language, _), page in library.pages.items() if language == SOURCE)


def _resolve(start: str, link: str) -> str:
    parts: list[str] = list(PurePosixPath(start).parent.parts)
    for part in PurePosixPath(link).parts:
        if part == "..":
            if parts:
                parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
