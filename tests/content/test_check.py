"""A broken course is refused with the place and a cure; the whole one is not."""

from __future__ import annotations

import pytest

from coursekit.content.check import check, lags
from coursekit.content.library import read_library
from coursekit.content.lint import lint
from coursekit.content.problems import report
from tests.content.course import CLAIMS, FILES, OVERLAY, QUIZ, small_course


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


@pytest.mark.parametrize(
    ("file", "old", "new", "message", "hint"),
    [
        (
            "quizzes/brand.yml",
            "prompt:",
            "promt:",
            "brand.yml:8:3: unknown key 'promt'",
            "'prompt'",
        ),
        ("quizzes/brand.yml", "  nudge: Read it again.\n", "", "key 'nudge' is missing", "add it"),
        (
            "quizzes/brand.yml",
            ", feedback: No.",
            "",
            "brand.yml:12:5: key 'feedback' is missing",
            "add",
        ),
        (
            "quizzes/brand.yml",
            ", correct: true",
            "",
            "option 'a' names no misconception",
            "misconc",
        ),
        (
            "quizzes/brand.yml",
            ", misconception: title-is-enough",
            ", correct: true",
            "2 options are",
            "",
        ),
        (
            "quizzes/brand.yml",
            "correct: true",
            "misconception: title-is-enough",
            "brand.yml:4:3: 0 options are right, 1 must be",
            "correct: true",
        ),
        ("quizzes/brand.yml", "{id: b", "{id: a", "'a' is used twice", "its own id"),
        ("quizzes/brand.yml", "type: single", "type: singel", "unknown type 'singel'", "'single'"),
        ("quizzes/brand.yml", "[O22]", "[O23]", "brand.yml:7:12: claim 'O23' not found", "'O22'"),
        (
            "quizzes/brand.yml",
            "rewrite-headline",
            "rewrite",
            "objective 'rewrite' not found",
            "rewrite-",
        ),
        (
            "quizzes/brand.yml",
            "title-is-enough",
            "title",
            "brand.yml:12:60: misconception 'title' not found",
            "title-is",
        ),
        ("quizzes/brand.yml", "title: Brand", "title: [Brand", "not valid YAML", "indentation"),
        ("quizzes/brand.yml", "title: Brand", "title: !!python/name:os.system x", "tag", "plain"),
        ("quizzes/brand.yml", "title: Brand", "title: Brand\ntitle: Two", "stands twice", "line 2"),
        (
            "quizzes/misconceptions.yml",
            "#idea",
            "#ideal",
            "cure 'one.md#ideal' leads nowhere",
            "'idea'",
        ),
        (
            "quizzes/misconceptions.yml",
            "one.md",
            "onee.md",
            "misconceptions.yml:1:31: cure 'onee.md#idea' leads nowhere",
            "'one.md'",
        ),
        ("docs/data/claims.yml", "help-page", "help", "source 'help' not found", "'help-page'"),
        (
            "docs/data/claims.yml",
            "review: 2027-05-21",
            "review: 2026-05-21",
            "claims.yml:1:3: review 2026-05-21 is not after checked 2026-11-21",
            "give the day",
        ),
        (
            "docs/data/claims.yml",
            "theme: brand",
            "theme: brnd",
            "theme 'brnd' not found",
            "'brand'",
        ),
        (
            "locales/en/glossary.yml",
            "note: one of four}\n",
            "note: one of four}\n- {term: Pillar, use: pillar}\n",
            "glossary.yml:2:3: id 'pillar' is used twice",
            "line 1",
        ),
        (
            "docs/en/one.md",
            "id: brand",
            "id: brnd",
            "one.md:18:5: quiz 'brnd' not found",
            "'brand'",
        ),
        ("docs/en/one.md", "```quiz", "```quizz", "one.md:17:1: unknown block 'quizz'", "'quiz'"),
        ("docs/en/one.md", "claim:O22", "claim:O2", "claim 'O2' not found", "'O22'"),
        ("docs/en/one.md", "two.md#idea", "two.md#ideas", "has no anchor 'ideas'", "'idea'"),
        ("docs/en/one.md", "two.md#idea", "too.md", "link 'too.md' leads nowhere", "'two.md'"),
        ("docs/en/one.md", " {#idea}", "", "heading has no anchor", "{#"),
        (
            "docs/en/one.md",
            "input. [claim:O22]",
            "input since 2015.",
            "number about LinkedIn",
            "[claim:ID]",
        ),
        (
            "docs/es/one.md",
            "{#idea}",
            "{#la-idea}",
            "headings differ from docs/en/one.md",
            "la-idea",
        ),
        ("docs/es/one.md", " [claim:O22]", "", "claims differ from docs/en/one.md", "lacks O22"),
        (
            "locales/es/quizzes/brand.yml",
            "headline.nudge",
            "headline.nugde",
            "is not in quizzes",
            "nudge",
        ),
        (
            "locales/es/quizzes/brand.yml",
            "headline.nudge: Léelo otra vez.\n",
            "",
            "is not translated",
            "",
        ),
        (
            "locales/es/quizzes/brand.yml",
            "Sí.",
            "{text: Sí, correct: true}",
            "may not set correct",
            "words",
        ),
        ("course.yml", "id: one,", "id: won,", "course.yml:4:8: module 'won' has no title", "add"),
        ("course.yml", "two.md", "../two.md", "pages '../two.md' does not have the", "what fits"),
        ("course.yml", "[en, es]", "[es, en]", "first language is not 'en'", "comes first"),
        ("course.yml", "two.md]", "two.md, one.md]", "'one.md' is used twice", "its own id"),
        ("docs/en/two.md", "id: two", "id: one", "id 'one' is also the one of docs/en/one", "ren"),
        (
            "docs/en/two.md",
            "objectives: {}",
            "objectives: {rewrite-headline: Again}",
            "objective 'rewrite-headline' is also set in docs/en/one.md",
            "rename",
        ),
        (
            "docs/data/claims.yml",
            CLAIMS,
            CLAIMS + CLAIMS,
            "claims.yml:8:7: id 'O22' is used twice",
            "line 1",
        ),
        (
            "docs/en/one.md",
            "id: brand",
            "id: brand\nitems: brand",
            "19:8: items 'brand' must be a list",
            "",
        ),
        (
            "docs/en/one.md",
            "id: brand",
            "id: brand\nitems: [hedline]",
            "one.md:19:9: item of quiz 'brand' 'hedline' not found",
            "'headline'",
        ),
        (
            "docs/en/one.md",
            "id: brand",
            "id: brand\nitmes: [headline]",
            "one.md:19:1: unknown key 'itmes'",
            "'items'",
        ),
        (
            "docs/en/one.md",
            "```quiz\nid: brand",
            "```picture\npilars",
            "one.md:18:1: picture 'pilars' not found",
            "'pillars'",
        ),
        (
            "docs/en/one.md",
            "```quiz\nid: brand",
            "```simulator\ninputs: brnd",
            "one.md:18:9: pillar 'brnd' not found",
            "'brand'",
        ),
        (
            "docs/en/one.md",
            "```quiz\nid: brand",
            "```simulator\ninputs: [hedline]",
            "one.md:18:10: input 'hedline' not found",
            "'headline'",
        ),
        (
            "docs/en/one.md",
            "```quiz\nid: brand",
            "```model\npillar: brnd",
            "one.md:18:9: pillar",
            "",
        ),
        (
            "ssi_calc/inputs.yml",
            "pillar: brand",
            "pillar: brand, claims: [O2]",
            "inputs.yml:2:70: claim 'O2' not found",
            "'O22'",
        ),
        (
            "docs/en/one.md",
            "```quiz\nid: brand",
            "```exercise\nid: do-its",
            "one.md:18:5: exercise 'do-its' not found",
            "'do-it'",
        ),
        (
            "docs/en/one.md",
            "```quiz\nid: brand\n```",
            "```picture\npillars\n```\n\n```picture\npillars\n```",
            "one.md:21:1: the same picture stands twice",
            "line 17",
        ),
        (
            "docs/es/one.md",
            "(two.md#idea)",
            "(javascript:x)",
            "address 'javascript:x' is not",
            "https",
        ),
        ("docs/es/one.md", "# Uno", "# <b onclick=x>", "HTML '<b onclick=x>' is not", "Markdown"),
        ("docs/es/one.md", "title: Uno", "title: <script>", "HTML '<script>' is not", "Markdown"),
        ("docs/es/one.md", "{#idea}", "{#idea onclick=x}", "HTML '{#idea onclick=x}'", "Markdown"),
        ("docs/es/one.md", "minutes: 5", "minutes: 6", "minutes differ", "lacks 5; has extra 6"),
        (
            "docs/es/one.md",
            "id: brand\n",
            "id: brand\nitems: [headline]\n",
            "blocks differ",
            "lacks",
        ),
        (
            "locales/es/interface.yml",
            "{count}",
            "{cuenta}",
            "interface.yml:2:22: the words in braces of 'progress.module.one' differ",
            "{count}",
        ),
        ("exercises/do-it/exercise.yml", "id: do-it", "id: it", "'it' differs from", "id: do-it"),
        (
            "exercises/do-it/exercise.yml",
            "[headline]",
            "[headline, skils]",
            "6:20: input 'skils' not",
            "",
        ),
        (
            "exercises/do-it/exercise.yml",
            "rewrite-headline",
            "rewrite",
            "objective 'rewrite' not found",
            "",
        ),
        (
            "exercises/do-it/solution.yml",
            "headline",
            "hedline",
            "solution.yml:1:8: the exercise does not offer 'hedline'",
            "'headline'",
        ),
        ("quizzes/brand.yml", "Which head", "<b>Which</b> head", "8:11: HTML '<b>' is not", "Mark"),
        (
            "quizzes/brand.yml",
            "feedback: Yes.",
            "feedback: '[x](javascript:y)'",
            "brand.yml:11:59: address 'javascript:y' is not",
            "https",
        ),
        (
            "locales/es/quizzes/brand.yml",
            "Léelo",
            "<i>Léelo",
            "es/quizzes/brand.yml:3:17: HTML '<i>' is not allowed",
            "Markdown",
        ),
        ("quizzes/misconceptions.yml", "will do", "'<do>'", "misconceptions.yml:1:", "Markdown"),
        (
            "quizzes/misconceptions.yml",
            "cure: one.md#idea, ",
            "",
            "misconceptions.yml:1:3: key 'cure' is missing",
            "add it",
        ),
        ("quizzes/brand.yml", "feedback: No.", "feedback: ''", "12:40: feedback '' is empty", ""),
        ("quizzes/brand.yml", "id: brand", "id: band", "'band' differs from the file's", "id: br"),
        ("quizzes/brand.yml", "  type: single\n", "", "4:3: key 'type' is missing", "add it"),
        ("docs/data/claims.yml", "official", "oficial", "grade 'oficial' not fo", "'official'"),
    ],
)
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
