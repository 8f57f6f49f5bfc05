"""Readers: whatever the file holds, one clear message a problem, and never a traceback."""

import os
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi_calc import inputs_json, load_inputs, parse_plan, read_inputs, read_plan, simulate
from ssi_calc.files import INPUTS
from ssi_calc.places import LARGEST, Problem

START = "start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}\n"
PLAN = (
    START
    + """navigator: false
weeks: 8
weekly: {comments: 10, people-searches: 5}     # counts per week by input id
once: {headline: true, skills: 20}             # stocks reached in week 1
changes: [{from: 4, weekly: {comments: 0}}]    # later weeks, optional
"""
)


def messages(text):
    plan, problems = parse_plan(text, "plan.yml")
    assert (plan is None) == bool(problems)
    return [str(problem) for problem in problems]


def test_the_documented_plan_is_read_and_runs():
    plan, problems = parse_plan(PLAN, "plan.yml")

    assert problems == []
    assert len(simulate(plan, load_inputs()).weeks) == 9


@pytest.mark.parametrize("text", ["preset: trainer", "start: {preset: trainer}"])
def test_a_preset_may_stand_at_the_top_or_under_start(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "weekly:\n  comments: -3",
            "plan.yml:3:13: comments must be from 0 to 150 a week, got -3",
        ),
        (
            "weekly: {comments: 100000}",
            "plan.yml:2:20: comments must be from 0 to 150 a week, got 100000",
        ),
        (
            "weekly: {coments: 3}",
            "plan.yml:2:10: unknown input 'coments'\n  hint: did you mean 'comments'?",
        ),
        (
            "wekly: {comments: 3}",
            "plan.yml:2:1: unknown key 'wekly'\n  hint: did you mean 'weekly'?",
        ),
        (
            "weekly: {comments: ten}",
            "plan.yml:2:20: comments must be from 0 to 150 a week, got 'ten'",
        ),
        (
            "weekly: {comments: true}",
            "plan.yml:2:20: comments must be from 0 to 150 a week, got true",
        ),
        (
            "weekly: {comments: .nan}",
            "plan.yml:2:20: comments must be from 0 to 150 a week, got 'nan'",
        ),
        (
            "weekly: {comments: .inf}",
            "plan.yml:2:20: comments must be from 0 to 150 a week, got inf",
        ),
        ("weekly: {comments: 2.5}", "plan.yml:2:20: comments must be a whole number, got 2.5"),
        ("weekly: {articles: 0.3}", "plan.yml:2:20: articles must be in steps of 0.5, got 0.3"),
        (
            "weekly: {headline: 1}",
            "plan.yml:2:10: headline is done once, not every week\n  hint: put it under once",
        ),
        (
            "once: {comments: 4}",
            "plan.yml:2:8: comments is not reached at once\n  hint: put it under weekly",
        ),
        (
            "weekly: {acceptance-rate: 1}",
            "plan.yml:2:10: acceptance-rate is a ratio and cannot be planned itself\n"
            "  hint: plan invitations-accepted and invitations-sent",
        ),
        ("once: {headline: 2}", "plan.yml:2:18: headline must be true or false, got 2"),
        (
            "weekly: {leads-saved: 5}",
            "plan.yml:2:10: leads-saved needs Sales Navigator\n  hint: say navigator: true",
        ),
        (
            "weekly: {invitations-sent: 3, invitations-accepted: 5}",
            "plan.yml:2:53: invitations-accepted is 5 but invitations-sent only 3",
        ),
        ("weeks: 0", "plan.yml:2:8: weeks must be a whole number from 1 to 104, got 0"),
        ("weeks: 1000000", "plan.yml:2:8: weeks must be a whole number from 1 to 104, got 1000000"),
        ("window: 45", "plan.yml:2:9: window must be 30, 60 or 90 days, got 45"),
        ("navigator: maybe", "plan.yml:2:12: navigator must be true or false, got 'maybe'"),
        ("others: rest", "plan.yml:2:9: others must be continue or stop, got 'rest'"),
        (
            "changes: {from: 2}",
            "plan.yml:2:10: changes must be a list\n  hint: - {from: 4, weekly: {comments: 0}}",
        ),
        (
            "changes: [{weekly: {likes: 1}}]",
            "plan.yml:2:11: a change says from which week it holds\n  hint: from: 4",
        ),
        (
            "changes: [{from: 2, weekly: {likes: -1}}]",
            "plan.yml:2:37: likes must be from 0 to 70 a week, got -1",
        ),
        ("preset: trainer", "plan.yml:2:9: a plan has start or preset, not both"),
        (
            "weekly: 5",
            "plan.yml:2:9: weekly must hold amounts by input, got 5\n"
            "  hint: weekly: {comments: 10}",
        ),
        ("weeks: 4\nweeks: 5", "plan.yml:3:1: key 'weeks' comes twice\n  hint: it is in line 2"),
        ("weekly: &a {likes: 1}\nonce: *a", "plan.yml:3:7: aliases (*) are not allowed"),
        ("weeks: !!python/name:os.system 4", "plan.yml:2:8: tags such as"),
        ("? [a]\n: b", "plan.yml:2:3: a key must be a word"),
    ],
)
def test_each_mistake_has_its_message(line, message):
    found = messages(START + line + "\n")

    assert len(found) == 1
    assert found[0].startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "plan.yml:1:1: the plan is empty"),
        ("# nothing\n", "plan.yml:1:1: the plan is empty"),
        ("just words", "plan.yml:1:1: a plan is a list of keys and values"),
        ("- 1\n- 2\n", "plan.yml:1:1: a plan is a list of keys and values"),
        ("weekly: {comments: 1}", "plan.yml:1:1: start is missing"),
        ("start: 60", "plan.yml:1:8: start must hold the four readings"),
        ("start: {brand: 1, find: 2, engage: 3}", "plan.yml:1:8: the reading of relate is missing"),
        (START.replace("25", "26"), "plan.yml:1:56: relate must be a number from 0 to 25, got 26"),
        (START.replace("25", "'25'"), "plan.yml:1:56: relate must be a number from 0 to 25, got"),
        (
            "preset: dormnt",
            "plan.yml:1:9: unknown preset 'dormnt'\n  hint: did you mean 'dormant'?",
        ),
        ("preset: [dormant]", "plan.yml:1:9: unknown preset a list"),
        ("start: {brand: [1\n", "plan.yml:2:1: is not YAML"),
        ("a: b: c", "plan.yml:1:5: is not YAML"),
        ("preset: trainer\n---\npreset: dormant", "plan.yml:2:1: is not YAML"),
        ("\x00\x01", "plan.yml:1:1: is not YAML"),
        ("[" * 5000, "plan.yml:1:21: lists within lists go too deep"),
        ("weeks: " + "9" * 6000, "plan.yml:1:1: start is missing"),
    ],
)
def test_a_broken_plan_has_its_message(text, message):
    assert messages(text)[0].startswith(message)


