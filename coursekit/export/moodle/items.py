"""Each type of question as one of Moodle's: what it becomes, and what is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from lxml import etree

from coursekit.content.item import (
    Cloze,
    Match,
    Multi,
    Numeric,
    Option,
    Order,
    Reflect,
    Single,
    Sort,
    TrueFalse,
)
from coursekit.content.quiz import Item
from coursekit.content.scenario import WORTH, Scenario, Turn
from coursekit.export.bank import Bank, best_way, last_words
from coursekit.export.moodle.cloze import DROPDOWN, RADIOS, SHUFFLED_RADIOS, embedded
from coursekit.export.moodle.xml import (
    answer,
    cdata,
    how,
    html_text,
    number,
    plain_text,
    question,
    share,
    value,
    verdicts,
)
from coursekit.export.tree import Element
from coursekit.render.quiz import pillar_names

Written = tuple[Element, list[str]]  # the question, and what of it is less than in the course

GATHERED = "the reasons are read together after the answer, not beside each part"
LONGEST_RUN = "an order that is right in part earns its run of n steps, the course's score n - 1"
BEST_WAY = "the conversation keeps to its best way, whatever is chosen"


def single(bank: Bank, item: Single) -> Written:
    """Multiple choice with one answer."""
    return _choices(bank, item, {True: "100", False: "0"}), []


def multi(bank: Bank, item: Multi) -> Written:
    """Multiple choice with several answers: a wrong one takes a right one back."""
    right = sum(option.correct for option in item.options)
    return _choices(bank, item, {True: share(1, right), False: share(-1, right)}), []


def _choices(bank: Bank, item: Single | Multi, fractions: dict[bool, str]) -> Element:
    made = question(bank, item, "multichoice", how(bank, item))
    value(made, "single", "true" if isinstance(item, Single) else "false")
    value(made, "shuffleanswers", "true")
    value(made, "answernumbering", "none")
    value(made, "showstandardinstruction", "0")
    verdicts(made, bank)
    voice = bank.voice
    for option in item.options:
        text = voice.framed(voice.inline(option.text), "span")
        why = voice.framed(voice.block(option.feedback))
        answer(made, fractions[option.correct], text, why)
    return made


def truefalse(bank: Bank, item: TrueFalse) -> Written:
    """Embedded answers: the verdict and the reason, half the points each."""
    voice, weight = bank.voice, _weight(item, 2)
    verdict = [
        (
            100 if given == item.answer else 0,
            voice.said(f"quiz.{str(given).lower()}"),
            voice.inline(item.feedback.right if given == item.answer else item.feedback.wrong),
        )
        for given in (True, False)
    ]
    text = "".join(
        f"<p>{voice.said(label)}</p><div>{field}</div>"
        for label, field in (
            ("quiz.verdict", embedded(RADIOS, verdict, weight)),
            ("quiz.reason", embedded(SHUFFLED_RADIOS, _options(bank, item.reasons), weight)),
        )
    )
    return question(bank, item, "cloze", text + how(bank, item)), _marks(item, 2)


def cloze(bank: Bank, item: Cloze) -> Written:
    """Embedded answers: a menu for each gap."""
    weight = _weight(item, len(item.gaps))
    text = bank.voice.gapped(item.text)
    for gap in item.gaps:
        menu = embedded(DROPDOWN, _options(bank, gap.options, bare=True), weight)
        text = text.replace(f'<gap id="{gap.id}"/>', menu)
    return question(bank, item, "cloze", text + how(bank, item)), _marks(item, len(item.gaps))


def scenario(bank: Bank, item: Scenario) -> Written:
    """Embedded answers: the turns of the best way, one after the other."""
    voice, way = bank.voice, best_way(item)
    weight = _weight(item, len(way))
    text = "".join(
        f"{voice.block(turn.says)}<p>{voice.said('quiz.say')}</p>"
        f"<div>{embedded(SHUFFLED_RADIOS, _said(bank, turn), weight)}</div>"
        for turn in way
    )
    ending = "".join(voice.block(words) for words in last_words(item))
    made = question(bank, item, "cloze", text + how(bank, item), ending)
    return made, [BEST_WAY, *_marks(item, len(way))]


def _said(bank: Bank, turn: Turn) -> list[tuple[int, str, str]]:
    voice = bank.voice
    return [
        (round(100 * WORTH[each.value]), voice.inline(each.text), voice.inline(each.feedback))
        for each in turn.choices
    ]


def _options(bank: Bank, options: list[Option], bare: bool = False) -> list[tuple[int, str, str]]:
    voice = bank.voice
    return [
        (
            100 if option.correct else 0,
            escape(voice.plain(option.text)) if bare else voice.inline(option.text),
            voice.inline(option.feedback),
        )
        for option in options
    ]


def _weight(item: Item, parts: int) -> int:
    """What each embedded answer counts: a whole number, so that all come near the points."""
    return max(1, round(item.points / parts))


def _marks(item: Item, parts: int) -> list[str]:
    marks = _weight(item, parts) * parts
    if marks == item.points:
        return []
    return [f"it counts {marks} marks, not {number(item.points)}, until the quiz is told otherwise"]


def match(bank: Bank, item: Match) -> Written:
    """Matching, with menus."""
    rights = {pair.id: pair.right for pair in item.pairs}
    homes = bank.partners(item)
    sides = [(pair.left, rights[homes[pair.id]], pair.feedback) for pair in item.pairs]
    return _matching(bank, item, sides), [GATHERED]


def sort(bank: Bank, item: Sort) -> Written:
    """Matching: the places are the right sides, those that stay empty too."""
    names = pillar_names(bank.scene)
    sides = [(entry.text, names[entry.pillar], entry.feedback) for entry in item.entries]
    made = _matching(bank, item, sides)
    for place, name in names.items():
        if place not in {entry.pillar for entry in item.entries}:
            _side(made, "", name)
    return made, [GATHERED]


def _matching(bank: Bank, item: Match | Sort, sides: list[tuple[str, str, str]]) -> Element:
    """A matching question of left side, right side, reason."""
    voice = bank.voice
    why = voice.reasons([(f"{left} → {right}", reason) for left, right, reason in sides])
    made = question(bank, item, "matching", how(bank, item), why)
    value(made, "shuffleanswers", "true")
    verdicts(made, bank)
    for left, right, _ in sides:
        _side(made, voice.framed(voice.inline(left), "span"), voice.plain(right))
    return made


def _side(made: Element, left: str, right: str) -> None:
    """A left side and what belongs to it; without a left side one more choice."""
    found = etree.SubElement(made, "subquestion", format="html")
    etree.SubElement(found, "text").text = cdata(left)
    plain_text(etree.SubElement(found, "answer"), right)


def order(bank: Bank, item: Order) -> Written:
    """Ordering, graded by the longest ordered subset."""
    voice = bank.voice
    why = voice.reasons([(step.text, step.feedback) for step in item.steps])
    made = question(bank, item, "ordering", how(bank, item), why)
    for name, text in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", str(len(item.steps))),
        ("gradingtype", "LONGEST_ORDERED_SUBSET"),
        ("showgrading", "HIDE"),
        ("numberingstyle", "none"),
    ):
        value(made, name, text)
    verdicts(made, bank)
    for place, step in enumerate(item.steps, 1):
        answer(made, str(place), voice.framed(voice.inline(step.text), "span"))
    if not bank.helps(item):
        html_text(made, "hint", "")  # without any, Moodle's import of this type fails
    return made, [GATHERED, LONGEST_RUN]


def numeric(bank: Bank, item: Numeric) -> Written:
    """A number: the answer, the near misses, and whatever else."""
    voice = bank.voice
    made = question(bank, item, "numerical", how(bank, item, item.unit))
    _number(made, bank, "100", item.answer, item.tolerance, item.feedback.right)
    for miss in item.near:
        _number(made, bank, "0", miss.value, miss.tolerance, miss.feedback, item.feedback.wrong)
    answer(made, "0", "*", voice.framed(voice.block(item.feedback.wrong)), html=False)
    return made, []


def _number(made: Element, bank: Bank, percent: str, of: float, room: float, *why: str) -> None:
    feedback = bank.voice.framed("".join(bank.voice.block(each) for each in why))
    value(answer(made, percent, number(of), feedback, html=False), "tolerance", number(room))


def reflect(bank: Bank, item: Reflect) -> Written:
    """An essay that earns nothing: what to compare it with comes afterwards."""
    compare = bank.voice.to_compare(item)
    made = question(bank, item, "essay", how(bank, item), compare)
    for name, text in (
        ("responseformat", "editor"),
        ("responserequired", "1"),
        ("responsefieldlines", "10"),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
    ):
        value(made, name, text)
    html_text(made, "graderinfo", bank.voice.framed(compare))
    html_text(made, "responsetemplate", "")
    return made, []


WRITERS: dict[str, Callable[[Bank, Any], Written]] = {
    "single": single,
    "multi": multi,
    "truefalse": truefalse,
    "match": match,
    "order": order,
    "numeric": numeric,
    "cloze": cloze,
    "sort": sort,
    "scenario": scenario,
    "reflect": reflect,
}
