"""From a score and the mean of a group to "Top N %": ``Sighting > Ranks``.

A logistic curve in score minus mean, fitted to what a handful of dashboards showed:

    log(p / (1 - p)) = a + b * (score - mean),  p = N / 100

LinkedIn does not publish how scores spread within a group, so the range is wide, and the
error for an account that was left out of the fit is part of the answer.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ssi_calc.student import ninety

RANKS = Path(__file__).with_name("ranks.yml")


@dataclass(frozen=True)
class Sighting:
    """One rank as a dashboard showed it. `lead` is score minus group mean. [point]"""

    source: str
    account: str
    lead: float
    top_percent: float

    @property
    def odds(self) -> float:
        """Rank on the scale on which the curve is a line."""
        return math.log(self.top_percent / (100 - self.top_percent))


@dataclass(frozen=True)
class Ranks:
    """A logistic curve from the lead on a group's mean to a rank in it.

    Source: ``ssi_calc/ranks.yml``, a handful of dashboards of 2025-26. LinkedIn does not publish
    how scores spread.

    Attributes
    ----------
    level, slope : float
        Log odds at the mean of the group, and their change per point.
    centre, spread : float
        Mean lead of the accounts, and the sum of squares about it. [point, point^2]
    noise : float
        Standard deviation of an account about the line, in log odds.
    accounts : int

    Examples
    --------
    >>> ranks = load_ranks()
    >>> ranks.slope < 0  # a higher score, a smaller number behind "Top"
    True
    """

    level: float
    slope: float
    centre: float
    spread: float
    noise: float
    accounts: int

    def top_percent(self, score: float, mean: float) -> dict[str, float]:
        """Share of the group with at least this score, as a band that holds 80 %.

        Parameters
        ----------
        score, mean : float
            From 0 to 100. [point]

        Returns
        -------
        dict of str to float
            ``low``, ``mid`` and ``high``, each above 0 and below 100; a low number is a
            high rank. [%]

        Examples
        --------
        >>> top = load_ranks().top_percent(53, mean=35)
        >>> top["low"] < 10 < top["high"]
        True
        """
        odds = self.level + self.slope * (score - mean)
        off = (score - mean - self.centre) ** 2 / self.spread
        half = ninety(self.accounts - 2) * self.noise * math.sqrt(1 + 1 / self.accounts + off)
        bounds = {"low": odds - half, "mid": odds, "high": odds + half}
        return {key: 100 / (1 + math.exp(-bound)) for key, bound in bounds.items()}


def fit_ranks(sightings: Sequence[Sighting]) -> Ranks:
    """Line through the log odds by least squares; each account weighs the same.

    Parameters
    ----------
    sightings : sequence of Sighting
        Of at least three accounts, with different leads.

    Returns
    -------
    Ranks
        Its noise is infinite when there are too few accounts to know it.
    """
    rows = Counter(each.account for each in sightings)
    weights = [1 / rows[each.account] for each in sightings]
    centre = _mean(weights, [each.lead for each in sightings])
    leads = [each.lead - centre for each in sightings]
    height = _mean(weights, [each.odds for each in sightings])
    spread = sum(w * lead * lead for w, lead in zip(weights, leads, strict=True))
    moment = sum(w * x * e.odds for w, x, e in zip(weights, leads, sightings, strict=True))
    slope = moment / spread
    misses = [e.odds - height - slope * lead for e, lead in zip(sightings, leads, strict=True)]
    squares = sum(w * miss * miss for w, miss in zip(weights, misses, strict=True))
    noise = math.sqrt(squares / (len(rows) - 2)) if len(rows) > 2 else math.inf
    return Ranks(height - slope * centre, slope, centre, spread, noise, len(rows))


def _mean(weights: list[float], values: list[float]) -> float:
    return sum(w * value for w, value in zip(weights, values, strict=True)) / sum(weights)


def left_out_errors(sightings: Sequence[Sighting]) -> dict[str, float]:
    """Mean error for each account under a curve fitted to all the others.

    All rows of an account are left out together: they are nearly the same reading.

    Returns
    -------
    dict of str to float
        By account; how far the middle lay from the rank shown. [percentage point]
    """
    errors = {}
    for account in sorted({each.account for each in sightings}):
        ranks = fit_ranks([each for each in sightings if each.account != account])
        own = [each for each in sightings if each.account == account]
        middles = [100 / (1 + math.exp(-ranks.level - ranks.slope * e.lead)) for e in own]
        misses = [abs(m - e.top_percent) for m, e in zip(middles, own, strict=True)]
        errors[account] = sum(misses) / len(misses)
    return errors


@cache
def load_sightings() -> tuple[Sighting, ...]:
    """Ranks that come with the package, each with the row it was taken from."""
    data = yaml.safe_load(RANKS.read_text(encoding="utf-8"))
    return tuple(
        Sighting(
            row["source"],
            row["account"],
            row["score"] - row.get("mean", data["assumed_mean"]),
            row["top_percent"],
        )
        for row in data["rows"]
    )


@cache
def load_ranks() -> Ranks:
    """Curve fitted to the ranks that come with the package, once.

    Returns
    -------
    Ranks

    Examples
    --------
    >>> load_ranks().accounts > 2
    True
    """
    return fit_ranks(load_sightings())
