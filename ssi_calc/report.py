"""Results as text for a terminal."""

from collections.abc import Iterable, Sequence
from typing import Any

from ssi_calc.fit import Fit
from ssi_calc.inputs import PILLARS, Input, Inputs
from ssi_calc.run import Run, range_text, shown

CAVEAT = (
    "A teaching model. LinkedIn has not published the weights; these are assumptions.\n"
    "Each score: middle (10-90 % range)."
)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns as wide as their longest cell.

    Examples
    --------
    >>> print(table([["week", "total"], ["0", "60.2"]]))
    week  total
    0     60.2
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)


def run_report(run: Run, inputs: Inputs) -> str:
    """Scores by week, what the plan takes, and which input moved what."""
    head = ["week", *PILLARS, "total"]
    rows = [
        [str(week["week"]), *(range_text(week[part]) for part in head[1:])] for week in run.weeks
    ]
    first, last = run.weeks[0]["total"], run.end()
    summary = (
        f"The dashboard would show {shown(first['mid'])} at first and {shown(last['mid'])}"
        f" ({shown(last['low'])}-{shown(last['high'])}) in week {run.weeks[-1]['week']}."
        f"\nThe plan takes {run.minutes_per_week():.0f} minutes a week."
    )
    parts = [table([head, *rows]), summary]
    if run.gains:
        parts.append(gains_report(run, inputs))
    return "\n\n".join([*parts, CAVEAT])


def gains_report(run: Run, inputs: Inputs) -> str:
    """Points won or lost by the last week, largest first."""
    ordered = sorted(run.gains.items(), key=lambda gain: -gain[1]["mid"])
    rows = [[inputs[id].name, inputs[id].pillar, range_text(gain)] for id, gain in ordered]
    return table([["points won or lost by", "pillar", "points"], *rows])


def inputs_report(entries: Iterable[Input]) -> str:
    """Inputs with their evidence and assumed numbers."""
    head = ["input", "pillar", "kind", "grade", "points", "full at", "of", "minutes", "evidence"]
    return table([head, *(_input_row(entry) for entry in entries)])


def _input_row(entry: Input) -> list[str]:
    full = f"{entry.full.mid:g} ({entry.full.low:g}-{entry.full.high:g})"
    points = f"{25 * entry.weight.mid:.1f}"
    name = entry.id + (" (Sales Navigator)" if entry.needs_navigator else "")
    evidence = " ".join(entry.claims)
    minutes = f"{entry.minutes:g}"
    unit = entry.unit + (" a week" if entry.kind == "flow" else "")
    return [name, entry.pillar, entry.kind, entry.grade, points, full, unit, minutes, evidence]


def inputs_rows(entries: Iterable[Input]) -> list[dict[str, Any]]:
    """Inputs as JSON values."""
    return [_input_dict(entry) for entry in entries]


def _input_dict(entry: Input) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in Input.__slots__}
    for name in ("full", "weight", "window"):
        spread = values[name]
        if spread is not None:
            values[name] = {"low": spread.low, "mid": spread.mid, "high": spread.high}
    return values


RANK_CAVEAT = (
    "Estimated from a handful of dashboards of 2025-26; LinkedIn does not publish how scores\n"
    "spread. An account that was left out of the estimate was missed by {error:.0f} points of\n"
    "percentage on average, at worst by {worst:.0f}."
)
FIT_CAVEAT = (
    "1 is the middle of the model, 0 means that what was noted moved nothing; each range holds\n"
    "the factor in 80 of 100 cases, if the model is right. One journal does not show causes."
)


def rank_report(top_percent: dict[str, float], errors: dict[str, float]) -> str:
    """Rank as a dashboard would word it, and how far to trust it."""
    low, mid, high = (max(1, round(top_percent[key])) for key in ("low", "mid", "high"))
    error = sum(errors.values()) / len(errors)
    caveat = RANK_CAVEAT.format(error=error, worst=max(errors.values()))
    return f"Top {mid} % of the group (10-90 % range: top {low} % to top {high} %)\n\n{caveat}"


def fit_report(result: Fit) -> str:
    """Factors by pillar with their intervals, what they foretold, and every doubt."""
    head = ["pillar", "factor", "80 % range", "noise", "readings"]
    rows = [head, *(_factor_row(pillar, result) for pillar in PILLARS)]
    doubts = [
        f"{pillar}: {factor.reason}"
        for pillar, factor in result.factors.items()
        if factor.reason and factor.reason != result.reason
    ]
    parts = [table(rows), "\n".join(([result.reason] if result.reason else []) + doubts)]
    ahead = result.ahead
    if ahead:
        parts.append(
            f"One week ahead, over {ahead.weeks} weeks, the fit missed the total by"
            f" {ahead.fit:.2f} points;\nsaying 'no change' missed it by {ahead.no_change:.2f}."
        )
    return "\n\n".join([*filter(None, parts), FIT_CAVEAT])


def _factor_row(pillar: str, result: Fit) -> list[str]:
    factor = result.factors[pillar]
    if factor.mid is None:
        return [pillar, "unknown", "", "", str(factor.readings)]
    span = f"{factor.low:.2f} to {factor.high:.2f}"
    return [pillar, f"{factor.mid:.2f}", span, f"{factor.noise:.2f}", str(factor.readings)]


def cohort_report(summary: dict[str, Any], out: str) -> str:
    """What was written, and the mean of the group."""
    rows = [[part, range_text(summary[part])] for part in [*PILLARS, "total"]]
    head = ["mean", f"week {summary['week']}"]
    count = "1 person" if summary["people"] == 1 else f"{summary['people']:,} people"
    return f"{count} in {out}\n\n{table([head, *rows])}\n\n{CAVEAT}"
