# ruff: noqa: RUF005 (MicroPython has no [*a])
"""What a reader may assume otherwise. MicroPython-clean.

    assumptions > window, navigator, weights > input id

All three are assumptions because nobody outside LinkedIn knows them. ``window`` and
``navigator`` stand for those of the plan; ``weights`` move middles within their ranges.
A rule that is broken comes back as in `ssi_calc.plan`: ``(path, message, hint)``.
"""

from ssi_calc.inputs import Input, Inputs
from ssi_calc.plan import WINDOWS, unknown_keys, wrong_choice
from ssi_calc.words import is_number, nearest, quoted

KEYS = ("window", "navigator", "weights")


def assumption_problems(assumptions: object, inputs: Inputs) -> list:
    """Everything that is wrong with assumptions, in the same order on every host.

    Parameters
    ----------
    assumptions : object
        Whatever JSON held. Sound is ``{"window": 30, "navigator": True, "weights":
        {"articles": 0.3}}``, every part of it optional.
    inputs : Inputs

    Returns
    -------
    list of (tuple, str, str)
        Path, message, hint; empty when a simulator can assume this.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> assumption_problems({"weights": {"articles": 0.5}}, load_inputs())
    [(('weights', 'articles'), 'articles must weigh from 0.11 to 0.385, got 0.5', '')]
    """
    if not isinstance(assumptions, dict):
        return [((), "assumptions must hold window, navigator or weights", "")]
    found = unknown_keys((), assumptions, KEYS)
    found += wrong_choice(assumptions, "window", WINDOWS, "30, 60 or 90 days")
    found += wrong_choice(assumptions, "navigator", (True, False), "true or false")
    weights = assumptions.get("weights", {})
    if not isinstance(weights, dict):
        message = f"weights must hold numbers by input, got {quoted(weights)}"
        return found + [(("weights",), message, "weights: {articles: 0.3}")]
    for id in sorted(weights):  # MicroPython's dicts have no order
        found += _weight(id, weights[id], inputs)
    return found


def _weight(id: str, weight, inputs: Inputs) -> list:
    """Rules for one weight."""
    if id not in inputs:
        known = tuple([entry.id for entry in inputs if entry.weight.high])
        return [(("weights", id, "?"), f"unknown input '{id}'", nearest(id, known))]
    spread = inputs[id].weight
    if not spread.high:
        message = f"{id} has no weight of its own"
        return [(("weights", id, "?"), message, _counts_through(inputs[id], inputs))]
    if is_number(weight) and spread.low <= weight <= spread.high:
        return []
    message = f"{id} must weigh from {spread.low} to {spread.high}, got {quoted(weight)}"
    return [(("weights", id), message, "")]


def _counts_through(entry: Input, inputs: Inputs) -> str:
    through = [rate.id for rate in inputs if entry.id in rate.of]
    return "it counts through " + " and ".join(through)
