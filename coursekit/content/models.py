"""Reading models out of YAML, with every problem at its place."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from coursekit.content.problems import Problem, did_you_mean
from coursekit.content.yamlfile import Document

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
# YAML reads `- {id: true}` and `id: 1` as other things than words
OptionId = Annotated[
    str, BeforeValidator(str), StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")
]
Model = TypeVar("Model", bound=BaseModel)


class Strict(BaseModel):
    """Values of the course: unknown keys are refused, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def build(
    kind: type[Model], document: Document, at: tuple[object, ...] = ()
) -> tuple[Model | None, list[Problem]]:
    """The model held by `document` (or by its part `at`), or what is wrong with it."""
    value: Any = document.value
    for key in at:
        value = value[key]
    try:
        return kind.model_validate(value), []
    except ValidationError as error:
        return None, [_problem(document, at, each, kind) for each in error.errors()]


def _problem(document: Document, at: tuple, error: Any, kind: type[BaseModel]) -> Problem:
    keys = _steps(document, at, error["loc"])
    match error["type"]:
        case "extra_forbidden":
            line, column = document.key_place(keys)
            hint = did_you_mean(str(keys[-1]), known_keys(kind))
            return Problem(document.path, line, column, f"unknown key '{keys[-1]}'", hint)
        case "missing":
            return document.problem(keys, f"key '{error['loc'][-1]}' is missing", "add it")
        case "union_tag_invalid" | "union_tag_not_found":
            given = error.get("ctx", {}).get("tag", "")
            known = error.get("ctx", {}).get("expected_tags", "").replace("'", "").split(", ")
            return document.problem(
                [*keys, "type"], f"unknown type '{given}'", did_you_mean(given, known)
            )
        case "value_error":
            message, _, hint = str(error["ctx"]["error"]).partition(" | ")
            return document.problem(keys, message, hint)
    name = next((str(key) for key in reversed(keys) if isinstance(key, str)), "value")
    given = str(error["input"])
    short = given if len(given) <= 40 else given[:37] + "…"
    said = error["msg"][0].lower() + error["msg"][1:]
    return document.problem(keys, f"{name} '{short}': {said}", "compare an entry beside it")


def _steps(document: Document, at: tuple, loc: tuple) -> list:
    """The steps of a pydantic location that exist in the document: no union tags."""
    steps, value = list(at), document.value
    for key in at:
        value = value[key]
    for place, key in enumerate(loc):
        last = place == len(loc) - 1
        inside = (isinstance(value, dict) and key in value) or (
            isinstance(value, list) and isinstance(key, int) and key < len(value)
        )
        if inside:
            value = value[key]
            steps.append(key)
        elif last and isinstance(value, dict):
            break
    return steps


def known_keys(kind: type[BaseModel]) -> set[str]:
    """The keys of a model and of all models below it."""
    names: set[str] = set()
    schema = kind.model_json_schema()
    for part in [schema, *schema.get("$defs", {}).values()]:
        names |= set(part.get("properties", {}))
    return names
