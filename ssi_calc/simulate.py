# ruff: noqa: B905, RUF005 (MicroPython has no zip(strict=) and no [*a])
"""Run a plan: ``Simulator > Run``. MicroPython-clean.

The score of a pillar is its start plus what each planned input changes:

    score(t) = score(0) + 25 * sum of w * (g(level(t) / full) - g(level(0) / full))

so a week 0 that was read off a dashboard comes back to the last digit, and an input that
the plan leaves alone costs nothing. `ssi_calc.schedule` says how a plan is understood.
"""

from ssi_calc.core import (
    DAYS,
    flow_levels,
    forgotten,
    points_won,
    rate_levels,
    stock_levels,
)
from ssi_calc.draws import COUNT, Draws, band, draw, reweighted
from ssi_calc.inputs import MAXIMUM, PILLARS, Input, Inputs
from ssi_calc.plan import check_names
from ssi_calc.run import Run
from ssi_calc.schedule import minutes_of, schedules_of
from ssi_calc.start import Start, start_from_preset, start_from_readings

PARTS = PILLARS + ("total",)
WEEKS = 12  # simulated when the plan does not say
WINDOW = 90  # days; the window that `--window` is measured against


def simulate(
    plan: dict, inputs: Inputs, window=None, navigator=None, draws: int = COUNT, weights=None
) -> Run:
    """Run of `plan`, week by week, each score as a band.

    The model is that of ``adr/0003-the-model.md``; it holds what LinkedIn has published of the
    inputs, and assumptions, with ranges, for all the rest.

    Parameters
    ----------
    plan : dict
        As in PLAN.yml: ``start`` (four readings) or ``preset``, and optionally ``weekly``,
        ``once``, ``changes``, ``others``, ``navigator``, ``window``, ``weeks``.
    inputs : Inputs
    window : float, optional
        Length of the memory of flows, for all draws, instead of the ranges of `inputs`;
        what is remembered longer, such as articles, stays longer in proportion. [day]
    navigator : bool, optional
        Instead of what the plan says.
    draws : int
        Number of draws behind the 10-90 % band, at least 2.
    weights : dict of str to float, optional
        Other middles for weights, by input id, as `ssi_calc.assumptions` checks them; the
        weights of their pillars are scaled to sum 1 anew. [1]

    Returns
    -------
    Run

    Raises
    ------
    PlanError
        Without a start, or with inputs that do not exist.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> plan = {"start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}}
    >>> simulate(plan, load_inputs()).weeks[0]["total"]
    {'low': 60.2, 'mid': 60.2, 'high': 60.2}
    """
    check_names(plan, inputs)
    simulator = Simulator(inputs, draws)
    return (simulator.assuming(weights) if weights else simulator).run(plan, window, navigator)


