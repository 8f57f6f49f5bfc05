"""Cohorts: the numbers of the scalar path, in bounded memory, written whole or not at all."""

import csv
import json
import sys
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import cohort as benchmark
from ssi_calc import PILLARS, Cohort, load_inputs, parse_plan, people, simulate
from ssi_calc.cli import main

INPUTS = load_inputs()
PARTS = (*PILLARS, "total")
PLANS = [
    "weeks: 3",
    "weekly: {comments: 10, people-searches: 5}\nonce: {headline: true, skills: 20}",
    "others: stop\nweeks: 26",
    "weeks: 20\nwindow: 30\nweekly: {invitations-sent: 30, invitations-accepted: 2, comments: 3}\n"
    "changes: [{from: 4, others: stop}, {from: 9, others: continue, weekly: {comments: 20}}]",
    "navigator: true\nweekly: {leads-saved: 5, messages: 9, replies: 1, endorsements: 3}\n"
    "changes: [{from: 3, once: {skills: 30}}]",
]
HEAD = "person,brand,find,engage,relate\n"


def plan_of(text):
    plan, problems = parse_plan(text + "\npreset: dormant", "plan.yml", INPUTS)
    assert plan, problems
    return plan


def alone(plan, readings):
    plan = {key: value for key, value in plan.items() if key != "preset"}
    return simulate({**plan, "start": dict(zip(PILLARS, readings, strict=True))}, INPUTS).weeks


@pytest.mark.parametrize("text", PLANS)
@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(*[st.floats(0, 25)] * 4), min_size=1, max_size=3))
def test_everybody_gets_the_numbers_of_the_scalar_path(text, readings):
    plan = plan_of(text)
    cohort = Cohort(plan, INPUTS)
    columns = np.array(readings).T

    middle, end = cohort.middle(columns), cohort.end(columns)

    for place, person in enumerate(readings):
        weeks = alone(plan, person)
        mids = [[week[part]["mid"] for part in PARTS] for week in weeks]
        assert middle[:, :, place] == pytest.approx(np.array(mids), abs=1e-9)
        for bound, scores in end.items():
            last = [weeks[-1][part][bound] for part in PARTS]
            assert scores[:, place] == pytest.approx(np.array(last), abs=1e-9)


def test_the_benchmark_compares_like_with_like():
    readings = np.random.default_rng(1).uniform(0, 25, (4, 700))

    middle = Cohort(benchmark.PLAN, INPUTS).middle(readings)

    assert middle == pytest.approx(benchmark.bare(readings), abs=1e-9)
    assert middle[:, :, :3] == pytest.approx(benchmark.loop(readings[:, :3]), abs=1e-9)


def test_people_do_not_hang_on_their_neighbours():
    readings = np.random.default_rng(2).uniform(0, 25, (4, 9_000))
    cohort = Cohort(plan_of(PLANS[3]), INPUTS)

    together, alone = cohort.end(readings), cohort.end(readings[:, 8_999:])

    for bound in together:
        assert together[bound][:, 8_999:].tolist() == alone[bound].tolist()


@pytest.fixture
def files(tmp_path):
    paths = {name: tmp_path / name for name in ("people.csv", "plan.yml", "out.csv")}
    paths["people.csv"].write_text(HEAD + 'ana,13.4,10.7,11.1,25\n"Li, Bo",12,5,2,13\n', "utf-8")
    paths["plan.yml"].write_text("weeks: 8\nweekly: {comments: 10}\n", "utf-8")
    return paths


def command(files, *more):
    people, plan, out = (str(files[name]) for name in ("people.csv", "plan.yml", "out.csv"))
    return main(["cohort", people, "--plan", plan, "--out", out, *more])


def left_in(files):
    return sorted(path.name for path in files["plan.yml"].parent.iterdir())


def test_the_command_writes_a_row_for_everybody(files, capsys):
    assert command(files, "--json") == 0

    with files["out.csv"].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["person"] for row in rows] == ["ana", "Li, Bo"]
    weeks = alone({"weeks": 8, "weekly": {"comments": 10}}, (13.4, 10.7, 11.1, 25))
    for part in PARTS:
        for bound, score in weeks[-1][part].items():
            assert float(rows[0][f"{part}_{bound}"]) == pytest.approx(score, abs=1e-9)
    summary = json.loads(capsys.readouterr().out)
    assert (summary["people"], summary["week"]) == (2, 8)
    assert set(summary["total"]) == {"low", "mid", "high"}
    assert left_in(files) == ["out.csv", "people.csv", "plan.yml"]