def test_all_problems_come_at_once_and_in_order():
    text = START + "weekly:\n  likes: -1\n  coments: 2\nweeks: x\nfoo: 1\n"

    places = [(problem.line, problem.column) for problem in parse_plan(text, "p")[1]]

    assert places == [(3, 10), (4, 3), (5, 8), (6, 1)]


def test_the_flag_for_sales_navigator_opens_its_inputs():
    plan, problems = parse_plan(START + "weekly: {leads-saved: 5}", "plan.yml", navigator=True)

    assert problems == []
    assert plan["weekly"] == {"leads-saved": 5}


def test_an_alias_bomb_is_refused_quickly():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    before = time.perf_counter()

    found = messages("\n".join(lines))

    assert "aliases" in found[0]
    assert time.perf_counter() - before < 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "is not UTF-8 text"),
        (PLAN.encode("utf-16"), "is not UTF-8 text"),
        ("name: café".encode("latin-1"), "is not UTF-8 text"),
        (b"a: 1\n" * 2_000_000, f"is larger than {LARGEST // 1000} kB"),
        (b"", "the plan is empty"),
    ],
)
def test_a_file_that_is_no_plan_is_named(tmp_path, content, message):
    path = tmp_path / "plan.yml"
    path.write_bytes(content)

    plan, problems = read_plan(path)

    assert plan is None
    assert [problem.message for problem in problems] == [message]


