# ruff: noqa: RUF005 (MicroPython has no [*a])
"""What a steady plan can choose, and what that earns: ``groups > options``. MicroPython-clean.

An option is ``(minutes over all weeks, points won by the last week, amounts)``, an amount
``(period, id, amount)``. The points are the middle ones of `simulate`, to the last digit.

What is exact. Points of different inputs add up, with two exceptions that make a group of
several inputs, whose combinations are listed: the two flows of a rate, with the rate; and a
stock with the flows that add to it. The limit of 25 points a pillar couples nothing: the
weights of a pillar sum to 1, so what its inputs can still win never exceeds what is missing.

What can be chosen. Every open input is left as it is, or planned up to its sane limit in whole
steps. Nothing is planned to stop. What others do takes the minutes of asking for it. Of what
is tried, no more may succeed than earns a rate all its points, or than succeeds today if that
is more; so nobody plans on ten answers to ten messages, or on acceptances of invitations that
were never sent.
"""

from ssi_calc.core import flow_levels, points_won, rate_levels, stock_levels
from ssi_calc.inputs import MAXIMUM, Input, Inputs
from ssi_calc.knapsack import undominated

NOTHING = (0.0, 0.0, ())  # leave it as it is
A_LITTLE = 1e-9


class Ground:
    """Where a plan starts and how long it runs, in the middle of all ranges.

    Attributes
    ----------
    inputs : Inputs
    weeks : int
    alone : bool
        Whether to plan only what nobody else has to do.
    """

    __slots__ = ("_scene", "alone", "inputs", "weeks")

    def __init__(self, scene, weeks: int, alone: bool = False) -> None:
        self._scene = scene  # of the simulator, as many weeks long or longer
        self.alone = alone
        self.inputs: Inputs = scene.inputs
        self.weeks = weeks

    def level(self, id: str) -> float:
        """Level of an input today."""
        return self._scene.start.levels[id][0]

    def is_open(self, entry: Input) -> bool:
        """Whether `entry` can earn points without a licence that is not there."""
        return self._scene.start.is_open(entry)

    def flow(self, id: str, amount) -> list:
        """Levels of a flow, week by week, at a new rate or (None) at the old one."""
        level = self.level(id)
        rates = [level if amount is None else amount] * self.weeks
        return flow_levels(level, rates, self._scene.shares[id][0][: self.weeks + 1])

    def flow_ends(self, id: str, amounts: list) -> list:
        """Level of a flow in the last week for each new rate: the closed form of `flow`."""
        level = self.level(id)
        share = self._scene.shares[id][0][self.weeks]
        return [level if each is None else level + (each - level) * share for each in amounts]

    def won(self, entry: Input, ends: list) -> list:
        """Points that `entry` has won at each level of the last week."""
        if not entry.weight.mid or not self.is_open(entry):
            return [0.0] * len(ends)
        draws = self._scene.draws
        points = MAXIMUM * draws.weights[entry.id][0]
        return points_won([self.level(entry.id)] + ends, draws.fulls[entry.id][0], points)[1:]

    def minutes(self, period: str, entry: Input, amount) -> float:
        """Minutes that an amount takes over all weeks."""
        times = self.weeks if period == "weekly" else 1
        return (amount or 0) * entry.minutes * times

    def amounts(self, period: str, entry: Input, most: float) -> list:
        """Amounts above 0 within the limits of `entry` and within `most` minutes."""
        if period not in entry.limits or not self.is_open(entry):
            return []
        if self.alone and entry.by == "others":
            return []
        lowest, highest = entry.limits[period]
        found = []
        for count in range(1, int(highest / entry.step + A_LITTLE) + 1):
            amount = _whole(count * entry.step)
            if self.minutes(period, entry, amount) > most:
                break
            if amount >= lowest:
                found.append(amount)
        return found


def groups_of(ground: Ground, most: float) -> list:
    """Groups of options that do not touch each other, each `undominated`.

    Parameters
    ----------
    ground : Ground
    most : float
        Options that take longer are left out. [minute over all weeks]

    Returns
    -------
    list of list of (float, float, tuple)
    """
    inputs = ground.inputs
    feeding: dict = {}  # by stock: what adds to it, and by None the rest
    rated: list = []
    for entry in inputs:
        if entry.kind == "rate":
            rated += entry.of
            target = [inputs[id].adds_to for id in entry.of if inputs[id].adds_to]
            feeding.setdefault(target[0] if target else None, []).append(_pair(entry, ground, most))
    for entry in inputs:
        if entry.kind == "flow" and entry.id not in rated:
            feeding.setdefault(entry.adds_to, []).append(_flow(entry, ground, most))
    groups = []
    for part in feeding.get(None, []):
        groups.append(undominated([option for _, option in part]))
    for entry in inputs:
        if entry.kind == "stock":
            groups.append(_stock(entry, feeding.get(entry.id, []), ground, most))
    return [options for options in groups if len(options) > 1 or options[0][2]]


