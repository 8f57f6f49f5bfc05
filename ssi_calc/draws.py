# ruff: noqa: B905 (MicroPython has no zip(strict=))
"""A fixed set of draws from the ranges of all inputs: ``Draws > input id > values``.

A Latin hypercube: each number takes each of `count` equally likely slices of its range
once, in an order that hangs on its name alone. So every run, on every machine, sees the
same draws, and a new input leaves the draws of the others as they were. Entry 0 of every
list is the middle of the range; the band comes from the rest. MicroPython-clean.
"""

from ssi_calc.inputs import PILLARS, Inputs, Range

COUNT = 32  # more would smooth the band by tenths of a point and slow the browser


class Draws:
    """Weights, full levels and windows per input id, each a list of ``count + 1`` values."""

    __slots__ = ("count", "fulls", "weights", "windows")

    def __init__(self, count: int, weights: dict, fulls: dict, windows: dict) -> None:
        self.count = count
        self.weights = weights
        self.fulls = fulls
        self.windows = windows


def order_for(name: str, count: int) -> list:
    """Permutation of ``range(count)`` that hangs on `name` alone.

    Fisher-Yates with the minimal standard generator (Park and Miller 1988).

    Examples
    --------
    >>> sorted(order_for("comments.full", 4))
    [0, 1, 2, 3]
    """
    state = 1
    for letter in name:
        state = (state * 31 + ord(letter)) % 2147483646 + 1
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        state = state * 48271 % 2147483647
        other = state % (last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def values(spread, name: str, count: int) -> list:
    """The middle of `spread`, then one value from each of `count` equal slices of it."""
    return [spread.mid] + [spread.at((place + 0.5) / count) for place in order_for(name, count)]


def draw(inputs: Inputs, count: int = COUNT) -> Draws:
    """Draws for `inputs`; the weights of a pillar sum to 1 in each of them.

    All windows of a draw lie at the same place of their ranges: how long LinkedIn
    remembers is one unknown, not one for each input.

    Parameters
    ----------
    inputs : Inputs
    count : int
        Number of draws, at least 2.

    Returns
    -------
    Draws

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> draws = draw(load_inputs(), count=8)
    >>> draws.windows["comments"][0], len(draws.windows["comments"])
    (90, 9)
    """
    weights: dict = {}
    for pillar in PILLARS:
        weights.update(_scaled_weights(inputs.of_pillar(pillar), count, {}))
    fulls = {entry.id: values(entry.full, entry.id + ".full", count) for entry in inputs}
    flows = [entry for entry in inputs if entry.kind == "flow"]
    windows = {entry.id: values(entry.window, "window", count) for entry in flows}
    return Draws(count, weights, fulls, windows)


def reweighted(draws: Draws, inputs: Inputs, weights: dict) -> Draws:
    """`draws` in which some weights have another middle; the other pillars stay as they are.

    A weight moves its middle within its range, so that half of its draws lie below it and
    half above, and the pillar is scaled to sum 1 anew, in each draw: what one input gains,
    the others lose in proportion to their weights, and 25 points remain the most.

    Parameters
    ----------
    draws : Draws
        As `draw` makes them from `inputs`.
    inputs : Inputs
    weights : dict of str to float
        Middles by input id, within their ranges, before they are scaled. [1]

    Returns
    -------
    Draws

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> inputs = load_inputs()
    >>> draws = reweighted(draw(inputs), inputs, {"articles": 0.3})
    >>> round(draws.weights["articles"][0], 4)  # 0.3 / (1 - 0.22 + 0.3)
    0.2778
    """
    found = dict(draws.weights)
    for pillar in PILLARS:
        entries = inputs.of_pillar(pillar)
        if any(entry.id in weights for entry in entries):
            found.update(_scaled_weights(entries, draws.count, weights))
    return Draws(draws.count, found, draws.fulls, draws.windows)


def _scaled_weights(entries: list, count: int, middles: dict) -> dict:
    """Weights of one pillar, scaled to sum 1 in each draw."""
    raw = {}
    for entry in entries:
        spread = entry.weight
        if entry.id in middles:
            spread = Range(spread.low, middles[entry.id], spread.high)
        raw[entry.id] = values(spread, entry.id + ".weight", count)
    sums = [sum(column[place] for column in raw.values()) for place in range(count + 1)]
    return {
        id: [weight / total for weight, total in zip(column, sums)] for id, column in raw.items()
    }


def quantile(ordered: list, share: float) -> float:
    """Value below which `share` of the sorted values lie, with linear steps between them.

    Examples
    --------
    >>> quantile([0.0, 10.0, 20.0], 0.25)
    5.0
    """
    place = share * (len(ordered) - 1)
    left = min(int(place), len(ordered) - 2)
    return ordered[left] + (ordered[left + 1] - ordered[left]) * (place - left)


def band(column: list) -> dict:
    """Band over one column of draws: the middle, and the 10-90 % range stretched to hold it.

    Examples
    --------
    >>> band([5.0, 0.0, 5.0, 10.0])
    {'low': 1.0, 'mid': 5.0, 'high': 9.0}
    """
    mid = column[0]
    ordered = sorted(column[1:])
    low = quantile(ordered, 0.1)
    high = quantile(ordered, 0.9)
    return {"low": min(low, mid), "mid": mid, "high": max(high, mid)}
