"""The engine answers in JSON whatever it is asked, and its bundle holds what it needs."""

import ast
import gzip
import json
from pathlib import Path

import pytest

import ssi_calc
from coursekit.content.engine import (
    ask,
    engine_bundle,
    engine_data,
    imported_files,
    open_engine,
)
from tests.ssi_calc.test_micropython import COMPUTING, forbidden_in

ROOT = Path(__file__).resolve().parents[2]
START = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25}
BUDGET = 250_000  # bytes, gzipped, MicroPython included
CHECKS = sorted(ROOT.glob("exercises/*/check.py"))


def answer(request: object) -> dict:
    """The engine's answer as the page gets it, refusals included."""
    text = request if isinstance(request, str) else json.dumps(request)
    return json.loads(open_engine(ROOT).answer(text))


def test_a_plan_comes_back_as_a_run_and_a_picture():
    plan = {"start": START, "weeks": 6, "weekly": {"comments": 10}}

    found = ask(ROOT, {"verb": "simulate", "plan": plan, "labels": {"brand": "Marca <3"}})

    assert [week["week"] for week in found["run"]["weeks"]] == list(range(7))
    assert found["run"]["weeks"][0]["brand"] == {"low": 13.4, "mid": 13.4, "high": 13.4}
    assert found["run"]["minutes"] == [40] * 6
    assert "Marca &lt;3" in found["svg"]
    assert "<3" not in found["svg"]


def test_the_run_is_the_one_that_ssi_calc_gives():
    plan = {"start": START, "weeks": 9, "weekly": {"articles": 0.5}, "once": {"headline": 1}}

    found = ask(ROOT, {"verb": "simulate", "plan": plan})

    assert found["run"]["weeks"] == ssi_calc.simulate(plan, ssi_calc.load_inputs()).weeks


def test_a_lead_and_a_goal_are_drawn_and_kept_apart_by_the_chart_s_id():
    plan = {"start": START, "weeks": 6, "weekly": {"articles": 1}}
    request = {"verb": "simulate", "plan": plan, "labels": {}, "id": "one"}
    goal = {"pillar": "brand", "at_least": 18}

    with_lead = ask(ROOT, request | {"lead": ["brand"], "goal": goal})["svg"]
    without = ask(ROOT, request)["svg"]
    again = ask(ROOT, request | {"lead": ["brand"], "goal": goal})["svg"]

    assert 'class="ssi-goal"' in with_lead
    assert "Goal 18<" in with_lead
    assert "ssi-lead" not in without
    assert with_lead == again


def test_a_moving_slider_may_ask_for_the_ends_alone():
    plan = {"start": START, "weeks": 6, "weekly": {"articles": 1}}

    whole = ask(ROOT, {"verb": "simulate", "plan": plan})["run"]["weeks"]
    ends = ask(ROOT, {"verb": "simulate", "plan": plan, "weeks": "ends"})["run"]["weeks"]

    assert ends == [whole[0], whole[-1]]


