"""Whether a plan follows what the journal shows: comments, not likes and not posts."""


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal, spent = exercise["goal"], exercise["spent"]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    if not spent or "comments" in spent:
        return [("too-little", None)]
    most = max(spent, key=lambda id: spent[id])
    if most == "likes":
        return [("likes-again", "comments")]
    if most in ("shares", "polls"):
        return [("posts-again", "comments")]
    return [("elsewhere", "comments")]
