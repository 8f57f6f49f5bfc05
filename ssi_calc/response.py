# ruff: noqa: B905 (MicroPython has no zip(strict=))
"""How an input answers to its amount: ``Response > amounts, points``. MicroPython-clean."""

from ssi_calc.core import earned
from ssi_calc.draws import Draws, band
from ssi_calc.inputs import MAXIMUM, Input

STEPS = 20  # between nothing and the highest full level


def response(entry: Input, draws: Draws, steps: int = STEPS) -> dict:
    """Points that `entry` earns at amounts from nothing to its highest full level.

    Equation 1, on the weights and full levels of the draws. What is either there or not
    has these two amounts alone.

    Parameters
    ----------
    entry : Input
        With a weight of its own.
    draws : Draws
    steps : int
        Number of equal steps between the amounts, at least 1.

    Returns
    -------
    dict
        ``amounts``, a list of float [unit; unit/week for a flow; 1 for a rate], and
        ``points``, the band at each of them [point].

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> from ssi_calc.draws import draw
    >>> inputs = load_inputs()
    >>> found = response(inputs["comments"], draw(inputs), steps=2)
    >>> found["amounts"], found["points"][0], found["points"][1]["mid"]
    ([0.0, 15.0, 30.0], {'low': 0.0, 'mid': 0.0, 'high': 0.0}, 5.0)
    """
    steps = 1 if entry.boolean else steps
    amounts = [entry.full.high * step / steps for step in range(steps + 1)]
    pairs = [(MAXIMUM * w, full) for w, full in zip(draws.weights[entry.id], draws.fulls[entry.id])]
    points = [
        band([points * earned(amount / full) for points, full in pairs]) for amount in amounts
    ]
    return {"amounts": amounts, "points": points}
