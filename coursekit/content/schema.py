"""JSON Schemas of the course's files, so that an editor completes keys and marks mistakes.

What only the whole course can show stays with `course check`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel, RootModel

from coursekit.content.exercise import Amounts, Exercise
from coursekit.content.facts import Claims, Glossary, Misconceptions, Sources
from coursekit.content.models import Strict
from coursekit.content.numbers import Numbers
from coursekit.content.outline import Outline
from coursekit.content.phrases import Phrases
from coursekit.content.quiz import Quiz
from coursekit.content.release import Hashes

FOLDER = "schemas"


class Translated(Strict):
    """Words, and the hash of the English that they translate."""

    source: str | int = ""  # a hash of digits alone is a number in YAML
    text: str


class Translation(RootModel):
    """Words by string id."""

    root: dict[str, str | Translated]


KINDS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "claims": Claims,
        "course": Outline,
        "exercise": Exercise,
        "glossary": Glossary,
        "misconceptions": Misconceptions,
        "numbers": Numbers,
        "phrases": Phrases,
        "plan": Amounts,
        "quiz": Quiz,
        "released": Hashes,
        "sources": Sources,
        "translation": Translation,
    }
)


def schema_files() -> dict[str, str]:
    """The text of every schema by its path from the root of the course."""
    return {f"{FOLDER}/{name}.schema.json": _text(kind) for name, kind in KINDS.items()}


def _text(kind: type[BaseModel]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(schema | kind.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
