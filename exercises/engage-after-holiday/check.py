"""What a plan for the six weeks after a holiday leaves out, if engage stays below the goal."""


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal = exercise["goal"]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    spent, weekly = exercise["spent"], plan["weekly"]
    if list(spent) == ["likes"]:
        return [("likes-only", "comments")]
    if spent and all(id in ("shares", "polls") for id in spent):
        return [("posts-only", "comments")]
    if weekly.get("messages", 0) > 0 and not weekly.get("replies", 0):
        return [("no-answers", "replies")]
    return [("too-little", None)]