def test_answers_after_many_moves_are_those_of_a_new_engine():
    data = engine_data(ROOT)
    kept = type(open_engine(ROOT))(data, {})

    for move in range(40):
        weekly = {"articles": move % 5 / 2, "endorsements": move // 3 % 7, "comments": move % 4}
        once = {"skills": move * 7 % 50, "photo": move % 2}
        plan = {"start": START, "weeks": 12, "weekly": weekly, "once": once}
        question = {"verb": "simulate", "plan": plan, "labels": {}, "lead": ["brand"]}
        fresh = type(kept)(data, {})
        assert kept.answer(json.dumps(question)) == fresh.answer(json.dumps(question))


PLAN = {"start": START, "weeks": 8, "weekly": {"articles": 0.5, "leads-saved": 5}}


def test_a_plan_is_compared_under_our_assumptions_and_under_others():
    yours = {"window": 30, "navigator": True, "weights": {"articles": 0.3}}
    inputs = ssi_calc.load_inputs()

    found = ask(ROOT, {"verb": "compare", "plan": PLAN, "assumptions": yours, "labels": {}})

    ours = ssi_calc.simulate(PLAN, inputs)
    assumed = ssi_calc.simulate(PLAN, inputs, 30, True, weights={"articles": 0.3})
    assert found["ours"]["run"]["weeks"] == ours.weeks
    assert found["yours"]["run"]["weeks"] == assumed.weeks
    assert "chart-ours-title" in found["ours"]["svg"]
    assert "chart-yours-title" in found["yours"]["svg"]
    assert found["shares"]["articles"] == pytest.approx(0.3 / 1.08)
    assert found["shares"]["comments"] == pytest.approx(0.2)
    assert "replies" not in found["shares"]


def test_without_other_assumptions_both_runs_are_the_same():
    found = ask(ROOT, {"verb": "compare", "plan": PLAN, "assumptions": {}})

    assert found["ours"]["run"] == found["yours"]["run"]


def test_what_needs_sales_navigator_earns_nothing_where_it_is_assumed_away():
    searching = {"preset": "trainer", "weekly": {"leads-saved": 50}}

    def end(assumptions):
        request = {"verb": "simulate", "plan": searching, "assumptions": assumptions}
        return ask(ROOT, request)["run"]["weeks"][-1]["find"]["mid"]

    assert end({"navigator": False}) < end({"navigator": True})


def test_comparing_leaves_later_answers_as_they_were():
    simulated = {"verb": "simulate", "plan": {"start": START, "weekly": {"comments": 9}}}
    before = ask(ROOT, simulated)

    ask(ROOT, {"verb": "compare", "plan": PLAN, "assumptions": {"weights": {"comments": 0.35}}})

    assert ask(ROOT, simulated) == before


@pytest.mark.parametrize(
    ("assumptions", "field"),
    [
        ({"weights": {"articles": 0.4}}, "articles"),
        ({"weights": [1]}, "weights"),
        ({"window": 45}, "window"),
        ({"navigator": 1}, "navigator"),
        ([30], ""),
    ],
)
def test_assumptions_out_of_their_range_are_refused_and_named(assumptions, field):
    for verb in ("simulate", "compare"):
        error = answer({"verb": verb, "plan": PLAN, "assumptions": assumptions})["error"]
        assert (error["id"], error["input"]) == ("assumptions", field)
        assert error["message"]


def test_each_input_with_a_weight_answers_with_a_curve_that_never_falls():
    for pillar in ssi_calc.PILLARS:
        for id, curve in ask(ROOT, {"verb": "responses", "pillar": pillar})["responses"].items():
            for end in ("low", "mid", "high"):
                points = [band[end] for band in curve["points"]]
                assert points == sorted(points), id
            assert curve["points"][0]["high"] == 0, id


def test_the_inputs_of_a_pillar_are_those_that_can_be_planned():
    brand = ask(ROOT, {"verb": "inputs", "pillar": "brand"})["inputs"]
    everything = ask(ROOT, {"verb": "inputs"})["inputs"]

    assert "headline" in brand
    assert "comments" not in brand
    assert set(brand) < set(everything)
    assert "acceptance-rate" not in everything


@pytest.mark.parametrize(
    "question",
    ["", "nonsense", "[]", "3", "null", "{}", '{"verb": "fly"}', '{"verb": ["simulate"]}'],
)
def test_what_is_no_question_is_answered_with_an_error(question):
    assert answer(question) == {"error": {"id": "no-such-question"}}


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (None, ""),
        ({"start": START | {"brand": 26}}, "brand"),
        ({"start": START, "weekly": {"comments": 1000}}, "comments"),
        ({"start": START, "weekly": {"comments": "ten"}}, "comments"),
        ({"start": START, "weekly": [1]}, "weekly"),
        ({"start": START, "weeks": 0}, "weeks"),
    ],
)
def test_a_plan_that_cannot_run_is_refused_and_the_field_named(plan, field):
    error = answer({"verb": "simulate", "plan": plan})["error"]

    assert (error["id"], error["input"]) == ("plan", field)


def test_an_exercise_takes_only_what_it_offers_and_keeps_its_start_and_weeks():
    request = {"verb": "check", "exercise": "brand-13-to-18"}

    elsewhere = answer(request | {"plan": {"weekly": {"likes": 5}}})
    stretched = answer(request | {"plan": {"start": START | {"brand": 25}, "weeks": 50}})

    assert elsewhere == {"error": {"id": "not-offered", "input": "likes"}}
    assert len(stretched["run"]["weeks"]) == 7
    assert stretched["run"]["weeks"][0]["brand"]["mid"] == 13.4


