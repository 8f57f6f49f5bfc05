"""A form to assume otherwise, and one plan run twice: by our assumptions and by the reader's."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from coursekit.content.engine import ask
from coursekit.content.yamlfile import read_yaml
from coursekit.render.plan import ISOLATE, PILLARS, chart_labels, inputs, whole_range
from coursekit.render.scene import Scene
from coursekit.render.simulator import EXAMPLE

PLANS = "exercises/plans.yml"
NAME = "assumptions"
WEEKS = 8  # a memory of 30 days is full by then, and one of 90 days is not
WINDOWS = (30, 60, 90)
SHOWN = {"start": "example", "plan": "rest"}  # where the form begins
OTHERWISE = {"window": 30}  # what is drawn beside ours before a script runs
WIDE = 10  # per cent; a wider range moves in larger steps
SPOKEN = (
    "assumptions.change",
    "assumptions.changed-count",
    "assumptions.share",
    "assumptions.summary",
    "simulator.count-error",
    "simulator.failed",
    "simulator.range",
    "simulator.refused",
    "simulator.starting",
)


@dataclass(frozen=True)
class Weight:
    """One weight to be changed, in per cent of its pillar."""

    id: str
    low: float
    mid: float
    high: float
    step: float


def render_assumptions(spec: dict, scene: Scene) -> str:
    """The form, and the plan drawn by both assumptions; without scripts an example of it."""
    plans = read_plans(scene)
    drawn = _compared(plans[SHOWN["plan"]], scene)
    return scene.render(
        "assumptions.html.j2",
        name=NAME,
        weeks=WEEKS,
        windows=WINDOWS,
        pillars={pillar: weights_of(pillar, scene) for pillar in PILLARS},
        presets=list(inputs(scene)["presets"]),
        plans={id: {"weekly": {}, "once": {}} | plan for id, plan in plans.items()},
        shown=SHOWN,
        summary=_summary(drawn, scene),
        rows=_rows(drawn, scene),
        charts={which: Markup(drawn[which]["svg"]) for which in ("ours", "yours")},
        data={
            "name": NAME,
            "weeks": WEEKS,
            "example": EXAMPLE,
            "plans": plans,
            "shown": SHOWN,
            "labels": chart_labels(scene),
            "words": {id.split(".", 1)[1]: scene.words[id] for id in SPOKEN},
        },
    )


def read_plans(scene: Scene) -> dict[str, Any]:
    """The plans on offer, by id."""
    document, problems = read_yaml(scene.library.root / PLANS, scene.library.root)
    assert document, problems
    return document.value


def weights_of(pillar: str, scene: Scene) -> list[Weight]:
    """The weights of a pillar with their ranges, rounded inwards to the steps of a slider."""
    weighed = [each for each in inputs(scene)["inputs"] if each["weight"]["high"]]
    return [_weight(each) for each in weighed if each["pillar"] == pillar]


def _weight(each: dict[str, Any]) -> Weight:
    low, mid, high = (round(100 * each["weight"][end], 4) for end in ("low", "mid", "high"))
    step = 0.5 if high - low > WIDE else 0.1
    least, most = math.ceil(low / step - 1e-9) * step, math.floor(high / step + 1e-9) * step
    return Weight(each["id"], round(least, 1), mid, round(most, 1), step)


def _compared(plan: dict[str, Any], scene: Scene) -> dict[str, Any]:
    request = {
        "verb": "compare",
        "plan": {"start": EXAMPLE, "weeks": WEEKS, **plan},
        "assumptions": OTHERWISE,
        "labels": chart_labels(scene),
        "id": NAME,
    }
    return ask(scene.library.root, request)


def _summary(drawn: dict[str, Any], scene: Scene) -> str:
    """The totals at the end in one sentence, both as ranges."""
    ends = {name: drawn[name]["run"]["weeks"][-1]["total"] for name in ("ours", "yours")}
    ranges = {name: whole_range(scene, band) for name, band in ends.items()}
    return scene.words["assumptions.summary"].format(weeks=WEEKS, **ranges)


def _rows(drawn: dict[str, Any], scene: Scene) -> list[tuple[str, list[str]]]:
    """Each part of the score with its change by both assumptions."""
    runs = [drawn[name]["run"]["weeks"] for name in ("ours", "yours")]
    return [
        (part, [_change(weeks[0][part], weeks[-1][part], scene) for weeks in runs])
        for part in ("total", *PILLARS)
    ]


def _change(first: dict[str, float], last: dict[str, float], scene: Scene) -> str:
    decimal = chart_labels(scene)["decimal"]
    values = {"from": first["mid"], "to": last["mid"], "low": last["low"], "high": last["high"]}
    texts = {key: f"{value:.1f}".replace(".", decimal) for key, value in values.items()}
    return ISOLATE.format(scene.words["simulator.chart-change"].format(**texts))
