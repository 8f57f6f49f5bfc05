"""The index that Material writes for all languages becomes one file per language."""

from __future__ import annotations

import json

from coursekit.host.search import by_language, index, split_index

ENTRIES = [
    {"location": "brand/profile/", "title": "Your profile", "text": "<p>First words</p>"},
    {
        "location": "brand/profile/#idea",
        "title": "The <code>idea</code>",
        "text": "<p>A &amp; B</p><p>C</p>",
    },
    {"location": "he/brand/profile/", "title": "הפרופיל שלך", "text": ""},
    {"location": "dashboard/", "title": "Not Danish", "text": ""},
]


def test_entries_are_told_apart_by_their_first_folder():
    found = by_language(ENTRIES, ["en", "da", "he"])

    assert [len(found[language]) for language in ("en", "da", "he")] == [3, 0, 1]


def test_a_section_names_its_page_and_holds_words_without_markup():
    section = index(ENTRIES)[1]

    assert section == {
        "url": "brand/profile/#idea",
        "page": "Your profile",
        "title": "The idea",
        "text": "A & B C",
    }


def test_the_sections_that_every_lesson_repeats_are_left_out():
    names = ("sources", "idea")
    repeated = [{"location": f"a/#{name}", "title": name, "text": ""} for name in names]

    assert [section["url"] for section in index(repeated)] == ["a/#idea"]


def test_a_notice_above_the_title_is_not_taken_for_the_page():
    entries = [
        {"location": "es/a/", "title": "Una", "text": "Stale"},
        {"location": "es/a/#una", "title": "Una", "text": "Words"},
    ]

    assert index(entries) == [{"url": "es/a/", "page": "", "title": "Una", "text": "Words"}]


def test_each_language_gets_a_file_and_the_combined_one_goes(tmp_path):
    combined = tmp_path / "search/search_index.json"
    combined.parent.mkdir()
    combined.write_text(json.dumps({"docs": ENTRIES}), "utf-8")

    split_index(tmp_path, ["en", "da", "he"])

    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json"))
    assert written == [f"assets/search/{language}.json" for language in ("da", "en", "he")]


def test_a_site_of_one_language_keeps_it_at_the_root(tmp_path):
    combined = tmp_path / "search/search_index.json"
    combined.parent.mkdir()
    combined.write_text(json.dumps({"docs": ENTRIES[:2]}), "utf-8")

    split_index(tmp_path, ["he"])

    assert len(json.loads((tmp_path / "assets/search/he.json").read_text("utf-8"))) == 2