class Simulator:
    """Runs plans one after the other and keeps what did not change between them.

    The results are those of `simulate`; only the time differs: after one amount of a plan
    moved, one input is computed anew, and exchanged in the sums of its pillar and of the total.

    Parameters
    ----------
    inputs : Inputs
    draws : int
        Number of draws behind the 10-90 % band, at least 2.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> simulator = Simulator(load_inputs())
    >>> plans = [{"preset": "dormant", "weekly": {"comments": count}} for count in (2, 4)]
    >>> few, more = [simulator.run(plan).end("engage")["mid"] for plan in plans]
    >>> few < more
    True
    """

    __slots__ = ("_scene", "draws", "inputs")

    def __init__(self, inputs: Inputs, draws: int | Draws = COUNT) -> None:
        self.inputs = inputs
        self.draws = draw(inputs, draws) if isinstance(draws, int) else draws
        self._scene: _Scene | None = None

    def assuming(self, weights: dict):
        """Another simulator, on the same draws but for these weights.

        Parameters
        ----------
        weights : dict of str to float
            As for `simulate`. [1]

        Returns
        -------
        Simulator
        """
        return Simulator(self.inputs, reweighted(self.draws, self.inputs, weights))

    def run(self, plan: dict, window=None, navigator=None) -> Run:
        """Run of `plan`, as `simulate` returns it.

        Parameters
        ----------
        plan, window, navigator
            As for `simulate`.

        Returns
        -------
        Run
        """
        weeks = plan.get("weeks") or WEEKS
        scene = self.scene_for(plan, window, navigator, weeks)
        scene.follow(schedules_of(plan, self.inputs, weeks))
        columns = [scene.bands[part] for part in PARTS]
        rows = [_week(week, columns) for week in range(weeks + 1)]
        gains = {id: scene.kept[id][2] for id in scene.kept}
        return Run(rows, minutes_of(plan, self.inputs, weeks), gains)

    def scene_for(self, plan: dict, window, navigator, weeks: int):
        """The last scene if this plan plays in it, and a new one otherwise.

        A scene is a start and a number of weeks with everything computed in them, draw by
        draw: what the optimiser works on.

        Parameters
        ----------
        plan, window, navigator
            As for `simulate`.
        weeks : int

        Returns
        -------
        object
            With ``starts``, score of each part in each draw [point], ``sums``, changes of each
            pillar in each draw by week [point], and ``bands``.
        """
        preset, readings = start_of(plan)
        window = window or plan.get("window")
        if navigator is None:
            navigator = plan.get("navigator", preset and self.inputs.presets[preset]["navigator"])
        known = preset or tuple([readings[pillar] for pillar in PILLARS])
        settings = (known, bool(navigator), window, weeks)
        if self._scene is None or self._scene.settings != settings:
            start = _start(preset, readings, bool(navigator), self.inputs, self.draws)
            shares = shares_of(self.draws, window, weeks)
            self._scene = _Scene(settings, start, shares, weeks, self.inputs, self.draws)
        return self._scene


class _Scene:
    """A start and some weeks, with all that was computed in them for the last plan.

    Attributes
    ----------
    starts : dict of str to list of float
        Score of each part at the start, in each draw. [point]
    kept : dict of str to (tuple, list, dict)
        Schedule, changes (a column of weeks for each draw) and gain at the end, by input id.
    sums : dict of str to list of list of float
        Changes added up for each pillar. [point]
    bands : dict of str to list of dict
        Bands of each part, week by week.
    """

    __slots__ = (
        "bands",
        "draws",
        "inputs",
        "kept",
        "settings",
        "shares",
        "start",
        "starts",
        "sums",
    )

    def __init__(self, settings, start, shares, weeks, inputs, draws) -> None:
        self.settings = settings
        self.start = start
        self.shares = shares
        self.inputs = inputs
        self.draws = draws
        self.kept: dict = {}
        self.starts = dict(start.scores)
        self.starts["total"] = [sum(row) for row in zip(*[start.scores[one] for one in PILLARS])]
        size = weeks + 1
        self.sums = {part: [[0.0] * size for _ in self.starts[part]] for part in PILLARS}
        self.bands = {part: [band(self.starts[part])] * size for part in PARTS}

    def follow(self, schedules: dict) -> None:
        """Bring sums and bands up to the plan that these schedules come from."""
        before = self.kept
        self.kept = {}
        moved = set()
        for id, schedule in schedules.items():
            entry = self.inputs[id]
            if entry.weight.mid and self.start.is_open(entry):
                kept = before.pop(id, None)
                if not kept or kept[0] != schedule:
                    changes = _change(entry, schedule, self.start, self.shares, self.draws)
                    self._exchange(entry.pillar, changes, kept and kept[1])
                    kept = (schedule, changes, band([column[-1] for column in changes]))
                    moved.add(entry.pillar)
                self.kept[id] = kept
        for id, (_, changes, _) in before.items():  # what the plan no longer names
            self._exchange(self.inputs[id].pillar, None, changes)
            moved.add(self.inputs[id].pillar)
        for pillar in moved:
            self.bands[pillar] = self._bands(self.starts[pillar], self.sums[pillar], MAXIMUM)
        if moved:
            self.bands["total"] = self._total()

    def _exchange(self, pillar: str, new, old) -> None:
        """Put `new` changes in the place of `old` ones, where there are any."""
        nothing = [[0.0] * len(self.bands["total"])] * (self.draws.count + 1)
        for scores, added, taken in zip(self.sums[pillar], new or nothing, old or nothing):
            for week, change in enumerate(added):
                scores[week] += change - taken[week]

    def _total(self) -> list:
        """Bands of the total; where one pillar moves from its reading, its bands moved up."""
        moving = [one for one in PILLARS if any(self.inputs[id].pillar == one for id in self.kept)]
        first = self.bands["total"][0]
        if len(moving) == 1 and first["low"] == first["high"]:
            rest = sum([self.bands[one][0]["mid"] for one in PILLARS if one != moving[0]])
            bands = self.bands[moving[0]][1:]
            return [first] + [{edge: each[edge] + rest for edge in each} for each in bands]
        columns = zip(*[self.sums[pillar] for pillar in moving or PILLARS])
        changes = [[sum(row) for row in zip(*each)] for each in columns]
        return self._bands(self.starts["total"], changes, MAXIMUM * len(PILLARS))

    def _bands(self, starts: list, sums: list, most: float) -> list:
        """Bands of a part, week by week."""
        columns = []
        for start, column in zip(starts, sums):
            columns.append([start + change for change in column])
        return [_within(band(list(row)), most) for row in zip(*columns)]


