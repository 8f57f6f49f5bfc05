"""The interface has every word that templates and scripts ask for, and no other."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import coursekit
from coursekit.host import safe_html
from coursekit.render import Scene, final_test, journal, placement, render_block, review

KIT = Path(coursekit.__file__).parent
TEMPLATES = [
    *KIT.glob("render/templates/**/*.*"),
    *KIT.glob("theme/**/*.html"),
    *KIT.glob("export/templates/*.*"),
]
MODULES = [*KIT.glob("render/*.py"), *KIT.glob("trainer/*.py"), *KIT.glob("export/*.py")]
SCRIPTS = {
    "quiz": ("quiz-item.js", "course-quiz.js", "quiz-result.js", "answer-*.js"),
    "progress": ("course-progress.js",),
    "exercise": ("course-exercise.js", "plan-*.js"),
    "simulator": ("course-simulator.js", "plan-*.js"),
    "assumptions": (
        "course-assumptions.js",
        "assumption-fields.js",
        "comparison.js",
        "plan-element.js",
        "plan-words.js",
    ),
}
IN_TEMPLATE = re.compile(r"""words\[\s*(['"])([\w.-]+)\1\s*(\]|~)""")
IN_SCRIPT = re.compile(r"""\bwords(?:\.([a-z]\w*)\b(?!\()|\[\s*"([\w.-]+)")""")


@pytest.fixture(scope="module")
def asked(library) -> tuple[set[str], set[str]]:
    """Ids that rendering names in full, and beginnings of ids that it completes."""
    whole, begun = set(), {"pillar.", "progress.module."}
    for path in TEMPLATES:
        if path.suffix in {".html", ".j2", ".svg"}:
            for _, name, end in IN_TEMPLATE.findall(path.read_text(encoding="utf-8")):
                (whole if end == "]" else begun).add(name)
    blocks = {name.split(".")[0] for name in library.sources["interface"].words}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                first, dot, rest = node.value.partition(".")
                if first in blocks and dot and rest and not rest.endswith(("j2", "js", "yml", ".")):
                    whole.add(node.value)
    return whole, begun - {"input."}


def spoken(library, kind: str) -> dict[str, str]:
    """The words that a block hands to its script."""
    specs = {
        "quiz": [{"id": name} for name in library.outline.quizzes],  # all types between them
        "progress": [{}],
        "exercise": [{"id": library.outline.exercises[0]}],
        "simulator": [{"inputs": "brand"}],
        "assumptions": [{}],
    }
    scene = Scene(library, "en", "index.md", safe_html, lambda url: f"/{url}")
    words: dict[str, str] = {}
    for spec in specs[kind]:
        soup = BeautifulSoup(render_block(kind, spec, scene), "html.parser")
        data = json.loads(soup.select_one(".quiz__words, .progress__words, .plan-data").string)
        words |= data.get("words", data)
    return words


def script_text(kind: str) -> str:
    """The scripts of a block, as one text."""
    paths = [path for pattern in SCRIPTS[kind] for path in sorted(KIT.glob(f"web/{pattern}"))]
    assert paths
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_every_id_that_rendering_names_exists(asked, library):
    whole, begun = asked
    known = library.sources["interface"].words

    assert len(whole) > 100
    assert sorted(whole - known.keys()) == []
    assert [start for start in begun if not any(name.startswith(start) for name in known)] == []


def test_no_id_stands_in_the_file_that_nobody_uses(asked, library):
    whole, begun = asked
    handed = {f"quiz.{name}" for name in spoken(library, "quiz")}

    unused = [
        name
        for name in library.sources["interface"].words
        if name not in whole | handed and not name.startswith(tuple(begun))
    ]
    assert unused == []


@pytest.mark.parametrize("kind", ["quiz", "progress", "assumptions"])
def test_scripts_are_handed_every_word_they_say(library, kind):
    used = {a or b for a, b in IN_SCRIPT.findall(script_text(kind))} - {"js", "replace"}

    assert used
    assert used - final_test.SPOKEN.keys() <= spoken(library, kind).keys()


@pytest.mark.parametrize(
    ("script", "handed"),
    [
        ("course-journal.js", journal.SPOKEN),
        ("course-placement.js", placement.SPOKEN),
        ("course-review.js", review.SPOKEN),
        ("course-test.js", final_test.SPOKEN),
    ],
)
def test_a_script_and_its_template_know_the_same_words(script, handed):
    own = (KIT / "web" / script).read_text(encoding="utf-8")
    helpers = ("quiz-item.js", "journal.js", "journal-form.js")
    text = own + "".join((KIT / "web" / name).read_text(encoding="utf-8") for name in helpers)

    assert {a or b for a, b in IN_SCRIPT.findall(own)} - {"js"} <= handed.keys()
    assert [name for name in handed if not re.search(rf"\b{name}\b", text)] == []


def test_the_scripts_of_plans_are_handed_every_word_they_say(library):
    handed = {kind: spoken(library, kind).keys() for kind in ("exercise", "simulator")}
    own = {"exercise": "course-exercise.js", "simulator": "course-simulator.js"}

    for kind, names in handed.items():
        text = (KIT / "web" / own[kind]).read_text(encoding="utf-8")
        assert {a or b for a, b in IN_SCRIPT.findall(text)} - {"js"} <= names
    shared = {a or b for a, b in IN_SCRIPT.findall(script_text("exercise"))} - {"js"}
    assert shared <= handed["exercise"] | handed["simulator"]


@pytest.mark.parametrize("kind", SCRIPTS)
def test_scripts_say_every_word_they_are_handed(library, kind):
    text = script_text(kind)

    silent = [name for name in spoken(library, kind) if not re.search(rf"\b{name}\b", text)]
    assert silent == []
