# ruff: noqa: B905, RUF005 (MicroPython has no zip(strict=) and no [*a])
"""What a plan says for each week: ``Plan > input id > weeks``. MicroPython-clean.

How a plan is read, so that it is natural to a learner:

- ``weekly`` states the new steady rate of the flows it names, from week 1 on: 10 comments
  a week, whatever it was before. For a stock it states what is added each week.
- Your other habits go on: a flow that the plan does not name keeps the rate inferred from
  the readings. ``others: stop`` ends them all (a holiday); ``others: continue`` in a later
  change takes them up again.
- ``once`` brings stocks to at least the stated level in week 1.
- ``changes`` alter all of this from a week on.
- A planned invitation that is accepted also adds a connection (``adds_to``); habits that
  go on unnamed leave the stocks alone.

A flow's schedule is a tuple with one entry a week: a number, or None for "as before". A
stock's is ``(gains, floors)``; a rate's is the pair of schedules of its two flows.
"""

from ssi_calc.inputs import Inputs


def phases(plan: dict) -> list:
    """The plan and its changes as ``(first week, part)``, in order."""
    later = [(change["from"], change) for change in plan.get("changes") or []]
    return [(1, plan)] + sorted(later, key=lambda phase: phase[0])


def schedules_of(plan: dict, inputs: Inputs, weeks: int) -> dict:
    """Schedules by id of all inputs that may move under `plan`, in the order of `inputs`.

    Parameters
    ----------
    plan : dict
        As in PLAN.yml, checked by its reader.
    inputs : Inputs
    weeks : int
        Number of weeks simulated, at least 1.

    Returns
    -------
    dict of str to tuple

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> plan = {"weekly": {"comments": 9}, "changes": [{"from": 3, "weekly": {"comments": 0}}]}
    >>> schedules_of(plan, load_inputs(), 4)
    {'comments': (9, 9, 0, 0)}
    """
    amounts = _amounts(plan, inputs, weeks)
    floors = _floors(plan, weeks)
    found: dict = {}
    for entry in inputs:
        if entry.kind == "flow" and entry.id in amounts:
            found[entry.id] = amounts[entry.id]
        if entry.kind == "stock":
            gains = _gains(entry.id, amounts, inputs, weeks)
            if gains or entry.id in floors:
                found[entry.id] = (gains or (0,) * weeks, floors.get(entry.id, (0,) * weeks))
        if entry.kind == "rate" and (entry.of[0] in amounts or entry.of[1] in amounts):
            as_before = (None,) * weeks
            found[entry.id] = tuple([amounts.get(id, as_before) for id in entry.of])
    return found


def minutes_of(plan: dict, inputs: Inputs, weeks: int) -> list:
    """Minutes that `plan` takes in each week, one-off work spread evenly over all weeks.

    One-off work counts as if nothing were there yet, so it is an upper bound. Habits that
    the plan does not name are not counted.

    Returns
    -------
    list of float
        One entry a week. [minute]

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> minutes_of({"weekly": {"comments": 10}, "once": {"headline": True}}, load_inputs(), 2)
    [55.0, 55.0]
    """
    one_off = 0.0
    for _, part in phases(plan):
        for id, amount in (part.get("once") or {}).items():
            one_off += float(amount) * inputs[id].minutes
    unlike = weeks if plan.get("changes") else 1  # else every week is like the first
    minutes = [one_off / weeks] * unlike
    for id, rates in _named_rates(plan, weeks).items():
        for week, rate in enumerate(rates[:unlike]):
            minutes[week] += (rate or 0) * inputs[id].minutes
    return minutes * (weeks // unlike)


def _named_rates(plan: dict, weeks: int) -> dict:
    """Weekly amounts by id of the inputs that the plan names; None before they are named."""
    rates: dict = {}
    for first, part in phases(plan):
        for id, amount in (part.get("weekly") or {}).items():
            before = rates.get(id, (None,) * weeks)[: first - 1]
            rates[id] = before + (amount,) * (weeks - len(before))
    return rates


def _amounts(plan: dict, inputs: Inputs, weeks: int) -> dict:
    """Named rates, with 0 for the other flows in the weeks in which they stop."""
    amounts = _named_rates(plan, weeks)
    stopped = [False] * weeks
    for first, part in phases(plan):
        if "others" in part:
            stopped[first - 1 :] = [part["others"] == "stop"] * (weeks - first + 1)
    if any(stopped):
        for entry in inputs:
            if entry.kind == "flow":
                before = amounts.get(entry.id, (None,) * weeks)
                amounts[entry.id] = tuple(
                    [0 if idle and rate is None else rate for idle, rate in zip(stopped, before)]
                )
    return amounts


def _floors(plan: dict, weeks: int) -> dict:
    """Levels reached at least, by id of the stocks brought to a level once."""
    floors: dict = {}
    for first, part in phases(plan):
        for id, level in (part.get("once") or {}).items():
            if first <= weeks:
                column = list(floors.get(id, (0,) * weeks))
                column[first - 1] = float(level)
                floors[id] = tuple(column)
    return floors


def _gains(id: str, amounts: dict, inputs: Inputs, weeks: int) -> tuple:
    """What is added to stock `id` in each week; empty when nothing is."""
    columns = [amounts[one] for one in [id] + inputs.feeders.get(id, []) if one in amounts]
    if not columns:
        return ()
    if len(columns) == 1 and None not in columns[0]:
        gains = columns[0]
    else:
        gains = tuple([sum([column[week] or 0 for column in columns]) for week in range(weeks)])
    return gains if any(gains) else ()
