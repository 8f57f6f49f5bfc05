"""The package as others get it: built, installed into an environment of its own, and used.

That environment holds the wheel and what it requires, linked from the present one, and
nothing else; so no index is asked, and nothing that is imported can be there by chance.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.ssi_calc.test_micropython import EVERYWHERE

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "ssi_calc", "coursekit")
SITE = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
PLAN = "start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}\nweekly: {comments: 20}\n"

COMPUTES = """
import json, sys
sys.path.insert(0, sys.argv[1])
from importlib import import_module
for name in sys.argv[3:]:
    import_module("ssi_calc." + name if name != "__init__" else "ssi_calc")
from ssi_calc import inputs_from, simulate
run = simulate({"preset": "dormant", "weeks": 2}, inputs_from(json.load(open(sys.argv[2]))))
assert not {"yaml", "pydantic", "numpy"} & set(sys.modules)
print(len(run.weeks))
"""

USES = """
from ssi_calc import PILLARS, Optimiser, Run, load_inputs, read_plan, simulate

plan, problems = read_plan("plan.yml")
assert plan is not None
run: Run = simulate(plan, load_inputs())
reveal_type(run.end("total"))
reveal_type(Optimiser(plan, load_inputs()).best(60))
reveal_type(problems[0].line)
reveal_type(PILLARS)
simulate("plan.yml", load_inputs())
"""
KINDS = ["dict", "Best", "int", "tuple"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, source / name)
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", source / "dist", source)
    (built,) = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def alone(wheel, tmp_path_factory):
    """Folder of an environment with the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder, with_pip=False, symlinks=True)
    pip(
        "--python",
        folder / "bin/python",
        "install",
        "--no-deps",
        "--no-index",
        "--no-compile",
        wheel,
    )
    (installed,) = metadata.distributions(name="ssi-calc", path=[str(folder / SITE)])
    for path in required_by(installed):
        (folder / SITE / path.name).symlink_to(path)
    return folder


def pip(*words):
    done = subprocess.run(
        [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def required_by(distribution):
    """Top folders and files of everything that a distribution requires, extras left out."""
    found, waiting, seen = set(), [distribution], set()
    while waiting:
        for text in waiting.pop().requires or []:
            need = Requirement(text)
            if need.name not in seen and (not need.marker or need.marker.evaluate({"extra": ""})):
                seen.add(need.name)
                waiting.append(metadata.distribution(need.name))
                for file in waiting[-1].files or []:
                    if not file.parts[0].startswith((".", "_", "..")) or file.parts[0] == "_yaml":
                        found.add(Path(str(waiting[-1].locate_file(file.parts[0]))))
    return found


def run(command, folder, *words, **settings):
    clean = {"PATH": os.defpath, "HOME": str(folder)}
    return subprocess.run(
        [folder / "bin" / command, *words],
        capture_output=True,
        text=True,
        check=False,
        env=clean,
        cwd=folder,
        **settings,
    )


def test_the_wheel_holds_the_whole_package_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    here = {f"ssi_calc/{path.name}" for path in (ROOT / "ssi_calc").iterdir() if path.is_file()}
    assert here <= set(names)
    assert {"ssi_calc/py.typed", "ssi_calc/__init__.pyi", "ssi_calc/inputs.yml"} <= here
    assert {name.split("/")[0].split("-")[0] for name in names} == {"ssi_calc", "coursekit"}


def test_it_needs_two_libraries(alone):
    (installed,) = metadata.distributions(name="ssi-calc", path=[str(alone / SITE)])

    needed = [Requirement(text) for text in installed.requires]
    assert sorted(need.name for need in needed if not need.marker) == ["pydantic", "pyyaml"]
    assert not (alone / SITE / "numpy").exists()


def test_the_command_simulates(alone):
    (alone / "plan.yml").write_text(PLAN, "utf-8")

    done = run("ssi-calc", alone, "simulate", "plan.yml", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["weeks"][0]["total"]["mid"] == 60.2


def test_the_package_can_be_used(alone):
    program = (
        "from ssi_calc import fit_journal, load_inputs, load_ranks, optimise, simulate\n"
        "best = optimise({'preset': 'dormant'}, load_inputs(), 30)\n"
        "print(best.reached, load_ranks().accounts > 2, best._repr_html_()[:3])\n"
    )

    done = run("python", alone, "-c", program)

    assert (done.stdout, done.stderr) == ("True True <p>\n", "")


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        (
            ["simulate", "plan.yml", "--plot", "o.svg"],
            "a picture needs matplotlib: pip install 'ssi",
        ),
        (["cohort", "p.csv", "--plan", "plan.yml", "--out", "o.csv"], "a cohort needs numpy: pip"),
    ],
)
def test_what_needs_more_says_so(alone, words, cure):
    (alone / "plan.yml").write_text(PLAN, "utf-8")

    done = run("ssi-calc", alone, *words)

    assert done.returncode == 2
    assert done.stderr.startswith(cure)
    assert not list(alone.glob("o.*"))


def test_the_tools_of_the_course_say_that_there_is_no_course(alone):
    done = run("course", alone, "check")

    assert done.returncode == 2
    assert done.stderr.startswith(f"no course.yml in {alone}\n  hint: ")


def test_the_tools_of_the_course_say_which_extra_they_need(alone):
    done = run("course", alone, "--root", ROOT, "export", "scorm12")

    assert done.returncode == 2
    assert "is not installed\n  hint: pip install 'ssi-calc[site]'" in done.stderr


def test_the_computing_modules_need_nothing_at_all(alone, tmp_path):
    (tmp_path / "ssi_calc").symlink_to(alone / SITE / "ssi_calc")
    inputs = run("python", alone, "-m", "ssi_calc.build").stdout
    (tmp_path / "inputs.json").write_text(inputs, "utf-8")
    bare = ["-I", "-S", "-c", COMPUTES, str(tmp_path), str(tmp_path / "inputs.json")]

    done = run("python", alone, *bare, *EVERYWHERE)

    assert (done.stdout, done.stderr) == ("3\n", "")


def test_type_checkers_see_the_types_from_outside(alone, tmp_path):
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", "cache"]
    command += ["--python-executable", alone / "bin/python", "uses.py"]

    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    lines = [line.split(": ", 2) for line in done.stdout.splitlines()]
    kinds = [re.search('"(.*)"', text).group(1) for _, kind, text in lines if kind == "note"]
    assert [kind.split("[")[0].split(".")[-1] for kind in kinds] == KINDS
    errors = [text for _, kind, text in lines if kind == "error"]
    assert len(errors) == 1
    assert 'has incompatible type "str"; expected "dict' in errors[0]
