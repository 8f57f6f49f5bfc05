"""Words apart from keys: what a model says, by string id, and its translations.

A model marks its translatable fields with `Words`. `strings` lists them by id, `worded`
puts others in their place; nothing else of a model can be reached through a translation.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, RootModel, StringConstraints

from coursekit.content.problems import Problem, did_you_mean, short
from coursekit.content.yamlfile import Document

WORDS = "words"
FLAT = "flat"  # the field's name is left out of the string ids below it

_Text = Annotated[str, StringConstraints(min_length=1)]
Words = Annotated[_Text, WORDS]
WordList = Annotated[list[_Text], WORDS]
WordMap = Annotated[dict[str, _Text], WORDS]
MANY_TEXTS = 50_000  # more than all languages have; most stay as they are while an author writes
PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")  # what is filled in later; a single brace is a mistake

Model = TypeVar("Model", bound=BaseModel)
SOURCE = "en"


def hash_words(text: str) -> str:
    """The short hash that ties a translation to the English it was made from."""
    normal = unicodedata.normalize("NFC", text).strip().replace("\r\n", "\n")
    return hashlib.sha256(normal.encode()).hexdigest()[:8]


@lru_cache(maxsize=MANY_TEXTS)
def placeholders(text: str) -> tuple[str, ...]:
    """What in `text` is filled in later, sorted, and single braces.

    Examples
    --------
    >>> placeholders("{week} of {count}")
    ('{count}', '{week}')
    """
    return tuple(sorted(PLACEHOLDER.findall(text)))


@dataclass(frozen=True)
class Text:
    """One translatable text of a model, and the keys that lead to it in the model's document."""

    name: str
    words: str
    keys: tuple[str | int, ...]


def texts(model: BaseModel) -> list[Text]:
    """Every translatable text of `model`, in the order of its fields."""
    found: list[Text] = []

    def note(text: Text) -> str:
        found.append(text)
        return text.words

    _walk(model, note, _Place("", ()))
    return found


def strings(model: BaseModel) -> dict[str, str]:
    """Every translatable text of `model` by its string id."""
    return {text.name: text.words for text in texts(model)}


def worded(model: Model, words: Mapping[str, str]) -> Model:
    """`model` with each text replaced by the one of the same id, where there is one."""
    return _walk(model, lambda text: words.get(text.name, text.words), _Place("", ()))


@dataclass(frozen=True)
class _Place:
    """Where a walk through a model is: the string id so far, and the keys of the document."""

    name: str
    keys: tuple[str | int, ...]

    def below(self, key: str | int, name: str | None = None) -> _Place:
        """The place at `key`; `name` is what the string id says, nothing if it is empty."""
        said = str(key) if name is None else name
        joined = f"{self.name}.{said}" if self.name and said else self.name or said
        return _Place(joined, (*self.keys, key))


def _walk(value: Any, change: Callable[[Text], str], place: _Place) -> Any:
    if not isinstance(value, BaseModel):
        return value
    update = {}
    for name, info in type(value).model_fields.items():
        child = getattr(value, name)
        here = place.below(name, "" if FLAT in info.metadata else None)
        if isinstance(value, RootModel):
            here = place  # a list without a name of its own
        if WORDS in info.metadata:
            update[name] = _reword(child, change, here)
        elif isinstance(child, list):
            update[name] = [
                _walk(each, change, here.below(number, str(getattr(each, "id", number + 1))))
                for number, each in enumerate(child)
            ]
        elif isinstance(child, BaseModel):
            update[name] = _walk(child, change, here)
    return value.model_copy(update=update)


def _reword(child: Any, change: Callable[[Text], str], place: _Place) -> Any:
    def changed(text: str, at: _Place) -> str:
        return change(Text(at.name, text, at.keys))

    if isinstance(child, list):
        return [
            changed(text, place.below(number, str(number + 1))) for number, text in enumerate(child)
        ]
    if isinstance(child, dict):
        return {key: changed(text, place.below(key)) for key, text in child.items()}
    return changed(child, place) if child else child


@dataclass(frozen=True)
class Overlay:
    """One translation file: words by string id, each with the hash of its English."""

    document: Document
    words: dict[str, str]
    stamps: dict[str, str]


def read_overlay(document: Document) -> tuple[Overlay, list[Problem]]:
    """The translations in `document`: `id: words` or `id: {source: hash, text: words}`."""
    words: dict[str, str] = {}
    stamps: dict[str, str] = {}
    problems = []
    entries = document.value if isinstance(document.value, dict) else {}
    if not isinstance(document.value, dict):
        problems.append(document.problem([], "must hold ids with words", "write  id: words"))
    for name, entry in entries.items():
        text, stamp = (
            (entry.get("text"), entry.get("source", "")) if isinstance(entry, dict) else (entry, "")
        )
        if isinstance(text, str) and text.strip():
            words[name], stamps[name] = text, str(stamp)
        else:
            hint = "write  id: words  and let `course restamp` add the rest"
            problems.append(document.problem([name], f"'{short(name)}' has no words", hint))
        if isinstance(entry, dict) and (extra := set(entry) - {"source", "text"}):
            message = f"'{short(name)}' may not set {short(', '.join(sorted(extra)))}"
            hint = "a translation holds words only, never keys or points"
            problems.append(document.problem([name], message, hint))
    return Overlay(document, words, stamps), problems


def surplus(overlay: Overlay, english: Mapping[str, str], source: str) -> list[Problem]:
    """Translations of what the source does not say."""
    return [
        Problem(
            overlay.document.path,
            *overlay.document.key_place([name]),
            f"'{short(name)}' is not in {source}",
            did_you_mean(name, english),
        )
        for name in overlay.words
        if name not in english
    ]


def untranslated(overlay: Overlay, english: Mapping[str, str], source: str) -> list[Problem]:
    """What the source says and the translation does not; the first five by name."""
    names = [name for name in english if name not in overlay.words]
    hint = f"{len(names)} missing in all; add  id: words"
    return [
        Problem(overlay.document.path, 1, 1, f"'{short(name)}' of {source} is not translated", hint)
        for name in names[:5]
    ]


def stale(overlay: Overlay, english: Mapping[str, str]) -> list[str]:
    """Ids whose English has changed since they were translated, or that carry no stamp."""
    return [
        name
        for name, stamp in overlay.stamps.items()
        if name in english and stamp != hash_words(english[name])
    ]
