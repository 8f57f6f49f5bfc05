# ruff: noqa: B905 (MicroPython has no zip(strict=))
"""Run a plan: ``Simulator > Run``. MicroPython-clean.

The score of a pillar is its start plus what each planned input changes:

    score(t) = score(0) + 25 * sum of w * (g(level(t) / full) - g(level(0) / full))

so a week 0 that was read off a dashboard comes back to the last digit, and an input that
the plan leaves alone costs nothing. `ssi_calc.schedule` says how a plan is understood.
"""

from ssi_calc.core import DAYS, flow_levels, forgotten, points_of, rate_levels, stock_levels
from ssi_calc.draws import COUNT, Draws, band, draw
from ssi_calc.inputs import MAXIMUM, PILLARS, Input, Inputs
from ssi_calc.run import Run
from ssi_calc.schedule import minutes_of, schedules_of
from ssi_calc.start import Start, start_from_preset, start_from_readings

WEEKS = 12  # simulated when the plan does not say
WINDOW = 90  # days; the window that `--window` is measured against


def simulate(plan: dict, inputs: Inputs, window=None, navigator=None, draws: int = COUNT) -> Run:
    """Run of `plan`, week by week, each score as a band.

    Parameters
    ----------
    plan : dict
        As in PLAN.yml, checked by its reader: ``start`` (four readings) or ``preset``, and
        optionally ``weekly``, ``once``, ``changes``, ``others``, ``navigator``, ``window``,
        ``weeks``.
    inputs : Inputs
    window : float, optional
        Length of the memory of flows, for all draws, instead of the ranges of `inputs`;
        what is remembered longer, such as articles, stays longer in proportion. [day]
    navigator : bool, optional
        Instead of what the plan says.
    draws : int
        Number of draws behind the 10-90 % band, at least 2.

    Returns
    -------
    Run

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> plan = {"start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}}
    >>> simulate(plan, load_inputs()).weeks[0]["total"]
    {'low': 60.2, 'mid': 60.2, 'high': 60.2}
    """
    return Simulator(inputs, draws).run(plan, window, navigator)


class Simulator:
    """Runs plans one after the other and keeps what did not change between them.

    The results are those of `simulate`; only the time differs: after one amount of a plan
    moved, one input and one pillar are computed anew.
    """

    __slots__ = ("_changes", "_scene", "_scores", "_settings", "draws", "inputs")

    def __init__(self, inputs: Inputs, draws: int = COUNT) -> None:
        self.inputs = inputs
        self.draws = draw(inputs, draws)
        self._settings: tuple = ()
        self._scene: tuple = ()
        self._changes: dict = {}
        self._scores: dict = {}

    def run(self, plan: dict, window=None, navigator=None) -> Run:
        """Run of `plan`; the parameters are those of `simulate`."""
        weeks = plan.get("weeks") or WEEKS
        start, shares = self._scene_for(plan, window, navigator, weeks)
        schedules = schedules_of(plan, self.inputs, weeks)
        changes = self._changes_under(schedules, start, shares)
        parts = [self._score(pillar, schedules, changes, start, weeks) for pillar in PILLARS]
        total = _sum(parts)
        rows = [_week(week, parts, total) for week in range(weeks + 1)]
        gains = {id: gain for id, (_, _, gain) in changes.items()}
        return Run(rows, minutes_of(plan, self.inputs, weeks), gains)

    def _scene_for(self, plan: dict, window, navigator, weeks: int) -> tuple:
        """Start and shares of windows; what was kept is dropped when they are not the last."""
        preset, readings = start_of(plan)
        window = window or plan.get("window")
        if navigator is None:
            navigator = plan.get("navigator", preset and self.inputs.presets[preset]["navigator"])
        known = preset or tuple([readings[pillar] for pillar in PILLARS])
        settings = (known, bool(navigator), window, weeks)
        if settings != self._settings:
            self._settings = settings
            self._changes = {}
            self._scores = {}
            self._scene = (
                _start(preset, readings, bool(navigator), self.inputs, self.draws),
                _shares(self.draws, window, weeks),
            )
        return self._scene

    def _changes_under(self, schedules: dict, start: Start, shares: dict) -> dict:
        """Change by input id as ``(schedule, rows, gain at the end)``, new only where needed."""
        found = {}
        for id, schedule in schedules.items():
            entry = self.inputs[id]
            if entry.weight.mid and start.is_open(entry):
                kept = self._changes.get(id)
                if not kept or kept[0] != schedule:
                    rows = _change(entry, schedule, start, shares, self.draws)
                    kept = (schedule, rows, band(rows[-1]))
                    self._changes[id] = kept
                found[id] = kept
        return found

    def _score(self, pillar: str, schedules: dict, changes: dict, start: Start, weeks: int):
        """One pillar's rows of draws and their bands, new only where an input changed."""
        moved = [entry.id for entry in self.inputs.of_pillar(pillar) if entry.id in changes]
        key = [(id, schedules[id]) for id in moved]
        kept = self._scores.get(pillar)
        if not kept or kept[0] != key:
            before = [start.scores[pillar]] * (weeks + 1)
            rows = [_added(row) for row in zip(before, *[changes[id][1] for id in moved])]
            kept = (key, rows, [band(row) for row in rows])
            self._scores[pillar] = kept
        return kept


def start_of(plan: dict) -> tuple:
    """Name of the preset and the readings a plan starts from; one of the two is None."""
    start = plan.get("start") or {}
    preset = plan.get("preset") or start.get("preset")
    return (preset, None) if preset else (None, start)


def _start(preset, readings, navigator: bool, inputs: Inputs, draws: Draws) -> Start:
    if preset:
        return start_from_preset(inputs.presets[preset], navigator, inputs, draws)
    return start_from_readings(readings, navigator, inputs, draws)


def _shares(draws: Draws, window, weeks: int) -> dict:
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
    """Points that `entry` wins or loses against the start: a row of draws for each week."""
    columns = []
    for place in range(draws.count + 1):
        levels = _levels(entry, schedule, start.levels, shares, place)
        points = MAXIMUM * draws.weights[entry.id][place]
        worth = points_of(levels, draws.fulls[entry.id][place], points)
        before = worth[0]
        columns.append([now - before for now in worth])
    return list(zip(*columns))


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
    return flow_levels(level, [level if rate is None else rate for rate in schedule], shares)


def _added(rows: tuple) -> list:
    """Start and changes of one week, summed draw by draw, from 0 to 25."""
    row = [sum(scores) for scores in zip(*rows)]
    if min(row) >= 0 and max(row) <= MAXIMUM:
        return row
    return [min(max(score, 0.0), MAXIMUM) for score in row]  # the last digits were rounded


def _sum(parts: list) -> list:
    """Bands of the total, the plain sum of the pillars, for each week."""
    rows = zip(*[part[1] for part in parts])
    return [band([a + b + c + d for a, b, c, d in zip(*row)]) for row in rows]


def _week(week: int, parts: list, total: list) -> dict:
    scores = {pillar: part[2][week] for pillar, part in zip(PILLARS, parts)}
    scores["week"] = week
    scores["total"] = total[week]
    return scores
