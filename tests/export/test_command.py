"""`course export`: what it is told, what it writes, what it leaves alone when it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from coursekit import cli_export, exporting
from coursekit.cli import main
from coursekit.export import REPORT, ExportError, Made, Row
from tests.conftest import EXPORTED

HERE = Path(__file__).parent
ITEM = Row("some-item", "mapped")


@pytest.fixture
def formats(monkeypatch):
    """Formats of this test alone, by name."""
    known = {}
    monkeypatch.setattr(exporting, "FORMATS", known)
    monkeypatch.setattr(cli_export, "FORMATS", known)
    return known


def test_the_command_names_every_format_there_is():
    assert tuple(exporting.FORMATS) == cli_export.FORMATS


def test_the_changed_clock_of_another_day_is_not_that_of_the_tests():
    assert date.__module__ == "datetime"


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["scrom12"], "choose from"),
        ([], "FORMAT"),
        (["one", "--lang", "fr"], "known: en, es, it, da, nl, he"),
        (["one", "--out", "{file}"], "name another with --out"),
    ],
)
def test_misuse_ends_with_2_and_the_cure(root, tmp_path, formats, capsys, given, said):
    formats["one"] = lambda order: pytest.fail("nothing is to be made")
    file = tmp_path / "file"
    file.touch()

    try:
        code = main(["--root", str(root), "export", *(each.format(file=file) for each in given)])
    except SystemExit as stopped:
        code = stopped.code

    told = capsys.readouterr().err
    assert code == 2
    assert said in told


def test_each_format_is_asked_for_the_languages_that_are_wanted(library, tmp_path, formats, capsys):
    asked = []
    for name in ("one", "two"):
        formats[name] = lambda order, name=name: (
            asked.append((name, list(order.languages))) or Made({f"{name}.zip": b"1"}, [ITEM])
        )

    code = exporting.export(library, ["he", "es"], ["all"], tmp_path)

    assert code == 0
    assert asked == [("one", ["he", "es"]), ("two", ["he", "es"])]
    assert capsys.readouterr().out.splitlines() == [
        str(tmp_path / f"{n}.zip") for n in ("one", "two")
    ]
    assert set(json.loads((tmp_path / REPORT).read_text("utf-8"))["formats"]) == {"one", "two"}


def test_a_format_that_cannot_be_made_leaves_what_was_there(library, tmp_path, formats, capsys):
    def broken(order):
        raise ExportError("quizzes/x.yml:1: no such type\n  hint: add it")

    formats["one"] = lambda order: Made({"one.zip": b"of yesterday"}, [ITEM])
    exporting.export(library, ["en"], ["one"], tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    formats["one"] = broken

    code = exporting.export(library, ["en"], ["one"], tmp_path)

    assert code == 1
    assert "hint: add it" in capsys.readouterr().err
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


def test_a_full_disk_leaves_no_half_of_an_archive(library, tmp_path, formats, capsys, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    formats["one"] = lambda order: Made({"one.zip": b"1", "two.zip": b"2"}, [ITEM])
    monkeypatch.setattr(os, "fsync", full)

    code = exporting.export(library, ["en"], ["one"], tmp_path)

    assert code == 1
    assert "No space left on device\n  hint:" in capsys.readouterr().err
    assert not names(tmp_path)


def test_an_export_on_another_day_from_another_folder_is_the_same_to_the_byte(
    exported, root, tmp_path
):
    course = Path(sys.executable).parent / "course"
    command = [str(course), "--root", str(root), "export", *EXPORTED, "--lang", "he"]
    changed = {"PYTHONPATH": str(HERE / "another_day"), "PYTHONHASHSEED": "4", "LC_ALL": "C"}

    done = subprocess.run(
        [*command, "--out", "dist"],
        cwd=tmp_path,
        env=os.environ | changed,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    made = tmp_path / "dist"
    assert names(made) == [name for name in names(exported) if "-en" not in name.split("/")[0]]
    for name in names(made):
        if (made / name).is_file() and name != REPORT:
            assert (made / name).read_bytes() == (exported / name).read_bytes(), name
    reports = [json.loads((each / REPORT).read_text("utf-8")) for each in (made, exported)]
    for own, both in zip(*(each["formats"].values() for each in reports), strict=True):
        assert own["items"] == both["items"]
        assert own["files"].items() < both["files"].items()
