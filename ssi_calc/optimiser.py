"""The best steady plan for a time and some weeks: ``Best > plan, total``. MicroPython-clean.

Proved, not approximated: `ssi_calc.options` lists what can be chosen and what it earns,
`ssi_calc.knapsack` chooses. "Best" means the middle total after the last week; the band says
how little that may mean. Among plans that earn the same, the one that takes least time.
"""

from ssi_calc.explanation import NEXT, band_between, earns_of, flags_of, totals_of
from ssi_calc.inputs import Inputs
from ssi_calc.knapsack import best_choice, bound_of
from ssi_calc.options import Ground, groups_of
from ssi_calc.outer import outer
from ssi_calc.simulate import WEEKS, Simulator

WITHIN = 52  # weeks searched for a target, unless told
ENOUGH = 1e-9  # points; a target missed by less is reached
UNLIMITED = float("inf")


class Best:
    """The best plan, what it reaches, and why.

    Attributes
    ----------
    plan : dict
        As in PLAN.yml, with ``start``, ``navigator``, ``weeks``, ``weekly`` and ``once``.
    minutes : float
        Mean time it takes, never more than asked for. [minute/week]
    start, total : dict
        Total before the first and after the last week, as bands. [point]
    target : float or None
    reached : bool
        Whether the middle of `total` is at the target; true when there is none.
    earns : list of dict
        What each input takes and earns, as in `Explanation`.
    next : dict or None
        ``{"minutes": 15, "points": band, "weekly": {...}, "once": {...}}``: what the best plan
        for 15 minutes a week more would add, and the amounts that differ in it.
    flags : list of dict
        As in `Explanation`.
    hangs_on_others : list of str
        Ids of what the plan counts on others to do.
    run : Run
        The plan, simulated week by week.

    Examples
    --------
    >>> from ssi_calc import load_inputs, optimise
    >>> best = optimise({"preset": "average-member"}, load_inputs(), minutes=30, weeks=4)
    >>> best.minutes <= 30, best.total["mid"] > best.start["mid"]
    (True, True)
    """

    __slots__ = (
        "earns",
        "flags",
        "hangs_on_others",
        "minutes",
        "next",
        "plan",
        "reached",
        "run",
        "start",
        "target",
        "total",
    )

    def __init__(self, plan: dict, run, target, inputs: Inputs) -> None:
        self.plan = plan
        self.run = run
        self.minutes = run.minutes_per_week()
        self.start = run.weeks[0]["total"]
        self.total = run.end()
        self.target = target
        self.reached = target is None or self.total["mid"] >= target - ENOUGH
        self.earns = earns_of(plan, run.gains, inputs, plan["weeks"])
        self.next: dict | None = None
        self.flags = flags_of(plan, run.gains, inputs)
        named = list(plan["weekly"]) + list(plan["once"])
        self.hangs_on_others = [
            entry.id for entry in inputs if entry.by == "others" and entry.id in named
        ]

    def to_dict(self) -> dict:
        """Best plan as JSON values, the form of ``ssi-calc optimise --json``.

        Returns
        -------
        dict
        """
        found = {
            name: getattr(self, name) for name in Best.__slots__ if name not in ("plan", "run")
        }
        for key in ("weekly", "once", "weeks"):
            found[key] = self.plan[key]
        found["best_possible"] = self.total
        return found

    def to_frame(self):
        """What each input takes and earns as a table of pandas.

        Returns
        -------
        pandas.DataFrame
            A row for each input, most points first: ``weekly`` and ``once`` [unit/week, unit],
            ``minutes`` [minute/week], ``low``, ``mid`` and ``high`` [point].

        Raises
        ------
        MissingExtraError
            Without pandas; the message says how to install it.
        """
        return outer("notebook").best_frame(self)

    def _repr_html_(self) -> str:
        """What to do, what it earns and the chart, for notebooks."""
        return outer("notebook").best_html(self)


