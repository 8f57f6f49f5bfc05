"""Items of every type: what they must have, and where the message stands when they have it not."""

from __future__ import annotations

import pytest

from coursekit.content.key import fingerprint, item_key
from coursekit.content.models import build
from coursekit.content.problems import report
from coursekit.content.quiz import Quiz
from coursekit.content.words import strings
from coursekit.content.yamlfile import parse_yaml

HEAD = """\
id: own
title: Own
items:
- id: it
  objective: any-one
  claims: [O22]
  prompt: What?
"""
CLOZE = """\
  nudge: Look.
  type: cloze
  text: Dear {who}, {what}?
  gaps:
  - id: who
    options:
    - {id: a, text: Ann, correct: true, feedback: Yes.}
    - {id: b, text: Bob, feedback: No., misconception: all-alike}
  - id: what
    options:
    - {id: a, text: how, correct: true, feedback: Yes.}
    - {id: b, text: why, feedback: No., misconception: all-alike}
"""
SORT = """\
  nudge: Look.
  type: sort
  entries:
  - {id: a, text: An article, pillar: brand, feedback: So., misconception: all-alike}
  - {id: b, text: A search, pillar: find, feedback: So., misconception: all-alike}
  - {id: c, text: A comment, pillar: engage, feedback: So., misconception: all-alike}
  - {id: d, text: A hashtag, pillar: none, feedback: So., misconception: all-alike}
"""
SCENARIO = """\
  nudge: Look.
  type: scenario
  start: hello
  turns:
  - id: hello
    says: Hello
    choices:
    - {id: a, text: Hi, value: good, feedback: So., to: more}
    - {id: b, text: Bye, value: poor, feedback: So., misconception: all-alike, to: end}
  - id: more
    says: And?
    choices:
    - {id: a, text: Well, value: good, feedback: So., to: end}
    - {id: b, text: Hm, value: fair, feedback: So., to: end}
  endings:
  - {id: end, says: Bye, debrief: So it is.}
"""
OTHER = "  - {id: other, says: Never, debrief: Never.}\n"
REFLECT = """\
  type: reflect
  points: 0
  criteria: [It is short, It is true]
  model: A sample.
"""


def read(body: str) -> tuple[Quiz | None, str]:
    """A quiz with one item, or what is said about it."""
    document, problems = parse_yaml(HEAD + body, "own.yml")
    assert document is not None, problems
    quiz, problems = build(Quiz, document)
    return quiz, report(problems)


@pytest.mark.parametrize("body", [CLOZE, SORT, SCENARIO, REFLECT])
def test_a_whole_item_is_read(body):
    quiz, said = read(body)

    assert said == ""
    assert quiz is not None


