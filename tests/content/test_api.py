"""The reference: every public name of the simulator, described whole, in every language alike."""

from __future__ import annotations

import ast
from dataclasses import replace
from types import SimpleNamespace

import pytest

from coursekit.content.api import read_api
from coursekit.content.check import check
from coursekit.content.fence import read_fences
from coursekit.host.extension import safe_html
from coursekit.render import Scene
from coursekit.render.api import render_api
from tests.conftest import ROOT

API = read_api(ROOT)
CALLED = [
    entry for each in API.values() for entry in (each, *each.members) if each.kind != "attribute"
]
SOURCES = {path: ast.parse(path.read_text("utf-8")) for path in ROOT.glob("ssi_calc/*.py")}
MODULE = '''"""A module."""


def mean(scores, group="all", *, rounded=False):
    """Mean of `scores`; **bold** and <b>not</b>.

    Parameters
    ----------
    scores : list of float
        From 0 to 25. [point]
    group, rounded
        As ever.

    Returns
    -------
    float
        [point]

    Raises
    ------
    ValueError
        Without scores.

    Examples
    --------
    >>> mean([1.0, 3.0]) < 3
    True
    """
'''


def titles(entry):
    return {section.title: section for section in entry.sections}


def named(entry, title):
    """Names in the rows of a section, those of a group apart."""
    rows = titles(entry)[title].rows if title in titles(entry) else ()
    return [name.strip() for row in rows for name in row[0].split(",")]


def test_the_reference_holds_every_public_name():
    import ssi_calc

    assert set(API) == set(ssi_calc.__all__)


@pytest.mark.parametrize("name", sorted(API))
def test_a_public_name_says_what_it_is_and_shows_it(name):
    entry = API[name]

    assert entry.sections[0].text
    assert "Examples" in titles(entry) or entry.kind == "attribute"


@pytest.mark.parametrize("entry", CALLED, ids=lambda entry: entry.name)
def test_parameters_and_results_are_described(entry):
    parameters = entry.signature.partition("(")[2].rstrip(")")
    wanted = [word.partition("=")[0] for word in parameters.split(", ") if word]

    assert sorted(named(entry, "Parameters")) == sorted(wanted)
    if entry.kind == "function" and entry.name != "save_plot":  # gives nothing back
        assert "Returns" in titles(entry)


@pytest.mark.parametrize("name", [name for name, entry in API.items() if entry.kind == "function"])
def test_errors_that_are_raised_are_described(name):
    (function,) = (
        node
        for tree in SOURCES.values()
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == name
    )
    raised = {
        ast.unparse(node.exc.func)
        for node in ast.walk(function)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
    }

    rows = titles(API[name])["Raises"].rows if raised else ()
    assert raised <= {kind for _, kind, _ in rows}


@pytest.mark.parametrize("name", [name for name, entry in API.items() if entry.kind == "class"])
def test_what_a_class_lets_callers_read_is_described(name):
    entry = API[name]

    assert {"Attributes", "Parameters", "Examples"} & set(titles(entry))
    for section in entry.sections:
        for _, kind, text in section.rows:
            assert kind or text


@pytest.fixture
def small(tmp_path):
    (tmp_path / "ssi_calc").mkdir()
    (tmp_path / "ssi_calc/__init__.py").write_text("", "utf-8")
    (tmp_path / "ssi_calc/__init__.pyi").write_text(
        "from ssi_calc.m import mean as mean\n", "utf-8"
    )
    (tmp_path / "ssi_calc/m.py").write_text(MODULE, "utf-8")
    return tmp_path


def test_an_entry_holds_signature_and_sections(small):
    entry = read_api(small)["mean"]

    assert entry.signature == "mean(scores, group='all', rounded=False)"
    assert [section.title for section in entry.sections] == [
        "",
        "Parameters",
        "Returns",
        "Raises",
        "Examples",
    ]
    assert titles(entry)["Parameters"].rows[0] == (
        "scores",
        "list of float",
        "From 0 to 25. [point]",
    )
    assert titles(entry)["Raises"].rows == (("", "ValueError", "Without scores."),)


def test_a_changed_docstring_is_read_anew(small):
    read_api(small)
    (small / "ssi_calc/m.py").write_text(MODULE.replace("Mean of", "Average of"), "utf-8")

    assert read_api(small)["mean"].sections[0].text.startswith("Average of")


def test_the_block_is_english_from_left_to_right_and_escaped(small):
    library = SimpleNamespace(api=read_api(small), interface=lambda language: {})
    scene = Scene(library, "he", "reference/api.md", to_html=safe_html, link=str)

    html = render_api({"names": ["mean"]}, scene)

    assert html.startswith('<div class="api" lang="en" dir="ltr">')
    assert '<h3 id="api-mean"><code>mean</code></h3>' in html
    assert "<strong>bold</strong> and &lt;b&gt;not&lt;/b&gt;" in html
    assert "<dt><code>scores</code> <i>list of float</i></dt>" in html
    assert "&gt;&gt;&gt; mean([1.0, 3.0]) &lt; 3\nTrue" in html


def broken(library, old, new):
    """Problems of the course after a change of the page of the reference."""
    page = library.pages["en", "reference/api.md"]
    text = page.text.replace(old, new)
    assert text != page.text
    fences, problems = read_fences(text, page.file)
    changed = replace(page, text=text, fences=fences)
    pages = {**library.pages, ("en", "reference/api.md"): changed}
    return [p.message for p in problems + check(replace(library, pages=pages))]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("names: [simulate, Run", "names: [simulat, Run", "public name 'simulat' not found"),
        (
            "names: [Cohort]",
            "names: [Cohort, Run]",
            "public name 'Run' stands in the reference twice",
        ),
        ("load_ranks, Ranks", "load_ranks", "public name 'Ranks' is not in the reference"),
        ("names: [Cohort]", "name: [Cohort]", "unknown key 'name'"),
    ],
)
def test_a_mistake_in_the_reference_is_told(library, old, new, message):
    assert message in broken(library, old, new)


def test_the_page_is_light(built_site):
    import gzip

    for page in (
        built_site / "reference/api/index.html",
        built_site / "he/reference/api/index.html",
    ):
        assert len(gzip.compress(page.read_bytes())) < 30_000
