"""Whatever comes in: a clear message with file and line, or a right answer; never a traceback.

And never a file half written. `bad_inputs` makes ten thousand cases; each goes through the
command, in this process.
"""

import io
import json
import math
import random
import re
from contextlib import redirect_stderr, redirect_stdout

import pytest

from ssi_calc.cli import main
from tests.ssi_calc import bad_inputs

CASES = 500  # in a test, so that several workers share them
PLACE = re.compile(r"^[^\n]+?:(\d+):\d+: ", re.M)
MESSAGE = re.compile(r"(?:[^\n]+:\d+:\d+: [^\n]+(?:\n  hint: [^\n]+)?\n)+(?:… and \d+ more\n)?")


def answer(words):
    """Exit code, stdout and stderr of one command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    return code, out.getvalue(), err.getvalue()


def numbers(value):
    """Every number in a JSON value."""
    if isinstance(value, dict):
        return [each for part in value.values() for each in numbers(part)]
    if isinstance(value, list):
        return [each for part in value for each in numbers(part)]
    return [value] if isinstance(value, int | float) else []


def assert_told_or_answered(code, out, err, path):
    """Problems of `path` with line and column, or an answer of finite numbers."""
    if code == 0:
        assert err == ""
        assert all(math.isfinite(number) for number in numbers(json.loads(out)))
    else:
        assert (code, out) == (1, "")
        assert MESSAGE.fullmatch(err), err[:500]
        assert err.startswith(f"{path}:")
        assert err.replace("\n", "").isprintable(), err[:500]
        assert len(err) < 20_000
        lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 2
        assert all(int(line) <= lines for line in PLACE.findall(err))


def kinds(messages):
    """Messages without places, words in quotes and numbers."""
    return {
        re.sub(r"'[^']*'|[\d.]+", "", line.partition(": ")[2])
        for text in messages
        for line in text.splitlines()
        if line[0] != " "
    }


@pytest.mark.parametrize("part", range(6))
def test_plans(part, tmp_path):
    path, told = tmp_path / "plan.yml", []
    for content in bad_inputs.plans(random.Random(part), CASES):
        path.write_bytes(content)

        code, out, err = answer(["simulate", str(path), "--json"])

        assert_told_or_answered(code, out, err, path)
        told.append(err)
        if code == 0:
            scores = [week["total"] for week in json.loads(out)["weeks"]]
            assert all(0 <= s["low"] <= s["mid"] <= s["high"] <= 100 for s in scores)
    assert "" in told
    assert len(kinds(told)) > 30


@pytest.mark.parametrize("part", range(8))
def test_journals(part, tmp_path):
    path, told = tmp_path / "journal.csv", []
    for content in bad_inputs.journals(random.Random(100 + part), CASES):
        path.write_bytes(content)

        code, out, err = answer(["fit", str(path), "--json"])

        assert_told_or_answered(code, out, err, path)
        told.append(err)
    assert "" in told
    assert len(kinds(told)) > 20


@pytest.mark.parametrize("part", range(4))
def test_people(part, tmp_path):
    path, plan, out_path = (tmp_path / name for name in ("people.csv", "plan.yml", "out.csv"))
    plan.write_text("weeks: 2\nweekly: {comments: 10}\n", "utf-8")
    told = []
    for content in bad_inputs.peoples(random.Random(200 + part), CASES):
        path.write_bytes(content)
        words = ["cohort", str(path), "--plan", str(plan), "--out", str(out_path), "--json"]

        code, out, err = answer(words)

        assert_told_or_answered(code, out, err, path)
        told.append(err)
        assert out_path.exists() == (code == 0)
        if code == 0:
            scores = out_path.read_text("utf-8").splitlines()[-1].split(",")[-15:]
            assert all(0 <= float(score) <= 100 for score in scores)
            out_path.unlink()
        assert sorted(each.name for each in tmp_path.iterdir()) == ["people.csv", "plan.yml"]
    assert "" in told
    assert len(kinds(told)) > 15


@pytest.mark.parametrize("part", range(2))
def test_command_lines(part, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "PLAN").write_text(bad_inputs.PLAN, "utf-8")
    for words in bad_inputs.command_lines(random.Random(300 + part), CASES):
        code, out, err = answer(words)

        if code == 0:
            assert (bool(out), err) == (True, "")
            assert "nan" not in out.lower().split()
        else:
            assert out == ""
            assert err.startswith("usage: " if code == 2 else "")
            assert err.replace("\n", "").isprintable()
            assert err.count("\n") < 20
        assert [each.name for each in tmp_path.iterdir()] == ["PLAN"]
