"""What a learner would see for an answer, worked out from the YAML files and from nothing else.

Neither the models of coursekit nor its scripts are used: a fault in both would go unnoticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

VARIANTS = ("right", "wrong", "partly")
COMMA = {"es", "it", "da", "nl"}  # languages that write 13,4
WORTH = {"good": Fraction(1), "fair": Fraction(1, 2), "poor": Fraction(0)}


@dataclass(frozen=True)
class Answer:
    """What to do with an item's controls, and the share of the points that it earns.

    `ticks` are radios and checkboxes as name and value, `blanks` selects, `order` the steps
    from first to last, `path` the choices of a conversation by turn, `typed` a text.
    """

    score: Fraction
    ticks: tuple[tuple[str, str], ...] = ()
    blanks: tuple[tuple[str, str], ...] = ()
    order: tuple[str, ...] = ()
    path: tuple[tuple[str, str], ...] = ()
    typed: str = ""


def quizzes(root: Path) -> dict[str, dict[str, Any]]:
    """Every item of every quiz of the course by its id."""
    outline = yaml.safe_load((root / "course.yml").read_text("utf-8"))
    names = [name for module in outline["modules"] for name in module.get("quizzes", [])]
    files = [yaml.safe_load((root / f"quizzes/{name}.yml").read_text("utf-8")) for name in names]
    return {item["id"]: item for quiz in files for item in quiz["items"]}


def words(root: Path, language: str) -> dict[str, str]:
    """All translated texts of quizzes and the interface in one language, by string id."""
    found: dict[str, str] = {}
    files = [*(root / f"locales/{language}/quizzes").glob("*.yml")]
    for path in [*files, root / f"locales/{language}/interface.yml"]:
        for name, entry in yaml.safe_load(path.read_text("utf-8")).items():
            found[name] = entry["text"] if isinstance(entry, dict) else entry
    return found


def answers(item: dict[str, Any]) -> dict[str, Answer]:
    """A right answer to an item, a wrong one, and one that is right in part where there is such."""
    found = ANSWERS[item["type"]](item)
    return {name: answer for name, answer in zip(VARIANTS, found, strict=True) if answer}


def shown_points(item: dict[str, Any], score: Fraction, language: str) -> tuple[str, str]:
    """The points earned and all points as the language writes them."""
    points = Fraction(str(item.get("points", 1)))
    return number(score * points, language), number(points, language)


def number(value: Fraction, language: str) -> str:
    """`value` with at most two decimals, halves rounded up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    text = f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP):f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language in COMMA else text


def result(item: dict[str, Any], score: Fraction) -> str | None:
    """How the item is marked."""
    if item["type"] == "reflect":
        return None
    return "right" if score == 1 else "partly" if score else "wrong"


def _ids(entries: list[dict], correct: bool) -> list[str]:
    return [str(entry["id"]) for entry in entries if bool(entry.get("correct")) == correct]


def _single(item):
    right, wrong = (_ids(item["options"], each)[0] for each in (True, False))
    ticked = [
        Answer(Fraction(n), ticks=(("choice", name),)) for name, n in ((right, 1), (wrong, 0))
    ]
    return (*ticked, None)


def _multi(item):
    right, wrong = (_ids(item["options"], each) for each in (True, False))
    part = None
    if len(right) > 1:
        part = Answer(Fraction(1, len(right)), ticks=(("choice", right[0]),))
    return (
        Answer(Fraction(1), ticks=tuple(("choice", name) for name in right)),
        Answer(Fraction(0), ticks=(("choice", right[0]), *(("choice", name) for name in wrong))),
        part,
    )


def _truefalse(item):
    right, wrong = (_ids(item["reasons"], each)[0] for each in (True, False))
    said, denied = str(item["answer"]).lower(), str(not item["answer"]).lower()
    return (
        Answer(Fraction(1), ticks=(("verdict", said), ("reason", right))),
        Answer(Fraction(0), ticks=(("verdict", denied), ("reason", wrong))),
        Answer(Fraction(1, 2), ticks=(("verdict", said), ("reason", wrong))),
    )


def _blanks(right: dict[str, str], other: dict[str, str]):
    """Answers to blanks, of which each has a right value and some other one."""
    first = next(iter(right))
    part = Answer(Fraction(1, len(right)), blanks=tuple({**other, first: right[first]}.items()))
    return (
        Answer(Fraction(1), blanks=tuple(right.items())),
        Answer(Fraction(0), blanks=tuple(other.items())),
        part if len(right) > 1 else None,
    )


