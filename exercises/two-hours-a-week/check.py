"""What a plan over four pillars leaves out, if the total stays below the goal."""

ONE = 0.7  # of the time in one pillar, and the others wait
LOW_SHARE = 0.4  # accepted of sent, below which more requests harm


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal, spent, weekly = exercise["goal"], exercise["spent"], plan["weekly"]
    if "engagement-received" in spent:
        return [("applause", "engagement-received")]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    if spent and not weekly:
        return [("profile-only", None)]
    sent = weekly.get("invitations-sent", 0)
    if sent and weekly.get("invitations-accepted", 0) < LOW_SHARE * sent:
        return [("share-falls", "invitations-sent")]
    if spent and max(by_pillar(exercise).values()) > ONE * sum(spent.values()):
        return [("one-pillar", max(spent, key=lambda id: spent[id]))]
    return [("too-little", None)]


def by_pillar(exercise: dict) -> dict:
    """Minutes by pillar over all weeks."""
    minutes = {}
    for entry in exercise["offered"]:
        spent = exercise["spent"].get(entry.id, 0)
        minutes[entry.pillar] = minutes.get(entry.pillar, 0) + spent
    return minutes