def test_a_plan_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "plan.yml"
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.encode())

    assert read_plan(path)[1] == []


def test_missing_files_directories_and_pipes_are_named(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    found = [read_plan(tmp_path / name)[1][0].message for name in ("none.yml", "", "pipe")]

    assert found == ["no such file", "is a directory, not a file", "is not an ordinary file"]


def test_a_path_that_no_file_can_have_is_named():
    assert "cannot be read" in read_plan("a" * 5000)[1][0].message
    assert read_plan("a\0b")[1][0].message == "no such file"


@given(st.text(max_size=200))
@settings(deadline=None)
def test_no_text_whatever_raises(text):
    assert all(isinstance(problem, Problem) for problem in parse_plan(text, "p")[1])


KEYS = ["start", "preset", "weekly", "once", "changes", "others", "from", "weeks", "window"]
KEYS += ["navigator", "brand", "find", "engage", "relate", "comments", "skills", "headline", "x"]
simple = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
trees = st.recursive(
    simple,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=5,
        )
    ),
    max_leaves=15,
)


@given(trees)
@settings(deadline=None)
def test_no_tree_raises_and_what_is_accepted_can_be_run(tree):
    plan, problems = parse_plan(yaml.safe_dump(tree, allow_unicode=True), "p")

    if plan is None:
        assert problems
    else:
        assert simulate(plan, load_inputs(), draws=2).weeks


def test_the_package_reads_its_own_inputs():
    assert read_inputs()[1] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: stock", "kind: stok", "Input should be 'stock', 'flow' or 'rate'"),
        ("  minutes: 20", "  minuts: 20", "unknown key 'minuts'"),
        ("  minutes: 20", "  minutes: -1", "Input should be greater than or equal to 0"),
        ("{low: 5, mid: 20, high: 30}", "{low: 5, mid: 2, high: 30}", "low, mid and high must be"),
        ("id: headline", "id: photo", "an input id comes twice"),
        ("id: replies", "id: answers", "response-rate: a rate is made of two flows"),
        (
            "of: [replies, messages]",
            "of: [replies, invitations-sent]",
            "response-rate: a rate feeds",
        ),
        ("adds_to: connections", "adds_to: comments", "invitations-accepted: adds_to must name"),
        ("weekly: {days-active", "weekly: {day-active", "preset dormant: 'day-active' is not a"),
        ("grade: A", "grade: X", "Input should be 'A', 'B', 'C' or 'assumption'"),
    ],
)
def test_a_mistake_in_inputs_yml_is_found_and_placed(tmp_path, old, new, message):
    path = tmp_path / "inputs.yml"
    text = INPUTS.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    inputs, problems = read_inputs(path)

    assert inputs is None
    assert problems[0].message.startswith(message)
    assert str(problems[0]).startswith(f"{path}:{problems[0].line}:{problems[0].column}: ")


def test_the_place_of_a_mistake_in_inputs_yml_is_its_line(tmp_path):
    path = tmp_path / "inputs.yml"
    lines = INPUTS.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.endswith("kind: flow"))
    lines[number] = lines[number].replace("flow", "flaw")
    path.write_text("\n".join(lines), encoding="utf-8")

    problem = read_inputs(path)[1][0]

    assert (problem.line, problem.column) == (number + 1, 11)


def test_a_broken_inputs_yml_never_becomes_json(tmp_path, monkeypatch):
    path = tmp_path / "inputs.yml"
    path.write_text("inputs: []\npresets: {}\n", encoding="utf-8")
    monkeypatch.setattr("ssi_calc.build.INPUTS", path)

    with pytest.raises(ValueError, match=r"inputs\.yml:1:9"):
        inputs_json()
