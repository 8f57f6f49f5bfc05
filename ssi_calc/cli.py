"""The command ``ssi-calc``: results on stdout, messages on stderr, exit 0, 1 or 2."""

import argparse
import json
import sys
from collections.abc import Sequence

from ssi_calc.files import load_inputs, read_plan
from ssi_calc.plan import MOST_WEEKS, WINDOWS
from ssi_calc.report import inputs_report, inputs_rows, run_report
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
        code: int = options.verb(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # as in `ssi-calc inputs | head`
        sys.stdout = open("/dev/null", "w")  # noqa: SIM115
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ssi-calc", description="A teaching model of LinkedIn's Social Selling Index."
    )
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    run = verbs.add_parser("simulate", help="what a weekly plan does to the score")
    run.add_argument("plan", metavar="PLAN.yml")
    run.add_argument("--weeks", type=_weeks, help="instead of what the plan says, or 12")
    run.add_argument("--window", type=int, choices=WINDOWS, help="days that activity is remembered")
    run.add_argument("--navigator", action="store_true", default=None, help="has Sales Navigator")
    run.add_argument("--json", action="store_true", help="print JSON")
    run.set_defaults(verb=_simulate)
    show = verbs.add_parser("inputs", help="what feeds the pillars, and on what evidence")
    show.add_argument("--grade", choices=("A", "B", "C", "assumption"))
    show.add_argument("--json", action="store_true", help="print JSON")
    show.set_defaults(verb=_inputs)
    return parser


def _weeks(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= MOST_WEEKS:
        raise argparse.ArgumentTypeError(f"must be from 1 to {MOST_WEEKS}, got '{text}'")
    return int(text)


def _simulate(options: argparse.Namespace) -> int:
    inputs = load_inputs()
    plan, problems = read_plan(options.plan, inputs, options.navigator)
    if plan is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    if options.weeks:
        plan["weeks"] = options.weeks
    run = simulate(plan, inputs, options.window, options.navigator)
    print(json.dumps(run.to_dict()) if options.json else run_report(run, inputs))
    return 0


def _inputs(options: argparse.Namespace) -> int:
    entries = [each for each in load_inputs() if options.grade in (None, each.grade)]
    print(json.dumps(inputs_rows(entries)) if options.json else inputs_report(entries))
    return 0


if __name__ == "__main__":
    sys.exit(main())
