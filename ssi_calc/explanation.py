"""Why a plan earns what it earns: ``Explanation > earns, next, flags``. MicroPython-clean."""

from ssi_calc.draws import band
from ssi_calc.inputs import Input, Inputs
from ssi_calc.options import A_LITTLE, Ground, most_likely
from ssi_calc.schedule import minutes_of, phases
from ssi_calc.simulate import WEEKS, Simulator

NEXT = 15  # minutes a week
SHOWN = 3  # next steps
VISIBLE = 0.05  # points; less is shown as 0.0
WEAK = ("C", "assumption")  # evidence too thin to carry most of a plan


class Explanation:
    """What each input of a plan earns, what more time would earn, and what to beware of.

    Attributes
    ----------
    weeks : int
    minutes : float
        Mean time the plan takes. [minute/week]
    start, total : dict
        Total before the first and after the last week, as bands. [point]
    earns : list of dict
        ``{"input", "minutes", "points"}``, most points first: what the input takes in a
        week, and the points it has won (or lost) by the last one, as a band.
    next : list of dict
        ``{"input", "period", "from", "to", "minutes", "points"}``: what 15 minutes a week more
        could be spent on, one input at a time, best first, and the points that would add.
    flags : list of dict
        ``{"id", "inputs"}``: ``volume``, ``one-input`` or ``others``, and what it is about.

    Examples
    --------
    >>> from ssi_calc import explain, load_inputs
    >>> found = explain({"preset": "dormant", "weekly": {"comments": 10}}, load_inputs())
    >>> found.minutes, found.next[0]["minutes"] <= 15
    (40.0, True)
    """

    __slots__ = ("earns", "flags", "minutes", "next", "start", "total", "weeks")

    def __init__(self, weeks, minutes, start, total, earns, following, flags) -> None:
        self.weeks = weeks
        self.minutes = minutes
        self.start = start
        self.total = total
        self.earns = earns
        self.next = following
        self.flags = flags

    def to_dict(self) -> dict:
        """Explanation as JSON values, the form of ``ssi-calc explain --json``.

        Returns
        -------
        dict
        """
        return {name: getattr(self, name) for name in Explanation.__slots__}


def explain(plan: dict, inputs: Inputs, simulator=None) -> Explanation:
    """What each input of `plan` earns, and the next best 15 minutes.

    Parameters
    ----------
    plan : dict
        As in PLAN.yml, checked by its reader.
    inputs : Inputs
    simulator : Simulator, optional
        One that is there already, to save the time of making it.

    Returns
    -------
    Explanation

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> plan = {"preset": "dormant", "weekly": {"comments": 10, "likes": 20}}
    >>> [row["input"] for row in explain(plan, load_inputs()).earns]
    ['comments', 'likes']
    """
    simulator = simulator or Simulator(inputs)
    weeks = plan.get("weeks") or WEEKS
    run = simulator.run(plan)
    scene = simulator.scene_for(plan, None, None, weeks)
    before = totals_of(scene)
    following = []
    for period, entry, now, more in _more(plan, Ground(scene, weeks)):
        simulator.run(_with(plan, period, entry, more))
        step = {
            "input": entry.id,
            "period": period,
            "from": now,
            "to": more,
            "minutes": (more - now) * entry.minutes / (weeks if period == "once" else 1),
            "points": band_between(before, totals_of(scene)),
        }
        if step["points"]["mid"] >= VISIBLE:
            following.append(step)
    following.sort(key=lambda step: (-step["points"]["mid"], step["minutes"], step["input"]))
    return Explanation(
        weeks,
        run.minutes_per_week(),
        run.weeks[0]["total"],
        run.end(),
        earns_of(plan, run.gains, inputs, weeks),
        following[:SHOWN],
        flags_of(plan, run.gains, inputs),
    )


def totals_of(scene) -> list:
    """Points won in total by the last week, in each draw. [point]"""
    ends = [[column[-1] for column in columns] for columns in scene.sums.values()]
    return [sum(points) for points in zip(*ends)]  # noqa: B905


def band_between(before: list, after: list) -> dict:
    """Band of what was won between two results of `totals_of`: draw by draw, then sorted."""
    return band([late - early for early, late in zip(before, after)])  # noqa: B905