@pytest.mark.parametrize(
    ("body", "old", "new", "said"),
    [
        (CLOZE, "{what}", "", "own.yml:10:9: the gaps of the text are {who}"),
        (CLOZE, "{what}", "{what} {what}", "10:9: the gaps of the text are {what}, {what}, {who}"),
        (CLOZE, "{what}", "{wat}", "10:9: the gaps of the text are {wat}, {who}"),
        (
            CLOZE,
            "Dear {who}, {what}?",
            "'{who} [{what}](x)'",
            "10:9: the text of a cloze holds a link or code",
        ),
        (CLOZE, "Dear {who},", "Dear `{who}`", "10:9: the text of a cloze holds a link or code"),
        (CLOZE, "id: what", "id: who", "'who' is used twice"),
        (CLOZE, ", correct: true", "", "own.yml:14:7: wrong option 'a' names no misconception"),
        (CLOZE, ", misconception: all-alike", ", correct: true", "2 options are right, 1 must be"),
        (
            SORT,
            "pillar: find",
            "pillar: brnd",
            ":12:37: pillar 'brnd' not found\n  hint: did you mean 'brand'?",
        ),
        (SORT, ", misconception: all-alike", "", "own.yml:11:5: key 'misconception' is missing"),
        (SORT, "feedback: So., ", "", "own.yml:11:5: key 'feedback' is missing"),
        (SORT, "{id: b", "{id: a", "'a' is used twice"),
        (
            SCENARIO,
            "start: hello",
            "start: helo",
            ":10:10: turn 'helo' not found\n  hint: did you mean 'hello'?",
        ),
        (
            SCENARIO,
            "to: more",
            "to: moer",
            ":15:57: turn or ending 'moer' not found\n  hint: did you mean 'mo",
        ),
        (
            SCENARIO,
            "to: more",
            "to: end",
            ":17:5: nothing leads to 'more'\n  hint: let a choice lead there",
        ),
        (SCENARIO, "to: more", "to: hello", "own.yml:12:5: turn 'hello' can come round again"),
        (
            SCENARIO,
            "  endings:\n",
            f"  endings:\n{OTHER}",
            "own.yml:23:5: nothing leads to 'other'",
        ),
        (
            SCENARIO,
            "Well, value: good",
            "Well, value: fair",
            "no way from the start to an ending is good",
        ),
        (SCENARIO, " misconception: all-alike,", "", ":16:7: poor choice 'b' names no misc"),
        (SCENARIO, "id: more", "id: end", "'end' is used twice"),
        (SCENARIO, "value: fair", "value: best", "value 'best' not found"),
        (SCENARIO, ", debrief: So it is.", "", "own.yml:23:5: key 'debrief' is missing"),
        (REFLECT, "points: 0", "points: 1", "own.yml:9:11: points '1'"),
        (REFLECT, "  points: 0\n", "", "own.yml:4:3: key 'points' is missing"),
        (REFLECT, ", It is true", "", "criteria '['It is short']' should have at least 2 items"),
        (REFLECT, "A sample.", "''", "own.yml:11:10: model '' is empty"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_place(body, old, new, said):
    assert old in body

    quiz, answer = read(body.replace(old, new, 1))

    assert quiz is None
    assert said in answer


def test_every_loose_end_of_a_conversation_is_told_at_once():
    _, answer = read(SCENARIO.replace("to: end", "to: nowhere").replace("to: more", "to: away"))

    assert answer.count("not found") == 4


@pytest.mark.parametrize("attempts", [0, 4, "many"])
def test_an_item_gives_one_to_three_tries(attempts):
    _, answer = read(f"{CLOZE}  attempts: {attempts}\n")

    assert f": attempts '{attempts}'" in answer


def quiz_with(text: str) -> str:
    _, problems = build(Quiz, parse_yaml(HEAD + SORT + text, "own.yml")[0])
    return report(problems)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("draw: 2\n", "draw is 2 of 1 items"),
        ("draw: 0\n", "draw '0'"),
        ("confidence: 3\n", "confidence '3' must be true or false"),
        ("forms: {a: [it], b: [not]}\n", "form 'b' has no item 'not'"),
        ("forms: {a: [it, it]}\n", "'it' is used twice"),
        ("retired: it\n", "retired 'it' must be a list"),
    ],
)
def test_what_a_quiz_cannot_do_is_refused(text, said):
    assert said in quiz_with(text)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (CLOZE, {"it.text", "it.gaps.who.options.a.text", "it.gaps.what.options.b.feedback"}),
        (SORT, {"it.entries.a.text", "it.entries.d.feedback"}),
        (SCENARIO, {"it.turns.hello.says", "it.turns.more.choices.b.text", "it.endings.end.says"}),
        (REFLECT, {"it.criteria.1", "it.criteria.2", "it.model"}),
    ],
)
def test_every_text_can_be_translated_by_its_id(body, names):
    quiz, _ = read(body)

    assert names <= strings(quiz).keys()


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (CLOZE, "{id: a, text: how", "{id: z, text: how"),
        (SORT, "pillar: find", "pillar: relate"),
        (SCENARIO, "value: fair", "value: good"),
        (SCENARIO, "value: fair, feedback: So., to: end", "value: fair, feedback: So., to: other"),
    ],
)
def test_the_fingerprint_changes_with_what_is_right(body, old, new):
    assert old in body
    changed = body.replace(old, new, 1)
    if "other" in new:
        changed += OTHER

    before, after = read(body)[0], read(changed)[0]

    assert fingerprint(before.items[0]) != fingerprint(after.items[0])


@pytest.mark.parametrize("body", [CLOZE, SORT, SCENARIO, REFLECT])
def test_the_fingerprint_does_not_change_with_words_points_or_tries(body):
    text = body.replace("So.", "Otherwise.").replace("Yes.", "Indeed.").replace("Look.", "See.")
    text = text.replace("all-alike", "all-different") + "  attempts: 3\n"

    before, after = read(body)[0], read(text)[0]

    assert fingerprint(before.items[0]) == fingerprint(after.items[0])
    assert item_key(before.items[0]) != item_key(after.items[0])


@pytest.mark.parametrize("given", ["No", "3", "2026-11-21", "null"])
def test_a_word_that_yaml_takes_for_something_else_is_to_be_quoted(given):
    _, answer = read(SORT.replace("feedback: So.", f"feedback: {given}", 1))

    assert "must be text\n  hint: put it in quotes" in answer
