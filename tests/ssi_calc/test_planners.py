import json

import pytest

from ssi_calc import load_inputs, simulate
from ssi_calc.cli import main

WORKED = ["optimise", "--from", "13.4,10.7,11.1,25"]
BANDS = {"low", "mid", "high"}


def test_optimise_json_has_the_promised_form(capsys):
    assert main([*WORKED, "--minutes", "180", "--weeks", "8", "--target", "70", "--json"]) == 0

    out, err = capsys.readouterr()
    found = json.loads(out)
    assert err == ""
    assert {"weekly", "once", "minutes", "total", "reached", "best_possible"} <= set(found)
    assert set(found["total"]) == set(found["best_possible"]) == BANDS
    assert found["reached"] is True
    assert found["minutes"] <= 180
    assert found["least"]["minutes"] < 180
    assert found["least"]["weeks"] < 8


def test_the_plan_that_is_printed_simulates_to_its_total(capsys):
    main([*WORKED, "--minutes", "120", "--weeks", "6", "--navigator", "--json"])

    found = json.loads(capsys.readouterr().out)
    plan = {
        "start": {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25},
        "navigator": True,
        "weeks": 6,
        "weekly": found["weekly"],
        "once": found["once"],
    }
    run = simulate(plan, load_inputs())
    assert run.end() == found["total"]
    assert run.minutes_per_week() == found["minutes"]


def test_an_impossible_target_is_an_answer(capsys):
    assert main([*WORKED, "--minutes", "30", "--weeks", "2", "--target", "95", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["reached"] is False

    assert main([*WORKED, "--minutes", "30", "--weeks", "2", "--target", "95"]) == 0
    out = capsys.readouterr().out
    assert "95 is impossible within 30 minutes a week and 2 weeks; the best possible is" in out
    assert "52 weeks are not enough" in out


def test_optimise_says_what_each_choice_and_more_time_would_earn(capsys):
    assert main([*WORKED, "--minutes", "180", "--weeks", "8"]) == 0

    out = capsys.readouterr().out
    assert "A headline that says whom you help" in out
    assert "15 minutes a week more would add" in out
    assert "assumptions" in out


def test_no_minutes_are_a_plan_too(capsys):
    assert main([*WORKED, "--minutes", "0", "--weeks", "1"]) == 0
    assert "go on as you do" in capsys.readouterr().out


def test_a_preset_is_a_start_and_alone_leaves_others_out(capsys):
    words = ["optimise", "--from", "average-member", "--minutes", "90", "--alone", "--json"]
    assert main(words) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["weeks"] == 12
    assert found["hangs_on_others"] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--from", "13.4,10.7", "--minutes", "9"], "must be the readings of brand, find"),
        (["--from", "1,2,3,x", "--minutes", "9"], "must be the readings of brand, find"),
        (["--from", "1,2,3,26", "--minutes", "9"], "relate must be a number from 0 to 25"),
        (["--from", "dormnt", "--minutes", "9"], "did you mean 'dormant'?"),
        (["--from", "1,2,3,4", "--minutes", "-9"], "must be from 0 to 10080, got '-9'"),
        (["--from", "1,2,3,4", "--minutes", "nan"], "must be from 0 to 10080, got 'nan'"),
        (["--from", "1,2,3,4", "--minutes", "9", "--weeks", "0"], "must be from 1 to"),
        (["--from", "1,2,3,4", "--minutes", "9", "--target", "101"], "must be from 0 to 100"),
        (["--from", "1,2,3,4"], "--minutes"),
    ],
)
def test_misuse_of_optimise_exits_2_and_says_why(words, message, capsys):
    assert main(["optimise", *words]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_explain_shows_what_earns_and_what_comes_next(tmp_path, capsys):
    path = tmp_path / "plan.yml"
    path.write_text("preset: average-member\nweekly: {likes: 70, comments: 10}\n")

    assert main(["explain", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Comments on other people's posts" in out
    assert "the next 15 minutes a week" in out

    assert main(["explain", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {row["input"] for row in found["earns"]} == {"likes", "comments"}
    assert all(set(row["points"]) == BANDS for row in found["earns"] + found["next"])


def test_explain_warns_of_volume(tmp_path, capsys):
    path = tmp_path / "plan.yml"
    path.write_text("preset: dormant\nweekly: {likes: 70, connections: 20}\n")

    assert main(["explain", str(path)]) == 0
    assert "Beware. Most of these points are volume" in capsys.readouterr().out


def test_problems_of_a_plan_go_to_stderr_and_exit_1(tmp_path, capsys):
    path = tmp_path / "plan.yml"
    path.write_text("preset: dormant\nweekly: {coments: 3}\n")

    assert main(["explain", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "did you mean 'comments'?" in err
