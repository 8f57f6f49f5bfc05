"""What a page refers to: claims, blocks, links; and what it may not hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import get_args

from coursekit.content.address import is_harmless
from coursekit.content.exercise import Pillar
from coursekit.content.fence import Fence
from coursekit.content.library import Library
from coursekit.content.page import ADDRESS, MARKUP, Page
from coursekit.content.problems import Problem, did_you_mean, short
from coursekit.content.scenario import Scenario
from coursekit.content.words import MANY_TEXTS, SOURCE
from coursekit.content.yamlfile import Document

PILLARS = get_args(Pillar)  # modules of these names teach them
SENTENCE = re.compile(r"(?<=[.!?:]) |\n")
PACE = re.compile(r"^\d+\. |\(\d+ min\)")  # the numbers and minutes of a list of steps
NUMBER_ABOUT_SSI = re.compile(r"(?=.*\b(?:LinkedIn|SSI)\b)(?=.*\d)", re.S)

HARMLESS = "link to a page of the course, or with https, http or mailto"


def page_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Everything wrong with one page as a part of the course."""
    yield from _claims(library, page)
    yield from _blocks(library, page)
    yield from _links(library, page)
    yield from _unsafe(page)
    if page.language == SOURCE:
        yield from _uncited(page)


def missing(
    document: Document,
    keys: Sequence[object],
    what: str,
    name: str,
    known: Collection[str] | None,
    hint: str = "",
) -> Iterator[Problem]:
    """The problem that `name`, at `keys` of `document`, is not among those that are known.

    Where nobody knows them, since their file cannot be read, there is no problem here.
    """
    if known is not None and name not in known:
        message = f"{what} '{short(name)}' not found"
        yield document.problem(keys, message, hint + did_you_mean(name, known))


def _claims(library: Library, page: Page) -> Iterator[Problem]:
    known = library.names("claims")
    for claim, line in page.claims:
        if known is not None and claim not in known:
            yield page.problem(
                line,
                f"claim '{short(claim)}' not found",
                f"add it to docs/data/claims.yml; {did_you_mean(claim, known)}",
            )


def _blocks(library: Library, page: Page) -> Iterator[Problem]:
    shown: dict[tuple[str, str], int] = {}
    for fence in page.fences:
        first = shown.setdefault((fence.kind, str(fence.body)), fence.line)
        if first != fence.line:
            message = f"the same {fence.kind} stands twice on the page"
            yield page.problem(fence.line, message, f"line {first} has it already")
        yield from _block(library, fence)


def _block(library: Library, fence: Fence) -> Iterator[Problem]:
    """What a block shows and the course does not have."""
    body, document = fence.body, fence.document
    match fence.kind:
        case "api":
            for place, name in enumerate(body["names"]):
                yield from missing(document, ["names", place], "public name", name, library.api)
        case "exercise" | "walkthrough":
            known = library.outline.exercises
            yield from missing(document, ["id"], fence.kind, body["id"], known)
        case "picture":
            yield from missing(document, [], "picture", body, library.pictures)
        case "placement" | "quiz" if body["id"] not in library.outline.quizzes:
            yield from missing(document, ["id"], "quiz", body["id"], library.outline.quizzes)
        case "quiz":
            yield from _quiz(library, fence)
        case "roleplay" if body["id"] not in library.outline.quizzes:
            yield from missing(document, ["id"], "quiz", body["id"], library.outline.quizzes)
        case "roleplay":
            what = f"scenario of quiz '{body['id']}'"
            yield from missing(document, ["item"], what, body["item"], _scenarios(library, body))
        case "placement":
            yield from _placement(library, fence)
        case "simulator":
            yield from _inputs(library, fence)


def _quiz(library: Library, fence: Fence) -> Iterator[Problem]:
    """Items or a form that the quiz does not have; a form that it has and the block leaves open."""
    body, document = fence.body, fence.document
    name = body["id"]
    for place, item in enumerate(body.get("items", [])):
        known = library.names(f"quizzes/{name}")
        yield from missing(document, ["items", place], f"item of quiz '{name}'", item, known)
    if name not in library.quizzes:
        return
    forms = library.quiz(name).forms
    if "form" in body and not forms:
        yield document.problem(["form"], f"quiz '{name}' has no forms", "leave  form:  out")
    elif forms and ("form" not in body or "items" in body):
        hint = "show it with  form: before  or  form: after  and no items"
        yield document.problem(["id"], f"quiz '{name}' has two forms", hint)


