"""Moodle XML: what Moodle's importer asks for, and the same score for the same answer."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from coursekit.content.item import ItemBase
from coursekit.content.quiz import Quiz
from coursekit.export.bank import release_name
from coursekit.export.moodle.banks import bank_questions, file_of, moodle_banks, xml_of
from coursekit.export.moodle.cloze import DROPDOWN, embedded
from coursekit.export.moodle.items import WRITERS
from coursekit.export.order import ExportError
from coursekit.host.extension import safe_html
from tests.export.banks import LANGUAGES, bank_of, cases, items, ordered
from tests.export.moodle_reader import FRACTIONS, fields, questions, score, text
from tests.render.quizzes import TYPES, item_of, quiz_of


@pytest.fixture(scope="module")
def banks(moodle_made):
    """For each language all questions of the file that holds all quizzes."""
    return {lang: questions(moodle_made.files[f"ssi-moodle-{lang}.xml"]) for lang in LANGUAGES}


def every_question(banks):
    return [(lang, question) for lang, found in banks.items() for question in found]


def written(library, quiz: Quiz):
    """The questions of a small quiz, read back from the file."""
    found, _ = bank_questions(bank_of(library, quiz))
    return questions(file_of([xml_of(each) for each in found]))


def test_every_item_of_the_course_is_in_the_bank_once(banks):
    for language in LANGUAGES:
        assert sorted(q.findtext("idnumber") for q in banks[language]) == sorted(items())


def test_a_quiz_is_also_a_file_of_its_own(moodle_made, banks):
    for language in LANGUAGES:
        alone = [
            question.findtext("idnumber")
            for path, content in moodle_made.files.items()
            if path.startswith(f"ssi-moodle-{language}/")
            for question in questions(content)
        ]
        assert alone == [question.findtext("idnumber") for question in banks[language]]


def test_right_wrong_and_part_answers_earn_in_moodle_what_they_earn_in_the_course(banks):
    tried = set()
    for _, question in every_question(banks):
        for case in cases(items()[question.findtext("idnumber")]):
            found = score(question, case.item, case.answer)
            tried.add((case.item["type"], case.how))
            if (case.item["type"], case.how) == ("order", "partly"):
                steps = len(case.item["steps"])  # Moodle counts the steps, the course what joins
                assert found == pytest.approx((steps - 1) / steps)
            else:
                assert found == pytest.approx(float(case.score), abs=1e-5), (
                    case.item["id"],
                    case.how,
                )
    assert {kind for kind, how in tried if how == "wrong"} == set(TYPES) - {"reflect"}
    assert {kind for kind, how in tried if how == "partly"} == {
        "multi", "truefalse", "match", "order", "cloze", "sort", "scenario"
    }  # fmt: skip


def test_a_planted_fault_in_a_fraction_or_a_field_earns_something_else(banks):
    def spoilt(name, path, old, new):
        (question,) = (q for q in banks["en"] if q.findtext("idnumber") == name)
        planted = deepcopy(question)
        for each in planted.iter(path):
            each.text = (each.text or "").replace(old, new)
            each.attrib.update({k: v.replace(old, new) for k, v in each.attrib.items()})
        return [
            score(planted, case.item, case.answer) - float(case.score)
            for case in cases(items()[name])
        ]

    assert any(spoilt("headline-for-whom", "answer", "100", "50"))
    assert any(spoilt("recommendation-request", "text", "=", "%50%"))
    assert any(spoilt("total-after-brand", "tolerance", "0.05", "30"))


def test_fractions_are_from_moodles_list(banks):
    for _, question in every_question(banks):
        kind = question.get("type")
        if kind == "ordering":  # there the fraction is the place
            found = [float(each.get("fraction")) for each in question.findall("answer")]
            assert found == list(range(1, len(found) + 1))
            continue
        fractions = [float(each.get("fraction")) for each in question.findall("answer")]
        fractions += [option[0] for field in fields(question) for option in field.options]
        assert {abs(each) for each in fractions} <= set(FRACTIONS)
        if kind in ("multichoice", "numerical"):
            assert round(sum(each for each in fractions if each > 0), 2) == 100


@pytest.mark.parametrize("right", range(1, 8))
def test_any_number_of_right_options_has_a_fraction_of_the_list(library, right):
    options = [
        {"id": f"o{n}", "text": f"Text {n}", "feedback": "So.", "misconception": "rank-is-score",
         "correct": n < right}
        for n in range(8)
    ]  # fmt: skip

    (question,) = written(library, quiz_of(item_of("multi") | {"options": options}))

    fractions = [float(each.get("fraction")) for each in question.findall("answer")]
    assert {abs(each) for each in fractions} <= set(FRACTIONS)
    assert sum(each for each in fractions if each > 0) == pytest.approx(100, abs=0.001)


def test_an_ordering_question_has_a_hint_element_even_without_hints(banks, library):
    (bare,) = written(library, quiz_of(item_of("order") | {"attempts": 1}))

    assert bare.find("hint") is not None
    for _, question in every_question(banks):
        if question.get("type") == "ordering":
            assert question.find("hint") is not None


def test_names_survive_the_bytes_at_which_the_ordering_type_cuts_them(banks):
    for _, question in every_question(banks):
        assert text(question, "name").isascii()
        assert len(text(question, "name")) <= 42


def test_each_language_and_release_has_categories_of_its_own(library, moodle_made):
    dated = moodle_banks(ordered(library, "en", day=date(2027, 5, 27)), safe_html)
    files = {**moodle_made.files, "later": dated.files["ssi-moodle-en.xml"]}

    paths = {
        name: [
            each.findtext("category/text")
            for each in etree.fromstring(content).findall("question[@type='category']")
        ]
        for name, content in files.items()
        if "/" not in name
    }
    assert "$course$/top/The SSI course (en), 2027-05-27/Final test/A" in paths["later"]
    assert len({path for found in paths.values() for path in found}) == sum(
        map(len, paths.values())
    )
    assert all(path.startswith("$course$/top/") for found in paths.values() for path in found)
    assert all(re.search(r", \d{4}-\d\d-\d\d", path) for found in paths.values() for path in found)


def test_a_slash_in_a_title_does_not_make_a_category(library):
    quiz = quiz_of(item_of("single")).model_copy(update={"title": "Brand/find"})

    found, _ = bank_questions(bank_of(library, quiz))

    assert found[0].findtext("category/text").endswith(", 2027-05-27/Brand//find")


def test_the_release_is_the_newest_day_of_the_changelog(library, tmp_path):
    dated = replace(library, root=tmp_path)
    draft = release_name(dated, "en")
    text = "# Changelog\n\n## Unreleased\n\n## 1.1 – 2027-05-27\n\n## 1.0 – 2026-12-01\n"
    (tmp_path / "CHANGELOG.md").write_text(text, encoding="utf-8")

    assert release_name(dated, "en") == "2027-05-27"
    assert release_name(dated, "en", date(2028, 1, 2)) == "2028-01-02"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d draft [0-9a-f]{6}", draft)
    assert draft != release_name(replace(library, root=tmp_path / "none"), "he")


def test_the_texts_are_html_in_cdata_that_says_language_and_direction(moodle_made, banks):
    for language, question in every_question(banks):
        direction = "rtl" if language == "he" else "ltr"
        start = f'<div lang="{language}" dir="{direction}">'
        assert text(question, "questiontext").startswith(start)
        for each in question.iter("feedback", "hint"):
            assert text(each, ".").startswith(start) or not text(each, ".")
    raw = moodle_made.files["ssi-moodle-he.xml"].decode()
    assert "<text>&lt;" not in raw
    assert raw.count("<![CDATA[<div") > 500


def test_a_question_is_found_by_objective_pillar_and_misconception(library, banks):
    for _, question in every_question(banks):
        tags = [each.findtext("text") for each in question.findall("tags/tag")]
        item = items()[question.findtext("idnumber")]
        assert f"objective:{item['objective']}" in tags
        assert any(tag.startswith(("pillar:", "module:")) for tag in tags)
        _, model = library.items[item["id"]]
        assert {t[14:] for t in tags if t.startswith("misconception:")} == model.beliefs
        assert all(len(tag) <= 50 for tag in tags)


def test_nudge_and_hints_stand_between_the_tries(banks):
    for _, question in every_question(banks):
        item = items()[question.findtext("idnumber")]
        if item["id"].startswith("final-") or question.get("type") == "ordering":
            continue
        tries = item.get("attempts", 2) if item.get("points", 1) else 1
        assert len(question.findall("hint")) == tries - 1
    english = {q.findtext("idnumber"): q for q in banks["en"]}
    hint = text(english["headline-for-whom"], "hint")
    assert "Cover Yael's name." in hint
    assert hint.count("<li>") == 3


def test_hints_are_spread_over_the_tries_of_which_there_are_more(library):
    item = item_of("single") | {"attempts": 3, "hints": ["One", "Two", "Three"]}

    (question,) = written(library, quiz_of(item))

    first, second = (text(each, ".") for each in question.findall("hint"))
    assert ("Look." in first, "Two" in first, "Three" in first) == (True, True, False)
    assert ("Look." in second, "Two" in second, "Three" in second) == (True, False, True)


def test_every_option_keeps_its_feedback(banks):
    for _, question in every_question(banks):
        item = items()[question.findtext("idnumber")]
        if question.get("type") == "multichoice":
            assert all(text(each, "feedback") for each in question.findall("answer"))
        if question.get("type") == "cloze":
            found = fields(question)
            assert all(why for field in found for _, _, why in field.options)
            assert all(answer.strip() for field in found for _, answer, _ in field.options)
            assert len(found) == {
                "truefalse": 2, "cloze": len(item.get("gaps", []))
            }.get(item["type"], len(found))  # fmt: skip
            assert "{" not in re.sub(r"\{[0-9]+:.*?(?<!\\)\}", "", text(question, "questiontext"))


@pytest.mark.parametrize("sign", ["}", "{", "#", "~", "=", "%50%", "&", "<b>", "\\", "&amp;#", '"'])
def test_a_text_with_moodles_signs_comes_out_of_an_embedded_answer_as_it_went_in(sign):
    shown = sign.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    html = f"{shown}a {shown} b{shown}c"
    field = embedded(DROPDOWN, [(100, html, html), (0, html, html), (50, html, html)])
    question = etree.fromstring("<question><questiontext><text/></questiontext></question>")
    question.find("questiontext/text").text = f"<p>Before</p>{field}<p>after</p>"

    (found,) = fields(question)

    assert [fraction for fraction, _, _ in found.options] == [100, 0, 50]
    for _, answer, why in found.options:
        for given in (answer, why):
            seen = etree.fromstring(f"<p>{given}</p>".replace("&#123;", "{")).text
            assert seen == f"{sign}a {sign} b{sign}c"


def test_markup_that_an_author_planted_cannot_end_a_section_or_run(library):
    for kind in TYPES:
        links = "" if kind == "cloze" else " [x](javascript:alert(1)) [y](../a.md)"
        planted = f" ]]></text><script>alert(1)</script>{links}"
        (question,) = written(library, quiz_of(item_of(kind, words=planted)))
        shown = [text(each, ".") for each in question.iter() if each.get("format") == "html"]
        shown += [
            part for field in fields(question) for option in field.options for part in option[1:]
        ]
        assert not [html for html in shown if re.search("<script|href=", html)]
        assert question.find("script") is None


def test_a_type_of_question_that_moodle_has_no_place_for_stops_the_export(library):
    class Riddle(ItemBase):
        type: str = "riddle"

    bank = bank_of(library, quiz_of(item_of("single")))
    fields = bank.quiz.items[0].model_dump(include=set(ItemBase.model_fields))
    unknown = bank.quiz.model_copy(update={"items": [Riddle.model_validate(fields)]})

    with pytest.raises(ExportError, match=r"quizzes/own.yml: item 'own-item' is of type 'riddle'"):
        bank_questions(replace(bank, quiz=unknown))


def test_every_type_of_question_has_a_writer():
    assert set(WRITERS) == set(TYPES)


def test_the_report_says_of_every_item_what_became_of_it(moodle_made):
    rows = {}
    for row in moodle_made.rows:
        rows.setdefault(row.item, []).append(row)
    assert {name for name in rows if not name.startswith("quiz:")} == set(items())
    assert all(row.reason for row in moodle_made.rows if row.outcome != "mapped")
    assert not any(row.reason for row in moodle_made.rows if row.outcome == "mapped")
    kinds = {items()[row.item]["type"] for row in moodle_made.rows if row.outcome == "mapped"}
    assert {"single", "multi", "numeric"} <= kinds


def test_the_same_files_come_out_again_and_tell_nothing_of_the_machine(library, moodle_made, root):
    again = moodle_banks(ordered(library, "he"), safe_html)

    assert again.files.items() <= moodle_made.files.items()
    for content in moodle_made.files.values():
        assert str(root).encode() not in content
