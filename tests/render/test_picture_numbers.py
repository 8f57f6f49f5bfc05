"""The pictures draw what the model computes and what the lists say, dot by dot."""

from __future__ import annotations

import pytest

from coursekit.render.pen import MARGIN, WIDTH, Part, Pen
from coursekit.render.pictures import PICTURES
from coursekit.render.pictures.acceptance import BOTH, FEW, MORE
from coursekit.render.pictures.calendar import week_of
from coursekit.render.pictures.ladder import KNOWN, STRANGER, TOGETHER
from coursekit.render.pictures.memory import BURST, MARKS, MEMORIES, PACE, level
from coursekit.render.pictures.portions import FULL, LAST, earned
from coursekit.render.pictures.week import HABITS, MINUTES
from ssi_calc import load_inputs
from ssi_calc.core import earned as earned_in_the_model
from ssi_calc.core import flow_levels, forgotten

WEEK = 7
LISTED = {"comment": "comments", "invite": "acceptance-rate", "message": "messages"}


@pytest.fixture(scope="module")
def inputs():
    return load_inputs()


def drawn(library, name: str, language: str = "en") -> Part:
    direction = "rtl" if language == "he" else "ltr"
    return PICTURES[name](Pen(library.words("pictures", language), language, direction)).part


def dots(part: Part, tone: str, *, hollow: bool = False) -> list:
    return [dot for dot in part.dots if dot.tone == tone and dot.hollow == hollow]


def test_the_portions_earn_what_the_model_says(inputs):
    assert inputs["comments"].full.mid == FULL
    for comments in range(LAST + 1):
        assert earned(comments) == pytest.approx(earned_in_the_model(comments / FULL))


def test_what_the_portions_add_makes_a_hundred(library):
    words = [text.words.strip("\u2066\u2069") for text in drawn(library, "portions").texts]

    assert [word for word in words if word.startswith("+")] == ["+56%", "+33%", "+11%", "+0%"]


@pytest.mark.parametrize("days", MEMORIES)
def test_a_memory_holds_what_the_model_holds(days):
    weeks = BURST // WEEK + 20
    rates = [PACE] * (BURST // WEEK) + [0.0] * (weeks - BURST // WEEK)
    levels = flow_levels(0.0, rates, [forgotten(WEEK * week, days) for week in range(weeks + 1)])

    ours = [level(WEEK * week - BURST, days) for week in range(weeks + 1)]
    assert ours == pytest.approx(levels)


def test_the_memories_are_the_ends_of_what_the_model_tries(inputs):
    window = inputs["comments"].window

    assert (MEMORIES[0], MEMORIES[-1]) == (window.low, window.high)
    assert [level(days, days) for days in MEMORIES] == [0, 0, 0]
    assert max(MARKS) == max(MEMORIES)


def test_the_week_spends_the_minutes_of_the_model(inputs):
    assert len(MINUTES) == 5
    for name, (pillar, minutes, _) in HABITS.items():
        assert (pillar, minutes) == (inputs[name].pillar, inputs[name].minutes), name


def test_a_step_is_listed_under_the_pillar_that_its_input_feeds(inputs):
    for name, pillar in (*STRANGER, *KNOWN, TOGETHER[0]):
        listed = LISTED.get(name.removesuffix("-after"), "comments")

        assert inputs[listed].pillar == pillar, name
        assert inputs[listed].grade == "A", name


def test_there_is_a_dot_for_each_request(library):
    part = drawn(library, "acceptance")

    # one of each kind explains the shape
    assert len(dots(part, "relate")) == 1 + FEW[1] + BOTH[1]
    assert len(dots(part, "quiet", hollow=True)) == 1 + (FEW[0] - FEW[1]) + (BOTH[0] - BOTH[1])
    assert (FEW[0] + MORE[0], FEW[1] + MORE[1]) == BOTH


def test_the_count_reads_eight_fields_and_the_reader_two_more(library):
    badges = [badge for badge in drawn(library, "profile").badges if badge.number]

    assert sorted(badge.number for badge in badges if badge.kind == "reading") == [*"12345678"]
    assert sorted(badge.number for badge in badges if badge.kind == "comparison") == ["A", "B"]


def test_one_habit_joins_in_each_week_of_the_month(library):
    part = drawn(library, "month")
    comments, messages = dots(part, "engage"), dots(part, "engage", hollow=True)

    # five days a week, and one dot in the key
    assert len(comments) == 3 * 5 + 1
    assert len(dots(part, "find")) == 2 * 5 + 1
    assert len(messages) == 1 * 5 + 1
    assert len(dots(part, "ink")) == 5 + 3 + 1


def test_no_habit_stands_on_a_free_day(library):
    for language in ("en", "he"):
        part = drawn(library, "month", language)
        free = [box for box in part.boxes if box.tone == "panel comparison"]

        assert len(free) == 4 * sum(not day.works for day in week_of(language))
        for box in free:
            assert not [
                dot
                for dot in part.dots
                if box.x < dot.x < box.x + box.width and box.y < dot.y < box.y + box.height
            ]


def test_the_week_begins_where_the_reader_lives(library):
    hebrew = [text.words for text in drawn(library, "month", "he").texts]

    assert hebrew[0] == "א׳"
    assert [day.works for day in week_of("he")] == [True] * 5 + [False] * 2
    assert [week_of(language)[0].name.lower() for language in ("es", "da", "nl")] == [
        "lu",
        "ma",
        "ma",
    ]


@pytest.mark.parametrize("name", ["profile", "ladder", "acceptance", "week", "month"])
def test_what_is_read_is_mirrored_in_hebrew(library, name):
    english, hebrew = (drawn(library, name, language) for language in ("en", "he"))
    box, mirrored = english.boxes[0], hebrew.boxes[0]

    assert box.x == pytest.approx(WIDTH - mirrored.x - mirrored.width)
    assert box.x != mirrored.x or box.width > WIDTH - 3 * MARGIN


@pytest.mark.parametrize("name", ["portions", "memory"])
def test_a_chart_runs_to_the_right_in_hebrew_too(library, name):
    lines = [
        next(path.d for path in drawn(library, name, language).paths if path.tone == "engage")
        for language in ("en", "he")
    ]
    first, last = (float(lines[0].strip("M").split("L")[at].split()[0]) for at in (0, -1))

    assert first < last
    assert [line.split()[0] for line in lines] == [lines[0].split()[0]] * 2