@pytest.mark.parametrize("plan", [3, [], {"weekly": 3}, {"weekly": {"articles": None}}])
def test_an_exercise_refuses_what_is_no_plan(plan):
    request = {"verb": "check", "exercise": "brand-13-to-18", "plan": plan}

    assert answer(request)["error"]["id"] == "plan"


def test_an_unknown_exercise_is_answered_with_an_error():
    assert answer({"verb": "check", "exercise": "x"}) == {"error": {"id": "no-such-exercise"}}


def test_what_the_course_itself_asks_must_be_right():
    with pytest.raises(ValueError, match="refused simulate"):
        ask(ROOT, {"verb": "simulate", "plan": {"start": {}}})


def test_a_changed_exercise_is_seen_without_a_restart(tmp_path):
    folder = tmp_path / "exercises/brand-13-to-18"
    folder.mkdir(parents=True)
    (tmp_path / "ssi_calc").symlink_to(ROOT / "ssi_calc")
    for name in ("engine.py", "brand-13-to-18/check.py", "brand-13-to-18/exercise.yml"):
        (tmp_path / "exercises" / name).write_bytes((ROOT / "exercises" / name).read_bytes())
    request = {"verb": "check", "exercise": "brand-13-to-18", "plan": {}}
    before = ask(tmp_path, request)

    text = (folder / "exercise.yml").read_text(encoding="utf-8")
    (folder / "exercise.yml").write_text(text.replace("weeks: 6", "weeks: 9", 1), encoding="utf-8")
    after = ask(tmp_path, request)

    assert [len(each["run"]["weeks"]) for each in (before, after)] == [7, 10]


def test_the_bundle_holds_the_computing_modules_the_checks_and_nothing_else():
    files = set(json.loads(engine_bundle(ROOT))["files"])

    names = [path.parent.name for path in ROOT.glob("exercises/*/check.py")]
    checks = {f"check_{name.replace('-', '_')}.py" for name in names}
    assert files == {"engine.py"} | checks | {f"ssi_calc/{name}.py" for name in COMPUTING}


def test_the_bundle_holds_the_same_programs_line_by_line_without_their_docstrings():
    files = json.loads(engine_bundle(ROOT))["files"]

    for name in COMPUTING:
        source = (ROOT / f"ssi_calc/{name}.py").read_text(encoding="utf-8")
        shipped = files[f"ssi_calc/{name}.py"]
        assert ast.dump(program_of(shipped)) == ast.dump(program_of(source)), name
        assert shipped.count("\n") == source.count("\n"), name
        assert '"""' not in shipped, name


def program_of(source: str) -> ast.Module:
    """What a source does, without its docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            node.body = [each for each in node.body if not is_text(each)]
    return tree


def is_text(node: ast.stmt) -> bool:
    """Whether a statement is nothing but words."""
    value = getattr(node, "value", None)
    alone = isinstance(node, ast.Expr) and isinstance(value, ast.Constant)
    return alone and isinstance(value.value, str)


def test_the_bundle_carries_the_inputs_as_ssi_calc_writes_them():
    theirs = json.loads(ssi_calc.inputs_json())

    assert {key: engine_data(ROOT)["inputs"][key] for key in theirs} == theirs


def test_a_module_that_is_imported_by_an_imported_one_is_found(tmp_path):
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit/__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "kit/one.py").write_text("import json\nimport kit.two\n", encoding="utf-8")
    (tmp_path / "kit/two.py").write_text("", encoding="utf-8")
    (tmp_path / "start.py").write_text("from kit.one import x\n", encoding="utf-8")

    found = imported_files(tmp_path / "start.py", tmp_path)

    assert sorted(found) == ["kit/__init__.py", "kit/one.py", "kit/two.py"]


def test_the_engine_stays_within_its_budget():
    parts = ROOT / "node_modules/@micropython/micropython-webassembly-pyscript"
    vendor = [(parts / f"micropython.{ending}").read_bytes() for ending in ("mjs", "wasm")]

    whole = [*vendor, engine_bundle(ROOT).encode()]

    assert sum(len(gzip.compress(each, 9)) for each in whole) <= BUDGET


@pytest.mark.parametrize("path", [ROOT / "exercises/engine.py", *CHECKS], ids=str)
def test_exercises_keep_to_what_micropython_runs(path):
    assert forbidden_in(path.read_text(encoding="utf-8")) == []
