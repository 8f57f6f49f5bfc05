"""What is particular to some types of question, before any script has run."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from coursekit.render.blocks import render_block
from tests.render.quizzes import TYPES, item_of, quiz_of, rendered, scene_of

GRADED = [kind for kind in TYPES if kind != "reflect"]


@pytest.mark.parametrize("kind", GRADED)
def test_points_tries_and_the_rule_stand_before_the_answer(kind, library):
    words = library.interface()

    soup = rendered(library, quiz_of(item_of(kind) | {"points": 2, "attempts": 3}))

    how = soup.select_one(".item__how").get_text()
    assert words[f"quiz.how.{kind}"] in how
    assert words["quiz.worth"].format(points=2) in how
    assert words["quiz.attempts"].format(count=3) in how
    assert json.loads(soup.select_one(".item__key").string)["attempts"] == 3


def test_reflection_names_no_points_and_no_tries(library):
    soup = rendered(library, quiz_of(item_of("reflect")))

    assert not soup.select(".item__worth")


def test_gaps_stand_in_the_text_in_the_order_of_the_text(library):
    soup = rendered(library, quiz_of(item_of("cloze")))

    text = soup.select_one(".item__cloze")
    assert [select["data-blank"] for select in text.select("select")] == ["who", "what"]
    for gap in text.select(".item__gap"):
        gap.extract()
    assert text.get_text().strip() == "Dear , ?"


def test_a_gap_needs_no_script_and_no_colour_to_be_found_on_paper(library):
    soup = rendered(library, quiz_of(item_of("cloze")))

    numbers = [number.get_text() for number in soup.select(".item__gap-number")]
    choices = [choice.get_text() for choice in soup.select_one(".item__gaps > li").select("li")]
    assert numbers == ["(1)", "(2)"]
    assert choices == ["First", "Second", "Third"]


def test_every_entry_can_be_sorted_under_every_pillar_or_none(library):
    soup = rendered(library, quiz_of(item_of("sort")))

    rows = soup.select(".item__entries select")
    assert len(rows) == 4
    for row in rows:
        places = [option["value"] for option in row.select("option")]
        assert places == ["", "brand", "find", "engage", "relate", "none"]
    assert not soup.select("option[selected]")


def test_a_conversation_begins_with_its_start_and_says_where_each_choice_leads(library):
    soup = rendered(library, quiz_of(item_of("scenario")))

    turns = soup.select(".item__turn")
    ways = [[way.get_text() for way in turn.select(".item__to")] for turn in turns]
    assert [turn["data-turn"] for turn in turns] == ["hello", "more", "end"]
    assert [turn.select_one(".item__turn-number").get_text() for turn in turns] == ["1", "2", "3"]
    assert ways == [["→ go on at 2", "→ go on at 3"], ["→ go on at 3", "→ go on at 3"], []]


def test_how_a_conversation_is_judged_stands_only_in_the_closed_part(library):
    soup = rendered(library, quiz_of(item_of("scenario")))
    words = library.interface()

    answers = soup.select_one("details.item__answers").extract().get_text()
    soup.select_one(".quiz__words").extract()

    for value in ("good", "poor"):
        assert words[f"quiz.value.{value}"] in answers
        assert words[f"quiz.value.{value}"] not in soup.get_text()


@pytest.mark.parametrize(("asked", "kind", "radios"), [
    (True, "single", 3), (True, "reflect", 0), (False, "single", 0),
])  # fmt: skip
def test_certainty_is_asked_of_what_is_graded_where_the_quiz_wants_it(asked, kind, radios, library):
    soup = rendered(library, quiz_of(item_of(kind), confidence=asked))

    assert len(soup.select("input[name=sure]")) == radios
    assert not soup.select("input[name=sure][checked]")


def cards(library, item: dict) -> list[BeautifulSoup]:
    """The cards of a role play."""
    quiz = quiz_of(item)
    html = render_block("roleplay", {"id": "own", "item": item["id"]}, scene_of(library, quiz))
    return BeautifulSoup(html, "html.parser").select(".roleplay__card")


def test_the_cards_of_the_players_tell_nothing_of_how_they_are_judged(library):
    words = library.interface()

    learner, partner, observer = cards(library, item_of("scenario"))

    for card in (learner, partner):
        assert "Well said in hello" in card.get_text()
        assert "Because" not in card.get_text()
        assert words["quiz.value.good"] not in card.get_text()
    assert "Because hello." in observer.get_text()
    assert words["quiz.value.good"] in observer.get_text()


def test_only_the_partner_has_the_other_side_and_the_ways_on(library):
    learner, partner, _ = cards(library, item_of("scenario"))

    assert "They say" not in learner.get_text()
    assert not learner.select(".item__to")
    assert "They say hello" in partner.get_text()
    assert len(partner.select(".item__to")) == 4


def test_a_role_play_needs_a_scenario(library):
    with pytest.raises(ValueError, match="'own-item' is no scenario of quiz 'own'"):
        cards(library, item_of("single"))
