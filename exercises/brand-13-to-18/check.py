"""What a plan for Nora's six weeks leaves out, if brand stays below the goal."""


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal = exercise["goal"]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    feeds = {entry.id: entry.pillar == goal["pillar"] for entry in exercise["offered"]}
    return [what_is_missing(plan, exercise["spent"], feeds, exercise["offered"])]


def what_is_missing(plan: dict, spent: dict, feeds: dict, offered: list) -> tuple:
    """The message, and the field it concerns, if there is one."""
    elsewhere = [id for id in spent if not feeds[id]]
    if sum([spent[id] for id in elsewhere]) > sum(spent.values()) / 2:
        return "other-pillar", max(elsewhere, key=lambda id: spent[id])
    most = {entry.id: entry.limits["weekly"][1] for entry in offered if "weekly" in entry.limits}
    work = [id for id in spent if feeds[id]]
    if work and not [id for id in work if id in most]:
        return "profile-only", None
    if work == ["articles"]:
        return "articles-only", None
    if len(work) == 1 and plan["weekly"][work[0]] > most[work[0]] / 2:
        return "volume-only", work[0]
    return "too-little", None
