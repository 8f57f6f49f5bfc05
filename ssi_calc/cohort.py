"""The same plan for many people at once, in NumPy: ``Cohort > block > scores``.

No loop runs over people: the lines of `ssi_calc.core` that serve one learner take arrays.
Memory is bounded by the size of a block, so callers feed a million people block by block.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ssi_calc.draws import COUNT, draw, quantile
from ssi_calc.inputs import MAXIMUM, PILLARS, Inputs
from ssi_calc.schedule import schedules_of
from ssi_calc.simulate import PARTS, WEEKS
from ssi_calc.trajectory import MIDDLE, Trajectory

Array = NDArray[np.float64]
LIMITS = np.array([MAXIMUM] * len(PILLARS) + [MAXIMUM * len(PILLARS)])  # by part


class Cohort:
    """A plan made ready for blocks of people.

    Parameters
    ----------
    plan : dict
        As in PLAN.yml; its start is not used, everybody brings their own.
    inputs : Inputs
    draws : int
        Number of draws behind the band, at least 2.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> cohort = Cohort({"weeks": 4, "weekly": {"comments": 5}}, load_inputs())
    >>> two_people = np.array([[13.4, 11.0], [10.7, 5.0], [11.1, 2.0], [25.0, 14.0]])
    >>> cohort.middle(two_people).shape, cohort.end(two_people)["mid"].shape
    ((5, 5, 2), (5, 2))
    """

    def __init__(self, plan: dict[str, Any], inputs: Inputs, draws: int = COUNT) -> None:
        preset = plan.get("preset") or (plan.get("start") or {}).get("preset")
        known = inputs.presets[preset]["navigator"] if preset else False
        self.weeks: int = plan.get("weeks") or WEEKS
        schedules = schedules_of(plan, inputs, self.weeks)
        every = draw(inputs, draws)
        self._paths = [
            Trajectory(
                schedules,
                inputs,
                every,
                place,
                self.weeks,
                bool(plan.get("navigator", known)),
                plan.get("window"),
            )
            for place in range(draws + 1)
        ]

    def middle(self, readings: Array) -> Array:
        """Middle line of everybody, week by week.

        Parameters
        ----------
        readings : array of shape (4, n_people)
            In the order of PILLARS, from 0 to 25. [point]

        Returns
        -------
        array of shape (weeks + 1, 5, n_people)
            The four pillars and the total. [point]
        """
        return self._scores(readings, MIDDLE, range(self.weeks + 1))

    def end(self, readings: Array) -> dict[str, Array]:
        """Band of everybody after the last week.

        Parameters
        ----------
        readings : array of shape (4, n_people)
            [point]

        Returns
        -------
        dict of str to array of shape (5, n_people)
            ``low``, ``mid`` and ``high``, the numbers of `ssi_calc.simulate`. [point]
        """
        columns = [
            self._scores(readings, place, [self.weeks])[0] for place in range(len(self._paths))
        ]
        mid = columns[MIDDLE]
        ordered = np.sort(columns[1:], axis=0)
        low = np.minimum(quantile(ordered, 0.1), mid)  # type: ignore[arg-type]
        high = np.maximum(quantile(ordered, 0.9), mid)  # type: ignore[arg-type]
        return {"low": _within(low), "mid": _within(mid), "high": _within(high)}

    def columns(self, people: Sequence[Sequence[float]]) -> list[list[float]]:
        """The bands of `end` as columns: low, mid and high of each part in turn.

        Parameters
        ----------
        people : sequence of (float, float, float, float)
            Four readings each. [point]

        Returns
        -------
        list of list of float
            Fifteen columns, an entry for each of `people`. [point]
        """
        ends = self.end(np.array(people).T.copy())
        return [ends[key][part].tolist() for part in range(len(PARTS)) for key in ends]

    def _scores(self, readings: Array, place: int, weeks: Sequence[int]) -> Array:
        starts = dict(zip(PILLARS, readings, strict=True))
        changes = self._paths[place].changes(starts, weeks)
        scores = np.empty((len(weeks), len(PARTS), readings.shape[1]))
        for row in range(len(weeks)):
            for part, pillar in enumerate(PILLARS):
                change = changes[pillar][row] if pillar in changes else 0.0
                scores[row, part] = starts[pillar] + change
            scores[row, -1] = scores[row, :-1].sum(axis=0)
        return _within(scores) if place == MIDDLE else scores


def _within(scores: Array) -> Array:
    """Scores from 0 to the most there is; only last digits ever lie outside."""
    return np.clip(scores, 0.0, LIMITS[:, None])