def most_likely(rate: Input, ground: Ground) -> float:
    """Share of what is tried that a plan may count on to succeed. [1]"""
    return max(rate.full.mid, ground.level(rate.id))


def _flow(entry: Input, ground: Ground, most: float) -> list:
    """Options of a flow, each with what it adds to a stock in a week."""
    amounts = ground.amounts("weekly", entry, most)
    gains = ground.won(entry, ground.flow_ends(entry.id, amounts))
    found: list = [(0, NOTHING)]
    for place, amount in enumerate(amounts):
        cost = ground.minutes("weekly", entry, amount)
        option = (cost, gains[place], (("weekly", entry.id, amount),))
        found.append((amount if entry.adds_to else 0, option))
    return found


def _pair(rate: Input, ground: Ground, most: float) -> list:
    """Options of the two flows of a rate, each with what they add to a stock in a week."""
    good, tried = [ground.inputs[id] for id in rate.of]
    goods, tries = [[None] + ground.amounts("weekly", each, most) for each in (good, tried)]
    good_levels = [ground.flow(good.id, amount) for amount in goods]
    good_gains = ground.won(good, ground.flow_ends(good.id, goods))
    tried_gains = ground.won(tried, ground.flow_ends(tried.id, tries))
    likely = most_likely(rate, ground)
    choices = []
    ends = []
    for second, all_of_them in enumerate(tries):
        room = most - ground.minutes("weekly", tried, all_of_them)
        tried_levels = ground.flow(tried.id, all_of_them)
        can = likely * (ground.level(tried.id) if all_of_them is None else all_of_them) + A_LITTLE
        for first, some in enumerate(goods):
            expected = ground.level(good.id) if some is None else some
            if expected > can or ground.minutes("weekly", good, some) > room:
                continue
            choices.append((first, second))
            ends.append(rate_levels(ground.level(rate.id), good_levels[first], tried_levels)[-1])
    gains = ground.won(rate, ends)
    found: list = [(0, NOTHING)]
    for place, (first, second) in enumerate(choices):
        pair = ((good, goods[first]), (tried, tries[second]))
        cost = sum([ground.minutes("weekly", entry, amount) for entry, amount in pair])
        added = sum([amount or 0 for entry, amount in pair if entry.adds_to])
        named = tuple([("weekly", entry.id, a) for entry, a in pair if a is not None])
        gain = gains[place] + good_gains[first] + tried_gains[second]
        found.append((added, (cost, gain, named)))
    return found


def _stock(entry: Input, feeding: list, ground: Ground, most: float) -> list:
    """Options of a stock together with those of the flows that add to it."""
    by_added = _together(feeding, most)
    onces = [0] + ground.amounts("once", entry, most)
    weeklies = [0] + ground.amounts("weekly", entry, most)
    known: dict = {}
    found = []
    for once in onces:
        for added in sorted(by_added):
            for weekly in weeklies:
                each_week = added + weekly
                if (once, each_week) not in known:
                    known[(once, each_week)] = _won_by_stock(entry, once, each_week, ground)
                named: tuple = (("once", entry.id, bool(once) if entry.boolean else once),)
                named = (named if once else ()) + (
                    (("weekly", entry.id, weekly),) if weekly else ()
                )
                minutes = ground.minutes("once", entry, once)
                minutes += ground.minutes("weekly", entry, weekly)
                for cost, gain, amounts in by_added[added]:
                    if cost + minutes <= most:
                        gain += known[(once, each_week)]
                        found.append((cost + minutes, gain, amounts + named))
    return undominated(found)


def _together(parts: list, most: float) -> dict:
    """Undominated options of several flows at once, by what they add in a week."""
    by_added: dict = {0: [NOTHING]}
    for part in parts:
        grown: dict = {}
        for added in sorted(by_added):
            for cost, gain, amounts in by_added[added]:
                for more, option in part:
                    if cost + option[0] <= most:
                        both = (cost + option[0], gain + option[1], amounts + option[2])
                        grown.setdefault(added + more, []).append(both)
        by_added = {added: undominated(options) for added, options in grown.items()}
    return by_added


def _won_by_stock(entry: Input, once: float, each_week: float, ground: Ground) -> float:
    """Points won when a stock is brought to `once`, and grows by so much each week."""
    gains = [each_week] * ground.weeks
    floors = [once * 1.0] + [0] * (ground.weeks - 1)
    return ground.won(entry, stock_levels(ground.level(entry.id), gains, floors)[-1:])[0]


def _whole(amount: float) -> float:
    """The same number, as a whole one where it is one."""
    return int(amount) if amount == int(amount) else amount
