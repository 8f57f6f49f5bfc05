"""An exercise: a start, a goal, a form for the plan, hints and a worked solution."""

from __future__ import annotations

from typing import Any

from coursekit.content.yamlfile import read_yaml
from coursekit.render.plan import PILLARS, chart_labels, fields, form_words, lead_of, show
from coursekit.render.scene import Scene

TRIES = 3  # before the worked solution is offered


def render_exercise(spec: dict, scene: Scene) -> str:
    """The exercise `id`; without JavaScript its hints and its solution can be opened."""
    exercise = scene.library.exercise(spec["id"], scene.language)
    form = fields(scene, exercise.inputs)
    frame = exercise.model_dump(include={"start", "navigator", "weeks"})
    starter = read_plan(scene, exercise.id, "starter")
    solution = read_plan(scene, exercise.id, "solution")
    parts = PILLARS if exercise.goal.pillar == "total" else (exercise.goal.pillar,)
    goal = exercise.goal.model_dump()
    shown = {
        which: show(scene, frame | plan, parts, f"{exercise.id}-{which}", goal)
        for which, plan in (("starter", starter), ("solution", solution))
    }
    return scene.render(
        "exercise.html.j2",
        exercise=exercise,
        brief=scene.to_html(exercise.words.brief),
        hints=[scene.to_html(hint) for hint in exercise.words.hints],
        worked=scene.to_html(exercise.words.worked),
        fields=form,
        starter=starter,
        solution=solution,
        shown=shown,
        pillars=PILLARS,
        data={
            "id": exercise.id,
            "name": exercise.id,
            "frame": frame,
            "starter": starter,
            "solution": solution,
            "budget": exercise.minutes,
            "parts": parts,
            "lead": lead_of(parts),
            "goal": goal,
            "tries": TRIES,
            "labels": chart_labels(scene),
            "messages": {id: scene.to_html(text) for id, text in exercise.words.messages.items()},
            "words": form_words(
                scene,
                "exercise.budget",
                "exercise.over-budget",
                "exercise.attempts",
                "exercise.go-to-field",
            ),
        },
    )


def read_plan(scene: Scene, exercise: str, name: str) -> dict[str, dict[str, Any]]:
    """A plan kept beside the exercise, such as `starter` or `solution`."""
    root = scene.library.root
    document, problems = read_yaml(root / f"exercises/{exercise}/{name}.yml", root)
    assert document, problems
    return {"weekly": document.value.get("weekly", {}), "once": document.value.get("once", {})}
