"""The key of an item: what grading needs and nothing else, without words."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from coursekit.content.item import Cloze, Match, Numeric, Option, Order, Reflect, Sort, TrueFalse
from coursekit.content.quiz import Item
from coursekit.content.scenario import Scenario

APART = ("points", "attempts", "misconception", "near")  # may change and change no right answer


def item_key(item: Item) -> dict[str, Any]:
    """The key of `item` as plain data; read by coursekit/web/grade.js.

    Which right sides of pairs are one is decided by their words: take the English item.
    """
    key: dict[str, Any] = {
        "id": item.id,
        "type": item.type,
        "points": item.points,
        "attempts": item.attempts,
    }
    match item:
        case TrueFalse():
            return key | {"answer": item.answer, "reasons": _options(item.reasons)}
        case Match():
            return key | {"pairs": partners(item)}
        case Order():
            return key | {"steps": [step.id for step in item.steps]}
        case Numeric():
            near = [_only(miss, "value", "tolerance", "misconception") for miss in item.near]
            return key | {"answer": item.answer, "tolerance": item.tolerance, "near": near}
        case Cloze():
            gaps = [{"id": gap.id, "options": _options(gap.options)} for gap in item.gaps]
            return key | {"gaps": gaps}
        case Sort():
            entries = [_only(entry, "id", "pillar", "misconception") for entry in item.entries]
            return key | {"entries": entries}
        case Scenario():
            ways = {
                turn.id: [_only(c, "id", "value", "misconception", "to") for c in turn.choices]
                for turn in item.turns
            }
            return key | {"start": item.start, "turns": ways}
        case Reflect():
            return key
        case _:
            return key | {"options": _options(item.options)}


def partners(item: Match) -> dict[str, str]:
    """For each pair the id of its right side; pairs that share a right side share the id."""
    first: dict[str, str] = {}
    return {pair.id: first.setdefault(pair.right, pair.id) for pair in item.pairs}


def fingerprint(item: Item) -> str:
    """A short hash of the type, the options and what of them is right; of no words."""
    text = json.dumps(_bare(item_key(item)), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if name not in APART}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def _options(options: list[Option]) -> list[dict[str, Any]]:
    return [_only(option, "id", "correct", "misconception") for option in options]


def _only(part: Any, *names: str) -> dict[str, Any]:
    return part.model_dump(include=set(names))
