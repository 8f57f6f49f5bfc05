"""What a plan for Nora's six weeks does, and what it leaves out.

Messages come in the order in which they matter; a plan that reaches the goal within the
budget hears `solved` and nothing else. `input` among the values is the field to look at.
"""


def check(plan: dict, run, exercise: dict) -> list:
    """Messages about `plan` as ``(id, values)``, the most important first.

    Parameters
    ----------
    plan : dict
        ``weekly`` and ``once``, amounts by input id.
    run : ssi_calc.run.Run
        The plan, simulated from the exercise's start over its weeks.
    exercise : dict
        ``goal``, ``minutes`` (a week) and ``offered``, the inputs as the simulator knows them.
    """
    band = run.end(exercise["goal"]["pillar"])
    spent = minutes_by_input(plan, exercise)
    messages = []
    if max(run.minutes) > exercise["minutes"] + 0.01:  # sums of thirds
        said = {"minutes": max(run.minutes), "budget": exercise["minutes"]}
        messages.append(("over-budget", pointing_at(largest(spent), said)))
    if band["mid"] < exercise["goal"]["at_least"]:
        id, field = what_is_missing(plan, spent, exercise)
        messages.append((id, pointing_at(field, {"low": band["low"], "high": band["high"]})))
    return messages or [("solved", {"low": band["low"], "high": band["high"]})]


def what_is_missing(plan: dict, spent: dict, exercise: dict) -> tuple:
    """Message for a plan short of the goal, and the field it concerns, if there is one."""
    pillar = exercise["goal"]["pillar"]
    feeds = {entry.id: entry.pillar == pillar for entry in exercise["offered"]}
    habits = [entry for entry in exercise["offered"] if "weekly" in entry.limits]
    most = {entry.id: entry.limits["weekly"][1] for entry in habits}
    elsewhere = {id: minutes for id, minutes in spent.items() if not feeds[id]}
    if sum(elsewhere.values()) > sum(spent.values()) / 2:
        return "other-pillar", largest(elsewhere)
    work = [id for id in spent if feeds[id]]
    kept_up = [id for id in work if id in most]
    if work and not kept_up:
        return "profile-only", None
    if work == ["articles"]:
        return "articles-only", None
    if len(work) == 1 and plan["weekly"][work[0]] > most[work[0]] / 2:
        return "volume-only", work[0]
    return "too-little", None


def minutes_by_input(plan: dict, exercise: dict) -> dict:
    """Minutes that each input takes over all weeks; inputs left at nothing are left out."""
    spent = {}
    for entry in exercise["offered"]:
        times = plan["weekly"].get(entry.id, 0) * exercise["weeks"] + plan["once"].get(entry.id, 0)
        if times:
            spent[entry.id] = times * entry.minutes
    return spent


def largest(spent: dict):
    """Id that takes most minutes, or None; the first of equals."""
    ids = list(spent)
    return max(ids, key=lambda id: spent[id]) if ids else None


def pointing_at(field, values: dict) -> dict:
    """`values` with the field they concern, if there is one."""
    if field:
        values["input"] = field
    return values
