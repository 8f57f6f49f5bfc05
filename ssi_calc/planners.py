"""The verbs of ``ssi-calc`` that make and explain plans: optimise and explain."""

import argparse
import json
import re
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

from ssi_calc import formats
from ssi_calc.advice import best_report, explanation_report
from ssi_calc.explanation import explain
from ssi_calc.files import load_inputs, read_plan
from ssi_calc.inputs import PILLARS
from ssi_calc.optimiser import WITHIN, Best, Optimiser
from ssi_calc.places import told
from ssi_calc.plan import MOST_WEEKS, problems_of
from ssi_calc.plot import ENDINGS, save_plot
from ssi_calc.words import nearest

Verbs: TypeAlias = "argparse._SubParsersAction[Any]"
NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
MOST_MINUTES = 7 * 24 * 60
EPILOG = """example:
  ssi-calc optimise --from 13.4,10.7,11.1,25 --minutes 180 --weeks 8 --target 70

A target that cannot be reached is an answer: the plan is then the best there is, 'reached' is
false, and the exit code is 0."""
PLAN_SHOWN = formats.shown("PLAN.yml", formats.PLAN, "ssi-calc inputs lists what can be planned.")


def add_planners(verbs: Verbs) -> None:
    """Add the verbs that make and explain plans."""
    best = add_verb(verbs, "optimise", "the best plan for your minutes", _optimise, EPILOG)
    best.add_argument(
        "--from",
        dest="start",
        type=_start,
        required=True,
        metavar="B,F,E,R",
        help="four readings, as in 13.4,10.7,11.1,25, or a preset, as in average-member",
    )
    best.add_argument(
        "--minutes", type=_minutes, required=True, metavar="N", help="that you have in a week"
    )
    add_weeks(best, 12, "12 unless you say so")
    best.add_argument(
        "--target", type=_target, metavar="SCORE", help="a total; says what it takes at least"
    )
    best.add_argument(
        "--navigator", action="store_true", default=None, help="you have Sales Navigator"
    )
    best.add_argument("--alone", action="store_true", help="plan nothing that others have to do")
    add_plot(best)
    words = "what a plan earns, and the next best 15 minutes"
    why = add_verb(verbs, "explain", words, _explain, PLAN_SHOWN)
    why.add_argument("plan", metavar="PLAN.yml", help="where you start and what you do")


def add_verb(
    verbs: Verbs, name: str, words: str, act: Callable[[Any], int], epilog: str = ""
) -> argparse.ArgumentParser:
    """Add a command that `act` carries out; all of them can print JSON."""
    verb: argparse.ArgumentParser = verbs.add_parser(
        name,
        help=words,
        description=(words[0].upper() + words[1:] + ".").replace("%%", "%"),
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verb.add_argument("--json", action="store_true", help="print JSON")
    verb.set_defaults(verb=act)
    return verb


def add_weeks(verb: argparse.ArgumentParser, default: int | None, words: str) -> None:
    """Add the option that says how many weeks ahead."""
    verb.add_argument("--weeks", type=_weeks, default=default, metavar="N", help=words)


def _weeks(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= MOST_WEEKS:
        raise argparse.ArgumentTypeError(f"must be from 1 to {MOST_WEEKS}, got '{text[:40]}'")
    return int(text)


def add_plot(verb: argparse.ArgumentParser) -> None:
    """Add the option that draws what a verb found into a file."""
    verb.add_argument(
        "--plot",
        type=_picture,
        metavar="OUT.svg|OUT.png",
        help="also draw it into a file; needs ssi-calc[plot]",
    )


def _picture(text: str) -> str:
    if not text.lower().endswith(ENDINGS):
        raise argparse.ArgumentTypeError(f"must end in .svg or .png, got '{text[:40]}'")
    return text


def _optimise(options: argparse.Namespace) -> int:
    inputs = load_inputs()
    optimiser = Optimiser(options.start, inputs, options.navigator, options.alone)
    best = optimiser.best(options.minutes, options.weeks, options.target)
    if options.plot:
        save_plot(best, options.plot)
    least = None if options.target is None else _least(optimiser, best, options.minutes)
    if options.json:
        print(json.dumps({**best.to_dict(), **({"least": least} if least else {})}))
    else:
        print(best_report(best, inputs, least))
    return 0


def _least(optimiser: Optimiser, best: Best, minutes: float) -> dict[str, Any]:
    """Least minutes and least weeks to the target; None where no number is enough."""
    assert best.target is not None
    cheapest = optimiser.least_minutes(best.target, best.plan["weeks"])
    soonest = optimiser.least_weeks(best.target, minutes)
    return {
        "minutes": cheapest.minutes if cheapest.reached else None,
        "weeks": soonest.plan["weeks"] if soonest.reached else None,
        "within": {"minutes": minutes, "weeks": WITHIN},
    }


def _explain(options: argparse.Namespace) -> int:
    inputs = load_inputs()
    plan, problems = read_plan(options.plan, inputs)
    if plan is None:
        print(told(problems), file=sys.stderr)
        return 1
    explanation = explain(plan, inputs)
    if options.json:
        print(json.dumps(explanation.to_dict()))
    else:
        print(explanation_report(explanation, inputs))
    return 0


def _start(text: str) -> dict[str, Any]:
    """Settings from four readings or the name of a preset."""
    parts = [part.strip() for part in text.split(",")]
    inputs = load_inputs()
    if len(parts) == 1 and not NUMBER.fullmatch(text):
        if text in inputs.presets:
            return {"preset": text}
        hint = nearest(text, tuple(sorted(inputs.presets)))
        raise argparse.ArgumentTypeError(f"unknown preset '{text[:40]}' ({hint})")
    if len(parts) != len(PILLARS) or not all(NUMBER.fullmatch(part) for part in parts):
        raise argparse.ArgumentTypeError(
            f"must be the readings of {', '.join(PILLARS)}, as in 13.4,10.7,11.1,25,"
            f" got '{text[:40]}'"
        )
    plan = {"start": {pillar: float(part) for pillar, part in zip(PILLARS, parts, strict=True)}}
    for _, message, _ in problems_of(plan, inputs):
        raise argparse.ArgumentTypeError(message)
    return plan


def _minutes(text: str) -> float:
    return _number(text, MOST_MINUTES)


def _target(text: str) -> float:
    return _number(text, 100)


def _number(text: str, most: int) -> float:
    if not NUMBER.fullmatch(text) or float(text) > most:
        raise argparse.ArgumentTypeError(f"must be from 0 to {most}, got '{text[:40]}'")
    return float(text)
