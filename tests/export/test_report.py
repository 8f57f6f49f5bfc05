"""export-report.json: one part for each format."""

from __future__ import annotations

import json

from coursekit.export import REPORT, Row, write_report

ROWS = [Row("b-item", "degraded", "asked, not reported"), Row("a-item", "mapped")]


def read(out):
    return json.loads((out / REPORT).read_text("utf-8"))["formats"]


def test_each_format_has_a_part_that_others_leave_alone(tmp_path):
    write_report(tmp_path, "cmi5", {"a.zip": b"12"}, ROWS)
    write_report(tmp_path, "moodle", {"a.xml": b"1"}, [Row("a-item", "skipped", "no such type")])

    assert read(tmp_path)["cmi5"]["items"] == [
        {"item": "a-item", "outcome": "mapped"},
        {"item": "b-item", "outcome": "degraded", "reason": "asked, not reported"},
    ]
    assert read(tmp_path)["moodle"]["files"]["a.xml"]["bytes"] == 1


def test_files_of_another_language_stay_listed_while_they_are_there(tmp_path):
    (tmp_path / "ssi-en.zip").write_bytes(b"1")
    write_report(tmp_path, "cmi5", {"ssi-en.zip": b"1", "ssi-es.zip": b"2"}, ROWS)

    write_report(tmp_path, "cmi5", {"ssi-he.zip": b"3"}, ROWS)

    assert set(read(tmp_path)["cmi5"]["files"]) == {"ssi-en.zip", "ssi-he.zip"}


def test_a_report_that_cannot_be_read_is_written_anew(tmp_path):
    for broken in ("{", "[]", '{"formats": {"cmi5": 1}}', '{"formats": 1}'):
        (tmp_path / REPORT).write_text(broken, "utf-8")

        write_report(tmp_path, "cmi5", {}, ROWS)

        assert set(read(tmp_path)) == {"cmi5"}