def start_of(plan: dict) -> tuple:
    """Name of the preset and the readings a plan starts from; one of the two is None."""
    start = plan.get("start") or {}
    preset = plan.get("preset") or start.get("preset")
    return (preset, None) if preset else (None, start)


def _start(preset, readings, navigator: bool, inputs: Inputs, draws: Draws) -> Start:
    if preset:
        return start_from_preset(inputs.presets[preset], navigator, inputs, draws)
    return start_from_readings(readings, navigator, inputs, draws)


def shares_of(draws: Draws, window, weeks: int) -> dict:
    """Shares of the window since the start, after each week, in each draw, by input id. [1]"""
    known: dict = {}
    found = {}
    for id, column in draws.windows.items():
        if window is not None:
            column = [column[0] * window / WINDOW] * len(column)
        for days in column:
            if days not in known:
                known[days] = [forgotten(DAYS * week, days) for week in range(weeks + 1)]
        found[id] = [known[days] for days in column]
    return found


def _change(entry: Input, schedule: tuple, start: Start, shares: dict, draws: Draws) -> list:
    """Points that `entry` wins or loses against the start: a column of weeks for each draw."""
    columns = []
    for place in range(draws.count + 1):
        levels = _levels(entry, schedule, start.levels, shares, place)
        points = MAXIMUM * draws.weights[entry.id][place]
        columns.append(points_won(levels, draws.fulls[entry.id][place], points))
    return columns


def _levels(entry: Input, schedule: tuple, start: dict, shares: dict, place: int) -> list:
    """Levels of `entry` in one draw, from the start to the last week."""
    level = start[entry.id][place]
    if entry.kind == "stock":
        return stock_levels(level, schedule[0], schedule[1])
    if entry.kind == "flow":
        return _flow(level, schedule, shares[entry.id][place])
    good, tried = [
        _flow(start[id][place], part, shares[id][place]) for id, part in zip(entry.of, schedule)
    ]
    return rate_levels(level, good, tried)


def _flow(level: float, schedule: tuple, shares: list) -> list:
    rate = schedule[0]
    if rate is not None and schedule.count(rate) == len(schedule):  # eq. 2, as a form plans it
        step = rate - level
        return [level + step * share for share in shares]
    return flow_levels(level, [level if rate is None else rate for rate in schedule], shares)


def _within(band: dict, most: float) -> dict:
    """Band from 0 to `most`; only last digits, which were rounded, ever lie outside."""
    if band["low"] >= 0 and band["high"] <= most:
        return band
    return {key: min(max(score, 0.0), most) for key, score in band.items()}


def _week(week: int, columns: list) -> dict:
    scores = {part: column[week] for part, column in zip(PARTS, columns)}
    scores["week"] = week
    return scores
