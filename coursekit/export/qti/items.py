"""Each type of question as interactions of QTI: what it becomes, and what is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from decimal import Decimal
from typing import Any

from coursekit.content.item import (
    Cloze,
    Match,
    Multi,
    Numeric,
    Order,
    Reflect,
    Single,
    Sort,
    TrueFalse,
)
from coursekit.content.scenario import WORTH, Scenario
from coursekit.export.bank import Bank, best_way, last_words
from coursekit.export.qti.interactions import choice, choice_of, choices, prompt, side, texts
from coursekit.export.qti.order import order_outcomes, order_score
from coursekit.export.qti.parts import Parts, points, with_reasons
from coursekit.export.qti.rules import (
    base,
    between,
    cases,
    declaration,
    mapped,
    outcome,
    put,
    put_id,
    score_of_maps,
    variable,
)
from coursekit.export.qti.tree import content, name, node
from coursekit.render.quiz import mixed, pillar_names

BEST_WAY = "the conversation keeps to its best way, whatever is chosen"
GATHERED = "the reasons are read together after the answer, not beside each part"
POINT = "decimals are written with a point: QTI knows no other"
WITH_COMMA = {"es", "it", "da", "nl"}


def single(bank: Bank, item: Single) -> Parts:
    """A choice of one."""
    response = choice_of("RESPONSE", item.options)
    body = choice(bank, "RESPONSE", bank.voice.said("quiz.how.single"), texts(item.options))
    says = [("FEEDBACK", name(o.id), bank.voice.block(o.feedback)) for o in item.options]
    return Parts(
        [response],
        [body],
        [score_of_maps(["RESPONSE"], 1, points(item))],
        [put("FEEDBACK", variable("RESPONSE"))],
        says,
        [outcome("FEEDBACK", "single", "identifier")],
    )


def multi(bank: Bank, item: Multi) -> Parts:
    """A choice of several: a wrong one takes a right one back; all reasons are shown."""
    right = [name(option.id) for option in item.options if option.correct]
    worth = {name(o.id): "1" if o.correct else "-1" for o in item.options}
    response = declaration("RESPONSE", "multiple", "identifier", right)
    how = bank.voice.said("quiz.how.multi")
    why = bank.voice.reasons([(option.text, option.feedback) for option in item.options])
    return with_reasons(
        Parts(
            [mapped(response, worth, len(right))],
            [choice(bank, "RESPONSE", how, texts(item.options), most=0)],
            [score_of_maps(["RESPONSE"], len(right), points(item))],
            [],
            [],
        ),
        why,
    )


def truefalse(bank: Bank, item: TrueFalse) -> Parts:
    """Two choices: the verdict and the reason, half the points each."""
    voice = bank.voice
    right, wrong = ("true", "false") if item.answer else ("false", "true")
    verdicts = {each: bank.scene.words[f"quiz.{each}"] for each in ("true", "false")}
    verdict = declaration("VERDICT", "single", "identifier", [right])
    says = [
        ("FEEDBACK-VERDICT", right, voice.block(item.feedback.right)),
        ("FEEDBACK-VERDICT", wrong, voice.block(item.feedback.wrong)),
        *(("FEEDBACK-REASON", name(o.id), voice.block(o.feedback)) for o in item.reasons),
    ]
    return Parts(
        [mapped(verdict, {right: "1"}), choice_of("REASON", item.reasons)],
        [
            choice(bank, "VERDICT", voice.said("quiz.verdict"), verdicts, shuffle=False),
            choice(bank, "REASON", voice.said("quiz.reason"), texts(item.reasons)),
        ],
        [score_of_maps(["VERDICT", "REASON"], 2, points(item))],
        [put(f"FEEDBACK-{each}", variable(each)) for each in ("VERDICT", "REASON")],
        says,
        [outcome(f"FEEDBACK-{each}", "single", "identifier") for each in ("VERDICT", "REASON")],
    )


def match(bank: Bank, item: Match) -> Parts:
    """A table of left and right sides."""
    homes = bank.partners(item)
    alone = [pair for pair in item.pairs if homes[pair.id] == pair.id]
    rights = {pair.id: pair.right for pair in mixed(item.id, alone)}  # shuffled or not
    lefts = {pair.id: pair.left for pair in item.pairs}
    whys = [(f"{p.left} → {rights[homes[p.id]]}", p.feedback) for p in item.pairs]
    return _table(bank, item, lefts, rights, homes, bank.voice.reasons(whys))


def sort(bank: Bank, item: Sort) -> Parts:
    """A table of entries and places."""
    places = pillar_names(bank.scene)
    entries = {entry.id: entry.text for entry in mixed(item.id, item.entries)}
    homes = {entry.id: entry.pillar for entry in item.entries}
    whys = [(f"{entry.text} → {places[entry.pillar]}", entry.feedback) for entry in item.entries]
    return _table(bank, item, entries, places, homes, bank.voice.reasons(whys))


def _table(
    bank: Bank,
    item: Match | Sort,
    lefts: Mapping[str, str],
    rights: Mapping[str, str],
    homes: Mapping[str, str],
    why: str,
) -> Parts:
    """A match interaction: each left side belongs to one right side."""
    pairs = [f"row-{left} col-{home}" for left, home in homes.items()]
    response = declaration("RESPONSE", "multiple", "directedPair", pairs)
    body = node(
        "matchInteraction",
        prompt(bank, bank.voice.said(f"quiz.how.{item.type}")),
        side(bank, "row", lefts, 1),
        side(bank, "col", rights, len(lefts)),
        responseIdentifier="RESPONSE",
        shuffle=str(isinstance(item, Match)).lower(),  # the pillars keep their order
        maxAssociations=str(len(lefts)),
    )
    body.set("class", "qti-match-tabular")  # 3.0's word for a table of buttons: no dragging
    return with_reasons(
        Parts(
            [mapped(response, dict.fromkeys(pairs, "1"))],
            [body],
            [score_of_maps(["RESPONSE"], len(pairs), points(item))],
            [],
            [],
            reasons=[GATHERED],
        ),
        why,
    )


def order(bank: Bank, item: Order) -> Parts:
    """Steps to be put in order; the longest row that is in order counts."""
    body = node(
        "orderInteraction",
        prompt(bank, bank.voice.said("quiz.how.order")),
        *choices(bank, {step.id: step.text for step in mixed(item.id, item.steps)}),
        responseIdentifier="RESPONSE",
        shuffle="true",
    )
    steps = [name(step.id) for step in item.steps]
    return with_reasons(
        Parts(
            [declaration("RESPONSE", "ordered", "identifier", steps)],
            [body],
            order_score(steps, points(item)),
            [],
            [],
            order_outcomes(len(steps)),
            [GATHERED],
        ),
        bank.voice.reasons([(step.text, step.feedback) for step in item.steps]),
    )


def numeric(bank: Bank, item: Numeric) -> Parts:
    """A number between bounds; near misses have feedback of their own."""
    voice = bank.voice
    label = f"<em>{voice.said('quiz.how.numeric')}</em> "
    line = content(voice, label, "p")
    entry = node("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="8")
    entry.tail = f" {voice.plain(item.unit)}" if item.unit else None
    line.append(entry)
    right = between("RESPONSE", *_bounds(item.answer, item.tolerance))
    near = {f"near-{at}": miss for at, miss in enumerate(item.near, 1)}
    misses = [
        (between("RESPONSE", *_bounds(miss.value, miss.tolerance)), [put_id("FEEDBACK", id)])
        for id, miss in near.items()
    ]
    wrong = voice.block(item.feedback.wrong)
    return Parts(
        [declaration("RESPONSE", "single", "float", [str(item.answer)])],
        [line],
        [cases([(right, [put("SCORE", base("float", points(item)))])], [])],
        [
            cases(
                [(deepcopy(right), [put_id("FEEDBACK", "right")]), *misses],
                [put_id("FEEDBACK", "wrong")],
            )
        ],
        [
            ("FEEDBACK", "right", voice.block(item.feedback.right)),
            *(("FEEDBACK", id, voice.block(miss.feedback) + wrong) for id, miss in near.items()),
            ("FEEDBACK", "wrong", wrong),
        ],
        [outcome("FEEDBACK", "single", "identifier")],
        [POINT] if bank.scene.language in WITH_COMMA and _has_decimals(item) else [],
    )


def cloze(bank: Bank, item: Cloze) -> Parts:
    """A text with menus."""
    voice = bank.voice
    text = content(voice, voice.gapped(item.text))
    for gap in item.gaps:
        hole = next(each for each in text.iter("gap") if each.get("id") == gap.id)
        menu = node("inlineChoiceInteraction", responseIdentifier=f"GAP-{gap.id}", shuffle="true")
        for option in gap.options:
            menu.append(node("inlineChoice", voice.plain(option.text), identifier=name(option.id)))
        menu.tail = hole.tail
        parent = hole.getparent()
        assert parent is not None
        parent.replace(hole, menu)
    ids = [f"GAP-{gap.id}" for gap in item.gaps]
    return Parts(
        [choice_of(id, gap.options) for id, gap in zip(ids, item.gaps, strict=True)],
        [content(voice, f"<em>{voice.said('quiz.how.cloze')}</em>", "p"), text],
        [score_of_maps(ids, len(ids), points(item))],
        [put(f"FEEDBACK-{id}", variable(id)) for id in ids],
        [
            (f"FEEDBACK-{id}", name(option.id), voice.block(option.feedback))
            for id, gap in zip(ids, item.gaps, strict=True)
            for option in gap.options
        ],
        [outcome(f"FEEDBACK-{id}", "single", "identifier") for id in ids],
    )


def scenario(bank: Bank, item: Scenario) -> Parts:
    """A choice for each turn of the best way."""
    voice, way = bank.voice, best_way(item)
    ids = {turn.id: f"TURN-{turn.id}" for turn in way}
    made = Parts(
        [],
        [content(voice, f"<em>{voice.said('quiz.how.scenario')}</em>", "p")],
        [score_of_maps(ids.values(), len(way), points(item))],
        [put(f"FEEDBACK-{id}", variable(id)) for id in ids.values()],
        [],
        [outcome(f"FEEDBACK-{id}", "single", "identifier") for id in ids.values()],
        [BEST_WAY],
    )
    for turn in way:
        id = ids[turn.id]
        best = [name(each.id) for each in turn.choices if each.value == "good"]
        worth = {name(each.id): f"{WORTH[each.value]:g}" for each in turn.choices}
        made.responses.append(mapped(declaration(id, "single", "identifier", best[:1]), worth))
        offered = {each.id: each.text for each in turn.choices}
        made.body.append(content(voice, voice.block(turn.says)))
        made.body.append(choice(bank, id, voice.said("quiz.say"), offered))
        made.says += [
            (f"FEEDBACK-{id}", name(each.id), voice.block(each.feedback)) for each in turn.choices
        ]
    ending = "".join(voice.block(words) for words in last_words(item))
    return with_reasons(made, ending)


def reflect(bank: Bank, item: Reflect) -> Parts:
    """A text without a score; what to compare it with comes afterwards."""
    body = node(
        "extendedTextInteraction",
        prompt(bank, bank.voice.said("quiz.how.reflect")),
        responseIdentifier="RESPONSE",
        expectedLines="6",
    )
    response = declaration("RESPONSE", "single", "string", [])
    return with_reasons(Parts([response], [body], [], [], []), bank.voice.to_compare(item))


def _bounds(value: float, room: float) -> tuple[str, str]:
    middle, reach = Decimal(str(value)), Decimal(str(room))  # 50 - 0.1 is 49.9, no more digits
    return str(middle - reach), str(middle + reach)


def _has_decimals(item: Numeric) -> bool:
    return any(not float(value).is_integer() for value in (item.answer, item.tolerance))


WRITERS: dict[str, Callable[[Bank, Any], Parts]] = {
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
