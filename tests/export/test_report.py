"""export-report.json: one part for each format."""

from __future__ import annotations

import json

import pytest

from coursekit.export import REPORT, ExportError, Row, write_report
from coursekit.export.package import PLAYED, REPORTED, item_rows
from tests.render.quizzes import TYPES

ROWS = [Row("b-item", "degraded", "without its hints"), Row("a-item", "mapped")]


def read(out):
    return json.loads((out / REPORT).read_text("utf-8"))["formats"]


def test_each_format_has_a_part_that_others_leave_alone(tmp_path):
    write_report(tmp_path, "cmi5", {"a.zip": b"12"}, ROWS)
    write_report(tmp_path, "moodle", {"a.xml": b"1"}, [Row("a-item", "skipped", "no such type")])

    assert read(tmp_path)["cmi5"]["items"] == [
        {"item": "a-item", "outcome": "mapped"},
        {"item": "b-item", "outcome": "degraded", "reason": "without its hints"},
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


@pytest.mark.parametrize("format", ["scorm12", "scorm2004", "cmi5", "offline"])
def test_the_report_of_an_edition_says_of_every_item_what_became_of_it(format, exported, library):
    rows = {row["item"]: row for row in read(exported)[format]["items"]}

    assert rows.keys() == library.items.keys()
    for name, (_, item) in library.items.items():
        own_words = item.type == "reflect" and format != "offline"
        assert rows[name]["outcome"] == ("degraded" if own_words else "mapped"), name
        assert ("without the words" in rows[name].get("reason", "")) == own_words, name


def test_every_type_of_question_has_its_place_in_an_edition_and_an_unknown_one_stops_it(library):
    assert REPORTED.keys() == PLAYED.keys() == set(TYPES)
    less = {name: reason for name, reason in REPORTED.items() if name != "order"}

    with pytest.raises(ExportError, match=r"is of type 'order'.*\n  hint: add it"):
        list(item_rows(library, less))
