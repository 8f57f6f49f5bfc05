"""Results as they show themselves in a notebook: HTML tables, charts, frames of pandas.

The classes lead here by thin methods, so that the browser, which has pages of its own, loads
none of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from ssi_calc.chart import COLOURS, LABELS, chart, escape
from ssi_calc.extras import extra
from ssi_calc.fit import Factor, Fit
from ssi_calc.inputs import PILLARS
from ssi_calc.optimiser import Best
from ssi_calc.run import Run, range_text
from ssi_calc.simulate import PARTS

BOUNDS = ("low", "mid", "high")
WIDTH, ROW, EDGE = 360, 28, 60  # of the chart of a fit: its rows begin right of the names


def run_html(run: Run) -> str:
    """Chart, and a table of weeks."""
    rows = [[week["week"], *(range_text(week[part]) for part in PARTS)] for week in run.weeks]
    return _picture(chart(run)) + _table(["week", *PARTS], rows)


def run_frame(run: Run) -> Any:
    """Frame with a row for each week and three columns for each part."""
    rows = [
        {f"{part}_{bound}": week[part][bound] for part in PARTS for bound in BOUNDS}
        for week in run.weeks
    ]
    return _frame(rows, [week["week"] for week in run.weeks], "week")


def best_html(best: Best) -> str:
    """What to do and what it earns, and the chart of the run it leads to."""
    rows = []
    for row in _choices(best):
        amounts = [_amount(row["weekly"]), _amount(row["once"])]
        rows.append([row["input"], *amounts, f"{row['minutes']:.3g}", range_text(row)])
    said = (
        f"{best.minutes:.0f} minutes a week; total {range_text(best.start)} today,"
        f" {range_text(best.total)} after {len(best.run.weeks) - 1} weeks"
    )
    if not best.reached:
        said += f"; {best.target:g} is not reached"
    head = ["input", "weekly", "once", "minutes a week", "points"]
    return f"<p>{escape(said)}</p>" + _table(head, rows) + _picture(chart(best.run))


def best_frame(best: Best) -> Any:
    """Frame with a row for each input."""
    rows = _choices(best)
    names = [row.pop("input") for row in rows]
    return _frame(rows, names, "input", ["weekly", "once", "minutes", *BOUNDS])


def _choices(best: Best) -> list[dict[str, Any]]:
    """Amounts, minutes and points by input; None where nothing is planned under a key."""
    found = []
    for row in best.earns:
        id = row["input"]
        amounts = {
            key: float(best.plan[key][id]) if id in best.plan[key] else None
            for key in ("weekly", "once")
        }
        found.append({"input": id, **amounts, "minutes": row["minutes"], **row["points"]})
    return found


def _amount(amount: float | None) -> str:
    return "" if amount is None else f"{amount:g}"


def fit_html(fit: Fit) -> str:
    """Chart of the factors, and a table with every doubt."""
    rows = []
    for pillar in PILLARS:
        factor = fit.factors[pillar]
        span = [f"{value:.2f}" for value in _span(factor)] or ["", "unknown", ""]
        noise = "" if factor.noise is None else f"{factor.noise:.2f}"
        rows.append([pillar, *span, noise, factor.readings, factor.reason])
    head = ["pillar", "low", "factor", "high", "noise", "readings", "remark"]
    return _picture(factors_chart(fit)) + _table(head, rows)


def fit_frame(fit: Fit) -> Any:
    """Frame with a row for each pillar."""
    rows = [asdict(fit.factors[pillar]) for pillar in PILLARS]
    return _frame(rows, list(PILLARS), "pillar")


def factors_chart(fit: Fit) -> str:
    """SVG with a row for each pillar: the factor, and the line that holds it in 80 of 100 cases."""
    spans = {pillar: _span(fit.factors[pillar]) for pillar in PILLARS}
    ends = [0.0, 1.0, *(bound for span in spans.values() for bound in span)]
    first, last = min(ends), max(ends)

    def at(value: float) -> str:
        return f"{EDGE + (value - first) / (last - first) * (WIDTH - EDGE - 10):.1f}"

    height = ROW * len(PILLARS)
    parts = []
    for value in (0, 1):
        parts.append(f'<path d="M{at(value)} 0V{height}" stroke="currentColor" opacity=".4"/>')
        place = f'x="{at(value)}" y="{height + 14}" text-anchor="middle"'
        parts.append(f'<text {place} fill="currentColor">{value}</text>')
    for row, pillar in enumerate(PILLARS):
        y = ROW * row + ROW / 2
        parts.append(f'<text y="{y + 4}" fill="currentColor">{LABELS[pillar]}</text>')
        if spans[pillar]:
            low, mid, high = map(at, spans[pillar])
            style = f'stroke="{COLOURS[pillar]}" stroke-width="3" stroke-opacity=".6"'
            parts.append(f'<path d="M{low} {y}H{high}" {style}/>')
            parts.append(f'<circle cx="{mid}" cy="{y}" r="5" fill="{COLOURS[pillar]}"/>')
    head = (
        f'<svg viewBox="0 0 {WIDTH} {height + 20}" role="img" font-family="inherit" font-size="12"'
        ' aria-label="Response factors by pillar, with their 80 % intervals">'
    )
    return head + "".join(parts) + "</svg>"


def _span(factor: Factor) -> tuple[float, ...]:
    """Low, middle and high; empty when the factor is unknown."""
    if factor.low is None or factor.mid is None or factor.high is None:
        return ()
    return factor.low, factor.mid, factor.high


def _picture(svg: str) -> str:
    return f'<div style="max-width: 30rem">{svg}</div>'


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """HTML table; the first cell of each row is its name."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = []
    for first, *rest in rows:
        cells = "".join(f"<td>{escape(str(cell))}</td>" for cell in rest)
        lines.append(f'<tr><th scope="row">{escape(str(first))}</th>{cells}</tr>')
    return f"<table><thead><tr>{names}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _frame(
    rows: list[dict[str, Any]], index: list[Any], name: str, columns: list[str] | None = None
) -> Any:
    pandas = extra("pandas", "frame", "a data frame")
    return pandas.DataFrame(rows, index=pandas.Index(index, name=name), columns=columns)
