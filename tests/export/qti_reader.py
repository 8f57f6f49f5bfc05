"""Carries out the response processing of a QTI 2.2 item; knows nothing of coursekit."""

from __future__ import annotations

from math import prod
from typing import Any

from lxml import etree

from tests.export.qti_grammar import SPACE
from tests.site.oracle import Answer

Values = dict[str, Any]


def play(root: etree._Element, responses: Values, tries: int = 1) -> Values:
    """All variables after a try."""
    values: Values = {"numAttempts": tries}
    for declared in root.iter(f"{SPACE}outcomeDeclaration"):
        default = declared.findtext(f"{SPACE}defaultValue/{SPACE}value")
        number = declared.get("baseType") in ("float", "integer")
        values[declared.get("identifier")] = float(default or 0) if number else default
    values |= {each.get("identifier"): None for each in root.iter(f"{SPACE}responseDeclaration")}
    assert responses.keys() <= values.keys()
    values |= responses
    _carry_out(root.find(f"{SPACE}responseProcessing"), root, values)
    return values


def _carry_out(rules, root, values: Values) -> None:
    for rule in rules:
        if rule.tag == f"{SPACE}setOutcomeValue":
            assert rule.get("identifier") in values
            values[rule.get("identifier")] = _value(rule[0], root, values)
            continue
        for branch in rule:
            if branch.tag == f"{SPACE}responseElse":
                _carry_out(branch, root, values)
                break
            if _value(branch[0], root, values):
                _carry_out(branch[1:], root, values)
                break


def _value(node, root, values: Values) -> Any:
    """The value of an expression; None is QTI's NULL."""
    name = node.tag.removeprefix(SPACE)
    if name == "variable":
        return values[node.get("identifier")]
    if name == "baseValue":
        return node.text if node.get("baseType") == "identifier" else float(node.text)
    if name == "mapResponse":
        return _mapped(node.get("identifier"), root, values)
    parts = [_value(child, root, values) for child in node]
    if name == "index":
        place = int(node.get("n")) - 1
        return parts[0][place] if parts[0] and place < len(parts[0]) else None
    return None if None in parts else OPERATORS[name](parts)


def _mapped(id: str, root, values: Values) -> float:
    (declared,) = (e for e in root.iter(f"{SPACE}responseDeclaration") if e.get("identifier") == id)
    mapping = declared.find(f"{SPACE}mapping")
    worth = {each.get("mapKey"): float(each.get("mappedValue")) for each in mapping}
    given = values[id] if isinstance(values[id], list) else [values[id]]
    total = sum(worth.get(each, float(mapping.get("defaultValue"))) for each in given)
    low, high = (float(mapping.get(f"{side}Bound", inf)) for side, inf in EDGES)
    return min(max(total, low), high)


EDGES = (("lower", "-inf"), ("upper", "inf"))
OPERATORS = {
    "sum": sum,
    "product": prod,
    "max": max,
    "and": all,
    "divide": lambda parts: parts[0] / parts[1],
    "subtract": lambda parts: parts[0] - parts[1],
    "gte": lambda parts: parts[0] >= parts[1],
    "lte": lambda parts: parts[0] <= parts[1],
    "lt": lambda parts: parts[0] < parts[1],
    "match": lambda parts: parts[0] == parts[1],
}


def responses(item: dict[str, Any], answer: Answer) -> Values:
    """An answer in the item's response variables."""
    kind, ticks = item["type"], [_name(value) for _, value in answer.ticks]
    if kind == "single":
        return {"RESPONSE": ticks[0]}
    if kind == "multi":
        return {"RESPONSE": ticks}
    if kind == "truefalse":
        return dict(zip(("VERDICT", "REASON"), ticks, strict=True))
    if kind in ("match", "sort"):
        return {"RESPONSE": [f"row-{left} col-{right}" for left, right in answer.blanks]}
    if kind == "order":
        return {"RESPONSE": [_name(step) for step in answer.order]}
    if kind == "cloze":
        return {f"GAP-{gap}": _name(option) for gap, option in answer.blanks}
    if kind == "scenario":
        return {f"TURN-{turn}": _name(choice) for turn, choice in answer.path}
    return {"RESPONSE": float(answer.typed) if kind == "numeric" else answer.typed}


def _name(id: str) -> str:
    return id if id[0].isalpha() else f"_{id}"
