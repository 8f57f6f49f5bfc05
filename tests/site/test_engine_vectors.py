"""The same vectors in CPython, in MicroPython under Node and in the browser: equal to 1e-9."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from coursekit.content.engine import engine_bundle, open_engine
from ssi_calc import load_inputs, simulate
from ssi_calc.plan import problems_of
from tests.ssi_calc.test_micropython import assert_close
from tests.ssi_calc.vectors import cases

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "coursekit/web"
CHECKED = {
    "verb": "check",
    "exercise": "brand-13-to-18",
    "plan": {"weekly": {"articles": 0.5, "comments": 2}, "once": {"headline": 1}},
}


def runs() -> list[dict]:
    """What a form could ask of the vectors, with Sales Navigator for all."""
    inputs = load_inputs()
    found = []
    for case in cases():
        if "plan" in case:
            window = {"window": case["window"]} if case["window"] else {}
            plan = case["plan"] | window | {"navigator": True}
            assumptions = {"assumptions": {"weights": case["weights"]}} if case["weights"] else {}
            if not problems_of(plan, inputs):
                found.append({"verb": "simulate", "plan": plan, "labels": {}} | assumptions)
    return found


COMPARED = {
    "verb": "compare",
    "plan": {"preset": "average-member", "weekly": {"leads-saved": 5}},
    "assumptions": {"window": 30, "navigator": True, "weights": {"leads-saved": 0.2}},
    "labels": {},
}
OTHERS = [
    COMPARED,
    COMPARED | {"assumptions": {"weights": {"leads-saved": 0.3}}},
    {"verb": "responses", "pillar": "relate"},
    CHECKED,
    {"verb": "simulate", "plan": {}},
]


@pytest.fixture(scope="module")
def requests() -> list[dict]:
    """Plans to simulate, one to compare, one to check and two questions to refuse."""
    return [*runs(), *OTHERS]


@pytest.fixture(scope="module")
def in_cpython(requests) -> list[Any]:
    """The answers that the build gets."""
    engine = open_engine(ROOT)
    return [json.loads(engine.answer(json.dumps(request))) for request in requests]


def test_there_are_enough_vectors(requests):
    assert len(requests) > 25


def test_the_engine_adds_nothing_to_what_ssi_calc_computes(requests, in_cpython):
    inputs = load_inputs()

    for request, answer in zip(runs(), in_cpython[: -len(OTHERS)], strict=True):
        weights = request.get("assumptions", {}).get("weights")
        run = simulate(request["plan"], inputs, weights=weights)
        assert_close({"weeks": run.weeks, "minutes": run.minutes}, answer["run"])


def test_micropython_in_node_answers_as_cpython(requests, in_cpython):
    assert shutil.which("node"), "Node.js is missing: make setup"
    boot = (WEB / "engine-boot.js").read_text(encoding="utf-8")
    job = {"boot": boot, "bundle": json.loads(engine_bundle(ROOT)), "requests": requests}

    done = subprocess.run(
        ["node", str(Path(__file__).with_name("engine_in_node.mjs"))],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert_close(in_cpython, json.loads(done.stdout))


def test_the_browser_answers_as_cpython(page, serve_site, requests, in_cpython):
    page.goto(f"{serve_site}/brand/practice/")

    found = page.evaluate(
        """async (requests) => {
          const { loadEngine } = await import("/assets/course/engine.js");
          const engine = await loadEngine();
          return Promise.all(requests.map((request) => engine.ask(request)));
        }""",
        requests,
    )

    assert_close(in_cpython, found)


def test_a_question_that_was_overtaken_is_not_answered(page, serve_site):
    page.goto(f"{serve_site}/brand/profile/")  # where nobody else asks the engine

    found = page.evaluate(
        """async () => {
          const { loadEngine } = await import("/assets/course/engine.js");
          const engine = await loadEngine();
          const ask = (pillar) => engine.ask({ verb: "inputs", pillar }, "slider");
          return Promise.all([ask("brand"), ask("find"), ask("engage")]);
        }"""
    )

    assert "headline" in found[0]["inputs"]  # was with the worker already
    assert found[1] is None
    assert "comments" in found[2]["inputs"]
