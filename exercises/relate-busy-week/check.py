"""What a plan of invitations gets wrong: a share that falls, or one that nobody reaches."""

LOW_SHARE, HIGH_SHARE = 0.4, 0.85  # accepted of sent: below it harms, above it is wishful


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal, spent, weekly = exercise["goal"], exercise["spent"], plan["weekly"]
    sent, accepted = weekly.get("invitations-sent", 0), weekly.get("invitations-accepted", 0)
    if sent > 2 and accepted > HIGH_SHARE * sent:
        return [("everybody-says-yes", "invitations-accepted")]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    if sent and accepted < LOW_SHARE * sent:
        return [("share-falls", "invitations-sent")]
    if spent and not sent and not accepted:
        return [("care-without-count", "invitations-sent")]
    return [("too-little", None)]
