"""Journals: whatever the file holds, one clear message a problem, and never a traceback."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssi_calc import load_inputs, read_journal
from ssi_calc.cells import LONGEST
from ssi_calc.cli import main
from ssi_calc.places import LARGEST
from ssi_calc.plan import problems_of

HEAD = "date,brand,find,engage,relate"
FIRST = "2026-01-05,12,5,3,12.5"


@pytest.fixture
def read(tmp_path):
    def read(content):
        path = tmp_path / "journal.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        journal, problems = read_journal(path)
        assert (journal is None) == bool(problems)
        return journal, [str(problem).removeprefix(f"{tmp_path}/") for problem in problems]

    return read


def test_a_journal_holds_weeks_readings_and_what_was_done(read):
    journal, problems = read(
        f"{HEAD},industry_mean,comments,likes\n{FIRST},33,,\n2026-01-12,12,5,3.5,13,33,9,\n"
        "2026-01-27,12,5,4,13,,10,\n"
    )

    assert problems == []
    assert [entry.week for entry in journal.entries] == [0, 1, 3]
    assert journal.entries[1].readings == {"brand": 12, "find": 5, "engage": 3.5, "relate": 13}
    assert journal.entries[2].done == {"comments": 10}
    assert journal.plan(load_inputs())["changes"][1] == {
        "from": 2,
        "weekly": {"comments": 10},
        "once": {},
    }


def test_what_a_journal_says_was_done_is_a_plan(read):
    inputs = load_inputs()
    journal, _ = read(f"{HEAD},comments,headline,leads-saved\n{FIRST},,,\n2026-01-12,1,2,3,4,5,1,2")

    assert problems_of(journal.plan(inputs), inputs) == []


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + f"{HEAD}\r\n{FIRST}\r\n\r\n,,,,\r\n",
        "Date;Brand;Find;Engage;Relate\n2026-01-05;12;5,0;3;12,5\n",
        "relate\tengage\tfind\tbrand\tdate\n12,5\t3\t5\t12\t2026-01-05",
        f'{HEAD}\n"2026-01-05", 12 ,5.0,3,"12.5"\n',
    ],
)
def test_spreadsheets_of_all_countries_are_read(read, content):
    journal, problems = read(content)

    assert problems == []
    assert journal.entries[0].readings == {"brand": 12, "find": 5, "engage": 3, "relate": 12.5}


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        (
            "2026-01-05,nan,inf,-3,25.1",
            [
                "2:12: brand must be a number from 0 to 25, got 'nan'",
                "2:16: find must be a number from 0 to 25, got 'inf'",
                "2:20: engage must be a number from 0 to 25, got '-3'",
                "2:23: relate must be a number from 0 to 25, got '25.1'",
            ],
        ),
        (
            "2026-01-05,=1+1,5,,1_0",
            [
                "2:12: brand must be a number from 0 to 25, got '=1+1'\n"
                "  hint: paste values, not formulas",
                "2:19: engage must be a number from 0 to 25, got nothing",
                "2:20: relate must be a number from 0 to 25, got '1_0'",
            ],
        ),
        (
            "2026-01-12,1,1,1,1\n2026-01-05,1,1,1,1",
            [
                "3:1: 2026-01-05 is earlier than 2026-01-12 in line 2\n"
                "  hint: put the rows in order of date"
            ],
        ),
        (
            f"{FIRST}\n2026-01-07,1,1,1,1",
            [
                "3:1: 2026-01-07 is in the same week as 2026-01-05 in line 2\n"
                "  hint: keep one reading a week"
            ],
        ),
        (
            "05/01/2026,1,1,1,1\n2026-02-30,1,1,1,1",
            [
                "2:1: date must be year-month-day, got '05/01/2026'\n  hint: write it as 2026-",
                "3:1: date must be year-month-day, got '2026-02-30'\n  hint: write it as 2026-",
            ],
        ),
        ("1926-01-04,1,1,1,1\n2026-01-05,1,1,1,1", ["3:1: 2026-01-05 is more than 260 weeks"]),
        ("2026-01-05,1,1,1", ["2:1: has 4 cells, the first line has 5"]),
        ('2026-01-05,"1,1,1,1\n', ["2:1: is not a table: unexpected end of data"]),
        ("", ["1:1: the journal holds no readings"]),
    ],
)
def test_every_mistake_is_named_with_its_line(read, rows, messages):
    _, problems = read(f"{HEAD}\n{rows}")

    assert len(problems) == len(messages)
    for problem, message in zip(problems, messages, strict=True):
        assert problem.startswith("journal.csv:" + message)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "1:1: the journal is empty"),
        (f"{HEAD},coments\n{FIRST},1", "1:31: unknown column 'coments'\n  hint: did you mean"),
        (f"{HEAD},brand\n{FIRST},1", "1:31: column 'brand' comes twice"),
        (f"date,brand,find,engage\n{FIRST}", "1:1: column 'relate' is missing"),
        (f"{HEAD},response-rate\n{FIRST},1", "1:31: unknown column 'response-rate'"),
        (f"{HEAD},comments\n{FIRST},99999", "2:24: comments must be a number from 0 to 10000"),
        (f"{HEAD}\n{FIRST}".encode("utf-16"), "1:1: is not UTF-8 text"),
        (f"{HEAD}\n{FIRST}\né".encode("latin-1"), "3:1: is not UTF-8 text"),
        (f"{HEAD}\n{FIRST}".encode("utf-16-le"), "1:1: is not UTF-8 text"),
        (f"{HEAD}\r{FIRST}", "1:1: its lines end in a way of old Macs"),
        (b"a" * (LONGEST + 1), "1:1: line is longer than 20 kB"),
        (b"a\n" * LARGEST, "1:1: is larger than 200 kB"),
    ],
)
def test_files_that_are_no_journal_are_refused(read, content, message):
    _, problems = read(content)

    assert len(problems) == 1
    assert problems[0].startswith("journal.csv:" + message)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_no_file_ends_in_a_traceback(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)

    journal, problems = read_journal(path)

    assert journal is None
    assert problems


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("0123456789.,;-=eE\"'naif\t ", max_size=8), min_size=5, max_size=5))
def test_no_row_ends_in_a_traceback(tmp_path_factory, cells):
    path = tmp_path_factory.getbasetemp() / "row.csv"
    path.write_text(f"{HEAD}\n{FIRST}\n{','.join(cells)}\n", encoding="utf-8")

    journal, problems = read_journal(path)

    assert (journal is None) == bool(problems)


def test_problems_go_to_stderr_and_exit_1(tmp_path, capsys):
    path = tmp_path / "journal.csv"
    path.write_text(f"{HEAD}\n2026-01-05,x,1,1,1\n", encoding="utf-8")

    code = main(["fit", str(path), "--json"])

    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert err == f"{path}:2:12: brand must be a number from 0 to 25, got 'x'\n"
