"""Cases that every host must compute alike: CPython, MicroPython in Node, and browsers.

``python -m tests.ssi_calc.vectors`` prints them with CPython's results as JSON.
"""

import json
import random
import sys
from typing import Any

from ssi_calc import chart, inputs_from, inputs_json, simulate
from ssi_calc.assumptions import assumption_problems
from ssi_calc.draws import draw
from ssi_calc.inputs import PILLARS, Inputs
from ssi_calc.plan import problems_of
from ssi_calc.response import response

WORKED = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}

BROKEN: list[Any] = [
    None,
    {},
    {"start": {"brand": 26}},
    {"preset": "dormnt"},
    {"preset": ["dormant"]},
    {"preset": "dormant", "weekly": {"coments": 1, "comments": -3, "skills": 4, "leads-saved": 2}},
    {"preset": "dormant", "once": {"headline": 2, "comments": 3}, "weeks": 0, "others": "rest"},
    {"preset": "dormant", "changes": [{"weekly": {"comments": 151}}, 3, {"from": True}]},
]

UNSOUND: list[Any] = [
    None,
    {"windows": 30, "window": 45, "navigator": 1},
    {"weights": {"articles": 0.5, "likes": "0.1", "replies": 0.1, "artcles": 0.2, "polls": True}},
    {"weights": [0.2], "window": 30.0},
]

# Runs in the host after `cases` and `inputs_text` were set; leaves JSON in `results`.
PROGRAM = """
import json
from ssi_calc import Simulator, chart, inputs_from
from ssi_calc.assumptions import assumption_problems
from ssi_calc.plan import problems_of
from ssi_calc.response import response

inputs = inputs_from(json.loads(inputs_text))
simulator = Simulator(inputs)
results = []
for case in json.loads(cases):
    if "broken" in case:
        results.append({"problems": problems_of(case["broken"], inputs)})
        continue
    if "unsound" in case:
        results.append({"problems": assumption_problems(case["unsound"], inputs)})
        continue
    if "pillar" in case:
        weighed = [entry for entry in inputs.of_pillar(case["pillar"]) if entry.weight.high]
        results.append({entry.id: response(entry, simulator.draws) for entry in weighed})
        continue
    assumed = simulator.assuming(case["weights"])
    run = assumed.run(case["plan"], case["window"], case["navigator"])
    results.append({"run": run.to_dict(), "chart": chart(run)})
results = json.dumps(results)
"""


def cases() -> list[dict[str, Any]]:
    """The same cases every time: hand-made ones, random plans, and broken plans."""
    source = random.Random(60_2)
    inputs = inputs_from(json.loads(inputs_json()))
    made: list[dict[str, Any]] = [
        _case({"start": WORKED}),
        _case({"preset": "trainer", "others": "stop"}, window=30, navigator=False),
        _case({"preset": "dormant", "weeks": 1}),
        _case({"preset": "trainer"}, weights={"articles": 0.385, "connections": 0.225}),
    ]
    made += [_random_case(source, inputs) for _ in range(25)]
    made += [{"broken": plan} for plan in BROKEN]
    made += [{"unsound": assumptions} for assumptions in UNSOUND]
    return made + [{"pillar": pillar} for pillar in PILLARS]


def _case(
    plan: dict[str, Any],
    window: int | None = None,
    navigator: bool | None = None,
    weights: dict[str, float] | None = None,
) -> dict[str, Any]:
    return {"plan": plan, "window": window, "navigator": navigator, "weights": weights or {}}


def _random_case(source: random.Random, inputs: Inputs) -> dict[str, Any]:
    readings = {pillar: round(source.uniform(0, 25), 3) for pillar in WORKED}
    weeks = source.randint(1, 20)
    plan = {
        "start": readings,
        "weeks": weeks,
        "weekly": _amounts(source, inputs, "weekly"),
        "once": _amounts(source, inputs, "once"),
        "changes": [
            {
                "from": source.randint(1, weeks),
                "weekly": _amounts(source, inputs, "weekly"),
                "others": source.choice(["stop", "continue"]),
            }
        ],
    }
    window = source.choice([None, None, 30, 60, 90])
    navigator = source.choice([None, True, False])
    return _case(plan, window, navigator, _weights(source, inputs))


def _weights(source: random.Random, inputs: Inputs) -> dict[str, float]:
    """None, or some within their ranges."""
    weighed = [entry for entry in inputs if entry.weight.high]
    chosen = source.sample(weighed, source.choice([0, 0, 1, 5]))
    return {entry.id: source.uniform(entry.weight.low, entry.weight.high) for entry in chosen}


def _amounts(source: random.Random, inputs: Inputs, period: str) -> dict[str, float]:
    offered = [entry for entry in inputs if period in entry.limits]
    chosen = source.sample(offered, source.randint(0, min(12, len(offered))))
    return {entry.id: source.randint(0, int(entry.limits[period][1])) for entry in chosen}


def expected(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What CPython computes for each case, each by a run of its own."""
    inputs = inputs_from(json.loads(inputs_json()))
    return [_expected(case, inputs) for case in made]


def _expected(case: dict[str, Any], inputs: Inputs) -> dict[str, Any]:
    if "broken" in case:
        return {"problems": json.loads(json.dumps(problems_of(case["broken"], inputs)))}
    if "unsound" in case:
        return {"problems": json.loads(json.dumps(assumption_problems(case["unsound"], inputs)))}
    if "pillar" in case:
        weighed = [entry for entry in inputs.of_pillar(case["pillar"]) if entry.weight.high]
        draws = draw(inputs)
        return {entry.id: response(entry, draws) for entry in weighed}
    run = simulate(case["plan"], inputs, case["window"], case["navigator"], weights=case["weights"])
    return {"run": run.to_dict(), "chart": chart(run)}


if __name__ == "__main__":
    made = cases()
    json.dump({"cases": made, "program": PROGRAM, "expected": expected(made)}, sys.stdout)
