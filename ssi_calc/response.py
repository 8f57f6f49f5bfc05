# ruff: noqa: B905 (MicroPython has no zip(strict=))
"""How an input answers to its amount: ``Response > amounts, points``. MicroPython-clean."""

from ssi_calc.core import earned
from ssi_calc.draws import Draws, band
from ssi_calc.inputs import MAXIMUM, Input

STEPS = 20  # between nothing and the highest full level


def response(entry: Input, draws: Draws, steps: int = STEPS) -> dict:
    """Points that `entry` earns at amounts from nothing to its highest full level.

    Equation 1, on the weights and full levels of the draws. Half of the middle full level
    and the middle full level itself are among the amounts. What is either there or not has
    these two amounts alone.

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
    >>> found["amounts"], [points["mid"] for points in found["points"]]
    ([0.0, 7.5, 15.0, 30.0], [0.0, 3.75, 5.0, 5.0])
    """
    amounts = [0.0, 1.0] if entry.boolean else _amounts(entry, steps)
    pairs = [(MAXIMUM * w, full) for w, full in zip(draws.weights[entry.id], draws.fulls[entry.id])]
    points = [
        band([points * earned(amount / full) for points, full in pairs]) for amount in amounts
    ]
    return {"amounts": amounts, "points": points}


def _amounts(entry: Input, steps: int) -> list:
    amounts = [entry.full.high * step / steps for step in range(steps + 1)]
    for amount in (entry.full.mid / 2, entry.full.mid):
        if amount not in amounts:
            amounts.append(amount)
    return sorted(amounts)
