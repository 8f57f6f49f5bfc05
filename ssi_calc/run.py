"""The result of a simulation: ``Run > week > pillar > low, mid, high``. MicroPython-clean."""

from ssi_calc.outer import outer


class Run:
    """Scores week by week, with the time the plan takes and what it gains.

    Attributes
    ----------
    weeks : list of dict
        Week 0 is the start. ``{"week": 0, "brand": {"low": …, "mid": …, "high": …}, …,
        "total": …}``. [point]
    minutes : list of float
        Time the plan takes in week 1, 2, … [minute]
    gains : dict of str to dict
        Points that each input has won (or lost) by the last week, as a band. [point]

    Examples
    --------
    >>> from ssi_calc import load_inputs, simulate
    >>> run = simulate({"preset": "dormant", "weekly": {"comments": 5}}, load_inputs())
    >>> end = run.end()
    >>> end["low"] <= end["mid"] <= end["high"], run.minutes_per_week()
    (True, 20.0)
    """

    __slots__ = ("gains", "minutes", "weeks")

    def __init__(self, weeks: list, minutes: list, gains: dict) -> None:
        self.weeks = weeks
        self.minutes = minutes
        self.gains = gains

    def end(self, part: str = "total") -> dict:
        """Band of a pillar, or of the total, after the last week.

        Parameters
        ----------
        part : str
            One of PILLARS, or ``total``.

        Returns
        -------
        dict of str to float
            ``low``, ``mid`` and ``high``. [point]
        """
        return self.weeks[-1][part]

    def minutes_per_week(self) -> float:
        """Mean time the plan takes.

        Returns
        -------
        float
            [minute/week]
        """
        return sum(self.minutes) / len(self.minutes)

    def to_dict(self) -> dict:
        """Run as JSON values, the form of ``ssi-calc simulate --json``.

        Returns
        -------
        dict
            ``weeks``, ``minutes`` and ``gains``.
        """
        return {"weeks": self.weeks, "minutes": self.minutes, "gains": self.gains}

    def to_frame(self):
        """Weeks as a table of pandas.

        Returns
        -------
        pandas.DataFrame
            A row for each week, and the columns ``brand_low``, ``brand_mid``, …,
            ``total_high`` as in the output of ``ssi-calc cohort``. [point]

        Raises
        ------
        MissingExtraError
            Without pandas; the message says how to install it.
        """
        return outer("notebook").run_frame(self)

    def _repr_html_(self) -> str:
        """Chart and table, for notebooks."""
        return outer("notebook").run_html(self)


def range_text(band: dict) -> str:
    """Band in words: the middle, and the range unless it is a point.

    Examples
    --------
    >>> range_text({"low": 1.0, "mid": 2.0, "high": 3.04})
    '2.0 (1.0-3.0)'
    >>> range_text({"low": 13.4, "mid": 13.4, "high": 13.4})
    '13.4'
    >>> range_text({"low": -1.5, "mid": -0.04, "high": 0.5})
    '0.0 (-1.5 to 0.5)'
    """
    low, mid, high = [_decimal(band[key]) for key in ("low", "mid", "high")]
    joint = " to " if low[0] == "-" else "-"
    return mid if low == high else mid + " (" + low + joint + high + ")"


def _decimal(value: float) -> str:
    text = f"{value:.1f}"
    return "0.0" if text == "-0.0" else text


def shown(score: float) -> int:
    """Score as the dashboard shows it: rounded to whole points, halves upwards.

    Source: live payloads, O99 and the rows D22, D38, D44 of observations.csv.

    Examples
    --------
    >>> shown(19.705751), shown(48.875)
    (20, 49)
    """
    return int(score + 0.5)
