"""The command ``ssi-calc``: results on stdout, messages on stderr, exit 0, 1 or 2."""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn

from ssi_calc import formats
from ssi_calc.assumptions import assumption_problems
from ssi_calc.cells import NUMBER
from ssi_calc.extras import MissingExtraError
from ssi_calc.files import load_inputs, read_plan
from ssi_calc.fit import fit_journal
from ssi_calc.journal import read_journal
from ssi_calc.outfile import UnwritableError, same_file
from ssi_calc.people import PeopleError, read_shared_plan, write_ends
from ssi_calc.places import printable, told
from ssi_calc.plan import WINDOWS
from ssi_calc.planners import PLAN_SHOWN, Verbs, add_planners, add_plot, add_verb, add_weeks
from ssi_calc.plot import save_plot
from ssi_calc.progress import progress
from ssi_calc.rank import left_out_errors, load_ranks, load_sightings
from ssi_calc.report import (
    cohort_report,
    fit_report,
    inputs_report,
    inputs_rows,
    rank_report,
    run_report,
)
from ssi_calc.simulate import simulate
from ssi_calc.words import nearest, quoted

UNKNOWN = re.compile(r"argument COMMAND: invalid choice: '(.*)' \(choose from ")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 fine, 1 problems found in a file, 2 misuse.
    """
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return int(stop.code or 0)
    if options.command is None:
        _parser().print_help(sys.stderr)
        return 2
    try:
        code: int = _refusal(options) or options.verb(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # as in `ssi-calc inputs | head`
        sys.stdout = open("/dev/null", "w")  # noqa: SIM115
        return 0
    except (MissingExtraError, UnwritableError) as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, MissingExtraError) else 1


def _refusal(options: argparse.Namespace) -> int:
    """2 when a file that is read would be written over, 0 otherwise."""
    given = vars(options)
    for written in ("out", "plot"):
        for read in ("plan", "people", "journal"):
            if given.get(written) and given.get(read) and same_file(given[written], given[read]):
                print(f"--{written} must be a file of its own", file=sys.stderr)
                return 2
    return 0


class _Parser(argparse.ArgumentParser):
    """Whose messages show what somebody typed, and obey none of it."""

    def error(self, message: str) -> NoReturn:
        unknown = UNKNOWN.match(message)
        if unknown:
            known = tuple(re.findall(r"\w+", message[unknown.end() :]))
            hint = nearest(unknown[1], known)
            message = f"unknown command {quoted(unknown[1])}\n  hint: {hint}"
        super().error("\n".join(map(printable, message.split("\n"))))


@cache
def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ssi-calc",
        description="A teaching model of LinkedIn's Social Selling Index.",
        epilog="ssi-calc COMMAND --help shows options and an example.",
    )
    parser.add_argument("--version", action="version", version=f"ssi-calc {_version()}")
    verbs: Verbs = parser.add_subparsers(metavar="COMMAND", dest="command")
    run = add_verb(verbs, "simulate", "what a weekly plan does to the score", _simulate, PLAN_SHOWN)
    run.add_argument("plan", metavar="PLAN.yml", help="where you start and what you do")
    add_weeks(run, None, "instead of what the plan says, or 12")
    run.add_argument(
        "--window",
        type=int,
        choices=WINDOWS,
        help="days that activity is remembered, instead of a range",
    )
    run.add_argument(
        "--navigator", action="store_true", default=None, help="you have Sales Navigator"
    )
    run.add_argument(
        "--weight",
        type=_weight,
        action="append",
        default=[],
        metavar="INPUT=NUMBER",
        help="another middle for a weight, within its range; may be given again",
    )
    add_plot(run)
    show = add_verb(verbs, "inputs", "what feeds the pillars, and on what evidence", _inputs)
    show.add_argument(
        "--grade",
        choices=("A", "B", "C", "assumption"),
        help="A: LinkedIn's current help; B: LinkedIn in 2014-15; C: practitioners",
    )
    add_planners(verbs)
    _add_readers(verbs)
    return parser


def _version() -> str:
    try:
        return version("ssi-calc")
    except PackageNotFoundError:  # run from its folder
        return "that is not installed"


def _add_readers(verbs: Verbs) -> None:
    """Verbs that read what dashboards showed: fit, rank and cohort."""
    note = "The first row is the start. ssi-calc inputs lists what can be noted."
    example = formats.shown("JOURNAL.csv", formats.JOURNAL, note)
    journal = add_verb(verbs, "fit", "how your pillars respond, from a journal", _fit, example)
    journal.add_argument("journal", metavar="JOURNAL.csv", help="weekly readings, and what you did")
    add_plot(journal)
    words = "'Top N %%' from a score and the mean of a group"
    top = add_verb(verbs, "rank", words, _rank, "example:\n  ssi-calc rank 53 --mean 35")
    top.add_argument("score", type=_score, metavar="SCORE", help="from 0 to 100")
    top.add_argument(
        "--mean", type=_score, required=True, metavar="SCORE", help="of the industry or network"
    )
    words, example = "one plan for many people", formats.shown("PEOPLE.csv", formats.PEOPLE)
    group = add_verb(verbs, "cohort", words, _cohort, example + "\n\nNeeds ssi-calc[numpy].")
    group.add_argument("people", metavar="PEOPLE.csv", help="four readings of everybody")
    group.add_argument("--plan", metavar="PLAN.yml", required=True, help="what they all do")
    group.add_argument("--out", metavar="OUT.csv", required=True, help="a row of bands for each")
    add_weeks(group, None, "instead of what the plan says, or 12")


def _weight(text: str) -> tuple[str, float]:
    id, _, number = text.partition("=")
    if not NUMBER.fullmatch(number):
        raise argparse.ArgumentTypeError(f"must be like articles=0.2, got '{text[:40]}'")
    return id, float(number)


def _score(text: str) -> float:
    if not NUMBER.fullmatch(text) or float(text) > 100:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 100, got '{text[:40]}'")
    return float(text)


def _simulate(options: argparse.Namespace) -> int:
    inputs = load_inputs()
    weights = dict(options.weight)
    if problems := assumption_problems({"weights": weights}, inputs):
        for _, message, hint in problems:
            said = [f"--weight: {message}", *([f"  hint: {hint}"] if hint else [])]
            print(*map(printable, said), sep="\n", file=sys.stderr)
        return 2
    plan, problems = read_plan(options.plan, inputs, options.navigator)
    if plan is None:
        print(told(problems), file=sys.stderr)
        return 1
    if options.weeks:
        plan["weeks"] = options.weeks
    run = simulate(plan, inputs, options.window, options.navigator, weights=weights)
    if options.plot:
        save_plot(run, options.plot)
    print(json.dumps(run.to_dict()) if options.json else run_report(run, inputs))
    return 0


def _inputs(options: argparse.Namespace) -> int:
    entries = [each for each in load_inputs() if options.grade in (None, each.grade)]
    print(json.dumps(inputs_rows(entries)) if options.json else inputs_report(entries))
    return 0


def _fit(options: argparse.Namespace) -> int:
    inputs = load_inputs()
    journal, problems = read_journal(options.journal, inputs)
    if journal is None:
        print(told(problems), file=sys.stderr)
        return 1
    result = fit_journal(journal, inputs)
    if options.plot:
        save_plot(result, options.plot)
    print(json.dumps(result.to_dict()) if options.json else fit_report(result))
    return 0


def _rank(options: argparse.Namespace) -> int:
    top = load_ranks().top_percent(options.score, options.mean)
    errors = left_out_errors(load_sightings())
    result = {"top_percent": top, "left_out_errors": errors}
    print(json.dumps(result) if options.json else rank_report(top, errors))
    return 0


def _cohort(options: argparse.Namespace) -> int:
    inputs = load_inputs()
    plan, problems = read_shared_plan(options.plan, inputs)
    if plan is None:
        print(told(problems), file=sys.stderr)
        return 1
    if options.weeks:
        plan["weeks"] = options.weeks
    try:
        with progress(options.people, "people") as told_of:
            summary = write_ends(options.people, plan, options.out, inputs, told_of)
    except PeopleError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return 1
    print(json.dumps(summary) if options.json else cohort_report(summary, options.out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
