"""The same plan for many people at once, in NumPy: ``Cohort > block > scores``.

No loop runs over people: `ssi_calc.block` computes for some thousands of them at once, few
enough to stay in the cache. Callers feed a million people block by block, so memory is bounded.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ssi_calc.block import Block
from ssi_calc.draws import COUNT, draw, quantile
from ssi_calc.inputs import MAXIMUM, PILLARS, Inputs
from ssi_calc.schedule import schedules_of
from ssi_calc.simulate import PARTS, WEEKS
from ssi_calc.trajectory import MIDDLE, Trajectory

Array = NDArray[np.float64]
CACHE = 16_384  # numbers; two such arrays of eight bytes each fit a second-level cache
SMALLEST = 256  # people; fewer, and calling NumPy costs more than its work
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
        self._weekly = Block(self._paths[MIDDLE], range(self.weeks + 1))
        self._ends = [Block(path, [0, self.weeks]) for path in self._paths]

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
        scores = np.empty((self.weeks + 1, len(PARTS), readings.shape[1]))
        for here in _chunks(readings.shape[1], self.weeks + 1):
            scores[:, :, here] = _scores(readings[:, here], self._weekly, self.weeks + 1)
        return _within(scores)

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
        bands = np.empty((3, len(PARTS), readings.shape[1]))
        for here in _chunks(readings.shape[1], len(PARTS)):
            bands[:, :, here] = self._bands(readings[:, here])
        return dict(zip(("low", "mid", "high"), _within(bands), strict=True))

    def _bands(self, readings: Array) -> Array:
        """Low, middle and high of some people; only what moves differs from draw to draw."""
        columns = np.array([_scores(readings, block, 2)[1] for block in self._ends])
        moving = [PARTS.index(pillar) for pillar in self._weekly.pillars] + [len(PILLARS)]
        bands = np.array([columns[MIDDLE]] * 3)
        ordered: Any = np.sort(columns[1:, moving], axis=0)
        for bound, share, widest in ((0, 0.1, np.minimum), (2, 0.9, np.maximum)):
            bands[bound, moving] = widest(quantile(ordered, share), bands[1, moving])
        return bands

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


def _scores(readings: Array, block: Block, weeks: int) -> Array:
    """Scores of all parts in each of `weeks` weeks."""
    scores = np.empty((weeks, len(PARTS), readings.shape[1]))
    change, room = np.empty((2, weeks, readings.shape[1]))
    for part, pillar in enumerate(PILLARS):
        if pillar in block.pillars:
            block.change(pillar, readings[part], change, room)
            np.add(change, readings[part], out=scores[:, part])
        else:
            scores[:, part] = readings[part]
    np.sum(scores[:, :-1], axis=1, out=scores[:, -1])
    return scores


def _chunks(count: int, rows: int) -> Iterator[slice]:
    """Slices of `count` people, few enough that `rows` numbers of each fit the cache."""
    size = max(SMALLEST, CACHE // rows)
    return (slice(first, min(first + size, count)) for first in range(0, count, size))


def _places(count: int) -> list[int]:
    """Places that `quantile` looks at in `count` sorted values."""
    found = set()
    for share in (0.1, 0.9):
        left = min(int(share * (count - 1)), count - 2)
        found |= {left, left + 1}
    return sorted(found)


def _within(scores: Array) -> Array:
    """Scores from 0 to the most there is; only last digits ever lie outside."""
    return np.clip(scores, 0.0, LIMITS[:, None], out=scores)
