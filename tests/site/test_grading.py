"""Every item of every quiz, answered in every language: the page shows what the files say.

The questions are those of the built site, put together on one page per language. What to
expect comes from the YAML files alone (see oracle.py).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site import oracle
from tests.site.pages import EACH, addresses
from tests.site.planted import PAGE, show_html

ROOT = Path(__file__).resolve().parents[2]
QUIZ = re.compile(r"<course-quiz .*?</course-quiz>", re.S)
FINAL_TEST = re.compile(r'<course-test (?=[^>]*data-role="after").*?</course-test>', re.S)
ITEM = re.compile(r'<quiz-item [^>]*data-item="([^"]+)".*?</quiz-item>', re.S)
ON_A_PAGE = 5  # quizzes
NO_STORE = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('off') }})"

SCRIPT = (Path(__file__).parent / "play.js").read_text("utf-8")


@pytest.fixture(scope="module")
def items() -> dict:
    """Every item of the course as its file has it."""
    return oracle.quizzes(ROOT)


def questions(site: Path, language: str) -> list[str]:
    """The quizzes of the built site in one language, each item once, some on a page.

    Every answer makes all questions of its page look at the record.
    """
    found: dict[str, str] = {}
    for page in addresses(site, language):
        html = (site / page).read_text("utf-8")
        for quiz in [*QUIZ.findall(html), *map(one_by_one, FINAL_TEST.findall(html))]:
            own = [item for item in ITEM.findall(quiz) if item not in found]
            html = ITEM.sub(lambda item, own=own: item[0] if item[1] in own else "", quiz)
            found |= dict.fromkeys(own, html)
    every = list(dict.fromkeys(found.values()))
    return [
        "\n".join(every[place : place + ON_A_PAGE]) for place in range(0, len(every), ON_A_PAGE)
    ]


def one_by_one(test: str) -> str:
    """The final test as a quiz of both forms that answers at once: the form has its own tests."""
    quiz = re.sub(r'"forms":\{[^}]*\}', '"forms":null', test.replace(" data-noting", "", 1))
    return quiz.replace('"role":"after"', '"role":"lesson"').replace("course-test", "course-quiz")


def faults(page, site: str, html: str, items: dict, language: str) -> list[str]:
    """Where what the page shows is not what the files say."""
    said = oracle.words(ROOT, language)
    direction = "rtl" if language == "he" else "ltr"
    whole = PAGE.format(html=html, language=language, direction=direction)
    show_html(page, site, whole)
    found = wrongly_offered(page.evaluate(f"() => {SCRIPT}.offered()"), items, said)
    for place, variant in enumerate(oracle.VARIANTS if not found else ()):
        if place:
            show_html(page, site, whole)
        found += wrongly_graded(page, items, said, language, variant)
    return found


def wrongly_graded(page, items: dict, said: dict, language: str, variant: str) -> list[str]:
    """Answers of one kind after which the page shows another mark or other points."""
    every = {name: oracle.answers(item).get(variant) for name, item in items.items()}
    given = {name: answer for name, answer in every.items() if answer}
    plan = {name: steps(items[name], answer, language) for name, answer in given.items()}
    shown = page.evaluate(f"(plan) => {SCRIPT}.play(plan)", plan)
    found = []
    for name, answer in given.items():
        state, mark, words = expected(items[name], answer, said, language)
        if shown[name][:2] != [state, mark] or words not in shown[name][2]:
            found.append(f"{name}, {variant}: {shown[name]} is not {[state, mark, words]}")
    return found


def steps(item: dict, answer: oracle.Answer, language: str) -> dict:
    """An answer as the page's controls take it."""
    typed = answer.typed
    if item["type"] == "numeric" and language in oracle.COMMA:
        typed = typed.replace(".", ",")
    return {
        **vars(answer),
        "score": float(answer.score),
        "typed": typed,
        "tries": item.get("attempts", 2),
    }


def expected(item: dict, answer: oracle.Answer, said: dict, language: str) -> list:
    """The state, the mark and the words about the points that an answer leads to."""
    points, every = oracle.shown_points(item, answer.score, language)
    line = said["quiz.points"].replace("{points}", points).replace("{all}", every)
    mark = oracle.result(item, answer.score)
    return ["final", mark, f"{said[f'quiz.{mark}']} {line}" if mark else said["quiz.compared"]]


def wrongly_offered(shown: dict, items: dict, said: dict) -> list[str]:
    """Controls that are missing, too many, or beside another text than that of their id."""
    found = []
    for name, item in items.items():
        texts = {key: bare(text) for key, text in shown.get(name, {}).items()}
        if item["type"] == "sort":
            texts = {key: text for key, text in texts.items() if key.startswith("left.")}
        wanted = {key: bare(text) for key, text in oracle.offered(item, said).items()}
        found += [
            f"{name}: {key}: {texts.get(key)!r} is not {wanted.get(key)!r}"
            for key in texts.keys() | wanted.keys()
            if texts.get(key) != wanted.get(key)
        ]
    return found


def bare(text: str) -> str:
    """The words of a text, without Markdown and marks of direction."""
    return " ".join(re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "]", text)))


@pytest.fixture
def graded(page):
    """A page that keeps nothing from one answer to the next visit."""
    page.add_init_script(f"delete window.indexedDB; {NO_STORE}")
    return page


@pytest.mark.parametrize("language", EACH)
def test_the_page_grades_every_answer_as_the_files_say(
    language, graded, built_site, serve_site, items
):
    pages = {html: ITEM.findall(html) for html in questions(built_site, language)}
    asked = {name for names in pages.values() for name in names}
    assert asked == set(items), "an item that no page asks, or one from nowhere"

    found = []
    for html, names in pages.items():
        own = {name: items[name] for name in names}
        found += faults(graded, serve_site, html, own, language)

    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def few(built_site, items) -> tuple[str, dict]:
    """The questions of one page of the site, and their items."""
    html = QUIZ.findall((built_site / "brand/profile/index.html").read_text("utf-8"))[0]
    return html, {name: items[name] for name in ITEM.findall(html)}


def test_a_sound_page_has_no_faults(few, graded, serve_site):
    assert faults(graded, serve_site, *few, "en") == []


def test_a_flipped_key_is_found(few, graded, serve_site):
    html, items = few
    flips = {'"correct":true': '"correct":false', '"correct":false': '"correct":true'}
    flipped = re.sub("|".join(flips), lambda key: flips[key[0]], html)

    assert faults(graded, serve_site, flipped, items, "en")


def test_a_translation_under_another_id_is_found(few, graded, serve_site):
    html, items = few
    item = next(iter(items.values()))
    one, other = (option["text"] for option in item["options"][:2])
    swapped = html.replace(one, "#").replace(other, one).replace("#", other)

    found = faults(graded, serve_site, swapped, items, "en")

    assert len(found) == 2
    assert "choice.a" in "".join(found)


def test_a_dropped_option_is_found(few, graded, serve_site):
    html, items = few
    item = next(iter(items.values()))
    wrong = [option["id"] for option in item["options"] if not option.get("correct")]
    dropped = re.sub(rf'<li data-id="{wrong[-1]}">.*?</li>', "", html, count=1, flags=re.S)
    assert dropped != html

    found = faults(graded, serve_site, dropped, items, "en")

    assert any(f"choice.{wrong[-1]}: None is not" in fault for fault in found)
