"""The walkthroughs of the course: run in every language, worded in it, shown on a page."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from babel.numbers import get_decimal_symbol
from nbformat.v4 import new_markdown_cell, new_notebook

from coursekit.content.library import Sourced
from coursekit.content.notebook import read_notebook
from coursekit.content.outline import Module
from coursekit.host.extension import safe_html
from coursekit.render.scene import Scene
from coursekit.render.walkthrough import render_walkthrough
from coursekit.trainer import labels, localised, run_walkthroughs, slides_page

LANGUAGES = ("en", "es", "it", "da", "nl", "he")
EXERCISE = "brand-13-to-18"
PAGE = f"trainer/{EXERCISE}.md"


@pytest.fixture(scope="module")
def notebooks(library):
    """The executed walkthroughs by language and exercise."""
    done, problems = run_walkthroughs(library, library.languages)
    assert not problems, problems
    return done


@pytest.fixture
def scene(library, notebooks):
    """The worked case's page in a language."""
    return lambda language: Scene(
        library, language, PAGE, safe_html, lambda url: f"../../{url}", notebooks[language]
    )


def results(node) -> str:
    """Everything that the cells of a notebook put out, as one text."""
    outputs = [output for cell in node.cells for output in cell.get("outputs", [])]
    assert all(output.output_type != "error" for output in outputs)
    return "\n".join(text for output in outputs for text in output.get("data", {}).values())


def test_the_languages_of_these_tests_are_those_of_the_course(library):
    assert library.languages == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_speak_the_language(language, library, notebooks):
    words = library.interface(language)

    text = results(notebooks[language][EXERCISE])

    for pillar in ("brand", "find", "engage", "relate", "total"):
        assert words[f"pillar.{pillar}"] in text
    assert re.search(rf"\d{re.escape(get_decimal_symbol(language))}\d", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_simulated_reading_is_shown_with_its_range(language, library, notebooks):
    drawn = re.findall(r"<svg.*?</svg>", results(notebooks[language][EXERCISE]), re.S)

    assert drawn
    assert all('class="ssi-band' in picture for picture in drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_translated_and_code_is_not(language, library):
    notebook = library.notebook(EXERCISE, language)
    words = library.words(f"exercises/{EXERCISE}.walkthrough", language)

    node = localised(notebook, language, {"brand": "B"})

    english = {cell["id"]: "".join(cell["source"]) for cell in json.loads(notebook.raw)["cells"]}
    for cell in node.cells:
        if "parameters" in cell.metadata.get("tags", []):
            assert cell.source == f"labels = {{'brand': 'B'}}\nlanguage = '{language}'"
        elif cell.cell_type == "code":
            assert cell.source == english[cell.id]
        else:
            assert cell.source == words[f"{cell.id}.text"]


def test_labels_hold_the_pillars_the_simulator_and_the_inputs():
    words = {"pillar.brand": "Merk", "simulator.week": "Week", "input.skills": "Vaardigheden"}

    found = labels({**words, "quiz.check": "Nakijken"}, "nl")

    assert found == {
        "brand": "Merk",
        "week": "Week",
        "input.skills": "Vaardigheden",
        "decimal": ",",
    }


def test_a_planted_failing_cell_is_a_problem_at_its_line_and_stops_the_languages(library, tmp_path):
    name = f"exercises/{EXERCISE}.walkthrough"
    root = planted(library.root, tmp_path)
    notebook, _ = read_notebook(root / f"exercises/{EXERCISE}/walkthrough.ipynb", root)
    broken = Sourced(library.sources[name].document, notebook, library.sources[name].words)

    alone = Module(id="brand", pages=["index.md"], exercises=[EXERCISE])
    outline = library.outline.model_copy(update={"modules": [alone]})
    sources = {**library.sources, name: broken}

    done, problems = run_walkthroughs(
        replace(library, root=root, outline=outline, sources=sources), LANGUAGES
    )

    (problem,) = problems
    assert problem.path == f"exercises/{EXERCISE}/walkthrough.ipynb"
    assert problem.message.startswith("cell 'planted' fails in 'en': NameError: name 'nothing'")
    line = (root / problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line.strip() == '"id": "planted",'
    assert not any(done.values())


def planted(root, target):
    """A copy of the exercise with a cell that fails after the first."""
    folder = target / "exercises" / EXERCISE
    shutil.copytree(root / "exercises" / EXERCISE, folder)
    path = folder / "walkthrough.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    cell = {
        "cell_type": "code",
        "execution_count": None,
        "id": "planted",
        "metadata": {},
        "outputs": [],
        "source": ["nothing"],
    }
    content["cells"].insert(1, cell)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return target


class Outline(HTMLParser):
    """The ids, the levels of the headings and the tags of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids, self.levels, self.tags = Counter(), [], Counter()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.ids.update(value for name, value in attrs if name == "id")
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_low_headings_own_ids_and_nothing_from_outside(language, scene):
    html = render_walkthrough({"id": EXERCISE}, scene(language))

    outline = Outline(html)
    assert min(outline.levels) == 3
    assert outline.ids.most_common(1)[0][1] == 1
    assert not outline.tags.keys() & {"script", "style", "link", "iframe"}
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", html)


def test_the_page_shows_notes_and_code_on_request_and_no_parameters(scene):
    html = render_walkthrough({"id": EXERCISE}, scene("en"))

    node = scene("en").notebooks[EXERCISE]
    kinds = Counter(cell.metadata.get("slideshow", {}).get("slide_type") for cell in node.cells)
    assert html.count('<details class="walkthrough__notes">') == kinds["notes"]
    assert '<details class="walkthrough__code">' in html
    assert "labels = " not in html


def test_words_of_a_notebook_cannot_bring_markup_of_their_own(scene):
    cell = new_markdown_cell("Hello <script>alert(1)</script>")
    cell["id"] = "hello"
    view = replace(scene("en"), notebooks={EXERCISE: new_notebook(cells=[cell])})

    assert "<script" not in render_walkthrough({"id": EXERCISE}, view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slides_have_notes_one_title_and_no_code(language, scene):
    view = scene(language)

    html = slides_page(view.notebooks[EXERCISE], view, "A course", "Not theirs")

    outline = Outline(html)
    assert outline.tags["h1"] == 1
    assert outline.tags["aside"] >= 5
    assert outline.ids.most_common(1)[0][1] == 1
    assert "load_inputs" not in html
    assert f'<html lang="{language}" dir="{"rtl" if language == "he" else "ltr"}">' in html
