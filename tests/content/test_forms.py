"""The two forms of a test are equal, and the page says which one it shows."""

from __future__ import annotations

import pytest

from coursekit.content import check, read_library
from tests.content.course import FILES, small_course

ITEM = """- id: {id}
  type: {type}
  objective: rewrite-headline
  claims: [O22]
  points: {points}
  prompt: Which headline?
  nudge: Read it again.
  options:
  - {{id: a, text: The clear one, correct: true, feedback: Yes.}}
  - {{id: b, text: The title, feedback: No., misconception: title-is-enough}}
  - {{id: c, text: The firm, feedback: No., misconception: title-is-enough}}
"""
COURSE = """id: small
languages: [en]
modules:
- {id: one, pages: [one.md], quizzes: [brand], exercises: [do-it]}
"""
PLAIN = FILES["docs/en/one.md"].replace("id: brand\n", "id: brand\nform: before\n")


def problems(tmp_path, forms: str, page: str = PLAIN, **changed: object) -> list[str]:
    """What `course check` says of a quiz with four items a1, a2, b1, b2; `changed` is of b2."""
    items = [
        ITEM.format(id=name, **{"type": "single", "points": 1} | (changed if name == "b2" else {}))
        for name in ("a1", "a2", "b1", "b2")
    ]
    files = {
        "course.yml": COURSE,
        "quizzes/brand.yml": f"id: brand\ntitle: Brand\n{forms}\nitems:\n{''.join(items)}",
        "docs/en/one.md": page.replace("[the other page](two.md#idea)", "this page"),
    }
    library, found = read_library(small_course(tmp_path, **files))
    return [str(each) for each in (found or check(library))]


def test_equal_forms_are_taken(tmp_path):
    assert problems(tmp_path, "forms: {a: [a1, a2], b: [b1, b2]}") == []


@pytest.mark.parametrize(
    ("forms", "changed", "said"),
    [
        ("forms: {a: [a1, a2], b: [b1]}", {}, "item 'b2' is in no form"),
        (
            "forms: {a: [a1, a2], b: [b1]}",
            {},
            "'a' has 2 single items of 1 points on module 'one', 'b' has 1",
        ),
        ("forms: {a: [a1, a2], b: [b1, b2]}", {"type": "multi"}, "'a' has 0 multi items"),
        ("forms: {a: [a1, a2], b: [b1, b2]}", {"points": 2}, "items of 2 points"),
        ("forms: {a: [a1, a2], b: [a2, b1, b2]}", {}, "item 'a2' is in both forms"),
        ("forms: {a: [a1, a2, b1, b2]}", {}, "1 forms, there must be two"),
    ],
)
def test_unequal_forms_are_refused(forms, changed, said, tmp_path):
    assert any(said in each for each in problems(tmp_path, forms, **changed))


@pytest.mark.parametrize(
    ("forms", "body", "said"),
    [
        ("forms: {a: [a1, a2], b: [b1, b2]}", "id: brand\n", "quiz 'brand' has two forms"),
        (
            "forms: {a: [a1, a2], b: [b1, b2]}",
            "id: brand\nform: after\nitems: [a1]\n",
            "has two forms",
        ),
        ("", "id: brand\nform: after\n", "quiz 'brand' has no forms"),
        ("", "id: brand\nform: middle\n", "form 'middle' not found"),
    ],
)
def test_a_page_shows_one_form_of_a_quiz_that_has_two(forms, body, said, tmp_path):
    page = FILES["docs/en/one.md"].replace("id: brand\n", body)

    assert any(said in each for each in problems(tmp_path, forms, page))
