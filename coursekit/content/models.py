"""Reading models out of YAML, with every problem at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from coursekit.content.problems import Problem, did_you_mean, short
from coursekit.content.yamlfile import Document

KEBAB = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=KEBAB, max_length=60)]
# YAML reads `- {id: true}` and `id: 1` as other things than words
OptionId = Annotated[
    str, BeforeValidator(str), StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")
]
Model = TypeVar("Model", bound=BaseModel)

# pydantic's kinds of error by their beginning, in the words of an author
SAID = {
    "model": "must hold keys with values",
    "dict": "must hold keys with values",
    "list": "must be a list",
    "string_too_short": "is empty",
    "string_type": "must be text",
    "int": "must be a whole number",
    "float": "must be a number",
    "bool": "must be true or false",
    "date": "must be a date such as 2026-11-21",
}


class Strict(BaseModel):
    """Values of the course: unknown keys are refused, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Flaw(NamedTuple):
    """What is wrong inside a value, at `keys` below it, and its cure."""

    keys: tuple[str | int, ...]
    message: str
    hint: str = ""


class FlawError(ValueError):
    """All that a validator finds wrong, each with its place; one flaw fits a `ValueError` too."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__("; ".join(flaw.message for flaw in flaws))
        self.flaws = flaws


def distinct(names: Iterable[str]) -> None:
    """Refuse a name that is used twice; for the validators of models."""
    seen = set()
    for name in names:
        if name in seen:
            raise ValueError(f"'{short(name)}' is used twice | give each its own id")
        seen.add(name)


def build(kind: type[Model], document: Document) -> tuple[Model | None, list[Problem]]:
    """The model held by `document`, or what is wrong with it."""
    try:
        return kind.model_validate(document.value), []
    except ValidationError as error:
        return None, [p for each in error.errors() for p in _problems(document, each, kind)]


def salvage(kind: type[Model], document: Document) -> tuple[Model | None, Document]:
    """The sound entries of a list in `document`, which as a whole is none; for checking only."""
    for _ in range(3):  # what depends on entries taken out may fall with them
        try:
            return kind.model_validate(document.value), document
        except ValidationError as error:
            broken = {_entry(_steps(document.value, each["loc"])) for each in error.errors()}
        if None in broken:
            break
        document = document.without({keys for keys in broken if keys})
    return None, document


def _entry(keys: list) -> tuple | None:
    """The keys of the entry that `keys` lead into: those up to the first place in a list."""
    for place, key in enumerate(keys[:2]):
        if isinstance(key, int):
            return tuple(keys[: place + 1])
    return None


def _problems(document: Document, error: Any, kind: type[BaseModel]) -> Iterator[Problem]:
    keys = _steps(document.value, error["loc"])
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, FlawError):
        for flaw in cause.flaws:
            yield document.problem([*keys, *flaw.keys], flaw.message, flaw.hint)
    else:
        yield _problem(document, keys, error, kind)


def _problem(document: Document, keys: list, error: Any, kind: type[BaseModel]) -> Problem:
    match error["type"]:
        case "extra_forbidden":
            line, column = document.key_place(keys)
            hint = did_you_mean(str(keys[-1]), known_keys(kind))
            return Problem(document.path, line, column, f"unknown key '{short(keys[-1])}'", hint)
        case "missing":
            return document.problem(keys, f"key '{error['loc'][-1]}' is missing", "add it")
        case "union_tag_not_found":
            return document.problem(keys, "key 'type' is missing", "add it")
        case "union_tag_invalid":
            given = error["ctx"]["tag"]
            hint = did_you_mean(given, _quoted(error["ctx"]["expected_tags"]))
            return document.problem([*keys, "type"], f"unknown type '{short(given)}'", hint)
        case "value_error":
            message, _, hint = str(error["ctx"]["error"]).partition(" | ")
            return document.problem(keys, message, hint)
    return document.problem(keys, *_wrong_value(keys, error))


def _wrong_value(keys: list, error: Any) -> tuple[str, str]:
    """Message and hint about a value that a model cannot take."""
    name = next((str(key) for key in reversed(keys) if isinstance(key, str)), "value")
    given = short(error["input"])
    if error["type"] == "literal_error":
        hint = did_you_mean(given, _quoted(error["ctx"]["expected"]))
        return f"{name} '{given}' not found", hint
    if error["type"] == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        form = "small letters, digits and hyphens, such as first-line"
        hint = f"write {form if pattern == KEBAB else f'what fits {pattern}'}"
        return f"{name} '{given}' does not have the right form", hint
    if error["type"] == "string_type" and not isinstance(error["input"], dict | list):
        return f"{name} '{given}' must be text", "put it in quotes"
    said = next((text for start, text in SAID.items() if error["type"].startswith(start)), "")
    said = said or re.sub("^(String|Input|List|Value) ", "", error["msg"])
    return f"{name} '{given}' {said}", "compare an entry beside it"


def _quoted(names: str) -> list[str]:
    """The names in one of pydantic's lists: 'a', 'b' or 'c'."""
    return re.findall("'(.*?)'", names)


def _steps(value: Any, loc: Sequence[object]) -> list:
    """The steps of a pydantic location that exist in `value`: no union tags."""
    steps = []
    for key in loc:
        inside = (isinstance(value, dict) and key in value) or (
            isinstance(value, list) and isinstance(key, int) and key < len(value)
        )
        if inside:
            value = value[key]
            steps.append(key)
    return steps


def known_keys(kind: type[BaseModel]) -> set[str]:
    """The keys of a model and of all models below it."""
    names: set[str] = set()
    schema = kind.model_json_schema()
    for part in [schema, *schema.get("$defs", {}).values()]:
        names |= set(part.get("properties", {}))
    return names
