"""`course export moodle` and `qti`: what lies in the folder afterwards, and what is refused."""

from __future__ import annotations

import json

import pytest

from coursekit.cli import main
from tests.export.banks import items


def test_the_command_writes_banks_and_says_in_the_report_what_became_of_each_item(
    root, tmp_path, capsys
):
    arguments = ["--root", str(root), "export", "moodle", "qti", "--lang", "he"]

    code = main([*arguments, "--date", "2027-05-27", "--out", str(tmp_path)])

    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    report = json.loads((tmp_path / "export-report.json").read_text("utf-8"))["formats"]
    assert code == 0
    assert {"ssi-moodle-he.xml", "ssi-moodle-he/brand.xml"} <= written
    assert {"ssi-qti22-he/brand.zip", "ssi-qti30-he/brand.zip"} <= written
    assert ", 2027-05-27/" in (tmp_path / "ssi-moodle-he.xml").read_text("utf-8")
    for part in report.values():
        assert part["files"].keys() <= written
        assert {row["item"] for row in part["items"]} >= set(items())
        assert all(row["outcome"] == "mapped" or row["reason"] for row in part["items"])
    assert set(report) == {"moodle", "qti"}
    assert set(capsys.readouterr().out.split()) == {
        str(tmp_path / name) for name in written - {"export-report.json"}
    }


def test_a_day_that_is_none_is_refused_with_an_example(root, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), "export", "moodle", "--date", "27.5.2027"])

    assert stopped.value.code == 2
    assert "'27.5.2027' is not a day such as 2027-05-27" in capsys.readouterr().err
