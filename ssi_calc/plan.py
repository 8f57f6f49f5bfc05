# ruff: noqa: RUF005 (MicroPython has no [*a])
"""What a plan may say. MicroPython-clean: a form in the browser hears what a file hears.

    plan > start | preset, navigator, window, weeks, others, weekly, once, changes

A rule that is broken comes back as ``(path, message, hint)``: the path holds the keys that
lead to the place, and its last part is ``"?"`` when the key itself is at fault.
"""

from ssi_calc.inputs import MAXIMUM, PILLARS, Input, Inputs
from ssi_calc.words import is_number, nearest, quoted

KEYS = (
    "start",
    "preset",
    "navigator",
    "window",
    "weeks",
    "others",
    "weekly",
    "once",
    "changes",
)
CHANGE_KEYS = ("from", "others", "weekly", "once")
MOST_WEEKS = 104
WINDOWS = (30, 60, 90)


class PlanError(ValueError):
    """A plan that cannot be simulated.

    Attributes
    ----------
    problems : list of (tuple, str, str)
        As `problems_of` gives them.

    Examples
    --------
    >>> print(PlanError([(("weekly", "coments", "?"), "unknown input 'coments'", "")]))
    weekly: unknown input 'coments'
    """

    def __init__(self, problems: list) -> None:
        super().__init__("\n".join([_line(problem) for problem in problems]))
        self.problems = problems


def check_names(plan: dict, inputs: Inputs) -> None:
    """Refuse a plan without a start, or with inputs that do not exist.

    Amounts may be any, so that more than a sane week can be studied; `problems_of` is stricter.

    Parameters
    ----------
    plan : dict
    inputs : Inputs

    Raises
    ------
    PlanError
        With all that is wrong, a line each.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> check_names({"preset": "dormant", "weekly": {"coments": 3}}, load_inputs())
    Traceback (most recent call last):
    ssi_calc.plan.PlanError: weekly: unknown input 'coments' (did you mean 'comments'?)
    """
    found = _start(plan, inputs)
    for part in [plan] + (plan.get("changes") or []):
        for key in ("weekly", "once"):
            found += _unknown_inputs((key,), part.get(key) or {}, inputs)
    if found:
        raise PlanError(found)


def _unknown_inputs(path: tuple, amounts: dict, inputs: Inputs) -> list:
    return [
        (path + (id, "?"), f"unknown input {quoted(id)}", nearest(id, tuple(sorted(inputs.by_id))))
        for id in amounts
        if id not in inputs.by_id
    ]


def _line(problem: tuple) -> str:
    path, message, hint = problem
    steps = path[:-2] if path and path[-1] == "?" else path
    where = ".".join([str(step) for step in steps])
    return (where + ": " if where else "") + message + (f" ({hint})" if hint else "")


def problems_of(plan: object, inputs: Inputs, navigator=None) -> list:
    """Everything that is wrong with a plan, in the same order on every host.

    Parameters
    ----------
    plan : object
        Whatever JSON or YAML held.
    inputs : Inputs
    navigator : bool, optional
        Instead of what the plan says.

    Returns
    -------
    list of (tuple, str, str)
        Path, message, hint; empty when the plan can be simulated.

    Examples
    --------
    >>> from ssi_calc import load_inputs
    >>> plan = {"preset": "dormant", "weekly": {"comments": -3}}
    >>> problems_of(plan, load_inputs())
    [(('weekly', 'comments'), 'comments must be from 0 to 150 a week, got -3', '')]
    """
    if not isinstance(plan, dict):
        return [((), "a plan is a list of keys and values", "start with start: or preset:")]
    found = unknown_keys((), plan, KEYS)
    found += _start(plan, inputs)
    found += wrong_choice(plan, "navigator", (True, False), "true or false")
    found += wrong_choice(plan, "window", WINDOWS, "30, 60 or 90 days")
    if "weeks" in plan:
        found += _whole(("weeks",), plan["weeks"], 1, MOST_WEEKS)
    is_open = _has_navigator(plan, inputs) if navigator is None else navigator
    found += _amounts((), plan, inputs, is_open)
    return found + _changes(plan, inputs, is_open)


def unknown_keys(path: tuple, part: dict, known: tuple) -> list:
    """Problems of the keys of `part`, which lies at `path`, that are not among the known ones."""
    return [
        (path + (key, "?"), "unknown key " + quoted(key), nearest(key, known))
        for key in sorted(part)
        if key not in known
    ]


def _start(plan: dict, inputs: Inputs) -> list:
    """Four readings, or the name of a preset, but not both."""
    start = plan.get("start")
    if isinstance(start, dict) and "preset" in start:
        where: tuple = ("start", "preset")
        preset = start["preset"]
    else:
        where = ("preset",)
        preset = plan.get("preset")
    if preset is not None:
        if not isinstance(preset, str) or preset not in inputs.presets:
            hint = nearest(preset, tuple(sorted(inputs.presets)))
            return [(where, f"unknown preset {quoted(preset)}", hint)]
        if where == ("preset",) and start is not None:
            return [(where, "a plan has start or preset, not both", "leave one of them out")]
        return []
    if not isinstance(start, dict):
        message = "start must hold the four readings" if "start" in plan else "start is missing"
        hint = "start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}"
        return [(("start",) if "start" in plan else (), message, hint)]
    found = unknown_keys(("start",), start, PILLARS)
    for pillar in PILLARS:
        if pillar not in start:
            found.append((("start",), f"the reading of {pillar} is missing", ""))
        elif not is_number(start[pillar]) or not 0 <= start[pillar] <= MAXIMUM:
            message = f"{pillar} must be a number from 0 to 25, got {quoted(start[pillar])}"
            found.append((("start", pillar), message, ""))
    return found


