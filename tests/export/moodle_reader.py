"""Reads Moodle XML and grades answers as Moodle 4.5 does; knows nothing of coursekit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from tests.site.oracle import Answer

# question/engine/bank.php: all that a teacher can choose, in per cent
FRACTIONS = (
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667,
    14.28571, 12.5, 11.11111, 10, 5, 0,
)  # fmt: skip

# question/type/multianswer: one answer of an embedded field, then the field. Python's re wants
# each lookbehind to be of one length, so Moodle's (?<!\\|&|&amp;) is three.
TEXT = r".+?(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$)"
ALTERNATIVE = rf"(=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?({TEXT})(#(.*?(?<!\\)(?=[~}}]|$)))?"
KINDS = "MULTICHOICE_VS|MULTICHOICE_V|MULTICHOICE_S|MULTICHOICE"
FIELD = re.compile(rf"\{{([0-9]*):({KINDS}):((?:{ALTERNATIVE})(?:~{ALTERNATIVE})*)\}}", re.S)


@dataclass(frozen=True)
class Field:
    """An embedded question: its weight, and for each option the fraction, text and feedback."""

    weight: int
    kind: str
    options: list[tuple[float, str, str]]


def questions(content: bytes) -> list[etree._Element]:
    """The questions of a file, categories left out."""
    return [each for each in etree.fromstring(content) if each.get("type") != "category"]


def text(question: etree._Element, path: str) -> str:
    """The text of a part, as Moodle trims it."""
    return (question.findtext(f"{path}/text") or "").strip()


def fields(question: etree._Element) -> list[Field]:
    """The embedded questions of a cloze, read one after the other as Moodle reads them."""
    return [
        Field(int(found[1] or 1), found[2], _options(found[3]))
        for found in FIELD.finditer(text(question, "questiontext"))
    ]


def _options(alternatives: str) -> list[tuple[float, str, str]]:
    return [
        (
            100.0 if found[1] == "=" else float(found[2] or 0),
            _unquoted(found[3]),
            _unquoted(found[5] or ""),
        )
        for found in re.finditer(f"~?{ALTERNATIVE}", alternatives, re.S)
    ]


def _unquoted(raw: str) -> str:
    return unescape(raw).replace("\\}", "}").replace("\\#", "#")


def score(question: etree._Element, item: dict[str, Any], answer: Answer) -> float:
    """The share of the marks that Moodle gives for an answer; `item` tells the options' order."""
    return SCORES[question.get("type")](question, item, answer)


def _multichoice(question, item, answer):
    fractions = [float(each.get("fraction")) for each in question.findall("answer")]
    ids = [str(option["id"]) for option in item["options"]]
    chosen = {fractions[ids.index(name)] for _, name in answer.ticks}
    if question.findtext("single") == "true":
        return sum(chosen) / 100
    total = sum(fractions[ids.index(name)] for _, name in answer.ticks)
    return min(max(total / 100, 0), 1)


def _cloze(question, item, answer):
    parts = fields(question)
    chosen = [
        field.options[place][0] for field, place in zip(parts, _places(item, answer), strict=True)
    ]
    weights = [field.weight for field in parts]
    return sum(f * w for f, w in zip(chosen, weights, strict=True)) / 100 / sum(weights)


def _places(item, answer):
    """Which option of each field is chosen, counted from 0, in the order of the text."""
    if item["type"] == "truefalse":
        ticks = dict(answer.ticks)
        reasons = [str(each["id"]) for each in item["reasons"]]
        return [["true", "false"].index(ticks["verdict"]), reasons.index(ticks["reason"])]
    if item["type"] == "scenario":
        turns = {str(turn["id"]): turn["choices"] for turn in item["turns"]}
        return [[str(c["id"]) for c in turns[t]].index(chosen) for t, chosen in answer.path]
    gaps = {str(gap["id"]): [str(o["id"]) for o in gap["options"]] for gap in item["gaps"]}
    order = re.findall(r"\{([a-z0-9-]+)\}", item["text"])
    blanks = dict(answer.blanks)
    return [gaps[name].index(blanks[name]) for name in order]


def _matching(question, item, answer):
    sides = [each for each in question.findall("subquestion") if text(each, ".")]
    right = [text(each, "answer") for each in sides]
    parts = item.get("pairs") or item["entries"]
    ids = [str(part["id"]) for part in parts]
    if item["type"] == "match":
        offered = dict(zip(ids, right, strict=True))
    else:
        offered = dict(zip((part["pillar"] for part in parts), right, strict=True))
    given = dict(answer.blanks)
    marks = [given_is(offered, given[name], side) for name, side in zip(ids, right, strict=True)]
    return sum(marks) / len(marks)


def given_is(offered: dict[str, str], chosen: str, right: str) -> bool:
    """Whether the chosen text is the right one; a place that no entry has is never right."""
    return offered.get(chosen) == right


def _ordering(question, item, answer):
    assert question.findtext("gradingtype") == "LONGEST_ORDERED_SUBSET"
    steps = [str(step["id"]) for step in item["steps"]]
    places = [steps.index(name) for name in answer.order]
    runs = [1] * len(places)
    for here in range(len(places)):
        for before in range(here):
            if places[before] < places[here]:
                runs[here] = max(runs[here], runs[before] + 1)
    longest = max(runs)
    return longest / len(steps) if longest > 1 else 0.0  # Moodle ignores single steps


def _numerical(question, item, answer):
    for each in question.findall("answer"):
        wanted = each.findtext("text").strip()
        room = float(each.findtext("tolerance") or 0) + 1e-7
        if wanted == "*" or abs(float(answer.typed) - float(wanted)) <= room:
            return float(each.get("fraction")) / 100
    return 0.0


def _essay(question, item, answer):
    return 0.0  # nobody grades what counts nothing


SCORES = {
    "multichoice": _multichoice,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "numerical": _numerical,
    "essay": _essay,
}
