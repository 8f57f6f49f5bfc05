"""What a package refuses to hold: names that some platform cannot unpack, dangling references."""

from __future__ import annotations

import pytest

from coursekit.export import ExportError
from coursekit.export.links import check_links
from coursekit.export.names import check_names

PAGE = "brand/profile.html"


@pytest.mark.parametrize(
    "name",
    ["קורס.html", "a b.html", "a/../b.html", "/a.html", "a//b.html", "a\\b.html", "a:b", "x" * 200],
)
def test_a_name_that_some_platform_cannot_unpack_is_refused(name):
    with pytest.raises(ExportError):
        check_names(["index.html", name])


def test_two_names_that_differ_only_by_case_are_refused():
    with pytest.raises(ExportError, match="by case only"):
        check_names(["brand/index.html", "Brand/index.html"])


def test_usual_names_pass():
    check_names(["index.html", "brand/profile.html", "assets/javascripts/bundle.a5f9.min.js"])


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="no-such.html">', "leads to no file"),
        ('<a class="x" href="../">', "leads to no file"),
        ("<img alt='' src='../no-such.svg'>", "leads to no file"),
        ('<a href="/index.html">', "leads out"),
        ('<a href="../../index.html">', "leads out"),
        ('<script src="https://example.org/a.js"></script>', "another host"),
        ('<link rel="stylesheet" href="//example.org/a.css">', "another host"),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused_with_its_place(html, said):
    with pytest.raises(ExportError, match=f"^{PAGE}: .*{said}"):
        check_links({PAGE: html.encode(), "index.html": b""})


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../index.html#top">',
        '<a href="#idea">',
        '<a href="?print-pdf">',
        '<a href="https://www.linkedin.com/">',
        '<a href="mailto:a@example.org">',
        '<img src="data:image/svg+xml,x">',
    ],
)
def test_a_reference_to_a_file_that_is_there_or_a_link_elsewhere_passes(html):
    check_links({PAGE: html.encode(), "index.html": b""})


def test_a_picture_that_a_sheet_names_has_to_be_there():
    with pytest.raises(ExportError, match="no file"):
        check_links({"assets/a.css": b"a { background: url(b.svg) }"})
