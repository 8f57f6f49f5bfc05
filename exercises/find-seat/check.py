"""What a plan for Marta's two months with a seat leaves out."""

PAID = ("advanced-searches", "leads-saved", "accounts-saved")
HOARD = 20  # saved a week: more than anybody looks at again


def check(plan: dict, run, exercise: dict) -> list:
    """Messages as ``(id, field or None)``; see `Engine` for what `exercise` holds."""
    spent = exercise["spent"]
    paid = [id for id in spent if id in PAID]
    weekly = plan["weekly"]
    if spent and not paid:
        return [("seat-unused", "advanced-searches")]
    if weekly.get("leads-saved", 0) + weekly.get("accounts-saved", 0) > HOARD:
        return [("hoarding", max(paid, key=lambda id: weekly[id]))]
    goal = exercise["goal"]
    if run.end(goal["pillar"])["mid"] >= goal["at_least"]:
        return []
    if spent and len(paid) == len(spent):
        return [("paid-only", "days-active")]
    return [("too-little", None)]
