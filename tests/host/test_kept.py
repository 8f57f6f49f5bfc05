"""What is kept while an author writes hangs on all that a page may show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coursekit.host import course
from coursekit.host.course import Course, open_course
from coursekit.host.kept import fingerprint
from coursekit.host.stamp import stamp

LESSON = ("he", "brand/profile.md")


@pytest.fixture
def with_lesson(library):
    """The course with a lesson in which something is changed."""

    def changed(**parts):
        page = replace(library.pages[LESSON], **parts)
        return Course(replace(library, pages=library.pages | {LESSON: page}), {}, {})

    return changed


def test_the_running_text_of_a_page_shows_on_no_other(with_lesson, library):
    text = library.pages[LESSON].text + "\nOne more sentence.\n"

    assert fingerprint(with_lesson(text=text, hash="00000000")) == fingerprint(with_lesson())


@pytest.mark.parametrize("part", ["front", "headings", "fences", "claims"])
def test_what_other_pages_may_show_of_a_page_counts(part, with_lesson, library):
    page = library.pages[LESSON]
    front = page.front.model_copy(update={"title": "Another"})
    changed = front if part == "front" else getattr(page, part)[1:]

    assert fingerprint(with_lesson(**{part: changed})) != fingerprint(with_lesson())


def test_everything_beside_the_pages_counts(library):
    before, after = (fingerprint(Course(library, {}, {}, stamp=name)) for name in ("a", "b"))

    assert before != after


def test_a_stamp_sees_files_come_go_and_change_but_not_what_pages_say(tmp_path):
    (tmp_path / "page.md").write_text("before")
    (tmp_path / "words.yml").write_text("before")
    seen = [stamp([tmp_path])]
    (tmp_path / "page.md").write_text("after it was changed")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/module.pyc").write_text("compiled")
    seen.append(stamp([tmp_path]))
    (tmp_path / "words.yml").write_text("after")
    seen.append(stamp([tmp_path]))
    (tmp_path / "other.md").write_text("")
    seen.append(stamp([tmp_path]))
    (tmp_path / "words.yml").unlink()
    seen.append(stamp([tmp_path]))

    assert seen[0] == seen[1]
    assert len(set(seen)) == 4


def test_walkthroughs_are_kept_for_the_languages_that_were_built(library, root, monkeypatch):
    ran = []

    def run(_, languages):
        ran.append(list(languages))
        return {language: {} for language in languages}, []

    monkeypatch.setattr(course, "run_walkthroughs", run)
    last = None
    for languages in (["en"], ["en"], ["it"], ["en", "it"]):
        last = open_course(root, languages, last, given=library)
        assert last.notebooks.keys() == set(languages)

    assert ran == [["en"], ["it"], ["en", "it"]]
