"""Stamps tie words to the English they were made from, and touch nothing else."""

from __future__ import annotations

import yaml

from coursekit.cli import main
from coursekit.content.library import read_library
from coursekit.content.restamp import restamped_page
from coursekit.content.words import hash_words, stale
from tests.content.course import FILES, OVERLAY, QUIZ, small_course


def restamp(root):
    """Stamp the small course and read it again."""
    assert main(["--root", str(root), "restamp"]) == 0
    return read_library(root)[0]


def test_a_restamped_course_is_up_to_date(tmp_path, capsys):
    library = restamp(small_course(tmp_path))

    assert main(["--root", str(tmp_path), "status"]) == 0
    assert library.pages["es", "one.md"].front.source == library.pages["en", "one.md"].hash
    assert library.words("quizzes/brand", "es")["headline.prompt"] == "¿Qué titular?"


def test_exactly_the_changed_string_becomes_stale(tmp_path):
    restamp(small_course(tmp_path))
    (tmp_path / "quizzes/brand.yml").write_text(QUIZ.replace("Which headline?", "Which one?"))

    library, _ = read_library(tmp_path)

    overlay = library.overlays["es", "quizzes/brand"]
    assert stale(overlay, library.sources["quizzes/brand"].words) == ["headline.prompt"]


def test_status_names_the_stale_page_and_exits_with_one(tmp_path, capsys):
    restamp(small_course(tmp_path))
    (tmp_path / "docs/en/two.md").write_text(FILES["docs/en/two.md"] + "\nMore.\n")

    assert main(["--root", str(tmp_path), "status", "es"]) == 1
    assert "docs/es/two.md: the English page has changed" in capsys.readouterr().out


def test_comments_quotes_and_blocks_of_the_translator_stay(tmp_path):
    text = OVERLAY.replace(
        "title: Marca", '# corto\ntitle: "Marca: la tuya"  # con comillas'
    ).replace("headline.nudge: Léelo otra vez.", "headline.nudge: >-\n  Léelo\n  otra vez.")
    small_course(tmp_path, **{"locales/es/quizzes/brand.yml": text})

    library = restamp(tmp_path)

    written = (tmp_path / "locales/es/quizzes/brand.yml").read_text(encoding="utf-8")
    assert "# corto" in written
    assert yaml.safe_load(written)["title"]["text"] == "Marca: la tuya"
    assert library.words("quizzes/brand", "es")["headline.nudge"] == "Léelo otra vez."


def test_restamping_twice_changes_nothing(tmp_path):
    restamp(small_course(tmp_path))
    path = tmp_path / "locales/es/quizzes/brand.yml"
    first = path.read_text(encoding="utf-8")

    restamp(tmp_path)

    assert path.read_text(encoding="utf-8") == first


def test_an_old_stamp_is_replaced_in_place(tmp_path):
    entry = "title:\n  source: 00000000\n  text: Marca  # bien\n"
    small_course(
        tmp_path, **{"locales/es/quizzes/brand.yml": OVERLAY.replace("title: Marca\n", entry)}
    )

    restamp(tmp_path)

    written = (tmp_path / "locales/es/quizzes/brand.yml").read_text(encoding="utf-8")
    assert f"  source: {hash_words('Brand')}\n  text: Marca  # bien\n" in written


def test_a_stamp_of_digits_alone_stays_text():
    digits = hash_words("Social Selling Index")
    assert digits.isdigit()

    for front in ("id: one", "id: one\nsource: 0a0a0a0a", "id: one\nsource: '00000000'"):
        page = restamped_page(f"---\n{front}\n---\n", digits)
        assert yaml.safe_load(page.split("---")[1])["source"] == digits


def test_a_wrong_language_or_folder_is_misuse(tmp_path, capsys):
    assert main(["--root", str(tmp_path), "check"]) == 2
    small_course(tmp_path)
    assert "no course.yml" in capsys.readouterr().err
