"""QTI packages: the standard's structure, sound references, and the course's scores."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy

import pytest
from lxml import etree
from qti_convert import convert_manifest_to_qti3, upgrade_qti2_to_qti3

from coursekit.content.item import ItemBase
from coursekit.export.bank_report import written
from coursekit.export.order import ExportError
from coursekit.export.qti.banks import bank_trees, qti_banks
from coursekit.export.qti.items import WRITERS
from coursekit.export.qti.tree import dressed
from coursekit.host.extension import safe_html
from tests.export.banks import LANGUAGES, bank_of, cases, items, ordered, packages
from tests.export.qti_grammar import LANG, SPACE, faults
from tests.export.qti_reader import play, responses
from tests.render.quizzes import TYPES, item_of, quiz_of

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@pytest.fixture(scope="module")
def documents(qti_made):
    """Every item and test of QTI 2.2 by language, quiz and file."""
    return {
        (language, quiz, name): etree.fromstring(content)
        for language in LANGUAGES
        for quiz, files in packages(qti_made, language, "22").items()
        for name, content in files.items()
        if name != "imsmanifest.xml"
    }


@pytest.fixture(scope="module")
def in_items(documents):
    """Every item by language and id."""
    return {
        (language, name[6:-4]): root
        for (language, _, name), root in documents.items()
        if name.startswith("items/")
    }


def test_every_item_of_the_course_is_in_a_package_of_each_version(qti_made):
    for language in LANGUAGES:
        for version in ("22", "30"):
            found = [
                name[6:-4]
                for files in packages(qti_made, language, version).values()
                for name in files
                if name.startswith("items/")
            ]
            assert sorted(found) == sorted(items())


def test_every_document_keeps_to_the_structure_of_the_standard(documents):
    found = {fault for root in documents.values() for fault in faults(root)}

    assert not found


def test_a_planted_fault_does_not_keep_to_the_structure(in_items):
    planted = deepcopy(in_items["en", "headline-for-whom"])
    body = planted.find(f"{SPACE}itemBody")
    planted.insert(0, body)
    del body[1].attrib["maxChoices"]
    etree.SubElement(body, f"{SPACE}font")

    assert len(set(faults(planted))) == 4


def test_version_3_is_what_an_independent_converter_makes_of_version_2(qti_made):
    for language in LANGUAGES:
        newer = packages(qti_made, language, "30")
        for quiz, files in packages(qti_made, language, "22").items():
            for name, content in files.items():
                if name != "imsmanifest.xml":
                    assert bare(upgrade_qti2_to_qti3(content)) == bare(newer[quiz][name]), name


def bare(xml: str | bytes) -> list:
    """Names, attributes and texts of a document, without the place of its schema."""
    root = etree.fromstring(xml.encode() if isinstance(xml, str) else xml)
    return [
        (
            each.tag,
            sorted((k, v) for k, v in each.attrib.items() if not k.endswith("schemaLocation")),
            (each.text or "").strip(),
            (each.tail or "").strip(),
        )
        for each in root.iter(etree.Element)
    ]


def test_identifiers_are_names_and_everything_that_is_named_is_there(in_items):
    for (_, name), root in in_items.items():
        declared = {
            each.get("identifier")
            for each in root
            if each.tag in (f"{SPACE}responseDeclaration", f"{SPACE}outcomeDeclaration")
        }
        assert all(NAME.fullmatch(each) for each in declared), name
        for each in root.iter(etree.Element):
            for key in ("responseIdentifier", "outcomeIdentifier"):
                assert each.get(key) in {None, *declared}
            if each.tag in (f"{SPACE}variable", f"{SPACE}setOutcomeValue", f"{SPACE}mapResponse"):
                assert each.get("identifier") in {*declared, "numAttempts"}
        shown = {
            (each.get("outcomeIdentifier"), each.get("identifier"))
            for each in root.iter(f"{SPACE}modalFeedback")
        }
        assert len(shown) == len(root.findall(f"{SPACE}modalFeedback"))
        assert all(NAME.fullmatch(value) for _, value in shown)


def test_right_answers_and_what_answers_are_worth_name_choices_that_are_offered(in_items):
    for (_, name), root in in_items.items():
        for interaction in root.iter(etree.Element):
            id = interaction.get("responseIdentifier")
            offered = {
                each.get("identifier")
                for each in interaction.iter(etree.Element)
                if each is not interaction and each.get("identifier")
            }
            if id is None or not offered:
                continue
            (response,) = (e for e in root if e.get("identifier") == id)
            named = [each.text for each in response.iter(f"{SPACE}value")]
            named += [each.get("mapKey") for each in response.iter(f"{SPACE}mapEntry")]
            parts = {part for each in named if each for part in each.split()}
            assert parts, name
            assert parts <= offered, name


def test_right_wrong_and_part_answers_earn_what_they_earn_in_the_course(in_items):
    tried = set()
    for (_, name), root in in_items.items():
        for case in cases(items()[name]):
            values = play(root, responses(case.item, case.answer))
            points = float(case.item.get("points", 1))
            earned = float(case.score) * points
            assert values["SCORE"] == pytest.approx(earned, abs=1e-9), (name, case.how)
            assert values["MAXSCORE"] == points
            tried.add((case.item["type"], case.how))
    assert {kind for kind, how in tried if how == "wrong"} == set(TYPES) - {"reflect"}
    assert {kind for kind, how in tried if how == "partly"} == {
        "multi", "truefalse", "match", "order", "cloze", "sort", "scenario"
    }  # fmt: skip


def test_an_early_try_shows_the_nudge_and_the_last_one_the_reasons(in_items):
    root = in_items["en", "headline-for-whom"]
    said = {
        (each.get("outcomeIdentifier"), each.get("identifier")): "".join(each.itertext())
        for each in root.iter(f"{SPACE}modalFeedback")
    }

    first, last = (play(root, {"RESPONSE": "a"}, tries) for tries in (1, 2))
    right = play(root, {"RESPONSE": "d"})

    assert "Cover Yael's name." in said["HELP", first["HELP"]]
    assert first["FEEDBACK"] is None
    assert "describes the post she wants to leave" in said["FEEDBACK", last["FEEDBACK"]]
    assert last["HELP"] is None
    assert "A group, and what they learn to do." in said["FEEDBACK", right["FEEDBACK"]]


def test_a_player_that_does_not_count_tries_shows_the_reasons(in_items):
    values = play(in_items["en", "headline-for-whom"], {"RESPONSE": "a"}, tries=None)

    assert (values["HELP"], values["FEEDBACK"]) == (None, "a")


def test_a_near_miss_has_feedback_of_its_own(in_items):
    root = in_items["en", "total-after-brand"]
    shown = [play(root, {"RESPONSE": n}, 2)["FEEDBACK"] for n in (65.0, 64.6, 77.6, 12.0)]

    assert shown == ["right", "near-1", "near-4", "wrong"]


def test_a_player_that_does_not_shuffle_gives_nothing_away(in_items):
    for (_, name), root in in_items.items():
        kind, item = items()[name]["type"], items()[name]
        offered = [
            each.get("identifier")
            for each in root.iter(f"{SPACE}simpleChoice", f"{SPACE}simpleAssociableChoice")
        ]
        if kind == "order":
            assert offered != [str(step["id"]) for step in item["steps"]]
        if kind == "match":
            lefts, rights = offered[: len(item["pairs"])], offered[len(item["pairs"]) :]
            assert [each[4:] for each in lefts] != [each[4:] for each in rights]


def test_texts_say_their_language_and_direction(documents):
    for (language, _, _), root in documents.items():
        direction = "rtl" if language == "he" else "ltr"
        if root.tag == f"{SPACE}assessmentItem":
            assert root.get(LANG) == language
            assert root.find(f"{SPACE}itemBody").get("dir") == direction
        for block in root.iter(f"{SPACE}modalFeedback", f"{SPACE}rubricBlock"):
            assert (block[0].get(LANG), block[0].get("dir")) == (language, direction)


def test_no_space_comes_into_a_text(library):
    words = "(*a*)**b**"
    bank = bank_of(library, quiz_of(item_of("single", words=words)))
    trees, _ = bank_trees(bank)

    for version in ("2.2", "3.0"):
        text = "".join(etree.fromstring(dressed(trees["items/own-item.xml"], version)).itertext())
        assert "Because a.(a)b" in text


def test_tests_draw_try_and_pass_as_the_quiz_does(documents, library):
    for (_, name, file), root in documents.items():
        if not file.startswith("test"):
            continue
        quiz = library.quiz(name)
        drawn = root.find(f".//{SPACE}selection")
        assert (int(drawn.get("select")) if drawn is not None else None) == quiz.draw
        form = file[5:-4]
        asked = [each.get("identifier") for each in root.iter(f"{SPACE}assessmentItemRef")]
        assert asked == (quiz.forms[form] if form else [item.id for item in quiz.items])
        for control in root.iter(f"{SPACE}itemSessionControl"):
            item = quiz.item(control.getparent().get("identifier"))
            assert int(control.get("maxAttempts")) == (1 if form else item.attempts)
        mark = root.find(f"{SPACE}outcomeProcessing").findtext(f".//{SPACE}baseValue")
        assert float(mark) == quiz.pass_mark


def test_the_manifest_lists_every_file_once_and_needs_nothing_else(qti_made):
    for language in LANGUAGES:
        for version, kind in (("22", "xmlv2p2"), ("30", "xmlv3p0")):
            for files in packages(qti_made, language, version).values():
                root = etree.fromstring(files["imsmanifest.xml"])
                resources = list(root.iter("{*}resource"))
                ids = [each.get("identifier") for each in resources]
                assert sorted(e.get("href") for e in root.iter("{*}file")) == sorted(
                    set(files) - {"imsmanifest.xml"}
                )
                assert len(set(ids)) == len(ids)
                assert all(NAME.fullmatch(each) for each in [*ids, root.get("identifier")])
                for each in resources:
                    what = "test" if each.get("href").startswith("test") else "item"
                    assert each.get("type") == f"imsqti_{what}_{kind}"
                assert {e.get("identifierref") for e in root.iter("{*}dependency")} <= set(ids)
                assert {e.get("language") for e in root.iter("{*}string")} <= {language, "en"}


def test_the_manifests_of_both_versions_are_one_to_a_converter(qti_made):
    older, newer = (
        packages(qti_made, "he", each)["final"]["imsmanifest.xml"] for each in ("22", "30")
    )

    def told(xml):
        root = etree.fromstring(xml if isinstance(xml, bytes) else xml.encode())
        return [(each.get("type"), each.get("href")) for each in root.iter("{*}resource")]

    assert told(convert_manifest_to_qti3(older)) == told(newer)


def test_every_type_of_question_has_a_writer_and_an_unknown_one_stops_the_export(library):
    class Riddle(ItemBase):
        type: str = "riddle"

    bank = bank_of(library, quiz_of(item_of("single")))
    fields = bank.quiz.items[0].model_dump(include=set(ItemBase.model_fields))

    assert set(WRITERS) == set(TYPES)
    with pytest.raises(ExportError, match="type 'riddle', which qti does not know"):
        written(WRITERS, "qti", bank, Riddle.model_validate(fields))


def test_the_report_says_of_every_item_what_became_of_it(qti_made):
    assert {row.item for row in qti_made.rows if not row.item.startswith("quiz:")} == set(items())
    assert all(bool(row.reason) == (row.outcome != "mapped") for row in qti_made.rows)


def test_the_same_files_come_out_again_and_tell_nothing_of_the_machine(library, qti_made, root):
    again = qti_banks(ordered(library, "he"), safe_html)

    assert again.files.items() <= qti_made.files.items()
    for content in again.files.values():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.namelist() == sorted(archive.namelist())
            assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
            text = b"".join(map(archive.read, archive.namelist()))
        assert str(root).encode() not in text
