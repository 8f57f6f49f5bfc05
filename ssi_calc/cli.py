"""The command ``ssi-calc``: results on stdout, messages on stderr, exit 0, 1 or 2."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import NoReturn

from ssi_calc.assumptions import assumption_problems
from ssi_calc.cells import NUMBER
from ssi_calc.extras import MissingExtraError
from ssi_calc.files import load_inputs, read_plan
from ssi_calc.fit import fit_journal
from ssi_calc.journal import read_journal
from ssi_calc.outfile import UnwritableError, same_file
from ssi_calc.people import PeopleError, read_shared_plan, write_ends
from ssi_calc.places import printable, told
from ssi_calc.plan import MOST_WEEKS, WINDOWS
from ssi_calc.planners import Verbs, add_planners, add_plot
from ssi_calc.plot import save_plot
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
        super().error(printable(message))


@cache
def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ssi-calc", description="A teaching model of LinkedIn's Social Selling Index."
    )
    verbs: Verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    run = verbs.add_parser("simulate", help="what a weekly plan does to the score")
    run.add_argument("plan", metavar="PLAN.yml")
    run.add_argument("--weeks", type=_weeks, help="instead of what the plan says, or 12")
    run.add_argument("--window", type=int, choices=WINDOWS, help="days that activity is remembered")
    run.add_argument(
        "--weight",
        type=_weight,
        action="append",
        default=[],
        metavar="INPUT=NUMBER",
        help="another middle for a weight, within its range; may be given again",
    )
    run.add_argument("--navigator", action="store_true", default=None, help="has Sales Navigator")
    run.add_argument("--json", action="store_true", help="print JSON")
    add_plot(run)
    run.set_defaults(verb=_simulate)
    show = verbs.add_parser("inputs", help="what feeds the pillars, and on what evidence")
    show.add_argument("--grade", choices=("A", "B", "C", "assumption"))
    show.add_argument("--json", action="store_true", help="print JSON")
    show.set_defaults(verb=_inputs)
    add_planners(verbs, _weeks)
    _add_readers(verbs)
    return parser


def _add_readers(verbs: Verbs) -> None:
    """Verbs that read what dashboards showed: fit, rank and cohort."""
    journal = verbs.add_parser("fit", help="how your pillars respond, from a journal")
    journal.add_argument("journal", metavar="JOURNAL.csv")
    journal.add_argument("--json", action="store_true", help="print JSON")
    add_plot(journal)
    journal.set_defaults(verb=_fit)
    top = verbs.add_parser("rank", help="'Top N %%' from a score and the mean of a group")
    top.add_argument("score", type=_score)
    top.add_argument("--mean", type=_score, required=True, help="of the industry or network")
    top.add_argument("--json", action="store_true", help="print JSON")
    top.set_defaults(verb=_rank)
    group = verbs.add_parser("cohort", help="one plan for many people; needs ssi-calc[numpy]")
    group.add_argument("people", metavar="PEOPLE.csv")
    group.add_argument("--plan", metavar="PLAN.yml", required=True)
    group.add_argument("--out", metavar="OUT.csv", required=True)
    group.add_argument("--weeks", type=_weeks, help="instead of what the plan says, or 12")
    group.add_argument("--json", action="store_true", help="print JSON")
    group.set_defaults(verb=_cohort)


def _weeks(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= MOST_WEEKS:
        raise argparse.ArgumentTypeError(f"must be from 1 to {MOST_WEEKS}, got '{text}'")
    return int(text)


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
            print(f"--weight: {message}" + (f"\n  hint: {hint}" if hint else ""), file=sys.stderr)
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
        summary = write_ends(options.people, plan, options.out, inputs, _progress())
    except PeopleError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return 1
    print(json.dumps(summary) if options.json else cohort_report(summary, options.out))
    return 0


def _progress() -> Callable[[int], None]:
    """Says on a terminal how many people are done."""
    if not sys.stderr.isatty():
        return lambda count: None
    return lambda count: print(f"\r{count:,} people", end="\033[K\r", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
