"""Every claim has its readers, and a claim that has grown old is named."""

from __future__ import annotations

import json

import pytest

from coursekit.cli import main
from coursekit.content import coverage, lags, read_library, uncited
from tests.content.course import CLAIMS, FILES, small_course

LEDGER = CLAIMS + CLAIMS.replace("O22", "S1") + CLAIMS.replace("O22", "O7")
OUTLINE = FILES["course.yml"]


def course(root, **changes: str):
    """The small course with two claims more, of which S1 is owed."""
    small_course(root, **{"docs/data/claims.yml": LEDGER} | changes)
    library, problems = read_library(root)
    assert library is not None, problems
    return library


def test_a_claim_knows_the_pages_that_cite_it_and_those_that_ask_about_it(tmp_path):
    two = FILES["docs/en/two.md"].replace("[claim:O22]", "[claim:S1] and again [claim:S1]")
    library = course(tmp_path, **{"docs/en/two.md": two})

    uses = coverage(library)

    assert uses["O22"].pages == ["one.md"]
    assert uses["O22"].quizzes == ["brand"]
    assert uses["O22"].taught == ["one.md", "two.md"]
    assert uses["S1"].pages == uses["S1"].taught == ["two.md"]
    assert uses["O7"].taught == []


def test_a_question_that_a_page_does_not_show_is_not_asked_there(tmp_path):
    second = FILES["quizzes/brand.yml"].partition("items:\n")[2].replace("headline", "other")
    second = second.replace("rewrite-other", "rewrite-headline").replace("O22", "O7")
    one = FILES["docs/en/one.md"].replace("id: brand\n", "id: brand\nitems: [headline]\n")
    quiz = FILES["quizzes/brand.yml"] + second
    library = course(tmp_path, **{"quizzes/brand.yml": quiz, "docs/en/one.md": one})

    assert coverage(library)["O7"].taught == ["two.md"]


def test_a_whole_course_cites_every_claim_that_it_owes(tmp_path):
    unfinished, whole = (
        course(tmp_path, **{"course.yml": OUTLINE + more}) for more in ("", "whole: true\n")
    )

    said, said_whole = (
        [str(lag) for lag in lags(library) if "is not cited" in lag.message]
        for library in (unfinished, whole)
    )

    assert said == []
    assert len(said_whole) == 1
    place = "docs/data/claims.yml:8:7: claim 'S1' is not cited on any page\n  hint: put  [claim:S1]"
    assert said_whole[0].startswith(place)


def test_a_question_is_enough_to_cite_a_claim(tmp_path):
    quiz = FILES["quizzes/brand.yml"].replace("[O22]", "[O22, S1]")

    assert uncited(course(tmp_path, **{"quizzes/brand.yml": quiz})) == []


def test_coverage_fails_on_a_claim_that_is_owed(tmp_path, capsys):
    course(tmp_path)

    code = main(["--root", str(tmp_path), "coverage"])

    out, err = capsys.readouterr()
    assert code == 1
    assert out.splitlines() == ["O22  one.md, two.md, quiz brand", "S1   -", "O7   -"]
    assert err == "not cited: S1\n"


def test_coverage_is_there_for_programs_too(tmp_path, capsys):
    one = FILES["docs/en/one.md"].replace("[claim:O22]", "[claim:O22] [claim:S1]")
    course(tmp_path, **{"docs/en/one.md": one})

    code = main(["--root", str(tmp_path), "coverage", "--json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found["uncited"] == []
    assert found["claims"]["S1"] == {"pages": ["one.md"], "quizzes": [], "asked": []}


@pytest.mark.parametrize(("today", "due"), [("2027-05-20", False), ("2027-05-21", True)])
def test_claims_due_for_review_are_listed_and_fail_nothing(today, due, tmp_path, capsys):
    small_course(tmp_path)

    code = main(["--root", str(tmp_path), "check", "--today", today])

    out = capsys.readouterr().out
    assert code == 0
    assert out.startswith("no problems\n")
    notice = "docs/data/claims.yml:6:11: due for review, from source 'help-page': O22"
    assert (notice in out) == due


def test_a_source_is_named_once_with_all_its_claims_that_are_due(tmp_path, capsys):
    later = LEDGER.replace("2027-05-21", "2028-05-21", 1)
    course(tmp_path, **{"docs/data/claims.yml": later})

    main(["--root", str(tmp_path), "check", "--today", "2028-01-01"])

    assert "from source 'help-page': S1, O7\n" in capsys.readouterr().out


def test_a_day_that_is_none_is_refused(tmp_path, capsys):
    small_course(tmp_path)

    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(tmp_path), "check", "--today", "tomorrow"])

    assert stopped.value.code == 2
    assert "'tomorrow' is not a day such as 2027-05-27" in capsys.readouterr().err


def test_the_ledger_has_every_claim_of_both_series(library):
    numbers = {series: [] for series in "SOAD"}
    for claim in library.claims():
        numbers[claim[0]].append(int(claim[1:]))

    assert numbers["S"] == list(range(1, 188))
    assert numbers["O"] == list(range(1, 118))
    assert numbers["A"] == sorted(set(numbers["A"]))


def test_what_is_not_from_linkedin_is_not_graded_official(library):
    official = [claim for claim in library.claims().values() if claim.grade == "official"]
    sources = library.evidence()

    assert all("LinkedIn" in sources[claim.source].title for claim in official)
    assert not [claim.id for claim in official if "second-hand" in claim.text.lower()]


def test_every_source_is_used(library):
    used = {claim.source for claim in library.claims().values()}

    assert used == set(library.evidence())
