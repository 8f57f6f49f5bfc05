"""Question banks of the real course, made once, and answers to their items from the YAML files.

The answers come from tests/site/oracle.py, which uses neither coursekit's models nor its
scripts: a fault in those would go unnoticed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from coursekit.content.library import Library
from coursekit.content.quiz import Quiz
from coursekit.export.bank import Bank
from coursekit.export.order import Made, Order
from tests.render.quizzes import scene_of
from tests.site.oracle import WORTH, Answer, answers, quizzes

LANGUAGES = ("en", "es", "he")  # the source, one that writes 13,4, one from right to left
ROOT = Path(__file__).resolve().parents[2]


def ordered(library: Library, *languages: str, **more: Any) -> Order:
    """An order for some languages; no bank needs the site."""
    return Order(library, languages, lambda _: {}, **more)


@cache
def items() -> dict[str, dict[str, Any]]:
    """The items of the course by id, as the YAML files have them."""
    return quizzes(ROOT)


def bank_of(library: Library, quiz: Quiz, language: str = "en") -> Bank:
    """The bank of a small quiz, as if it belonged to the course."""
    scene = scene_of(library, quiz, language)
    objective = next(iter(scene.library.objective_pages))
    items = [item.model_copy(update={"objective": objective}) for item in quiz.items]
    return Bank(scene, quiz.model_copy(update={"items": items}), "2027-05-27")


@dataclass(frozen=True)
class Case:
    """An item, how it is answered, and the share of the points that this earns."""

    item: dict[str, Any]
    how: str
    answer: Answer
    score: Fraction


def cases(item: dict[str, Any]) -> Iterator[Case]:
    """Right, wrong and partly right answers to an item."""
    if item["type"] == "scenario":
        yield from _turn_by_turn(item)
        return
    for how, answer in answers(item).items():
        yield Case(item, how, answer, answer.score)


def good_way(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The turns of the first way that is good throughout."""
    turns = {str(turn["id"]): turn for turn in item["turns"]}

    def ways(name: str) -> Iterator[list[dict[str, Any]]]:
        if name not in turns:
            yield []
            return
        for choice in turns[name]["choices"]:
            if choice["value"] == "good":
                yield from ([turns[name], *rest] for rest in ways(str(choice["to"])))

    return next(ways(str(item["start"])))


def _turn_by_turn(item: dict[str, Any]) -> Iterator[Case]:
    """A bank keeps to the good way: the best of each turn, the worst, the best of the first."""
    way = good_way(item)
    ranked = [sorted(turn["choices"], key=lambda each: WORTH[each["value"]]) for turn in way]
    best, worst = [each[-1] for each in ranked], [each[0] for each in ranked]
    for how, chosen in (
        ("right", best),
        ("wrong", worst),
        ("partly", [best[0], *worst[1:]]),
    ):
        path = tuple((str(t["id"]), str(c["id"])) for t, c in zip(way, chosen, strict=True))
        score = sum((WORTH[choice["value"]] for choice in chosen), Fraction(0)) / len(way)
        yield Case(item, how, Answer(score, path=path), score)


def packages(made: Made, language: str, version: str) -> dict[str, dict[str, bytes]]:
    """The files of each QTI package of a language by the quiz."""
    found = {}
    for path, content in made.files.items():
        folder, _, name = path.partition("/")
        if folder == f"ssi-qti{version}-{language}":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                found[name.removesuffix(".zip")] = {n: archive.read(n) for n in archive.namelist()}
    return found
