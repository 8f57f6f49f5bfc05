"""What the simulator knows of each input: ``Inputs > Input > Range``.

The values come from ``inputs.yml`` (by way of JSON in the browser); nothing about a
single input stands in code. This module runs unchanged under MicroPython.
"""

PILLARS = ("brand", "find", "engage", "relate")
"""Ids of the four pillars, in the order of the dashboard. Each scores from 0 to 25. [point]"""
MAXIMUM = 25.0  # points a pillar can earn


class Range:
    """A number that is not known exactly: its lowest, middle and highest sane value."""

    __slots__ = ("high", "low", "mid")

    def __init__(self, low: float, mid: float, high: float) -> None:
        self.low = low
        self.mid = mid
        self.high = high

    def at(self, share: float) -> float:
        """Value below which `share` of the draws lie; half of them lie below `mid`.

        Examples
        --------
        >>> Range(30.0, 90.0, 90.0).at(0.25), Range(30.0, 90.0, 90.0).at(0.75)
        (60.0, 90.0)
        """
        if share < 0.5:
            return self.low + (self.mid - self.low) * 2 * share
        return self.mid + (self.high - self.mid) * (2 * share - 1)


class Input:
    """One thing a member does or has that feeds a pillar.

    Source: ``ssi_calc/inputs.yml``, where each number has its range and its evidence.

    Attributes
    ----------
    id, name, pillar, unit, grade : str
        `grade` is the evidence: A LinkedIn's current help text, B LinkedIn in 2014-15,
        C practitioners, or ``assumption``.
    kind : str
        ``stock`` (stays), ``flow`` (counted per week, forgotten after its window) or
        ``rate`` (the first flow of `of` divided by the second).
    by : str
        ``you`` or ``others``: who does it. What others do can be hoped for, not planned.
    minutes : float
        Time one unit takes. [minute]
    full : Range
        Level that earns all the points. [unit, or unit/week for a flow, 1 for a rate]
    weight : Range
        Part of the pillar, before the weights of a pillar are scaled to sum 1. [1]
    window : Range or None
        How long a flow is remembered. [day]
    limits : dict of str to (float, float)
        Sane amounts under ``weekly`` and ``once``; a key that is missing cannot be planned.
    step : float
        Amounts are whole multiples of it.
    of : tuple of str
        Ids of the two flows of a rate: what succeeded, what was tried.
    adds_to : str or None
        Id of the stock that each planned unit of this flow adds to.
    claims : list of str
        Ids of the claims behind it, as in ``docs/data/claims.yml``.
    needs_navigator : bool
        Whether it takes Sales Navigator; without, it stays at zero.
    boolean : bool
        Whether it is there or not, rather than counted.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> comments = load_inputs()["comments"]
    >>> comments.kind, comments.grade, comments.limits["weekly"][0]
    ('flow', 'A', 0)
    """

    __slots__ = (
        "adds_to",
        "boolean",
        "by",
        "claims",
        "full",
        "grade",
        "id",
        "kind",
        "limits",
        "minutes",
        "name",
        "needs_navigator",
        "of",
        "pillar",
        "step",
        "unit",
        "weight",
        "window",
    )

    def __init__(self, entry: dict) -> None:
        self.id: str = entry["id"]
        self.name: str = entry["name"]
        self.pillar: str = entry["pillar"]
        self.kind: str = entry["kind"]
        self.unit: str = entry["unit"]
        self.by: str = entry.get("by", "you")
        self.boolean: bool = entry.get("boolean", False)
        self.step: float = entry.get("step", 1)
        self.minutes: float = entry.get("minutes", 0)
        self.full = read_range(entry["full"])
        self.weight = read_range(entry["weight"])
        self.window = read_range(entry["window"]) if entry.get("window") else None
        self.grade: str = entry["grade"]
        self.claims: list = entry["claims"]
        self.needs_navigator: bool = entry.get("needs_navigator", False)
        self.limits: dict = entry.get("limits") or {}
        self.of: tuple = tuple(entry.get("of") or ())
        self.adds_to: str | None = entry.get("adds_to")


class Inputs:
    """All inputs in the order of ``inputs.yml``, by id, with the presets.

    ``inputs[id]`` is an `Input`, ``id in inputs`` says whether there is one, and a loop goes
    over all of them.

    Attributes
    ----------
    presets : dict of str to dict
        Stated lives to start from: what somebody has, and does every week. [unit, unit/week]

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> inputs = load_inputs()
    >>> inputs["comments"].pillar, "commments" in inputs
    ('engage', False)
    """

    __slots__ = ("by_id", "entries", "feeders", "presets")

    def __init__(self, entries: list, presets: dict) -> None:
        self.entries = entries
        self.by_id = {entry.id: entry for entry in entries}
        self.presets = presets
        self.feeders: dict = {}  # ids of the flows that add to a stock, by its id
        for entry in entries:
            if entry.adds_to:
                self.feeders.setdefault(entry.adds_to, []).append(entry.id)

    def __getitem__(self, id: str) -> Input:
        return self.by_id[id]

    def __contains__(self, id: object) -> bool:
        return id in self.by_id

    def __iter__(self):
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def of_pillar(self, pillar: str) -> list:
        """Inputs that feed `pillar`, in order.

        Parameters
        ----------
        pillar : str
            One of PILLARS.

        Returns
        -------
        list of Input
        """
        return [entry for entry in self.entries if entry.pillar == pillar]


def read_range(value: dict) -> Range:
    """Range from its JSON form."""
    return Range(value["low"], value["mid"], value["high"])


def inputs_from(data: dict) -> Inputs:
    """Inputs from the JSON form of ``inputs.yml``, which its reader has checked.

    Parameters
    ----------
    data : dict
        ``{"inputs": [...], "presets": {...}}``, as `ssi_calc.inputs_json` writes it.

    Returns
    -------
    Inputs

    Examples
    --------
    >>> import json
    >>> from ssi_calc import inputs_json
    >>> "comments" in inputs_from(json.loads(inputs_json()))
    True
    """
    return Inputs([Input(entry) for entry in data["inputs"]], data["presets"])
