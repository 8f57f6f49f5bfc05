"""Each exercise: its solution passes, its starter fails, each mistake hears its own message."""

import re
from pathlib import Path

import pytest
import yaml

from coursekit.content.engine import ask
from ssi_calc.cli import main

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = sorted(path.parent for path in ROOT.glob("exercises/*/exercise.yml"))
MISTAKES = [path for folder in EXERCISES for path in sorted(folder.glob("mistakes/*.yml"))]
PLANS = [
    *MISTAKES,
    *(folder / f"{name}.yml" for folder in EXERCISES for name in ("starter", "solution")),
]
PLACE = re.compile(r"\{([\w-]+)\}")

each_exercise = pytest.mark.parametrize("folder", EXERCISES, ids=lambda folder: folder.name)


def check(path: Path) -> dict:
    """What the exercise that owns the plan at `path` says of it."""
    folder = path.parent if path.parent in EXERCISES else path.parent.parent
    plan = yaml.safe_load(path.read_text(encoding="utf-8"))
    return ask(ROOT, {"verb": "check", "exercise": folder.name, "plan": plan})


@each_exercise
def test_the_solution_solves_and_the_starter_does_not(folder):
    solution, starter = check(folder / "solution.yml"), check(folder / "starter.yml")

    assert [message["id"] for message in solution["messages"]] == ["solved"]
    assert solution["solved"]
    assert not starter["solved"]


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_each_mistake_hears_exactly_its_own_message(path):
    assert [message["id"] for message in check(path)["messages"]] == [path.stem]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_each_plan_runs_by_itself_from_the_exercise_s_start_over_its_weeks(path, library, capsys):
    folder = path.parent if path.parent in EXERCISES else path.parent.parent
    exercise = library.exercise(folder.name)
    plan = yaml.safe_load(path.read_text(encoding="utf-8"))

    code = main(["simulate", str(path)])

    assert (code, capsys.readouterr().err) == (0, "")
    assert plan["start"] == exercise.start.model_dump()
    assert plan["weeks"] == exercise.weeks


@each_exercise
def test_every_message_but_solved_has_a_mistake_that_calls_for_it(library, folder):
    messages = set(library.exercise(folder.name).words.messages)

    assert {path.stem for path in folder.glob("mistakes/*.yml")} == messages - {"solved"}


@each_exercise
def test_every_language_has_words_for_every_message_with_the_same_places(library, folder):
    plans = [folder / "solution.yml", *folder.glob("mistakes/*.yml")]
    values = {each["id"]: each["values"] for path in plans for each in check(path)["messages"]}
    english = library.exercise(folder.name).words.messages

    for language in library.languages:
        words = library.exercise(folder.name, language).words.messages
        for message, given in values.items():
            places = set(PLACE.findall(words[message]))
            assert places <= set(given), f"{language}: {message}"
            assert places == set(PLACE.findall(english[message])), f"{language}: {message}"


@each_exercise
def test_every_field_that_a_message_points_at_is_on_offer(library, folder):
    offered = library.exercise(folder.name).inputs

    for path in folder.glob("mistakes/*.yml"):
        fields = [each["values"].get("input") for each in check(path)["messages"]]
        assert all(field in offered for field in fields if field), path.name


def test_an_empty_plan_is_told_that_it_is_too_little():
    answer = ask(ROOT, {"verb": "check", "exercise": "brand-13-to-18", "plan": {}})

    assert [message["id"] for message in answer["messages"]] == ["too-little"]


def test_a_plan_over_budget_that_misses_the_goal_hears_both():
    plan = {"weekly": {"shares": 7, "comments": 60}}

    answer = ask(ROOT, {"verb": "check", "exercise": "brand-13-to-18", "plan": plan})

    assert [message["id"] for message in answer["messages"]] == ["over-budget", "other-pillar"]
