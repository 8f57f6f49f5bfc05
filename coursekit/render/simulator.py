"""The simulator: readings, a plan, and what the model expects of it, always as ranges."""

from __future__ import annotations

import math
from typing import Any

from coursekit.render.plan import (
    PILLARS,
    Field,
    chart_labels,
    fields,
    form_words,
    inputs,
    lead_of,
    pillars_of,
    plannable,
    show,
)
from coursekit.render.scene import Scene

SPOKEN = ("simulator.minutes", "simulator.reading-error", "simulator.weeks-value")
EXAMPLE = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}  # claim S182
WEEKS = 8
FEWEST, MOST = 4, 26
MODEL = "reference/model.md"  # the page that lays the model open
SOFT_LIMIT = 180  # minutes a week that few people keep up beside a job


def render_simulator(spec: dict, scene: Scene) -> str:
    """The simulator for a pillar or for a list of inputs, drawn with an example plan."""
    chosen = plannable(scene, spec["inputs"])
    form = fields(scene, chosen)
    parts = pillars_of(form)
    plan = {"start": EXAMPLE, "weeks": spec.get("weeks", WEEKS), **example_plan(form, scene)}
    name = "simulator-" + (spec["inputs"] if isinstance(spec["inputs"], str) else chosen[0])
    shown = show(scene, plan, parts, f"{name}-chart")
    return scene.render(
        "simulator.html.j2",
        name=name,
        fields=form,
        plan=plan,
        shown=shown,
        presets=list(inputs(scene)["presets"]),
        pillars=PILLARS,
        navigator=any(field.needs_navigator for field in form),
        fewest=FEWEST,
        most=MOST,
        model=scene.page_link(MODEL) if MODEL in scene.library.outline.pages else "",
        data={
            "name": name,
            "example": plan,
            "parts": parts,
            "lead": lead_of(parts),
            "softLimit": SOFT_LIMIT,
            "labels": chart_labels(scene),
            "words": form_words(scene, *SPOKEN)
            | {"minutes-hint": scene.words["simulator.minutes-hint"].format(minutes=SOFT_LIMIT)},
        },
    )


def example_plan(form: list[Field], scene: Scene) -> dict[str, dict[str, Any]]:
    """A modest plan to begin with: what LinkedIn names, at half of what earns all the points."""
    entries = {each["id"]: each for each in inputs(scene)["inputs"]}
    official = [field for field in form if field.grade == "A" and not field.needs_navigator]
    weekly = {
        field.id: _half(entries[field.id]["full"]["mid"], field)
        for field in official
        if field.when == "weekly" and entries[field.id]["kind"] == "flow" and not field.by_others
    }
    return {"weekly": weekly, "once": {field.id: 1 for field in official if field.boolean}}


def _half(full: float, field: Field) -> float:
    return min(math.ceil(full / 2 / field.step) * field.step, field.high)
