# ruff: noqa: B905 (MicroPython has no zip(strict=))
"""Where a run begins: the level of every input in every draw. MicroPython-clean.

Four readings do not say how they came about. So every open input of a pillar starts at
the one common fraction of its full level that reproduces the reading, draw by draw. A
preset, in contrast, states the levels, and the model computes what they score.
"""

from ssi_calc.core import earned, fraction_for
from ssi_calc.draws import Draws
from ssi_calc.inputs import MAXIMUM, PILLARS, Input, Inputs


class Start:
    """Score by pillar, level by input id and whether inputs are open: lists over the draws.

    Attributes
    ----------
    scores : dict of str to list of float
        [point]
    levels : dict of str to list of float
        [unit, unit/week or 1, by the kind of input]
    navigator : bool
    """

    __slots__ = ("levels", "navigator", "scores")

    def __init__(self, scores: dict, levels: dict, navigator: bool) -> None:
        self.scores = scores
        self.levels = levels
        self.navigator = navigator

    def is_open(self, entry: Input) -> bool:
        """Whether `entry` can earn points at all."""
        return self.navigator or not entry.needs_navigator


def start_from_readings(readings: dict, navigator: bool, inputs: Inputs, draws: Draws) -> Start:
    """Start that reproduces four readings exactly, in every draw.

    A reading above what the open inputs can earn keeps its surplus: the model does not
    explain it, and does not take it away.

    Parameters
    ----------
    readings : dict of str to float
        One per pillar, from 0 to 25. [point]
    navigator : bool
        Whether the inputs of Sales Navigator are open.

    Returns
    -------
    Start
    """
    start = Start({}, {}, navigator)
    size = draws.count + 1
    for pillar in PILLARS:
        start.scores[pillar] = [readings[pillar] * 1.0] * size
        entries = inputs.of_pillar(pillar)
        room = open_weights(entries, start, draws)
        fractions = [fraction_for(readings[pillar] / (MAXIMUM * share)) for share in room]
        for entry in entries:
            known = fractions if start.is_open(entry) else [0.0] * size
            start.levels[entry.id] = [a * b for a, b in zip(known, draws.fulls[entry.id])]
        _agree_with_rates(start, entries)
    return start


def start_from_preset(preset: dict, navigator: bool, inputs: Inputs, draws: Draws) -> Start:
    """Start of a stated life: what somebody has and does every week.

    Parameters
    ----------
    preset : dict
        ``has`` and ``weekly``, amounts by input id.

    Returns
    -------
    Start
        Its scores differ from draw to draw.
    """
    start = Start({}, {}, navigator)
    size = draws.count + 1
    for entry in inputs:
        level = preset["has"].get(entry.id, preset["weekly"].get(entry.id, 0.0))
        start.levels[entry.id] = [level * 1.0 if start.is_open(entry) else 0.0] * size
    for entry in inputs:
        if entry.kind == "rate":
            good, tried = [start.levels[id] for id in entry.of]
            start.levels[entry.id] = [a / b if b else 0.0 for a, b in zip(good, tried)]
    for pillar in PILLARS:
        start.scores[pillar] = _scores(inputs.of_pillar(pillar), start, draws)
    return start


def open_weights(entries: list, start: Start, draws: Draws) -> list:
    """Part of a pillar that the open inputs can earn, in each draw. [1]"""
    columns = [draws.weights[entry.id] for entry in entries if start.is_open(entry)]
    return [sum([column[place] for column in columns]) for place in range(draws.count + 1)]


def _agree_with_rates(start: Start, entries: list) -> None:
    """What succeeded was the rate times what was tried."""
    for entry in entries:
        if entry.kind == "rate":
            good, tried = entry.of
            pairs = zip(start.levels[entry.id], start.levels[tried])
            start.levels[good] = [rate * level for rate, level in pairs]


def _scores(entries: list, start: Start, draws: Draws) -> list:
    """Score of one pillar in each draw. [point]"""
    scores = [0.0] * (draws.count + 1)
    for entry in entries:
        columns = zip(
            scores, draws.weights[entry.id], start.levels[entry.id], draws.fulls[entry.id]
        )
        scores = [
            score + MAXIMUM * weight * earned(level / full)
            for score, weight, level, full in columns
        ]
    return scores
