"""What the shell of a package knows of the course."""

from __future__ import annotations

from coursekit.cli import main
from coursekit.content import read_library
from coursekit.export.facts import SHORT, SPOKEN, facts
from tests.content.course import QUIZ, small_course


def facts_of(root) -> dict:
    """The facts of a small course, which has the words of the shell."""
    library, _ = read_library(root)
    library.sources["interface"].words.update({name: name for name in SPOKEN})
    return facts(library, "en")


def test_every_language_has_the_same_numbers_and_keys_and_its_own_words(library):
    english, hebrew = facts(library, "en"), facts(library, "he")
    own = {"language", "direction", "items", "words"}

    assert {name for name in english if english[name] != hebrew[name]} == own
    for one, other in zip(english["items"], hebrew["items"], strict=True):
        assert one["text"] != other["text"]
        assert one | {"text": ""} == other | {"text": ""}
    assert (english["direction"], hebrew["direction"]) == ("ltr", "rtl")
    assert english["words"].keys() == hebrew["words"].keys()


def test_every_item_is_there_once_with_a_short_plain_text(library):
    items = facts(library, "en")["items"]

    assert sorted(item["id"] for item in items) == sorted(library.items)
    for item in items:
        assert 0 < len(item["text"]) <= SHORT + 2
        assert "](" not in item["text"]
        assert "**" not in item["text"]


def test_complete_is_who_has_read_the_pages_with_objectives_and_passed_the_test(library):
    rule = facts(library, "en")["completion"]

    assert (rule["test"], rule["needs"], rule["pass"]) == ("final", "passed", 0.7)
    assert "brand-profile" in rule["pages"]
    assert not {"home", "trainer", "glossary"} & set(rule["pages"])


def test_the_outline_may_ask_for_less_and_carry_the_journal(tmp_path):
    small_course(tmp_path)
    outline = tmp_path / "course.yml"
    rule = "lms: {read: nothing, test: nothing, journal: true}\n"
    outline.write_text(outline.read_text("utf-8") + rule, encoding="utf-8")

    found = facts_of(tmp_path)

    assert found["completion"] == {"pages": [], "test": None, "needs": "nothing", "pass": None}
    assert found["journal"] is True


def test_an_item_that_is_asked_no_more_keeps_its_number(tmp_path):
    small_course(tmp_path)
    assert main(["--root", str(tmp_path), "release"]) == 0
    before = facts_of(tmp_path)["items"]
    quiz = QUIZ.replace("title: Brand\n", "title: Brand\nretired: [headline]\n")
    (tmp_path / "quizzes/brand.yml").write_text(quiz.replace("id: headline\n", "id: other\n"))

    after = facts_of(tmp_path)["items"]

    assert after[0] == {"id": "headline", "hash": before[0]["hash"]}
    assert after[1]["id"] == "other"
