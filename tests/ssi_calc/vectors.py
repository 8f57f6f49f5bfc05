"""Cases that every host must compute alike: CPython, MicroPython in Node, and browsers.

``python -m tests.ssi_calc.vectors`` prints them with CPython's results as JSON.
"""

import json
import random
import sys
from typing import Any

from ssi_calc import chart, inputs_from, inputs_json, simulate
from ssi_calc.inputs import Inputs
from ssi_calc.plan import problems_of

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

# Runs in the host after `cases` and `inputs_text` were set; leaves JSON in `results`.
PROGRAM = """
import json
from ssi_calc import Simulator, chart, inputs_from
from ssi_calc.plan import problems_of

inputs = inputs_from(json.loads(inputs_text))
simulator = Simulator(inputs)
results = []
for case in json.loads(cases):
    if "broken" in case:
        results.append({"problems": problems_of(case["broken"], inputs)})
        continue
    run = simulator.run(case["plan"], case["window"], case["navigator"])
    results.append({"run": run.to_dict(), "chart": chart(run)})
results = json.dumps(results)
"""


def cases() -> list[dict[str, Any]]:
    """The same cases every time: hand-made ones, random plans, and broken plans."""
    source = random.Random(60_2)
    inputs = inputs_from(json.loads(inputs_json()))
    made: list[dict[str, Any]] = [
        {"plan": {"start": WORKED}, "window": None, "navigator": None},
        {"plan": {"preset": "trainer", "others": "stop"}, "window": 30, "navigator": False},
        {"plan": {"preset": "dormant", "weeks": 1}, "window": None, "navigator": None},
    ]
    made += [_random_case(source, inputs) for _ in range(25)]
    return made + [{"broken": plan} for plan in BROKEN]


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
    return {"plan": plan, "window": window, "navigator": source.choice([None, True, False])}


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
    run = simulate(case["plan"], inputs, case["window"], case["navigator"])
    return {"run": run.to_dict(), "chart": chart(run)}


if __name__ == "__main__":
    made = cases()
    json.dump({"cases": made, "program": PROGRAM, "expected": expected(made)}, sys.stdout)
