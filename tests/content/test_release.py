"""An id means for ever what it meant when learners could first answer it."""

from __future__ import annotations

import pytest

from coursekit.cli import main
from coursekit.content.library import read_library
from coursekit.content.numbers import NUMBERS, numbered, numbered_items
from coursekit.content.release import RELEASED
from tests.content.course import QUIZ, small_course

OTHER = """- id: headline-two
  type: single
  objective: rewrite-headline
  claims: [O22]
  prompt: Which?
  nudge: Look.
  options:
  - {id: a, text: This one, misconception: title-is-enough, feedback: Not so.}
  - {id: b, text: That one, correct: true, feedback: Just so.}
"""
SPANISH = """title: Marca
headline-two.prompt: ¿Cuál?
headline-two.nudge: Mira.
headline-two.options.a.text: Esta
headline-two.options.a.feedback: No es así.
headline-two.options.b.text: Esa
headline-two.options.b.feedback: Así es.
"""
ONLY_OTHER = QUIZ[: QUIZ.index("- id")] + OTHER


def released(root):
    """The small course with its item released."""
    small_course(root)
    assert main(["--root", str(root), "release"]) == 0
    return root


def said(root, capsys, quiz: str, spanish: str | None = None) -> str:
    """What the check says once the quiz has changed."""
    (root / "quizzes/brand.yml").write_text(quiz, encoding="utf-8")
    if spanish:
        (root / "locales/es/quizzes/brand.yml").write_text(spanish, encoding="utf-8")
    capsys.readouterr()
    main(["--root", str(root), "check"])
    return capsys.readouterr().out


def test_what_is_released_is_noted_by_id_and_can_be_noted_again(tmp_path):
    root = released(tmp_path)
    first = (root / RELEASED).read_text("utf-8")

    assert main(["--root", str(root), "release"]) == 0

    assert (root / RELEASED).read_text("utf-8") == first
    assert first.count("\nheadline: ") == 1


def test_words_may_change_under_an_id(tmp_path, capsys):
    root = released(tmp_path)

    assert (
        said(root, capsys, QUIZ.replace("The clear one", "The one that helps")) == "no problems\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: b, text: The title", "{id: c, text: The title"),
        ("type: single", "type: multi"),
        (
            "  - {id: b",
            "  - {id: c, text: Both, feedback: Hm., misconception: title-is-enough}\n  - {id: b",
        ),
    ],
)
def test_another_key_under_an_old_id_is_refused(old, new, tmp_path, capsys):
    answer = said(released(tmp_path), capsys, QUIZ.replace(old, new))

    if "multi" in new:
        assert "options" in answer  # two options are too few for it anyway
    else:
        assert "brand.yml:4:7: item 'headline' was released with other options or" in answer
        assert "hint: give it a new id, with  replaces: headline" in answer


def test_an_item_that_is_simply_gone_is_missed(tmp_path, capsys):
    answer = said(released(tmp_path), capsys, ONLY_OTHER, SPANISH)

    assert "quizzes/released.yml:5:1: released item 'headline' is in no quiz any more" in answer
    assert "retired: [headline]" in answer


@pytest.mark.parametrize(
    "quiz",
    [
        ONLY_OTHER.replace("title: Brand\n", "title: Brand\nretired: [headline]\n"),
        ONLY_OTHER.replace("  objective", "  replaces: headline\n  objective"),
    ],
    ids=["retired", "replaced"],
)
def test_an_item_may_go_when_its_quiz_says_so(quiz, tmp_path, capsys):
    root = released(tmp_path)

    assert said(root, capsys, quiz, SPANISH) == "no problems\n"
    assert main(["--root", str(root), "release"]) == 0
    text = (root / RELEASED).read_text("utf-8")
    assert "\nheadline: " in text
    assert "\nheadline-two: " in text


@pytest.mark.parametrize(
    ("quiz", "message"),
    [
        (
            QUIZ.replace("title: Brand\n", "title: Brand\nretired: [headline]\n"),
            "brand.yml:5:7: item 'headline' is retired",
        ),
        (
            QUIZ + OTHER.replace("  objective", "  replaces: headline\n  objective"),
            "item 'headline' is still asked",
        ),
        (
            QUIZ + OTHER.replace("  objective", "  replaces: headlin\n  objective"),
            "item 'headlin' was never released\n  hint: did you mean 'headline'?",
        ),
    ],
)
def test_no_id_comes_back_or_is_replaced_twice(quiz, message, tmp_path, capsys):
    assert message in said(released(tmp_path), capsys, quiz)


def test_a_course_with_problems_is_not_released(tmp_path, capsys):
    small_course(tmp_path, **{"quizzes/brand.yml": QUIZ.replace("prompt:", "promt:")})

    assert main(["--root", str(tmp_path), "release"]) == 1

    out, err = capsys.readouterr()
    assert "unknown key 'promt'" in out
    assert "nothing released\n  hint: mend the problems first" in err
    assert not (tmp_path / RELEASED).exists()


@pytest.mark.parametrize("text", ["headline: 12345678\n", "- a\n", "headline: xyz\n", "[\n"])
def test_a_broken_released_set_is_refused_at_its_place(text, tmp_path, capsys):
    small_course(tmp_path, **{RELEASED: text})

    assert main(["--root", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().out.startswith("quizzes/released.yml:")


def test_numbers_of_a_release_stay_when_the_course_grows_or_is_put_in_another_order(tmp_path):
    root = released(tmp_path)
    before = read_library(root)[0]
    outline = (root / "course.yml").read_text("utf-8")
    turned = outline.replace("[one.md, two.md]", "[two.md, one.md]")
    assert turned != outline
    (root / "course.yml").write_text(turned, encoding="utf-8")
    (root / "quizzes/brand.yml").write_text(QUIZ.replace("items:\n", f"items:\n{OTHER}"), "utf-8")

    after = read_library(root)[0]

    assert numbered(after)["pages"] == numbered(before)["pages"]
    assert numbered_items(after) == [*numbered_items(before), "headline-two"]


@pytest.mark.parametrize("text", ["pages: [a, a]\n", "pagse: [a]\n", "- a\n", "[\n"])
def test_broken_numbers_are_refused_at_their_place(text, tmp_path, capsys):
    small_course(tmp_path, **{NUMBERS: text})

    assert main(["--root", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().out.startswith("quizzes/numbers.yml:")
