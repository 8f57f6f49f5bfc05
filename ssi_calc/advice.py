"""Best plans and explanations as text for a terminal."""

from typing import Any

from ssi_calc.explanation import VISIBLE, Explanation
from ssi_calc.inputs import Inputs
from ssi_calc.optimiser import Best
from ssi_calc.report import CAVEAT, table
from ssi_calc.run import range_text

FLAGS = {
    "volume": "Most of these points are volume: as much of something as the limits allow, or"
    " activity on thin evidence.\nMore of the same is not better selling. It hangs on",
    "one-input": "Most of these points hang on one thing, done as often as its limit allows:",
    "others": "Most of these points hang on what other people do; you can only ask. They are for",
}


def best_report(best: Best, inputs: Inputs, least: dict[str, Any] | None = None) -> str:
    """The plan, what it reaches, what each choice earns, and what to beware of."""
    weeks = best.plan["weeks"]
    head = f"The best plan takes {best.minutes:.0f} minutes a week."
    parts = [
        head if best.earns else "The best plan is to go on as you do.",
        _result(best.start, best.total, weeks),
        *([_target(best, least)] if least else []),
        *([_choices(best, inputs)] if best.earns else []),
        *([_next(best.next, inputs)] if best.next else []),
        *_beware(best.flags, inputs),
        *_hope(best, inputs),
    ]
    return "\n\n".join([*parts, CAVEAT])


def explanation_report(explanation: Explanation, inputs: Inputs) -> str:
    """What each input earns, and the next best 15 minutes."""
    rows = [
        [inputs[row["input"]].name, f"{row['minutes']:.3g}", range_text(row["points"])]
        for row in explanation.earns
    ]
    parts = [
        f"The plan takes {explanation.minutes:.0f} minutes a week.",
        _result(explanation.start, explanation.total, explanation.weeks),
        *([table([["what earns", "minutes", "points"], *rows])] if rows else []),
        _steps(explanation, inputs),
        *_beware(explanation.flags, inputs),
    ]
    return "\n\n".join([*parts, CAVEAT])


def _result(start: dict[str, float], total: dict[str, float], weeks: int) -> str:
    after = "1 week" if weeks == 1 else f"{weeks} weeks"
    return f"Total: {range_text(start)} today, {range_text(total)} after {after}."


def _target(best: Best, least: dict[str, Any]) -> str:
    """Whether the target is reached, and the least that would be enough."""
    weeks, minutes = best.plan["weeks"], least["within"]["minutes"]
    lines = [f"{best.target:g} is reached."]
    if not best.reached:
        possible = range_text(best.total)
        lines = [
            f"{best.target:g} is impossible within {minutes:g} minutes a week and {weeks} weeks;"
            f" the best possible is {possible}."
        ]
    if least["minutes"] is None:
        lines.append(f"In {weeks} weeks no time is enough.")
    else:
        lines.append(f"In {weeks} weeks it takes at least {least['minutes']:g} minutes a week.")
    if least["weeks"] is None:
        lines.append(
            f"With {minutes:g} minutes a week {least['within']['weeks']} weeks are not enough."
        )
    else:
        lines.append(f"With {minutes:g} minutes a week it takes at least {least['weeks']} weeks.")
    return "\n".join(lines)


def _choices(best: Best, inputs: Inputs) -> str:
    rows = [["do", "amount", "minutes", "points"]]
    for row in best.earns:
        id = row["input"]
        weekly, once = best.plan["weekly"].get(id), best.plan["once"].get(id)
        amount = f"{weekly:g} a week" if weekly else ""
        if once:
            reached = "once" if once is True else f"{once:g} in all"
            amount = f"{amount}, {reached}" if amount else reached
        cells = [inputs[id].name, amount or "(follows)", f"{row['minutes']:.3g}"]
        rows.append([*cells, range_text(row["points"])])
    return table(rows)


def _next(following: dict[str, Any], inputs: Inputs) -> str:
    if following["points"]["mid"] < VISIBLE:
        return f"{following['minutes']} minutes a week more would add nothing that shows."
    return (
        f"{following['minutes']} minutes a week more would add {range_text(following['points'])}."
    )


def _steps(explanation: Explanation, inputs: Inputs) -> str:
    if not explanation.next:
        return "15 minutes a week more, on any one thing, would add nothing that shows."
    rows = [["the next 15 minutes a week", "amount", "minutes", "points"]]
    for step in explanation.next:
        often = " a week" if step["period"] == "weekly" else ""
        amount = f"{step['to']:g}{often}"
        if step["from"]:
            amount += f" instead of {step['from']:g}"
        cells = [inputs[step["input"]].name, amount, f"{step['minutes']:.3g}"]
        rows.append([*cells, range_text(step["points"])])
    return table(rows)


def _beware(flags: list[dict[str, Any]], inputs: Inputs) -> list[str]:
    found = []
    for flag in flags:
        names = "; ".join(inputs[id].name for id in flag["inputs"])
        found.append(f"Beware. {FLAGS[flag['id']]}: {names}.".replace("::", ":"))
    return found


def _hope(best: Best, inputs: Inputs) -> list[str]:
    """What others have to do, unless a flag has said so."""
    if not best.hangs_on_others or any(flag["id"] == "others" for flag in best.flags):
        return []
    names = "; ".join(inputs[id].name for id in best.hangs_on_others)
    return [f"You can ask for these, not do them: {names}.\n--alone plans without them."]
