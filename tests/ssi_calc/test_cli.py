import io
import json
import subprocess
import sys
from importlib.metadata import version

import pytest

from ssi_calc import formats
from ssi_calc.cli import main

VERBS = ["simulate", "inputs", "optimise", "explain", "fit", "rank", "cohort"]

PLAN = "start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}\nweekly: {comments: 20}\n"


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.yml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def test_simulate_prints_a_range_for_every_week(plan, capsys):
    code = main(["simulate", plan, "--weeks", "3"])

    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    weeks = [line.split()[0] for line in out.splitlines()[1:5]]
    assert weeks == ["0", "1", "2", "3"]
    assert "60.2" in out.splitlines()[1]
    assert "assumptions" in out


def test_simulate_json_has_the_promised_form(plan, capsys):
    assert main(["simulate", plan, "--json", "--weeks", "2"]) == 0

    weeks = json.loads(capsys.readouterr().out)["weeks"]
    assert [week["week"] for week in weeks] == [0, 1, 2]
    assert set(weeks[0]) == {"week", "brand", "find", "engage", "relate", "total"}
    assert weeks[0]["total"] == {"low": 60.2, "mid": 60.2, "high": 60.2}


def test_a_shorter_window_shows_work_sooner(plan, capsys):
    ends = []
    for window in ("30", "90"):
        main(["simulate", plan, "--json", "--weeks", "4", "--window", window])
        ends.append(json.loads(capsys.readouterr().out)["weeks"][-1]["engage"]["mid"])

    assert ends[0] > ends[1]


def test_a_heavier_weight_makes_more_of_the_same_plan(plan, capsys):
    ends = []
    for weight in ("comments=0.1", "comments=0.35"):
        main(["simulate", plan, "--json", "--weight", "shares=0.1", "--weight", weight])
        ends.append(json.loads(capsys.readouterr().out)["weeks"][-1]["engage"]["mid"])

    assert ends[0] < ends[1]


def test_a_weight_out_of_its_range_is_refused(plan, capsys):
    code = main(["simulate", plan, "--weight", "comments=0.5", "--weight", "coments=0.1"])

    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "--weight: unknown input 'coments'",
        "  hint: did you mean 'comments'?",
        "--weight: comments must weigh from 0.1 to 0.35, got 0.5",
    ]


def test_problems_go_to_stderr_and_exit_1(tmp_path, capsys):
    path = tmp_path / "plan.yml"
    path.write_text(PLAN.replace("20", "-3"), encoding="utf-8")

    code = main(["simulate", str(path)])

    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert err == f"{path}:2:20: comments must be from 0 to 150 a week, got -3\n"


def test_navigator_opens_its_inputs(tmp_path, capsys):
    path = tmp_path / "plan.yml"
    path.write_text(PLAN.replace("comments", "leads-saved"), encoding="utf-8")

    assert main(["simulate", str(path)]) == 1
    assert main(["simulate", str(path), "--navigator"]) == 0
    assert "leads-saved needs Sales Navigator" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["simulat"],
        ["simulate"],
        ["simulate", "p.yml", "--weeks", "0"],
        ["simulate", "p.yml", "--weeks", "9" * 99],
        ["simulate", "p.yml", "--window", "45"],
        ["simulate", "p.yml", "--weight", "comments"],
        ["simulate", "p.yml", "--weight", "comments=much"],
        ["inputs", "--grade", "X"],
    ],
)
def test_misuse_exits_2(words, capsys):
    assert main(words) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [[], *[[verb] for verb in VERBS]])
def test_help_exits_0_and_says_what_it_is(words, capsys):
    assert main([*words, "--help"]) == 0

    out = capsys.readouterr().out
    assert all(each in out for each in (VERBS if not words else ["--json"]))
    assert "%%" not in out


def test_the_command_alone_shows_its_help_on_stderr(capsys):
    assert main([]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert all(verb in err for verb in VERBS)


def test_a_command_that_is_nearly_right_is_guessed(capsys):
    assert main(["simulat"]) == 2

    assert capsys.readouterr().err.endswith(
        "unknown command 'simulat'\n  hint: did you mean 'simulate'?\n"
    )


def test_the_version_is_that_of_the_package(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ssi-calc {version('ssi-calc')}\n"


def test_every_command_prints_json(tmp_path, capsys):
    for name, text in (
        ("p.yml", formats.PLAN),
        ("j.csv", formats.JOURNAL),
        ("g.csv", formats.PEOPLE),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    plan, journal, group, out = (
        str(tmp_path / name) for name in ("p.yml", "j.csv", "g.csv", "o.csv")
    )
    commands = {
        "simulate": [plan],
        "inputs": [],
        "optimise": ["--from", "dormant", "--minutes", "30", "--target", "40"],
        "explain": [plan],
        "fit": [journal],
        "rank": ["53", "--mean", "35"],
        "cohort": [group, "--plan", plan, "--out", out],
    }
    assert set(commands) == set(VERBS)

    for verb, words in commands.items():
        assert main([verb, *words, "--json"]) == 0

        printed = capsys.readouterr()
        assert json.loads(printed.out)
        assert printed.err == ""


def test_a_target_out_of_reach_is_an_answer(capsys):
    words = ["optimise", "--from", "dormant", "--minutes", "30", "--weeks", "4", "--target", "99"]

    assert main(words) == 0

    out = capsys.readouterr().out
    assert "99 is impossible within 30 minutes a week and 4 weeks; the best possible is" in out


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_long_run_shows_on_a_terminal_how_far_it_is(tmp_path, capsys, monkeypatch):
    (tmp_path / "p.yml").write_text("weeks: 1\n", "utf-8")
    people = "".join(f"p{place},1,2,3,4\n" for place in range(20_000))
    (tmp_path / "g.csv").write_text("person,brand,find,engage,relate\n" + people, "utf-8")
    monkeypatch.chdir(tmp_path)
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)

    assert main(["cohort", "g.csv", "--plan", "p.yml", "--out", "o.csv"]) == 0

    shown = terminal.getvalue().split("\r")
    assert "82 %  16,384 of about 20,000 people" in shown[1]
    assert "100 %" in shown[2]
    assert shown[-1] == "\033[K"
    assert capsys.readouterr().out.startswith("20,000 people in o.csv")


def test_inputs_can_be_listed_by_grade(capsys):
    assert main(["inputs", "--grade", "B", "--json"]) == 0

    entries = json.loads(capsys.readouterr().out)
    assert {entry["grade"] for entry in entries} == {"B"}
    assert "cover-image" in {entry["id"] for entry in entries}


def test_inputs_are_listed_with_their_evidence(capsys):
    assert main(["inputs"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("comments ") and "O24" in line for line in lines)


def test_the_module_prints_json_for_the_browser():
    done = subprocess.run(
        [sys.executable, "-m", "ssi_calc.build"], capture_output=True, text=True, check=True
    )

    assert len(json.loads(done.stdout)["inputs"]) > 20