def wrong_choice(part: dict, key: str, allowed: tuple, words: str) -> list:
    """The problem that `key`, where it is given, is none of the `allowed` values."""
    if key not in part or any(
        part[key] == one and isinstance(part[key], type(one)) for one in allowed
    ):
        return []
    return [((key,), f"{key} must be {words}, got {quoted(part[key])}", "")]


def _whole(path: tuple, value: object, lowest: int, highest: int) -> list:
    if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
        return []
    name = path[-1]
    message = f"{name} must be a whole number from {lowest} to {highest}, got {quoted(value)}"
    return [(path, message, "")]


def _has_navigator(plan: dict, inputs: Inputs) -> bool:
    """What the plan says, or else what its preset says."""
    if "navigator" in plan:
        return plan["navigator"] is True
    preset = plan.get("preset")
    if preset is None and isinstance(plan.get("start"), dict):
        preset = plan["start"].get("preset")
    known = isinstance(preset, str) and preset in inputs.presets
    return known and inputs.presets[preset]["navigator"]


def _changes(plan: dict, inputs: Inputs, is_open: bool) -> list:
    changes = plan.get("changes")
    if changes is None:
        return []
    if not isinstance(changes, list):
        return [(("changes",), "changes must be a list", "- {from: 4, weekly: {comments: 0}}")]
    found = []
    for place, change in enumerate(changes):
        path = ("changes", place)
        if not isinstance(change, dict):
            found.append((path, "a change has from: and weekly:, once: or others:", ""))
            continue
        found += unknown_keys(path, change, CHANGE_KEYS)
        if "from" in change:
            found += _whole(path + ("from",), change["from"], 1, MOST_WEEKS)
        else:
            found.append((path, "a change says from which week it holds", "from: 4"))
        found += _amounts(path, change, inputs, is_open)
    return found


def _amounts(path: tuple, part: dict, inputs: Inputs, is_open: bool) -> list:
    """Rules for ``weekly``, ``once`` and ``others`` of the plan or of one change."""
    found = _others(path, part)
    for period in ("weekly", "once"):
        amounts = part.get(period)
        if isinstance(amounts, dict):
            for id in sorted(amounts):  # MicroPython's dicts have no order
                found += _amount(path + (period, id), amounts[id], inputs, is_open)
        elif amounts is not None:
            message = f"{period} must hold amounts by input, got {quoted(amounts)}"
            found.append((path + (period,), message, period + ": {" + _example(period) + "}"))
    return found + _more_accepted_than_sent(path, part, inputs)


def _others(path: tuple, part: dict) -> list:
    if part.get("others", "stop") in ("stop", "continue"):
        return []
    message = f"others must be continue or stop, got {quoted(part['others'])}"
    return [(path + ("others",), message, "")]


def _amount(path: tuple, amount: object, inputs: Inputs, is_open: bool) -> list:
    """Rules for the amount of one input."""
    period, id = path[-2:]
    if id not in inputs:
        known = tuple([entry.id for entry in inputs if period in entry.limits])
        return [(path + ("?",), "unknown input " + quoted(id), nearest(id, known))]
    entry = inputs[id]
    if period not in entry.limits:
        message, hint = _misplaced(entry, period)
        return [(path + ("?",), message, hint)]
    message = _amount_message(entry, period, amount)
    if message:
        return [(path, message, "")]
    if entry.needs_navigator and not is_open:
        return [(path + ("?",), f"{id} needs Sales Navigator", "say navigator: true")]
    return []


def _misplaced(entry: Input, period: str) -> tuple:
    if not entry.limits:
        hint = "plan " + " and ".join(entry.of)
        return (f"{entry.id} is a ratio and cannot be planned itself", hint)
    if period == "once":
        return (f"{entry.id} is not reached at once", "put it under weekly")
    return (f"{entry.id} is done once, not every week", "put it under once")


def _amount_message(entry: Input, period: str, amount) -> str:
    """What is wrong with an amount; empty when nothing is."""
    lowest, highest = entry.limits[period]
    often = " a week" if period == "weekly" else ""
    if entry.boolean:
        if isinstance(amount, bool) or (is_number(amount) and amount in (0, 1)):
            return ""
        return f"{entry.id} must be true or false, got {quoted(amount)}"
    if not is_number(amount) or not lowest <= amount <= highest:
        span = f"from {lowest} to {highest}{often}"
        return f"{entry.id} must be {span}, got {quoted(amount)}"
    steps = amount / entry.step
    if steps != int(steps):
        steps_of = "a whole number" if entry.step == 1 else f"in steps of {entry.step}"
        return f"{entry.id} must be {steps_of}, got {quoted(amount)}"
    return ""


def _more_accepted_than_sent(path: tuple, part: dict, inputs: Inputs) -> list:
    """A ratio above 1: more replies than messages, more accepted than sent."""
    weekly = part.get("weekly")
    found: list = []
    for entry in inputs:
        if entry.kind == "rate" and isinstance(weekly, dict):
            succeeded, tried = entry.of
            good, all_of_them = weekly.get(succeeded, 0), weekly.get(tried)
            if is_number(good) and is_number(all_of_them) and good > all_of_them:
                message = f"{succeeded} is {good} but {tried} only {all_of_them}"
                found.append((path + ("weekly", succeeded), message, ""))
    return found


def _example(period: str) -> str:
    return "comments: 10" if period == "weekly" else "headline: true"
