"""The same modules, unchanged, under MicroPython: the engine of the browser."""

import ast
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import ssi_calc
from tests.ssi_calc.vectors import PROGRAM, cases, expected

PACKAGE = Path(ssi_calc.__file__).parent
ROOT = PACKAGE.parent
NUMBER = re.compile(r"\d+\.\d")
ENGINE = ROOT / "node_modules" / "@micropython" / "micropython-webassembly-pyscript"

# What the browser loads; the builder of the site ships exactly these.
COMPUTING = (
    "__init__",
    "assumptions",
    "chart",
    "core",
    "draws",
    "inputs",
    "outer",
    "plan",
    "response",
    "run",
    "schedule",
    "simulate",
    "start",
    "words",
)

# The optimiser, which the browser loads only where a page asks for a best plan.
PLANNING = ("explanation", "knapsack", "optimiser", "options")
EVERYWHERE = COMPUTING + PLANNING


def run_under_micropython(program: str, given: dict[str, str]) -> Any:
    """What `program` leaves in `results`, with only the computing modules at hand."""
    if not ENGINE.is_dir() or not shutil.which("node"):
        pytest.fail("MicroPython for Node is missing: make setup")
    files = {f"ssi_calc/{name}.py": (PACKAGE / f"{name}.py").read_text() for name in EVERYWHERE}
    job = {"files": files, "globals": given, "program": program}
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("run_micropython.mjs"))],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def assert_close(one: Any, other: Any, where: str = "") -> None:
    """Equal values; numbers to 1e-9, numbers written in a text to their last decimal."""
    if isinstance(one, float | int) and not isinstance(one, bool):
        assert abs(one - other) < 1e-9, where
    elif isinstance(one, dict):
        assert one.keys() == other.keys(), where
        for key in one:
            assert_close(one[key], other[key], f"{where}/{key}")
    elif isinstance(one, list):
        assert len(one) == len(other), where
        for place, pair in enumerate(zip(one, other, strict=True)):
            assert_close(*pair, f"{where}/{place}")
    elif isinstance(one, str):
        assert NUMBER.sub("#", one) == NUMBER.sub("#", other), where
        for pair in zip(NUMBER.findall(one), NUMBER.findall(other), strict=True):
            assert abs(float(pair[0]) - float(pair[1])) < 0.11, where  # a tie rounded apart
    else:
        assert one == other, where


def test_micropython_computes_what_cpython_computes():
    made = cases()

    given = {"cases": json.dumps(made), "inputs_text": ssi_calc.inputs_json()}
    found = run_under_micropython(PROGRAM, given)

    assert_close(expected(made), found)


def test_a_wrong_digit_would_be_noticed():
    with pytest.raises(AssertionError, match="/0/mid"):
        assert_close([{"mid": 60.2}], [{"mid": 60.2 + 1e-6}])
    with pytest.raises(AssertionError):
        assert_close("60.2 points", "60.4 points")


def test_the_vectors_cover_every_input_that_can_be_planned():
    inputs = ssi_calc.load_inputs()
    named = json.dumps(cases())

    assert [entry.id for entry in inputs if entry.limits and f'"{entry.id}"' not in named] == []


@pytest.mark.parametrize("name", EVERYWHERE)
def test_computing_modules_keep_to_what_micropython_runs(name):
    assert forbidden_in((PACKAGE / f"{name}.py").read_text()) == []


@pytest.mark.parametrize(
    "planted",
    [
        "import typing",
        "from dataclasses import dataclass",
        "from ssi_calc.files import read_plan",
        "a = [*b]",
        "a = (*b, 1)",
        "a = {**b}",
        "def f(a, /): ...",
        "match a:\n    case 1: pass",
        "zip(a, b, strict=True)",
    ],
)
def test_forbidden_python_is_found(planted):
    assert forbidden_in(planted) != []


def forbidden_in(source: str) -> list[str]:
    """Syntax and imports that MicroPython does not have, or that reach the outer modules."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            allowed = {"math", "json"} | {f"ssi_calc.{each}" for each in EVERYWHERE}
            found += [str(name) for name in names if name not in allowed]
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            found += ["[*a]" for item in node.elts if isinstance(item, ast.Starred)]
        if isinstance(node, ast.Dict) and None in node.keys:
            found.append("{**a}")
        if isinstance(node, ast.arguments) and node.posonlyargs:
            found.append("positional-only /")
        if isinstance(node, ast.Match):
            found.append("match")
        if isinstance(node, ast.keyword) and node.arg == "strict":
            found.append("zip(strict=)")
    return found
