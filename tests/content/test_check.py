"""A broken course is refused with the place and a cure; the whole one is not."""

from __future__ import annotations

import pytest

from coursekit.content.check import check, lags
from coursekit.content.library import read_library
from coursekit.content.lint import lint
from coursekit.content.problems import report
from tests.content.course import CLAIMS, FILES, OVERLAY, QUIZ, small_course
from tests.content.planted import FAULTS


def said(root) -> str:
    """All that is said about the course below `root`."""
    library, problems = read_library(root)
    if library:
        problems += check(library) + lags(library) + lint(library)
    return report(problems)


def test_a_whole_course_has_no_problem(tmp_path):
    assert said(small_course(tmp_path)) == ""


def test_the_real_course_has_no_problem(root):
    assert said(root) == ""


@pytest.mark.parametrize(("file", "old", "new", "message", "hint"), FAULTS)
def test_a_planted_fault_is_reported_with_its_cure(tmp_path, file, old, new, message, hint):
    small_course(tmp_path)
    text = FILES[file]
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    answer = said(tmp_path)

    assert message in answer
    assert hint in answer


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("locales/xx/interface.yml", "locales/xx:1:1: 'xx' is not a language of the course"),
        ("docs/xx/one.md", "docs/xx:1:1: 'xx' is not a language of the course"),
        ("docs/en/three.md", "docs/en/three.md:1:1: nothing in course.yml leads to this file"),
        ("locales/es/quizzes/brnd.yml", "brnd.yml:1:1: nothing in course.yml leads to this file"),
        ("quizzes/other.yml", "quizzes/other.yml:1:1: nothing in course.yml leads to this file"),
        ("exercises/other/exercise.yml", "exercise.yml:1:1: exercise 'other' is not in course.yml"),
    ],
)
def test_a_file_that_nobody_reads_is_reported(tmp_path, file, message):
    assert message in said(small_course(tmp_path, **{file: "a: b\n"}))


def test_all_problems_of_all_files_are_reported_at_once(tmp_path):
    small_course(
        tmp_path,
        **{
            "quizzes/brand.yml": QUIZ.replace("prompt:", "promt:"),
            "docs/data/claims.yml": CLAIMS.replace("grade: official", "grade: oficial"),
        },
    )

    answer = said(tmp_path)

    assert "docs/data/claims.yml:3:10: grade 'oficial'" in answer
    assert "quizzes/brand.yml:8:3: unknown key 'promt'" in answer


@pytest.mark.parametrize("quiz", ["brand", "two"])
def test_an_item_id_is_given_once_in_the_whole_course(quiz, tmp_path):
    again = QUIZ[QUIZ.index("- id") :]
    files = {"quizzes/brand.yml": QUIZ + again}
    if quiz == "two":
        course = FILES["course.yml"].replace("[brand]", "[brand, two]")
        two = QUIZ.replace("id: brand", "id: two")
        files = {"course.yml": course, "quizzes/two.yml": two}
    small_course(tmp_path, **files)

    assert "item 'headline' is also in quizzes/brand.yml\n  hint: ids are unique" in said(tmp_path)


def test_what_is_sound_is_checked_beside_what_is_broken(tmp_path):
    """Neither a broken item nor a broken file hides a problem, or makes a new one."""
    other = QUIZ[QUIZ.index("- id") :].replace("id: headline", "id: other")
    small_course(
        tmp_path,
        **{
            "quizzes/brand.yml": QUIZ.replace("prompt:", "promt:") + other.replace("O22", "O23"),
            "quizzes/misconceptions.yml": "- {id: title-is-enough, cure: one.md#idea}\n",
            "docs/en/two.md": FILES["docs/en/two.md"].replace("[claim:O22]", "[claim:O2]"),
            "docs/es/two.md": "no head",
            "locales/es/interface.yml": "[",
        },
    )
    hidden = FILES["docs/en/one.md"] + "\n```quiz\nid: brand\nitems: [headline]\n```\n"
    (tmp_path / "docs/en/one.md").write_text(hidden, encoding="utf-8")

    answer = [line for line in said(tmp_path).splitlines() if not line.startswith("  hint")]

    assert [line for line in answer if "locales/es/quizzes" not in line] == [
        "docs/en/two.md:11:1: claim 'O2' not found",
        "docs/es/one.md:1:1: blocks differ from docs/en/one.md",
        "docs/es/two.md:1:1: front matter is missing",
        "locales/es/interface.yml:2:1: not valid YAML: did not find expected node content",
        "quizzes/brand.yml:4:3: key 'prompt' is missing",
        "quizzes/brand.yml:8:3: unknown key 'promt'",
        "quizzes/brand.yml:16:12: claim 'O23' not found",
        "quizzes/misconceptions.yml:1:3: key 'text' is missing",
    ]


def test_a_translated_cloze_has_the_gaps_of_the_english(tmp_path):
    cloze = """- id: fill
  type: cloze
  objective: rewrite-headline
  claims: [O22]
  prompt: Fill it.
  nudge: Read it again.
  text: Dear {who}!
  gaps:
  - id: who
    options:
    - {id: a, text: Ann, correct: true, feedback: Yes.}
    - {id: b, text: Bob, feedback: No., misconception: title-is-enough}
"""
    spanish = "fill.text: '[{who}](x)'\n"
    small_course(
        tmp_path,
        **{"quizzes/brand.yml": QUIZ + cloze, "locales/es/quizzes/brand.yml": OVERLAY + spanish},
    )

    assert "es/quizzes/brand.yml:8:12: the text of a cloze holds a link or code" in said(tmp_path)


def test_a_missing_translation_lets_the_english_stand_in(tmp_path):
    small_course(tmp_path)
    (tmp_path / "locales/es/quizzes/brand.yml").write_text(
        OVERLAY.replace("title: Marca\n", ""), encoding="utf-8"
    )

    library, problems = read_library(tmp_path)

    assert not problems
    assert library.quiz("brand", "es").title == "Brand"
    assert library.quiz("brand", "es").items[0].prompt == "¿Qué titular?"


def test_a_translation_never_reaches_a_key(tmp_path):
    library, _ = read_library(small_course(tmp_path))

    english, spanish = library.quiz("brand").items[0], library.quiz("brand", "es").items[0]

    assert [(o.id, o.correct) for o in spanish.options] == [
        (o.id, o.correct) for o in english.options
    ]
    assert spanish.options[0].text == "El claro"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"a: &a [*a]",
        b"a: " + b"[" * 60 + b"]" * 60,
        b"x" * 2_000_000,
        b"\x00",
    ],
    ids=["empty", "not UTF-8", "alias", "deep", "huge", "control character"],
)
def test_a_hostile_file_is_refused_and_nothing_else_happens(tmp_path, raw):
    small_course(tmp_path)
    (tmp_path / "quizzes/brand.yml").write_bytes(raw)

    assert said(tmp_path).startswith("quizzes/brand.yml:")
