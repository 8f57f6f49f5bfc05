"""Whatever stands in a file, the check says what is wrong with it and where: never a traceback."""

from __future__ import annotations

import json
import re

import pytest

from coursekit.cli import main
from tests.content.course import FILES, QUIZ, notebook, small_course

LONG = "a" * 10_000
COURSE, PAGE = FILES["course.yml"], FILES["docs/en/one.md"]
PLACE = re.compile(r"^[\w./-]+:\d+:\d+: \S.*$")
YAML = [name for name in FILES if name.endswith(".yml")]
BODIES = {
    "broken": "id: [",
    "a list": "- brand",
    "a word": "Brand new",
    "nothing": "",
    "a comment": "# nothing",
    "lists": "id: [brand]\nitems: {a: b}\ninputs: {a: b}",
    "numbers": "id: 3\nitems: 3\ninputs: 3",
    "nulls": "id:\nitems:\ninputs:",
    "nested": "id: {a: [b]}\nitems: [[a], {b: c}, 3]\ninputs: [[a], {b: c}]\nweeks: many",
    "long": f"id: {LONG}\nitems: [{LONG}]\ninputs: {LONG}",
}


def answers(root, capsys) -> list[str]:
    """The lines that `course check` prints about a course it refuses, each in the right form."""
    code = main(["--root", str(root), "check"])
    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    for line in lines:
        assert PLACE.match(line) or line.startswith("  hint: "), line
        assert len(line) < 400
    return lines


@pytest.mark.parametrize("file", YAML)
@pytest.mark.parametrize(
    "text",
    [
        "- a\n- [b]\n- 3\n",
        "3\n",
        "a: b\n",
        "a: {b: [c, {d: null}]}\n",
        "hello\n",
        "[\n",
        f"? {LONG}\n: x\n",
        "a: !!binary aGk=\n",
        "<<: {a: b}\n",
        "2026-13-41: .nan\n",
    ],
    ids=["list", "number", "map", "nested", "word", "broken", "long", "tag", "merge", "odd"],
)
def test_a_file_of_the_wrong_shape_is_refused_at_its_place(tmp_path, capsys, file, text):
    small_course(tmp_path, **{file: text})

    assert any(file in line for line in answers(tmp_path, capsys))


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("kind", ["quiz", "exercise", "simulator", "walkthrough", "picture"])
def test_a_block_of_the_wrong_shape_is_refused_at_its_line(tmp_path, capsys, kind, name):
    block = f"```{kind}\n{BODIES[name]}\n```".replace("\n\n", "\n")
    text = PAGE.replace("```quiz\nid: brand\n```", block)
    small_course(tmp_path, **{"docs/en/one.md": text})

    lines = answers(tmp_path, capsys)

    places = [int(line.split(":")[1]) for line in lines if line.startswith("docs/en/one.md:")]
    assert places
    assert min(places) >= 17


@pytest.mark.parametrize("name", [name for name in FILES if "/es/" not in name])
@pytest.mark.parametrize("fault", ["missing", "a folder", "a loop", "not UTF-8", "huge"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, capsys, name, fault):
    path = small_course(tmp_path) / name
    path.unlink()
    if fault == "a folder":
        path.mkdir()
    elif fault == "a loop":
        path.symlink_to(path)
    elif fault == "not UTF-8":
        path.write_bytes(b"\xff\xfe")
    elif fault == "huge":
        path.write_bytes(b"a" * 2_000_000)

    if name == "course.yml" and fault != "not UTF-8" and fault != "huge":
        assert main(["--root", str(tmp_path), "check"]) == 2
    else:
        assert any(line.startswith(name) for line in answers(tmp_path, capsys))


@pytest.mark.parametrize(
    "front",
    [
        "- a",
        "hello",
        "",
        "id: [",
        f"id: {LONG}",
        "id: one\nminutes: five",
        "objectives: {a: {b: c}}",
    ],
)
def test_a_broken_head_of_a_page_is_refused(tmp_path, capsys, front):
    small_course(tmp_path, **{"docs/en/one.md": f"---\n{front}\n---\n\n# One\n"})

    assert answers(tmp_path, capsys)[0].startswith("docs/en/one.md:")


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "[]",
        "[" * 100_000,
        '{"cells": 3}',
        json.dumps({"cells": [3], "metadata": {}, "nbformat": 4}),
        notebook(("A_B", "wrong id")),
        notebook(("begin", "twice"), ("begin", "the same")),
    ],
    ids=["no JSON", "a list", "deep", "no cells", "a number", "wrong id", "id twice"],
)
def test_a_broken_notebook_is_refused(tmp_path, capsys, text):
    small_course(tmp_path, **{"exercises/do-it/walkthrough.ipynb": text})

    assert answers(tmp_path, capsys)[0].startswith("exercises/do-it/walkthrough.ipynb:1:")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("two.md", "/etc/passwd"),
        ("two.md", "../../two.md"),
        ("two.md", f"{LONG}.md"),
        ("[en, es]", "[en, ../es]"),
        ("[en, es]", "[es]"),
        ("[en, es]", "[en, no]"),
        ("[en, es]", "[en, xx]"),
        ("[brand]", f"[{LONG}]"),
        ("[do-it]", "[do-it, other]"),
    ],
)
def test_an_outline_cannot_lead_out_of_the_course(tmp_path, capsys, old, new):
    assert old in COURSE
    small_course(tmp_path, **{"course.yml": COURSE.replace(old, new)})

    assert answers(tmp_path, capsys)


@pytest.mark.parametrize("points", [".nan", ".inf", "9" * 6000, "1:2:3", "[1]", "null"])
def test_points_are_numbers_within_their_limits(tmp_path, capsys, points):
    text = QUIZ.replace("type: single", f"type: single\n  points: {points}")
    small_course(tmp_path, **{"quizzes/brand.yml": text})

    assert answers(tmp_path, capsys)[0].startswith("quizzes/brand.yml:6:11: points '")


@pytest.mark.parametrize("verb", ["status", "restamp"])
@pytest.mark.parametrize("file", ["docs/en/one.md", "locales/es/interface.yml", "course.yml"])
def test_a_broken_course_is_neither_compared_nor_stamped(tmp_path, verb, file):
    small_course(tmp_path, **{file: "- a\n"})

    with pytest.raises(SystemExit) as refused:
        main(["--root", str(tmp_path), verb])

    assert str(refused.value).startswith(f"{file}:1:1: ")


def test_an_unknown_language_is_misuse(tmp_path, capsys):
    small_course(tmp_path)

    with pytest.raises(SystemExit) as refused:
        main(["--root", str(tmp_path), "status", "xx"])

    assert refused.value.code == 2
    assert "unknown language 'xx'\n  hint: known: es" in capsys.readouterr().err
