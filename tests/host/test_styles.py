"""The style sheet keeps what our pages use of Material and drops the rest."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import material
import pytest

from coursekit.host.styles import UNUSED, rules, selectors, style_sheet, without_unused

THEME = Path(material.__file__).parent / "templates"


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-nav{a:b}.md-search{c:d}", ".md-nav{a:b}"),
        (".md-search,.md-nav{a:b}", ".md-nav{a:b}"),
        ("@media print{.md-tabs{a:b}}", ""),
        ("@media print{.md-tabs{a:b}.md-nav{c:d}}", "@media print{.md-nav{c:d}}"),
        ("@keyframes x{0%{a:b}}", "@keyframes x{0%{a:b}}"),
        (':root{--md-tag-icon:url("(a);b");--md-nav-icon:url(c)}', ":root{--md-nav-icon:url(c)}"),
        ("[data-md-color-primary=red]{a:b}", ""),
    ],
)
def test_rules_of_parts_left_out_are_dropped(css, kept):
    assert without_unused(css) == kept


def test_a_selector_list_is_split_outside_brackets_only():
    assert selectors("a:is(b,c:not(d),e),f") == ["a:is(b,c:not(d),e)", "f"]


def test_braces_inside_strings_do_not_end_a_rule():
    assert list(rules('a{content:"}"}b{c:d}')) == [("a", 'content:"}"'), ("b", "c:d")]


def test_material_lies_in_the_layer_below_ours():
    sheet = style_sheet([str(THEME)])

    assert sheet.startswith("@layer material, course;")
    assert sheet.count("{") == sheet.count("}")
    assert ".md-typeset" in sheet


def test_every_token_of_material_that_is_still_used_is_still_defined():
    sheet = style_sheet([str(THEME)])
    whole = next((THEME / "assets/stylesheets").glob("main.*.min.css")).read_text("utf-8")

    used, defined = (
        set(re.findall(one, sheet)) for one in (r"var\((--md-[\w-]+)", r"(--md-[\w-]+):")
    )
    assert not (used - defined) & set(re.findall(r"(--md-[\w-]+):", whole))


def test_no_page_has_a_class_whose_rules_were_dropped(built_site):
    material_css = next((THEME / "assets/stylesheets").glob("main.*.min.css")).read_text("utf-8")
    styled = set(re.findall(r"\.([a-z][\w-]*)", material_css))
    classes = Classes()
    for path in built_site.rglob("*.html"):
        if "md-typeset" in (html := path.read_text("utf-8")):  # slides have a look of their own
            classes.feed(html)

    dropped = sorted(one for one in classes.found & styled if UNUSED.search(f".{one}"))
    assert "md-typeset" in classes.found
    assert not dropped, f"{dropped}\n  hint: take them out of LEFT_OUT in coursekit/host/styles.py"


class Classes(HTMLParser):
    """Collects the class names of the pages fed to it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the classes of one element."""
        self.found.update((dict(attrs).get("class") or "").split())
