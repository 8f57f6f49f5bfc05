"""Archives and folders: the same bytes whenever they are made, and whole or not there."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from coursekit.export import write_atomically, zipped
from coursekit.export.archive import STAMP, write_folder

FILES = {"b/two.html": b"two" * 100, "imsmanifest.xml": b"<manifest/>", "a.js": b""}
SIZES_AFTER_DATA = 8  # the flag of an entry


def full(*_):
    raise OSError(28, "No space left on device")


def test_an_archive_is_the_same_at_another_time_and_in_another_place(tmp_path, monkeypatch):
    before = zipped(FILES)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(4_000_000_000))
    monkeypatch.chdir(tmp_path)

    again = zipped(dict(reversed(FILES.items())))

    assert again == before


def test_entries_are_sorted_and_have_one_stamp_and_sizes_before_their_data():
    entries = ZipFile(io.BytesIO(zipped(FILES))).infolist()

    assert [entry.filename for entry in entries] == sorted(FILES)
    assert {entry.date_time for entry in entries} == {STAMP}
    assert not any(entry.flag_bits & SIZES_AFTER_DATA for entry in entries)


def test_an_archive_holds_what_was_put_in():
    archive = ZipFile(io.BytesIO(zipped(FILES)))

    assert {name: archive.read(name) for name in archive.namelist()} == FILES
    assert archive.testzip() is None


@pytest.mark.parametrize("step", ["fsync", "replace", "fchmod"])
@pytest.mark.parametrize("before", [None, b"of yesterday"])
def test_a_file_that_cannot_be_written_leaves_what_was_there(tmp_path, monkeypatch, step, before):
    path = tmp_path / "dist/course.zip"
    path.parent.mkdir()
    if before is not None:
        path.write_bytes(before)
    monkeypatch.setattr(os, step, full)

    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"of today")

    assert [name.name for name in path.parent.iterdir()] == ([path.name] if before else [])
    assert before is None or path.read_bytes() == before


def test_a_folder_takes_the_place_of_the_one_before(tmp_path):
    path = tmp_path / "dist/course"
    write_folder(path, {"old.html": b"old", "a/page.html": b"1"})

    write_folder(path, {"a/page.html": b"2"})

    assert {f.relative_to(path).as_posix() for f in path.rglob("*.html")} == {"a/page.html"}
    assert (path / "a/page.html").read_bytes() == b"2"
    assert [name.name for name in path.parent.iterdir()] == ["course"]


@pytest.mark.parametrize("step", ["write_bytes", "rename"])
def test_a_folder_that_cannot_be_written_leaves_the_one_before(tmp_path, monkeypatch, step):
    path = tmp_path / "dist/course"
    write_folder(path, {"page.html": b"1"})
    done = getattr(Path, step)

    def failing(self, other):
        return full() if "new" in self.parts else done(self, other)

    monkeypatch.setattr(Path, step, failing)

    with pytest.raises(OSError, match="No space"):
        write_folder(path, {"page.html": b"2", "other.html": b"2"})

    assert {file.name: file.read_bytes() for file in path.iterdir()} == {"page.html": b"1"}
    assert [name.name for name in path.parent.iterdir()] == ["course"]
