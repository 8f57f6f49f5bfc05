"""The packages as they lie in the folder of exports, and faults that the checks must find."""

from __future__ import annotations

import json
import re
from xml.sax.saxutils import escape

import pytest

from coursekit.export.cmi5 import structure_of
from coursekit.export.package import Package
from coursekit.export.scorm import manifest12, manifest2004
from coursekit.render.review import asked_items
from tests.export.checks import (
    file_problems,
    files_of,
    manifest_problems,
    schema_problems,
    structure_problems,
)

SCORM = ("scorm12", "scorm2004")
FILES = {"launch.html": b"", "course/index.html": b""}
SHELL = {"launch.html", "lms/facts.js", "lms/session.js"}


@pytest.fixture(scope="session")
def package(exported):
    """The files of a package by its kind."""
    found = {}

    def get(kind):
        path = exported / f"ssi-{kind}-he.zip"
        return dict(found.setdefault(path, files_of(path)))

    return get


@pytest.mark.parametrize("kind", SCORM)
def test_a_scorm_manifest_is_valid_and_says_what_is_there(package, kind):
    files = package(kind)

    assert not list(schema_problems(files))
    assert not list(manifest_problems(files, kind))
    assert not list(file_problems(files))


def test_a_cmi5_structure_is_as_the_specification_has_it(package):
    files = package("cmi5")

    assert not list(structure_problems(files))
    assert not list(file_problems(files))


@pytest.mark.parametrize("make", [manifest12, manifest2004, structure_of])
def test_title_and_description_are_in_the_language_of_the_package(library, make):
    for language in library.languages:
        front = library.page(language, "index.md").front
        package = Package("ssi", language, front.title, front.description, FILES, 0.7)

        written = "".join(content.decode() for content in make(package).values())

        assert escape(front.title) in written
        assert escape(front.description) in written
        assert set(re.findall(r'\b(?:lang|language)="([^"]+)"', written)) == {language}


def test_the_shell_is_in_the_language_of_the_package(package, library):
    shell = package("cmi5")["launch.html"].decode()

    assert '<html lang="he" dir="rtl">' in shell
    assert f"<title>{library.page('he', 'index.md').front.title}</title>" in shell
    assert library.interface("he")["export.no-script"] in shell


def test_every_package_holds_the_same_course(package, exported):
    folder = exported / "ssi-offline-he"
    course = {
        f"course/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }

    for kind in (*SCORM, "cmi5"):
        files = package(kind)
        own = {name for name in files if "/" in name} - SHELL
        assert {name: files[name] for name in own} == course
        assert {*files} >= SHELL


def test_no_file_of_a_package_names_a_place_of_this_machine_or_another_language(package, root):
    files = package("scorm12")

    for name, content in files.items():
        assert str(root).encode() not in content, name
    assert not [name for name in files if re.search(r"(^|/)(en|es|it|da|nl)/", name)]


def test_nothing_is_loaded_in_a_way_that_needs_a_server(package):
    for name, content in package("scorm12").items():
        if name.endswith(".html"):
            assert not re.search(rb"""type=["']?module""", content), name


def test_every_question_of_the_review_is_in_the_edition(package, library):
    asked = {
        name.split("/")[-1].removesuffix(".js"): sorted(
            json.loads(content.decode().partition("=")[2])
        )
        for name, content in package("scorm12").items()
        if name.startswith("course/assets/questions/he/")
    }

    assert asked == {name: sorted(items) for name, items in asked_items(library).items()}


PLANTED = {
    "an item that refers to nothing": ('identifierref="resource"', 'identifierref="no-such"'),
    "a listed file that is missing": ('href="course/index.html"', 'href="course/no-such.html"'),
    "another version": ("<schemaversion>", "<schemaversion>1."),
    "an id twice": ('<resource identifier="resource"', '<resource identifier="item"'),
    "an id that is none": ('identifier="ssi-he"', 'identifier="1 ssi"'),
    "a default that is missing": ('default="organization"', 'default="item-2"'),
    "an attribute in the wrong case": (":scorm", ":SCORM"),
}


@pytest.mark.parametrize("fault", PLANTED)
@pytest.mark.parametrize("kind", SCORM)
def test_the_checks_find_a_planted_fault(package, kind, fault):
    files = package(kind)
    text, (old, new) = files["imsmanifest.xml"].decode(), PLANTED[fault]
    assert old in text

    files["imsmanifest.xml"] = text.replace(old, new, 1).encode()

    assert list(manifest_problems(files, kind))


@pytest.mark.parametrize("kind", SCORM)
def test_the_checks_find_a_file_that_is_not_listed_and_an_element_out_of_place(package, kind):
    files = package(kind)
    files["course/extra.html"] = b""
    text = files["imsmanifest.xml"].decode()
    files["imsmanifest.xml"] = text.replace("<title>", "<name/><title>", 1).encode()

    assert "course/extra.html is there and not listed" in list(manifest_problems(files, kind))
    assert list(schema_problems(files))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<au id="urn:uuid:', '<au id="unit-'),
        ("<url>launch.html", "<url>start.html"),
        ("<url>launch.html", "<url>launch.html?fetch=1"),
        ("<url>launch.html", "<url>launch.html#top"),
        ('moveOn="CompletedAndPassed"', 'moveOn="Done"'),
        ('masteryScore="', 'masteryScore="7'),
        ('lang="he"', 'lang="he_IL"'),
        ("description>", "summary>"),
    ],
)
def test_the_checks_find_a_fault_planted_in_a_cmi5_structure(package, old, new):
    files = package("cmi5")
    text = files["cmi5.xml"].decode()
    assert old in text

    files["cmi5.xml"] = text.replace(old, new).encode()

    assert list(structure_problems(files))