def _match(item):
    home: dict[str, str] = {}  # the pair under whose id a right side is offered
    for pair in item["pairs"]:
        home.setdefault(pair["right"].strip(), str(pair["id"]))
    right = {str(pair["id"]): home[pair["right"].strip()] for pair in item["pairs"]}
    other = {
        name: next(one for one in home.values() if one != side) for name, side in right.items()
    }
    return _blanks(right, other)


def _cloze(item):
    right, other = (
        {str(gap["id"]): _ids(gap["options"], correct)[0] for gap in item["gaps"]}
        for correct in (True, False)
    )
    return _blanks(right, other)


def _sort(item):
    places = ["brand", "find", "engage", "relate", "none"]
    right = {str(entry["id"]): entry["pillar"] for entry in item["entries"]}
    other = {name: places[places.index(place) - 1] for name, place in right.items()}
    return _blanks(right, other)


def _order(item):
    steps = tuple(str(step["id"]) for step in item["steps"])
    return (
        Answer(Fraction(1), order=steps),
        Answer(Fraction(0), order=steps[::-1]),
        Answer(Fraction(len(steps) - 2, len(steps) - 1), order=(steps[-1], *steps[:-1])),
    )


def _numeric(item):
    far = Decimal(str(item["answer"])) + 10 * Decimal(str(item.get("tolerance", 0))) + 1
    near = [str(miss["value"]) for miss in item.get("near", [])]
    return (
        Answer(Fraction(1), typed=str(item["answer"])),
        Answer(Fraction(0), typed=(near or [str(far)])[0]),
        None,
    )


def _scenario(item):
    turns = {str(turn["id"]): turn["choices"] for turn in item["turns"]}

    def ways(turn):
        if turn not in turns:
            yield ()
            return
        for choice in turns[turn]:
            for rest in ways(str(choice["to"])):
                yield ((turn, str(choice["id"]), WORTH[choice["value"]]), *rest)

    played = [
        Answer(
            sum((worth for *_, worth in way), Fraction(0)) / len(way),
            path=tuple((turn, choice) for turn, choice, _ in way),
        )
        for way in ways(str(item["start"]))
    ]
    between = [answer for answer in played if 0 < answer.score < 1]
    worst = min(played, key=lambda answer: answer.score)
    return max(played, key=lambda answer: answer.score), worst, next(iter(between), None)


def _reflect(item):
    return Answer(Fraction(0), typed="On Thursday I rewrite one text."), None, None


ANSWERS = {
    "single": _single,
    "multi": _multi,
    "truefalse": _truefalse,
    "match": _match,
    "order": _order,
    "numeric": _numeric,
    "cloze": _cloze,
    "sort": _sort,
    "scenario": _scenario,
    "reflect": _reflect,
}


def offered(item: dict[str, Any], said: dict[str, str]) -> dict[str, str]:
    """Every text that is offered for an answer, by its control; `said` are translations."""
    name = item["id"]
    found: dict[str, str] = {}

    def offer(control: str, key: str, english: str) -> None:
        found[control] = said.get(f"{name}.{key}", english)

    for option in item.get("options", []):
        offer(f"choice.{option['id']}", f"options.{option['id']}.text", option["text"])
    for reason in item.get("reasons", []):
        offer(f"reason.{reason['id']}", f"reasons.{reason['id']}.text", reason["text"])
    for pair in item.get("pairs", []):
        offer(f"left.{pair['id']}", f"pairs.{pair['id']}.left", pair["left"])
    for step in item.get("steps", []):
        offer(f"step.{step['id']}", f"steps.{step['id']}.text", step["text"])
    for entry in item.get("entries", []):
        offer(f"left.{entry['id']}", f"entries.{entry['id']}.text", entry["text"])
    for gap in item.get("gaps", []):
        for option in gap["options"]:
            key = f"gaps.{gap['id']}.options.{option['id']}.text"
            offer(f"{gap['id']}.{option['id']}", key, option["text"])
    for turn in item.get("turns", []):
        for choice in turn["choices"]:
            key = f"turns.{turn['id']}.choices.{choice['id']}.text"
            offer(f"turn-{turn['id']}.{choice['id']}", key, choice["text"])
    if item["type"] == "match":
        home: dict[str, str] = {}
        for pair in item["pairs"]:
            home.setdefault(pair["right"].strip(), str(pair["id"]))
        for english, one in home.items():
            for pair in item["pairs"]:
                found[f"{pair['id']}.{one}"] = said.get(f"{name}.pairs.{one}.right", english)
    return found