def test_blocks_do_not_show_in_the_result(files, monkeypatch):
    rows = "".join(f"p{n},{n % 25},5,{n % 7},13\n" for n in range(100))
    files["people.csv"].write_text(HEAD + rows, "utf-8")
    texts = []
    for size in (1000, 7):
        monkeypatch.setattr(people.blocks_of, "__defaults__", (size,))
        assert command(files) == 0
        texts.append(files["out.csv"].read_text("utf-8"))

    assert texts[0] == texts[1]
    assert len(texts[0].splitlines()) == 101


def test_memory_does_not_grow_with_the_number_of_people(tmp_path):
    peaks = []
    for count in (2_000, 8_000):
        path = tmp_path / f"{count}.csv"
        path.write_text(HEAD + "ana,13.4,10.7,11.1,25\n" * count, "utf-8")
        tracemalloc.start()
        done = sum(len(names) for names, _ in people.blocks_of(path, 500))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert done == count

    assert peaks[1] < 1.2 * peaks[0]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("ana,nan,1,1,1", "2:5: brand must be a number from 0 to 25, got 'nan'"),
        ("ana,1,1,1,1\nbo,1,1,1,inf", "3:10: relate must be a number from 0 to 25, got 'inf'"),
        ("ana,1,1,1", "2:1: has 4 cells, the first line has 5"),
        ("=cmd(),1,1,1,1", "2:1: person must not start with '='"),
        (",1,1,1,1", "2:1: person has no name"),
        ('ana,"1,1,1,1', "2:1: is not a table"),
        ("", "1:1: holds no people"),
    ],
)
def test_bad_people_leave_no_output(files, capsys, rows, message):
    files["people.csv"].write_text(HEAD + rows, "utf-8")

    assert command(files) == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{files['people.csv']}:{message}")
    assert left_in(files) == ["people.csv", "plan.yml"]


def test_a_bad_row_after_whole_blocks_keeps_the_old_output(files, capsys):
    files["people.csv"].write_text(HEAD + "ana,1,1,1,1\n" * 20_000 + "bo,x,1,1,1\n", "utf-8")
    files["out.csv"].write_text("before", "utf-8")

    assert command(files) == 1

    assert "20002:4: brand must be" in capsys.readouterr().err
    assert files["out.csv"].read_text("utf-8") == "before"
    assert left_in(files) == ["out.csv", "people.csv", "plan.yml"]


def test_a_file_full_of_mistakes_is_not_read_to_its_end(files, capsys):
    files["people.csv"].write_text(HEAD + "ana,x,1,1,1\n" * 1000, "utf-8")

    assert command(files) == 1

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == people.MOST_PROBLEMS + 1
    assert lines[-1].endswith("not read any further")


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ("weekly: {coments: 3}", "plan.yml:1:10: unknown input 'coments'"),
        ("- 1", "plan.yml:1:1: a plan is a list of keys and values"),
        ("weeks: [", "plan.yml:1:9: is not YAML"),
    ],
)
def test_a_bad_plan_is_named(files, capsys, plan, message):
    files["plan.yml"].write_text(plan, "utf-8")

    assert command(files) == 1

    assert message in capsys.readouterr().err
    assert left_in(files) == ["people.csv", "plan.yml"]


def test_output_over_the_people_is_misuse(files, capsys):
    before = files["people.csv"].read_text("utf-8")

    assert command({**files, "out.csv": files["people.csv"]}) == 2

    assert files["people.csv"].read_text("utf-8") == before


@pytest.mark.parametrize("out", ["no/such/folder.csv", "."])
def test_output_that_cannot_be_written_is_told(files, capsys, out):
    assert command({**files, "out.csv": files["plan.yml"].parent / out}) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_without_numpy_the_cure_is_one_line(files, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "ssi_calc.cohort", raising=False)

    assert command(files) == 2

    assert capsys.readouterr().err == "a cohort needs numpy: pip install 'ssi-calc[numpy]'\n"
    assert left_in(files) == ["people.csv", "plan.yml"]
