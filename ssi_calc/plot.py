"""Pictures in files, drawn by matplotlib: a run week by week, or the factors of a fit.

SVG and PNG hold the same figure. (In a page or a notebook `ssi_calc.chart` draws, which needs
nothing.) The colours are those of that chart: Okabe and Ito's colour-blind-safe set of 2008,
darkened until each has a contrast of 3 on white and on black. Each pillar has a panel and a dash
of its own, so nothing hangs on colour alone.
"""

from pathlib import Path
from typing import Any

from ssi_calc.chart import COLOURS, DASHES, HIGHEST, LABELS, PARTS, change_text
from ssi_calc.extras import extra
from ssi_calc.fit import Fit
from ssi_calc.inputs import PILLARS
from ssi_calc.outfile import whole_file
from ssi_calc.run import Run

ENDINGS = (".svg", ".png")
TOTAL = "#222222"  # the page's own colour in the chart; a file has no page
NOTE = (
    "A teaching model: LinkedIn has not published the weights. Line: the middle; band: the 10-90 %"
    " range."
)
FIT_NOTE = (
    "0: what was noted moved nothing; 1: as the middle of the model. Line: holds the factor in 80"
    " of 100 cases, if the model is right."
)
STYLE = {"svg.fonttype": "none", "svg.hashsalt": "ssi-calc", "font.size": 9}
INCHES = (7.2, 6.4)


def save_plot(result: Any, path: str | Path) -> None:
    """Draw `result` into a file, which is written whole or not at all.

    Parameters
    ----------
    result : Run, Best or Fit
        A best plan is drawn as the run it leads to.
    path : str or Path
        Ends in ``.svg`` or ``.png``.

    Raises
    ------
    ValueError
        For another ending.
    MissingExtraError
        Without matplotlib; the message says how to install it.
    OSError
        When the file cannot be written.

    Examples
    --------
    >>> from ssi_calc import load_inputs, simulate
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     save_plot(simulate({"preset": "dormant"}, load_inputs()), f"{folder}/run.png")
    >>> save_plot(None, "plot.pdf")
    Traceback (most recent call last):
    ValueError: a picture ends in .svg or .png, got 'plot.pdf'
    """
    ending = Path(path).suffix.lower()
    if ending not in ENDINGS:
        raise ValueError(f"a picture ends in .svg or .png, got '{path}'")
    matplotlib = extra("matplotlib", "plot", "a picture")
    drawn = result if isinstance(result, Run | Fit) else result.run
    with matplotlib.rc_context({**matplotlib.rcParamsDefault, **STYLE}):
        figure = fit_figure(drawn) if isinstance(drawn, Fit) else run_figure(drawn)
        undated: dict[str, Any] = {"Date": None} if ending == ".svg" else {}
        with whole_file(path, binary=True) as file:
            figure.savefig(file, format=ending[1:], dpi=150, metadata=undated)


def run_figure(run: Run) -> Any:
    """Figure of five panels, the total on top: each a middle line within its 10-90 % band."""
    figure = _figure(INCHES)
    axes = figure.subplot_mosaic([["total"] * 2, ["brand", "find"], ["engage", "relate"]])
    for part in PARTS:
        _panel(axes[part], part, run.weeks)
    figure.suptitle(LABELS["title"].format(weeks=run.weeks[-1]["week"]), fontweight="bold")
    figure.supxlabel(NOTE, fontsize="small")
    return figure


def _panel(axes: Any, part: str, weeks: list[dict[str, Any]]) -> None:
    bands = [week[part] for week in weeks]
    at = [week["week"] for week in weeks]
    low, mid, high = ([band[edge] for band in bands] for edge in ("low", "mid", "high"))
    colour = TOTAL if part == "total" else COLOURS[part]
    axes.fill_between(at, low, high, color=colour, alpha=0.25, linewidth=0)
    style = {"color": colour, "linewidth": 1.75, "linestyle": _dash(part)}
    axes.plot(at, mid, clip_on=False, zorder=3, **style)  # a line at 25 stays whole
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_xlim(at[0], at[-1])
    axes.set_ylim(0, HIGHEST[part])
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.grid(alpha=0.3)
    axes.set_title(f"{LABELS[part]} {change_text(bands, LABELS)}", loc="left", fontsize="medium")
    axes.set_xlabel("week")
    axes.set_ylabel("points")


def _dash(part: str) -> Any:
    lengths = tuple(float(length) / 1.75 for length in DASHES[part].split())
    return (0, lengths) if lengths else "solid"


def fit_figure(fit: Fit) -> Any:
    """Figure of one row a pillar: the factor and the line that holds it in 80 of 100 cases."""
    figure = _figure((INCHES[0], 3.2))
    axes = figure.subplots()
    for row, pillar in enumerate(PILLARS):
        factor = fit.factors[pillar]
        if factor.mid is None:
            axes.text(0, row, f" unknown: {factor.reason}", va="center", fontsize="small")
            continue
        colour = COLOURS[pillar]
        axes.plot([factor.low, factor.high], [row, row], color=colour, linewidth=3, alpha=0.5)
        axes.plot([factor.mid], [row], color=colour, marker="o")
    for known in (0, 1):
        axes.axvline(known, color=TOTAL, linewidth=0.75, linestyle="dashed")
    axes.set_yticks(range(len(PILLARS)), [LABELS[pillar] for pillar in PILLARS])
    axes.set_ylim(len(PILLARS) - 0.5, -0.5)
    axes.grid(alpha=0.3, axis="x")
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_xlabel(f"response factor, from {fit.readings} readings")
    figure.suptitle("How your pillars respond", fontweight="bold")
    figure.supxlabel(FIT_NOTE, fontsize="small")
    return figure


def _figure(inches: tuple[float, float]) -> Any:
    """Empty figure of its own: nothing of matplotlib's state is used or left behind."""
    module = extra("matplotlib.figure", "plot", "a picture")
    return module.Figure(figsize=inches, layout="constrained")
