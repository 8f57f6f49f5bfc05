"""What the shell of an LMS package has to know of the course: plain data, one set a language.

`Facts > Items, Quizzes, Pages`; read by coursekit/web/lms/. A thing's number is its place in its
list, and packed records hold nothing else of it: see coursekit/content/numbers.py.
"""

from __future__ import annotations

from typing import Any

from coursekit.content.key import fingerprint, item_key
from coursekit.content.library import Library
from coursekit.content.numbers import numbered, numbered_items
from coursekit.content.prose import plain
from coursekit.content.words import SOURCE
from coursekit.render.scene import RIGHT_TO_LEFT

SHORT = 200  # characters of a question; SCORM 2004 takes 250 with a mark of the language
# what coursekit/web/lms/notices.js says
SPOKEN = (
    "lms.no-platform", "lms.no-session", "lms.look", "lms.aside", "lms.private", "lms.unsent",
    "lms.unsafe", "lms.full", "lms.offer", "lms.offer-yes", "lms.offer-no", "lms.close",
    "lms.leave",
)  # fmt: skip


def facts(library: Library, language: str) -> dict[str, Any]:
    """The course as the shell of its package in `language` has to know it.

    Keys: course, language, direction, items, quizzes, pages, paths, exercises, modules, beliefs,
    inputs, completion, journal, words.
    """
    numbers = numbered(library)
    return {
        "course": library.outline.id,
        "language": language,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "items": [_item(name, library, language) for name in numbered_items(library)],
        "quizzes": [_quiz(name, library) for name in numbers.pop("quizzes")],
        **numbers,
        "paths": {library.page(SOURCE, path).front.id: path for path in library.outline.pages},
        "completion": _completion(library),
        "journal": library.outline.lms.journal,
        "words": _words(library, language),
    }


def _item(name: str, library: Library, language: str) -> dict[str, Any]:
    """An item with its key; of one that is asked no more only what it was."""
    released = library.release.hashes if library.release else {}
    if name not in library.items:
        return {"id": name, "hash": released[name]}
    quiz, source = library.items[name]  # which right sides are one is decided in English
    item = library.quiz(quiz, language).item(name)
    assert item is not None
    return {
        "id": name,
        "hash": released.get(name) or fingerprint(source),
        "quiz": quiz,
        "objective": item.objective,
        "text": _short(item.prompt),
        "key": item_key(source),
    }


def _quiz(name: str, library: Library) -> dict[str, Any]:
    if name not in library.quizzes:
        return {"id": name}
    quiz = library.quiz(name)
    return {"id": name, "pass": quiz.pass_mark, "forms": quiz.forms}


def _completion(library: Library) -> dict[str, Any]:
    """The pages to be read, and the test to be passed or taken: the first quiz with two forms."""
    rule = library.outline.lms
    pages = [library.page(SOURCE, path).front for path in library.outline.pages]
    tests = [name for name in library.quizzes if library.quiz(name).forms]
    test = tests[0] if tests else None
    return {
        "pages": [page.id for page in pages if page.objectives] if rule.read == "lessons" else [],
        "test": test,
        "needs": rule.test if test else "nothing",
        "pass": library.quiz(test).pass_mark if test else None,
    }


def _words(library: Library, language: str) -> dict[str, str]:
    said = library.interface(language)
    return {name.removeprefix("lms."): said[name] for name in SPOKEN}


def _short(text: str) -> str:
    """The question as it stands in an LMS's report: plain, and cut at a word."""
    words = plain(text)
    return words if len(words) <= SHORT else words[:SHORT].rpartition(" ")[0] + " …"
