"""How a question is written is looked at in every language; what is well written is left alone."""

from __future__ import annotations

import pytest

from coursekit.content import lint
from coursekit.content.library import Library, read_library
from tests.content.course import small_course


def option(name: str, text: str, correct: bool = False) -> str:
    rest = "correct: true" if correct else "misconception: title-is-enough"
    return f"  - {{id: {name}, text: '{text}', {rest}, feedback: Because.}}\n"


def single(name: str, *options: str, prompt: str = "Which line?") -> str:
    """An item; the option that begins with a star is right."""
    lines = [option("abcd"[n], each.lstrip("*"), each[0] == "*") for n, each in enumerate(options)]
    return (
        f"- id: {name}\n  type: single\n  objective: rewrite-headline\n  claims: [O22]\n"
        f"  prompt: '{prompt}'\n  nudge: Read it again.\n  options:\n{''.join(lines)}"
    )


def course(root, *items: str, **files: str) -> Library:
    """The small course with these items in its quiz."""
    quiz = "id: brand\ntitle: Brand\nitems:\n" + "".join(items)
    small_course(
        root,
        **{"quizzes/brand.yml": quiz, "locales/es/quizzes/brand.yml": "title: Marca\n"} | files,
    )
    library, problems = read_library(root)
    assert not problems
    return library


def said(root, *items: str, **files: str) -> list[str]:
    """What the lint says about a course with these items."""
    return [str(problem) for problem in lint(course(root, *items, **files))]


def test_the_real_course_is_well_written(library):
    assert [str(problem) for problem in lint(library)] == []


def test_a_right_option_may_be_the_longest_about_as_often_as_by_chance(tmp_path):
    fine = [single(f"i-{n}", "*A longer one", "One", "Two") for n in range(2)]
    fine += [single(f"j-{n}", "Another that is longer", "*One", "Two") for n in range(2)]

    assert said(tmp_path, *fine) == []


def test_a_right_option_that_is_mostly_the_longest_is_told_with_the_items(tmp_path):
    telling = [single(f"i-{n}", *shifted(("*A longer one", "One", "Two"), n)) for n in range(3)]
    fine = [single("j", "Another that is longer", "*One", "Two")]

    (line,) = said(tmp_path, *telling, *fine)

    assert line.startswith(
        "quizzes/brand.yml:11:19: the right option is the longest in 3 of 4 quest"
    )
    assert "2 at most; shorten it in some of: i-0, i-1, i-2" in line


def shifted(options: tuple[str, ...], by: int) -> tuple[str, ...]:
    return options[by % len(options) :] + options[: by % len(options)]


def test_a_translation_has_lengths_of_its_own(tmp_path):
    items = [single(f"i-{n}", *shifted(("*One", "Two", "Six"), n)) for n in range(4)]
    words = "title: Marca\n" + "".join(
        f"i-{n}.options.{'abc'[-n % 3]}.text: Una más larga\n" for n in range(4)
    )

    (line,) = said(tmp_path, *items, **{"locales/es/quizzes/brand.yml": words})

    assert line.startswith("locales/es/quizzes/brand.yml:2:")
    assert "the longest in 4 of 4" in line


def test_a_key_that_mostly_stands_in_one_place_is_told(tmp_path):
    items = [single(f"i-{n}", "One", "*Two", "Six") for n in range(4)]

    (line,) = said(tmp_path, *items)

    assert "option 2 is the right one in 4 of 4 questions\n  hint: 2 at most" in line
    assert line.startswith("quizzes/brand.yml:12:19:")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("*The first line", "All of the above", "The last"), "'all of the above'"),
        (("*The first line", "None of these", "The last"), "'none of these'"),
        (("*The first line", "the line first.", "The last"), "'a' and 'b' say nearly the same"),
        (("*A headline for the reader", "A headline for this reader", "No"), "say nearly the same"),
        (("*After 10 to 20 days", "After 20–30 days", "No"), "the numbers of options 'a' and 'b'"),
        (("*1.5 to 2 hours", "1,8 to 3 hours", "None"), "the numbers of options 'a' and 'b'"),
    ],
)  # fmt: skip
def test_options_that_are_no_options_are_told(options, message, tmp_path):
    (line,) = said(tmp_path, single("i", *options))

    assert message in line
    assert line.startswith("quizzes/brand.yml:12:19:")


