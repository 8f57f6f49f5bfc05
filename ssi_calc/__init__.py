"""A teaching model of LinkedIn's Social Selling Index.

It follows the list of inputs that LinkedIn has published. LinkedIn has not published the
weights; the ones here are assumptions with ranges. The model does not read an account and
does not predict a score.

The names that compute run under MicroPython in the browser; those that read files are
loaded when first asked for, so that the browser never meets them.
"""

from ssi_calc.chart import chart
from ssi_calc.inputs import PILLARS, Input, Inputs, inputs_from
from ssi_calc.outer import outer as _outer
from ssi_calc.run import Run
from ssi_calc.simulate import Simulator, simulate

_OUTER = {
    "Best": "optimiser",
    "Cohort": "cohort",
    "Explanation": "explanation",
    "Factor": "fit",
    "Fit": "fit",
    "Journal": "journal",
    "MissingExtraError": "extras",
    "Optimiser": "optimiser",
    "PlanError": "plan",
    "Problem": "places",
    "Ranks": "rank",
    "explain": "explanation",
    "fit_journal": "fit",
    "inputs_json": "build",
    "least_minutes": "optimiser",
    "least_weeks": "optimiser",
    "load_inputs": "files",
    "load_ranks": "rank",
    "optimise": "optimiser",
    "parse_plan": "files",
    "read_inputs": "files",
    "read_journal": "journal",
    "read_plan": "files",
    "save_plot": "plot",
}

__all__ = [
    "PILLARS",
    "Best",
    "Cohort",
    "Explanation",
    "Factor",
    "Fit",
    "Input",
    "Inputs",
    "Journal",
    "MissingExtraError",
    "Optimiser",
    "PlanError",
    "Problem",
    "Ranks",
    "Run",
    "Simulator",
    "chart",
    "explain",
    "fit_journal",
    "inputs_from",
    "inputs_json",
    "least_minutes",
    "least_weeks",
    "load_inputs",
    "load_ranks",
    "optimise",
    "parse_plan",
    "read_inputs",
    "read_journal",
    "read_plan",
    "save_plot",
    "simulate",
]


def __getattr__(name: str):
    if name not in _OUTER:
        raise AttributeError(f"module 'ssi_calc' has no attribute '{name}'")
    return getattr(_outer(_OUTER[name]), name)
