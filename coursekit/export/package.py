"""What every package for a learning platform holds: the shell, its scripts, the course below it.

`launch.html` frames the course, talks to the platform and lends the pages their store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from coursekit.content import Library
from coursekit.export.archive import zipped
from coursekit.export.facts import facts
from coursekit.export.names import check_names
from coursekit.export.order import ExportError, Made, Order
from coursekit.export.report import Row
from coursekit.export.scripts import SESSION, portable_scripts
from coursekit.render.scene import RIGHT_TO_LEFT

LAUNCH = "launch.html"
COURSE = "course"  # the folder of the portable edition
HOME = "index.html"
FACTS = "lms/facts.js"

# Why a platform is told less of an answer than the course knows, by the type of the item.
REPORTED = {
    **dict.fromkeys(("single", "multi", "truefalse", "match", "order", "numeric"), ""),
    **dict.fromkeys(("cloze", "sort", "scenario"), ""),
    "reflect": "reported as answered, without the words: they stay with the learner",
}
PLAYED = dict.fromkeys(REPORTED, "")  # without a platform: as it is on the site


@dataclass(frozen=True)
class Package:
    """One package before it is zipped: what its manifest says, and what lies beside that."""

    course: str  # the id
    language: str
    title: str
    description: str
    files: Mapping[str, bytes]
    passing: float | None  # of the test that has to be passed, if one has to


def packages(order: Order, kind: str, manifest: Callable[[Package], Mapping[str, bytes]]) -> Made:
    """A ZIP for each language; `manifest` writes what the standard wants at the root."""
    files = {}
    for language in order.languages:
        order.say(f"{kind}: {language}")
        package = _package(order, kind, language)
        content = {**package.files, **manifest(package)}
        check_names(content)
        files[f"{package.course}-{kind}-{language}.zip"] = zipped(content)
    return Made(files, list(item_rows(order.library, REPORTED)))


def item_rows(library: Library, reasons: Mapping[str, str]) -> Iterator[Row]:
    """What becomes of each item on the pages of an edition; a type without a word is refused."""
    for name, (quiz, item) in sorted(library.items.items()):
        if item.type not in reasons:
            raise ExportError(
                f"quizzes/{quiz}.yml: item '{name}' is of type '{item.type}',"
                " of which packages say nothing"
                "\n  hint: add it to REPORTED in coursekit/export/package.py"
            )
        reason = reasons[item.type]
        yield Row(name, "degraded" if reason else "mapped", reason)


def _package(order: Order, kind: str, language: str) -> Package:
    library = order.library
    known = facts(library, language)
    front = library.page(language, "index.md").front
    course = {f"{COURSE}/{name}": content for name, content in order.site(language).items()}
    rule = known["completion"]
    return Package(
        course=library.outline.id,
        language=language,
        title=front.title,
        description=front.description,
        files={
            **course,
            LAUNCH: _launch(library, kind, language, front.title),
            FACTS: _facts(known),
            SESSION: portable_scripts(library.root)[SESSION],
        },
        passing=rule["pass"] if rule["needs"] == "passed" else None,
    )


def _launch(library: Library, kind: str, language: str, title: str) -> bytes:
    return (
        _templates()
        .get_template("launch.html.j2")
        .render(
            kind=kind,
            language=language,
            direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
            title=title,
            course=COURSE,
            home=HOME,
            scripts=[FACTS, SESSION],
            words=library.interface(language),
        )
        .encode()
    )


def _facts(known: Mapping[str, object]) -> bytes:
    text = json.dumps(known, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"globalThis.courseFacts={text}\n".encode()


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("coursekit.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