@pytest.mark.parametrize(
    "options",
    [
        ("*The list has them under brand.", "The list has them under relate.", "No list has them."),
        ("*Above all, write to people", "Write to nobody at all", "Write to those above you"),
        ("*After 10 to 19 days", "After 20 to 30 days", "After a month"),
        ("*10 to 20 comments", "15 to 25 invitations", "None"),
        ('*"care trainer"', "care trainer", "trainer of care"),
        ("*13.4 points, as before", "13.5 points, as before", "No points"),
    ],
)
def test_options_that_are_alike_and_differ_in_what_counts_are_left_alone(options, tmp_path):
    assert said(tmp_path, single("i", *options)) == []


@pytest.mark.parametrize(
    ("prompt", "phrase"),
    [
        ("She has four lines. Which of these is not a headline?", "which of these is not"),
        ("Which line does not help a reader?", "which line does not"),
        ("All lines help, except which one?", "except"),
    ],
)
def test_a_question_that_asks_for_what_is_not_so_is_told(prompt, phrase, tmp_path):
    items = single("i", "*The first line", "The second line", "The third line", prompt=prompt)

    (line,) = said(tmp_path, items)

    assert line.startswith(f"quizzes/brand.yml:8:11: '{phrase}' asks for what is not so")


@pytest.mark.parametrize(
    "prompt",
    [
        "It does not help her. Which line does?",
        "Which line tells a stranger who does not know her what she does?",
        "Which line holds up, no matter who is right?",
        "Which line, if not the first, tells most?",
    ],
)
def test_a_question_that_only_holds_a_not_is_left_alone(prompt, tmp_path):
    items = single("i", "*The first line", "The second line", "The third line", prompt=prompt)

    assert said(tmp_path, items) == []


@pytest.mark.parametrize("language", ["en", "es", "it", "da", "nl", "he"])
def test_every_language_has_phrases_that_are_found(language, library):
    phrases = library.phrases[language]

    for phrase in phrases.all_or_none:
        assert phrases.all_or_none_in(f"{phrase}.".capitalize())
    for phrase in phrases.negative:
        assert phrases.negative_in(f"Xxx. {phrase.replace('*', 'xx xx')} xxx?")


ANSWER = single("late", "*A line about the reader", "A line about her", "A line about the firm")


@pytest.mark.parametrize("where", ["prompt", "option"])
def test_an_answer_that_an_earlier_item_has_told_is_told(where, tmp_path):
    prompt = "She needs a line about the reader. Which?" if where == "prompt" else "Which line?"
    other = "A line about the reader, say" if where == "option" else "The second line"
    early = single("early", "The first line", other, "*The third line", prompt=prompt)

    (line,) = said(tmp_path, early, ANSWER)

    assert "the answer stands in the words of item 'early'\n  hint: say it in other words" in line
    assert line.startswith("quizzes/brand.yml:21:19:")


def test_what_a_later_item_says_gives_nothing_away(tmp_path):
    later = single(
        "z", "The first line", "*The third line", "No", prompt="A line about the reader?"
    )

    assert said(tmp_path, ANSWER, later) == []


def test_an_item_may_not_tell_its_own_answer(tmp_path):
    item = ANSWER.replace("Read it again.", "Look for a line about the reader.")

    (line,) = said(tmp_path, item)

    assert "the answer stands in the words of item 'late'" in line


def test_a_number_that_was_told_before_is_told(tmp_path):
    early = single(
        "early", "The first line", "*The third line", "No", prompt="The sum is 64.6. Which?"
    )
    numeric = (
        "- {id: late, type: numeric, objective: rewrite-headline, claims: [O22], prompt: How many?,"
        " nudge: Add., answer: 64.6, feedback: {right: Yes indeed, wrong: Not so}}\n"
    )

    (line,) = said(tmp_path, early, numeric)

    assert "the answer stands in the words of item 'early'" in line
