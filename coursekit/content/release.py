"""The released set of items: what an id meant once, it means for ever.

`quizzes/released.yml` holds for each item that learners may have answered a short hash of
its type, its key and the ids of its options. `course release` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import RootModel, StringConstraints

from coursekit.content.key import fingerprint
from coursekit.content.models import Id, build
from coursekit.content.problems import Problem, did_you_mean, short
from coursekit.content.quiz import Item
from coursekit.content.yamlfile import Document, read_yaml

if TYPE_CHECKING:
    from coursekit.content.library import Library

RELEASED = "quizzes/released.yml"
HEAD = """\
# yaml-language-server: $schema=../schemas/released.schema.json
# What each released item asks, as a hash of its type, key and option ids: written by
# `course release` and only added to, at the end: records in learning platforms know an item by
# its place here. An item that asks something else gets a new id.
"""


class Hashes(RootModel):
    """A hash for each released item by its id."""

    root: dict[Id, Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]]


@dataclass(frozen=True)
class Release:
    """The released items' hashes by id, and the file they stand in."""

    document: Document
    hashes: dict[str, str]


def read_release(root: Path) -> tuple[Release | None, list[Problem]]:
    """The released set of the course below `root`; none before its first release."""
    if not (root / RELEASED).exists():
        return None, []
    document, problems = read_yaml(root / RELEASED, root)
    if document is None:
        return None, problems
    hashes, problems = build(Hashes, document)
    return (Release(document, hashes.root) if hashes else None), problems


def release_text(library: Library) -> str:
    """The released set with the items of today added, as the text of its file."""
    before = library.release.hashes if library.release else {}
    now = {name: fingerprint(item) for name, (_, item) in library.items.items()}
    # in quotes: 12345678 and 1234e567 would be read as numbers; in this order for ever, as an
    # item's place is its number in packed records
    lines = [f'{name}: "{code}"\n' for name, code in (before | now).items()]
    return HEAD + "".join(lines)


def release_problems(library: Library) -> Iterator[Problem]:
    """Items that changed under their id, went without a word, or came under an old id."""
    hashes = library.release.hashes if library.release else {}
    retired = {name for quiz in library.quizzes for name in library.quiz(quiz).retired}
    for name in library.quizzes:
        document = library.sources[f"quizzes/{name}"].document
        for place, item in enumerate(library.quiz(name).items):
            at = ["items", place, "id"]
            if item.id in retired:
                hint = "give the question another id, or take this one out of  retired"
                yield document.problem(at, f"item '{item.id}' is retired", hint)
            if hashes.get(item.id) not in (None, fingerprint(item)):
                message = f"item '{item.id}' was released with other options or another key"
                hint = f"give it a new id, with  replaces: {item.id}"
                yield document.problem(at, message, hint)
            yield from _replaced(library, document, place, item)
    if library.release:
        yield from _gone(library, library.release, retired)


def _replaced(library: Library, document: Document, place: int, item: Item) -> Iterator[Problem]:
    """An item that replaces one which never was, or which still is."""
    old = item.replaces
    if old is None:
        return
    at = ["items", place, "replaces"]
    if old in library.items:
        hint = "take the old question out, or do not replace it"
        yield document.problem(at, f"item '{old}' is still asked", hint)
    elif library.release and old not in library.release.hashes:
        hint = did_you_mean(old, library.release.hashes)
        yield document.problem(at, f"item '{short(old)}' was never released", hint)


def _gone(library: Library, release: Release, retired: set[str]) -> Iterator[Problem]:
    """Released items that no quiz accounts for; silent while a quiz cannot be read."""
    accounted = retired | {item.replaces for _, item in library.items.values() if item.replaces}
    for quiz in library.outline.quizzes:
        names = library.names(f"quizzes/{quiz}")
        if names is None:
            return
        accounted |= names
    for name in release.hashes:
        if name not in accounted:
            line, column = release.document.key_place([name])
            hint = f"write  retired: [{name}]  in its quiz, or  replaces: {name}  in a new item"
            message = f"released item '{name}' is in no quiz any more"
            yield Problem(release.document.path, line, column, message, hint)