def _placement(library: Library, fence: Fence) -> Iterator[Problem]:
    """Pillars that the quiz does not ask about, and items that are about none."""
    if fence.body["id"] not in library.quizzes:
        return
    quiz = library.quiz(fence.body["id"])
    known = [item for item in quiz.items if item.objective in library.objectives]
    modules = library.modules_of(known)
    hint = "its items ask objectives of the modules brand, find, engage and relate, and no others"
    for pillar in (pillar for pillar in PILLARS if pillar not in modules.values()):
        message = f"quiz '{quiz.id}' asks nothing about '{pillar}'"
        yield fence.document.problem(["id"], message, hint)
    for name in (name for name, module in modules.items() if module not in PILLARS):
        yield fence.document.problem(["id"], f"item '{name}' is about no pillar", hint)


def _scenarios(library: Library, body: dict) -> list[str] | None:
    """The scenarios of the quiz that a block names; None where they cannot be read."""
    source = library.sources.get(f"quizzes/{body['id']}")
    if source is None or not source.sound:
        return None
    items = library.quiz(body["id"]).items
    return [item.id for item in items if isinstance(item, Scenario)]


def _inputs(library: Library, fence: Fence) -> Iterator[Problem]:
    """A pillar, or a list of inputs, that cannot be planned."""
    if not library.has("inputs"):
        return
    plannable = [entry for entry in library.inputs.inputs if entry.limits]
    chosen = fence.body["inputs"]
    if isinstance(chosen, str):
        pillars = [entry.pillar for entry in plannable]
        yield from missing(fence.document, ["inputs"], "pillar", chosen, dict.fromkeys(pillars))
    else:
        known = [entry.id for entry in plannable]
        for place, name in enumerate(chosen):
            yield from missing(fence.document, ["inputs", place], "input", name, known)


def _links(library: Library, page: Page) -> Iterator[Problem]:
    for target, line in page.links:
        path, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", target) or (path and not path.endswith(".md")):
            continue
        name = _resolve(page.path, path) if path else page.path
        other = library.pages.get((page.language, name)) or library.pages.get((SOURCE, name))
        if other is None and name in library.outline.pages:
            continue  # it cannot be read, and that has been said
        if other is None:
            hint = did_you_mean(name, library.outline.pages)
            yield page.problem(line, f"link '{short(target)}' leads nowhere", hint)
        elif anchor and anchor not in other.anchors:
            hint = did_you_mean(anchor, other.anchors)
            yield page.problem(line, f"'{name}' has no anchor '{short(anchor)}'", hint)


def unsafe_words(library: Library) -> Iterator[Problem]:
    """Words, in any language, that hold HTML or addresses that could run something."""
    files = [(SOURCE, name, source.words) for name, source in library.sources.items()]
    files += [(of, name, overlay.words) for (of, name), overlay in library.overlays.items()]
    for language, name, words in files:
        for key, text in words.items():
            for message, hint in _faults(text):
                yield library.text_problem(language, name, key, message, hint)


@lru_cache(maxsize=MANY_TEXTS)
def _faults(text: str) -> tuple[tuple[str, str], ...]:
    addresses = [link[1] or link[2] for link in ADDRESS.finditer(text)]
    return (
        *(
            (f"HTML '{short(markup[0])}' is not allowed", "write it in Markdown")
            for markup in MARKUP.finditer(text)
        ),
        *(
            (f"address '{short(address)}' is not allowed", HARMLESS)
            for address in addresses
            if not is_harmless(address)
        ),
    )


def _unsafe(page: Page) -> Iterator[Problem]:
    """HTML and addresses that could run something: a translation may bring neither."""
    for address, line in page.addresses:
        if not is_harmless(address):
            yield page.problem(line, f"address '{short(address)}' is not allowed", HARMLESS)
    for markup, line in page.markup:
        yield page.problem(line, f"HTML '{short(markup)}' is not allowed", "write it in Markdown")


def _uncited(page: Page) -> Iterator[Problem]:
    """Sentences that give a number about LinkedIn or SSI in a paragraph that cites nothing."""
    if not page.front.objectives:
        return  # not a lesson
    for line, paragraph in page.paragraphs:
        if "[claim:" not in paragraph and any(
            NUMBER_ABOUT_SSI.match(PACE.sub("", sentence)) for sentence in SENTENCE.split(paragraph)
        ):
            yield page.problem(
                line,
                "a number about LinkedIn or SSI without a claim",
                "put  [claim:ID]  behind the sentence, or take the number out",
            )


def _resolve(start: str, link: str) -> str:
    parts: list[str] = list(PurePosixPath(start).parent.parts)
    for part in PurePosixPath(link).parts:
        if part == "..":
            if parts:
                parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