def earns_of(plan: dict, gains: dict, inputs: Inputs, weeks: int) -> list:
    """Minutes and points of each input that moves or takes time, most points first."""
    minutes = _minutes_by_input(plan, inputs, weeks)
    rows: list = []
    for entry in inputs:
        if entry.id in gains or minutes.get(entry.id):
            points = gains.get(entry.id) or {"low": 0.0, "mid": 0.0, "high": 0.0}
            row = {"input": entry.id, "minutes": minutes.get(entry.id, 0.0), "points": points}
            rows.append((-points["mid"], len(rows), row))
    return [row for _, _, row in sorted(rows)]


def flags_of(plan: dict, gains: dict, inputs: Inputs) -> list:
    """What a reader of `plan` should beware of.

    - ``volume``: most points come from amounts at their sane limit, or from activities on
      thin evidence (grade C, or an assumption). More of the same is all that the plan does.
    - ``one-input``: most points come from one input at its limit.
    - ``others``: most points come from what other people would have to do.

    Returns
    -------
    list of dict
        ``{"id": ..., "inputs": [...]}``, the inputs in the order of `inputs`.
    """
    at_limit = _at_limit(plan, inputs)
    won = [(inputs[id], gains[id]["mid"]) for id in gains if gains[id]["mid"] > 0]
    total = sum([points for _, points in won])
    found: list = []
    if total < VISIBLE:
        return found

    def flag(name: str, concerned) -> None:
        several = [(entry, points) for entry, points in won if concerned(entry, points)]
        if sum([points for _, points in several]) > total / 2:
            named = [entry.id for entry, _ in several]
            found.append({"id": name, "inputs": [each.id for each in inputs if each.id in named]})

    flag("volume", lambda entry, _: entry.id in at_limit or _is_weak(entry))
    flag("one-input", lambda entry, points: entry.id in at_limit and points > total / 2)
    flag("others", lambda entry, _: entry.by == "others")
    return found


def _is_weak(entry: Input) -> bool:
    return entry.kind == "flow" and entry.grade in WEAK


def _at_limit(plan: dict, inputs: Inputs) -> list:
    """Ids of what is done every week as often as the limit allows, at some time at least."""
    found = []
    for _, part in phases(plan):
        for id, amount in (part.get("weekly") or {}).items():
            if amount and amount >= inputs[id].limits["weekly"][1]:
                found.append(id)
    return found


def _minutes_by_input(plan: dict, inputs: Inputs, weeks: int) -> dict:
    """Mean minutes a week that each named input takes."""
    named = []
    for _, part in phases(plan):
        named += list(part.get("weekly") or {}) + list(part.get("once") or {})
    found = {}
    for id in set(named):
        found[id] = sum(minutes_of(_only(plan, id), inputs, weeks)) / weeks
    return found


def _only(part: dict, id: str) -> dict:
    """The same plan, or change of a plan, without any input but one."""
    kept = dict(part)
    for period in ("weekly", "once"):
        amounts = part.get(period) or {}
        kept[period] = {id: amounts[id]} if id in amounts else {}
    if part.get("changes"):
        kept["changes"] = [_only(change, id) for change in part["changes"]]
    return kept


def _more(plan: dict, ground: Ground) -> list:
    """Period, input, amount now and amount with 15 minutes a week more, where that is possible."""
    found = []
    for entry in ground.inputs:
        for period in ("weekly", "once"):
            now = (plan.get(period) or {}).get(entry.id) or 0
            room = ground.minutes(period, entry, now) + NEXT * ground.weeks + A_LITTLE
            amounts = ground.amounts(period, entry, room)
            amounts = [each for each in amounts if each <= _hope(entry, plan, ground)]
            if amounts and amounts[-1] > now:
                found.append((period, entry, now * 1, _enough(entry, amounts, ground)))
    return found


def _enough(entry: Input, amounts: list, ground: Ground):
    """The least of rising `amounts` that earns as much as the last."""
    if entry.kind == "stock":
        return amounts[-1]
    gains = ground.won(entry, ground.flow_ends(entry.id, amounts))
    return amounts[gains.index(max(gains))]


def _hope(entry: Input, plan: dict, ground: Ground) -> float:
    """How much of what others do may be planned, given how often it is tried."""
    for rate in ground.inputs:
        if rate.kind == "rate" and rate.of[0] == entry.id:
            tried = (plan.get("weekly") or {}).get(rate.of[1])
            tried = ground.level(rate.of[1]) if tried is None else tried
            return most_likely(rate, ground) * tried + A_LITTLE
    return float("inf")


def _with(plan: dict, period: str, entry: Input, amount) -> dict:
    changed = dict(plan)
    changed[period] = dict(plan.get(period) or {})
    changed[period][entry.id] = amount
    return changed