class Optimiser:
    """Finds best plans from one start.

    Parameters
    ----------
    settings : dict
        A plan as in PLAN.yml, of which only ``start`` or ``preset``, ``navigator`` and
        ``window`` are looked at.
    inputs : Inputs
    navigator : bool, optional
        Instead of what `settings` say.
    alone : bool
        Whether to plan only what nobody else has to do.
    simulator : Simulator, optional
        One that is there already, to save the time of making it.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> optimiser = Optimiser({"preset": "average-member"}, load_inputs(), alone=True)
    >>> optimiser.best(minutes=30, weeks=4).hangs_on_others
    []
    """

    __slots__ = ("alone", "inputs", "settings", "simulator")

    def __init__(self, settings, inputs, navigator=None, alone=False, simulator=None) -> None:
        kept = ("start", "preset", "navigator", "window")
        self.settings = {key: settings[key] for key in kept if key in settings}
        if navigator is not None:
            self.settings["navigator"] = navigator
        self.inputs: Inputs = inputs
        self.alone = alone
        self.simulator = simulator or Simulator(inputs)

    def best(self, minutes: float, weeks: int = WEEKS, target=None) -> Best:
        """The plan that earns most within `minutes` a week, and what 15 more would earn.

        Parameters
        ----------
        minutes, weeks, target
            As for `optimise`.

        Returns
        -------
        Best
        """
        groups = self._groups(minutes + NEXT, weeks, self._scene(weeks))
        found = self._best(groups, minutes, weeks, target)
        before = totals_of(self._scene(weeks))
        richer = self._best(groups, minutes + NEXT, weeks, None).plan
        points = band_between(before, totals_of(self._scene(weeks)))
        found.next = {
            "minutes": NEXT,
            "points": points,
            "weekly": _differing(found.plan["weekly"], richer["weekly"]),
            "once": _differing(found.plan["once"], richer["once"]),
        }
        return found

    def least_minutes(self, target: float, weeks: int = WEEKS) -> Best:
        """The plan that reaches `target` in the least time; if none does, the best there is.

        Parameters
        ----------
        target : float
            A total. [point]
        weeks : int
            At least 1.

        Returns
        -------
        Best
        """
        groups = self._groups(UNLIMITED, weeks, self._scene(weeks))
        missing = target - ENOUGH - self._scene(weeks).starts["total"][0]
        turned = []  # cost for gain and gain for cost, so that the least cost is found
        for options in groups:
            turned.append([(-gain, -cost, what) for cost, gain, what in reversed(options)])
        choice = best_choice(turned, -missing)
        chosen = choice[2] if choice else [options[-1][2] for options in groups]
        return self._run(chosen, weeks, target)

    def least_weeks(self, target: float, minutes: float, within: int = WITHIN) -> Best:
        """The plan that reaches `target` first; if none does `within` weeks, the best by then.

        Every number of weeks is tried in turn: more weeks are not always better, because a
        ratio may rise before what it is made of has faded.

        Parameters
        ----------
        target : float
            A total. [point]
        minutes : float
            At least 0. [minute/week]
        within : int
            Weeks that are tried.

        Returns
        -------
        Best
        """
        scene = self._scene(within)
        start = scene.starts["total"][0]
        for weeks in range(1, within + 1):
            groups = self._groups(minutes, weeks, scene)
            most = minutes * weeks + ENOUGH
            if start + bound_of(groups, most) >= target - ENOUGH:
                _, gain, chosen = best_choice(groups, most)
                if start + gain >= target - ENOUGH:
                    return self._run(chosen, weeks, target)
        return self._best(self._groups(minutes, within, scene), minutes, within, target)

    def _best(self, groups: list, minutes: float, weeks: int, target) -> Best:
        _, _, chosen = best_choice(groups, minutes * weeks + ENOUGH)
        return self._run(chosen, weeks, target)

    def _groups(self, minutes: float, weeks: int, scene) -> list:
        return groups_of(Ground(scene, weeks, self.alone), minutes * weeks + ENOUGH)

    def _scene(self, weeks: int):
        return self.simulator.scene_for(self.settings, self.settings.get("window"), None, weeks)

    def _run(self, chosen: list, weeks: int, target) -> Best:
        """What was chosen as a plan, simulated."""
        plan = dict(self.settings, weeks=weeks, weekly={}, once={})
        for amounts in chosen:
            for period, id, amount in amounts:
                plan[period][id] = amount
        return Best(plan, self.simulator.run(plan), target, self.inputs)


def optimise(
    settings: dict, inputs: Inputs, minutes: float, weeks: int = WEEKS, target=None, navigator=None
) -> Best:
    """The whole-number weekly plan that earns most within `minutes` a week.

    Proved to be the best within the model, see ``adr/0006-the-best-plan.md``. Best means the
    middle of the total after the last week.

    Parameters
    ----------
    settings : dict
        ``{"start": four readings}`` or ``{"preset": name}``, or a whole plan as in PLAN.yml,
        of which only the start, ``navigator`` and ``window`` are looked at.
    inputs : Inputs
    minutes : float
        At least 0; one-off work is spread over all weeks. [minute/week]
    weeks : int
        At least 1.
    target : float, optional
        A total; `Best.reached` says whether the middle of the band gets there. [point]
    navigator : bool, optional
        Instead of what `settings` say.

    Returns
    -------
    Best

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> start = {"start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}}
    >>> best = optimise(start, load_inputs(), minutes=180, weeks=8, target=95)
    >>> best.reached, best.minutes <= 180, best.total["mid"] > 70
    (False, True, True)
    """
    return Optimiser(settings, inputs, navigator).best(minutes, weeks, target)


def least_minutes(
    settings: dict, inputs: Inputs, target: float, weeks: int = WEEKS, navigator=None
) -> Best:
    """The plan that reaches `target` with the fewest minutes a week.

    Parameters
    ----------
    settings, inputs, navigator
        As for `optimise`.
    target : float
        A total. [point]
    weeks : int
        At least 1.

    Returns
    -------
    Best
        Not ``reached`` when no time is enough; then it is the best that can be had at all.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> cheapest = least_minutes({"preset": "average-member"}, load_inputs(), target=40, weeks=8)
    >>> cheapest.reached, cheapest.minutes < 60
    (True, True)
    """
    return Optimiser(settings, inputs, navigator).least_minutes(target, weeks)


def least_weeks(
    settings: dict, inputs: Inputs, target: float, minutes: float, navigator=None
) -> Best:
    """The plan that reaches `target` in the fewest weeks, within `minutes` a week.

    Parameters
    ----------
    settings, inputs, navigator
        As for `optimise`.
    target : float
        A total. [point]
    minutes : float
        At least 0. [minute/week]

    Returns
    -------
    Best
        Not ``reached`` when a year is not enough; then it is the best after a year.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> soonest = least_weeks({"preset": "average-member"}, load_inputs(), target=36, minutes=60)
    >>> soonest.reached, soonest.plan["weeks"] < 52
    (True, True)
    """
    return Optimiser(settings, inputs, navigator).least_weeks(target, minutes)


def _differing(before: dict, after: dict) -> dict:
    """Amounts in `after` that are others than in `before`; 0 for what is dropped."""
    found = {id: after[id] for id in after if after[id] != before.get(id)}
    for id in before:
        if id not in after:
            found[id] = 0
    return found
