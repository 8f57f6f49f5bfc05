"""What a plan for Nora's ninety minutes leaves out, if find stays below the goal."""


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal = exercise["goal"]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    spent = exercise["spent"]
    feeds = {entry.id: entry.pillar == goal["pillar"] for entry in exercise["offered"]}
    elsewhere = [id for id in spent if not feeds[id]]
    if sum([spent[id] for id in elsewhere]) > sum(spent.values()) / 2:
        return [("other-pillar", max(elsewhere, key=lambda id: spent[id]))]
    if "people-searches" in spent and plan["weekly"].get("days-active", 0) <= 1:
        return [("one-long-evening", "days-active")]
    if spent and all(id.endswith("profile-views") for id in spent):
        return [("views-only", "people-searches")]
    return [("too-little", None)]
