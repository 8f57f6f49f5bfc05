"""What a plan of Nora's own doing leaves out, if engage stays below the goal."""


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal, spent = exercise["goal"], exercise["spent"]
    if "engagement-received" in spent:
        return [("waiting-for-others", "engagement-received")]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    if list(spent) == ["likes"]:
        return [("likes-only", "comments")]
    total = sum(spent.values())
    most = max(spent, key=lambda id: spent[id]) if spent else None
    if most and spent[most] > 0.8 * total and total > exercise["minutes"] * exercise["weeks"] / 2:
        return [("one-kind", most)]
    return [("too-little", None)]
