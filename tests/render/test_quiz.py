"""Questions as HTML: whole without scripts, and without their answers in sight."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from coursekit.content.key import item_key
from coursekit.host.extension import safe_html
from coursekit.render.blocks import render_block
from coursekit.render.quiz import mixed
from coursekit.render.scene import Scene
from tests.render.quizzes import TYPES, item_of, quiz_of, rendered
from tests.site.pages import EACH

CONTROLS = {
    "single": "input[type=radio][name=choice]",
    "multi": "input[type=checkbox][name=choice]",
    "truefalse": "input[type=radio][name=reason]",
    "match": "select",
    "order": ".item__number",
    "numeric": "input[inputmode=decimal]",
    "cloze": "select",
    "sort": "select",
    "scenario": "input[type=radio]",
    "reflect": "textarea",
}


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_native_controls_with_names(kind, library):
    soup = rendered(library, quiz_of(item_of(kind)))

    controls = soup.select(CONTROLS[kind])

    assert controls
    labelled = {label["for"] for label in soup.select("label[for]")}
    for control in controls:
        named = control.find_parent("label") or control.get("aria-label")
        assert named or control.get("id") in labelled, control
    assert not soup.select("[disabled]")


@pytest.mark.parametrize("kind", TYPES)
def test_without_scripts_the_answers_are_in_a_closed_part_and_nowhere_else(kind, library):
    soup = rendered(library, quiz_of(item_of(kind)))

    answers = soup.select_one("details.item__answers").extract()

    assert "open" not in answers.attrs
    assert "Because" in answers.get_text() or "Yes, so." in answers.get_text()
    for hidden in soup.select("script, template"):
        hidden.extract()
    assert "Because" not in soup.get_text()
    assert "so." not in soup.get_text()


@pytest.mark.parametrize("kind", TYPES)
def test_markup_in_words_is_shown_and_not_obeyed(kind, library):
    soup = rendered(
        library,
        quiz_of(
            item_of(kind, words="<img src=x onerror=alert(1)></option></template>"),
            words="<script>x()</script>",
        ),
    )

    assert not soup.select("img")
    assert {script["type"] for script in soup.select("script")} == {"application/json"}
    assert "onerror" in soup.get_text()


@pytest.mark.parametrize("kind", TYPES)
def test_the_key_holds_no_words(kind):
    item = quiz_of(item_of(kind, words="WORD"), words="WORD").items[0]

    key = item_key(item)

    assert "WORD" not in json.dumps(key)
    assert key["type"] == kind


def test_of_multiple_choice_the_rule_is_told_before_answering(library):
    soup = rendered(library, quiz_of(item_of("multi")))

    assert (
        soup.select_one(".item__how").get_text().startswith(library.interface()["quiz.how.multi"])
    )


@pytest.mark.parametrize("name", [f"item-{number}" for number in range(30)])
def test_steps_never_stand_in_the_right_order(name):
    item = quiz_of(item_of("order", name)).items[0]

    shown = mixed(item.id, item.steps)

    assert shown != item.steps
    assert sorted(step.id for step in shown) == sorted(step.id for step in item.steps)


def test_pairs_with_the_same_right_side_share_one_choice(library):
    soup = rendered(library, quiz_of(item_of("match")))
    key = json.loads(soup.select_one(".item__key").string)

    choices = [
        option.get_text() for option in soup.select_one("select").select("option[value!='']")
    ]

    assert sorted(choices) == ["Right 1", "Right 2"]
    assert key["pairs"] == {"one": "one", "two": "two", "three": "one"}


def test_a_fence_may_name_its_items(library):
    quiz = quiz_of(
        item_of("single", "first"), item_of("multi", "second"), item_of("order", "third")
    )

    soup = rendered(library, quiz, items=["third", "first"])

    assert [item["data-item"] for item in soup.select("quiz-item")] == ["third", "first"]


def test_cures_link_to_the_page_in_its_language(library):
    quiz = quiz_of(item_of("single"))

    link = rendered(library, quiz, "es").select_one("[data-misconception=rank-is-score] a")

    assert link["href"] == "/es/start/read-your-dashboard/#common-mistake"


def test_numbers_are_written_as_the_language_does(library):
    quiz = quiz_of(item_of("numeric"))

    assert "60,2 points" in rendered(library, quiz, "es").select_one(".item__answers").get_text()
    assert "60.2 points" in rendered(library, quiz, "en").select_one(".item__answers").get_text()


@pytest.mark.parametrize("language", EACH)
def test_all_questions_of_the_course_can_be_shown(language, library):
    for name in library.outline.quizzes:
        scene = Scene(library, language, "brand/quiz.md", safe_html, lambda url: f"/{url}")
        soup = BeautifulSoup(render_block("quiz", {"id": name}, scene), "html.parser")

        ids = [element["id"] for element in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        for labels in soup.select("[aria-labelledby]"):
            assert set(labels["aria-labelledby"].split()) <= set(ids)


def test_the_way_through_the_course_lists_what_takes_time(library):
    scene = Scene(library, "en", "index.md", safe_html, lambda url: f"/{url}")

    soup = BeautifulSoup(render_block("progress", {}, scene), "html.parser")

    pages = {page["data-page"]: page for page in soup.select("li[data-page]")}
    assert "trainer" not in pages
    assert "home" not in pages
    assert pages["brand-profile"].a["href"] == "/brand/profile/"
    (quiz,) = json.loads(pages["brand-quiz"]["data-results"])["quizzes"]
    assert (quiz["quiz"], quiz["pass"]) == ("brand", library.quiz("brand").pass_mark)
    assert quiz["items"].keys() == library.names("quizzes/brand")
    assert json.loads(pages["brand-practice"]["data-results"])["exercises"] == ["brand-13-to-18"]
