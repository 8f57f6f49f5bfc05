"""What a plan from 60 towards 70 gets wrong: others' work, lost ground, or one string."""

OTHERS = ("engagement-received", "article-followers")
ONE = 0.7  # of the time in one activity
SLACK = 0.3  # points that relate may lose without a word


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    goal, spent = exercise["goal"], exercise["spent"]
    hoped = [id for id in spent if id in OTHERS]
    if hoped:
        return [("others-do-it", hoped[0])]
    if run.end("relate")["mid"] < exercise["start"]["relate"] - SLACK:
        return [("relate-falls", "invitations-sent")]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    most = max(spent, key=lambda id: spent[id]) if spent else None
    if most and spent[most] > ONE * sum(spent.values()):
        return [("one-string", most)]
    return [("too-little", None)]
