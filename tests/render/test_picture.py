"""The pictures hold in every language: words in their places, sound XML, nothing cut off."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import combinations

import pytest

from coursekit.content.library import Library
from coursekit.render.lettering import width, wrap
from coursekit.render.pen import WIDTH, Box, Part, Pen, Text
from coursekit.render.pictures import PICTURES, render_picture
from coursekit.render.pictures.band import BAND, START
from coursekit.render.pictures.example import MEANS, RANKS, READINGS, SHOWN, SUM
from coursekit.render.scene import Scene

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("en", "es", "it", "da", "nl", "he")
PSEUDO = ("long words", "long words from the right")
PLACEHOLDER = re.compile(r"\{.*?\}")
HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתבנמק")


@dataclass(frozen=True)
class Words:
    """As much of a library as a picture asks for."""

    pictures: dict[str, str]

    def words(self, name: str, language: str) -> dict[str, str]:
        return {"pictures": self.pictures}[name]

    def interface(self, language: str) -> dict[str, str]:
        return {}


def lengthened(text: str, *, hebrew: bool) -> str:
    """`text` with words 1.6 times as long, its placeholders untouched."""

    def longer(match: re.Match) -> str:
        word = match[0] + match[0][: round(0.6 * len(match[0]))]
        return word.lower().translate(HEBREW) if hebrew else word

    return re.sub(r"(?<![{\w])[A-Za-z]{2,}(?![\w}])", longer, text)


def scene(library: Library, language: str) -> Scene:
    """The home page in a language, or in one that has only long words."""
    if language not in PSEUDO:
        return Scene(library, language, "index.md", str, str)
    hebrew = language.endswith("right")
    english = library.words("pictures", "en")
    words = Words({key: lengthened(text, hebrew=hebrew) for key, text in english.items()})
    # nothing but words is asked of this library
    return Scene(words, "he" if hebrew else "da", "index.md", str, str)  # type: ignore[arg-type]


def part_of(name: str, drawn: Scene) -> Part:
    """Where the picture `name` puts everything."""
    pen = Pen(drawn.library.words("pictures", drawn.language), drawn.language, drawn.direction)
    return PICTURES[name](pen).part


def extent(text: Text, direction: str) -> tuple[float, float]:
    """From where to where a line runs, by estimate."""
    long = width(text.words, text.size, bold=text.tone == "strong")
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    before = 1 - before if direction == "rtl" else before
    return text.x - before * long, text.x + (1 - before) * long


def inside(text: Text, box: Box) -> bool:
    """Whether the line begins in the box."""
    return box.x <= text.x <= box.x + box.width and box.y <= text.y <= box.y + box.height


def cut_off(part: Part, direction: str) -> list[str]:
    """Lines that run out of the sheet, or out of the panel they begin in."""
    found = []
    for text in part.texts:
        low, high = extent(text, direction)
        panels = [box for box in part.boxes if box.tone.startswith("panel") and inside(text, box)]
        edges = [(box.x, box.x + box.width) for box in panels] or [(0.0, WIDTH)]
        found += [text.words for begin, end in edges if low < begin or high > end]
    return found


def collisions(part: Part, direction: str) -> list[tuple[str, str]]:
    """Pairs of lines that lie on each other."""

    def meet(one: Text, other: Text) -> bool:
        (a, b), (c, d) = extent(one, direction), extent(other, direction)
        apart = abs(one.y - other.y) >= 0.8 * (one.size if one.y > other.y else other.size)
        return a < d and c < b and not apart

    return [(a.words, b.words) for a, b in combinations(part.texts, 2) if meet(a, b)]


def each(*languages: str) -> list:
    """Every picture in every language."""
    return [pytest.param(n, lang, id=f"{n}-{lang}") for n in PICTURES for lang in languages]


@pytest.mark.parametrize(("name", "language"), each(*LANGUAGES, *PSEUDO))
def test_every_line_stays_in_its_panel_and_off_the_others(library, name, language):
    drawn = scene(library, language)

    part = part_of(name, drawn)

    assert cut_off(part, drawn.direction) == []
    assert collisions(part, drawn.direction) == []


def test_a_line_that_is_too_long_and_one_that_lies_on_another_are_caught():
    pen = Pen({}, "en", "ltr")
    panel = pen.box(10, 0, 80, 40, "panel reading")
    part = panel + pen.text("Four components of your score", 14, 20) + pen.text("Top", 40, 24)

    assert cut_off(part, "ltr") == ["Four components of your score"]
    assert collisions(part, "ltr") == [("Four components of your score", "Top")]


@pytest.mark.parametrize(("name", "language"), each(*LANGUAGES, *PSEUDO))
def test_every_picture_is_sound_xml_with_words_for_those_who_do_not_see_it(library, name, language):
    figure = ET.fromstring(render_picture(name, scene(library, language)))

    svg = figure.find(f"{SVG}svg")
    ids = [element.get("id") for element in figure.iter() if element.get("id")]
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == title.get("id")
    assert svg.get("aria-describedby") == description.get("id")
    assert len(title.text.split()) > 1
    assert len(description.text.split()) > len(title.text.split())
    assert not PLACEHOLDER.search("".join(figure.itertext()))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_of_the_numbers(library, language):
    english, ours = (library.words("pictures", each) for each in ("en", language))

    for key, text in english.items():
        assert sorted(PLACEHOLDER.findall(ours[key])) == sorted(PLACEHOLDER.findall(text)), key


def test_no_words_stand_in_the_file_that_no_picture_says(library):
    said = set()

    class Listening(dict):
        def __getitem__(self, key: str) -> str:
            said.add(key)
            return super().__getitem__(key)

    for draw in PICTURES.values():
        draw(Pen(Listening(library.words("pictures", "en")), "en", "ltr"))

    assert said == set(library.words("pictures", "en"))


def test_the_example_adds_up_and_the_invented_numbers_agree_with_it():
    assert sum(READINGS.values()) == pytest.approx(SUM)
    assert round(SUM) == SHOWN
    assert all(mean < SHOWN for mean in MEANS.values())
    assert all(0 < rank < 0.5 for rank in RANKS.values())
    assert START < BAND["low"] < BAND["middle"] < BAND["high"] <= 25


@pytest.mark.parametrize("language", ["es", "it", "da", "nl"])
def test_numbers_are_written_as_the_language_writes_them(library, language):
    words = [text.words for text in part_of("pillars", scene(library, language)).texts]

    assert "13,4" in words
    assert not any("13.4" in each for each in words)


def test_hebrew_is_laid_out_from_the_right_and_its_sum_reads_as_everywhere(library):
    english = part_of("pillars", scene(library, "en"))
    hebrew = part_of("pillars", scene(library, "long words from the right"))

    bars = {box.tone: box for box in english.boxes[:-5]}
    mirrored = {box.tone: box for box in hebrew.boxes[:-5]}
    assert bars["brand"].x == WIDTH - mirrored["brand"].x - mirrored["brand"].width
    assert "\u206613.4 + 10.7 + 11.1 + 25 = 60.2\u2069" in [text.words for text in hebrew.texts]


def test_a_picture_nobody_drew_is_refused_with_the_names_of_those_there_are(library):
    with pytest.raises(ValueError, match=r"'dashbord' not found\n  hint: there are pillars"):
        render_picture("dashbord", scene(library, "en"))


def test_pages_name_pictures_that_exist_and_none_twice(library):
    for page in library.pages.values():
        names = [fence.body for fence in page.fences if fence.kind == "picture"]

        assert set(names) <= set(PICTURES), page.file
        assert len(names) == len(set(names)), page.file


def test_every_picture_stands_on_a_page(library):
    fences = (fence for page in library.pages.values() for fence in page.fences)

    assert {fence.body for fence in fences if fence.kind == "picture"} == set(PICTURES)


def test_a_word_wider_than_its_room_is_cut_with_a_hyphen():
    lines = wrap("Netværksforbindelsesrangering", 90, 12)

    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert all(width(line, 12) <= 90 for line in lines)


def test_the_browser_shows_every_word_inside_its_picture(library, page):
    figures = "".join(
        f'<div dir="{drawn.direction}">{render_picture(name, drawn)}</div>'
        for drawn in (scene(library, language) for language in (*LANGUAGES, *PSEUDO))
        for name in PICTURES
    )
    page.set_viewport_size({"width": 360, "height": 800})
    page.set_content(f"<style>figure {{ margin: 0; font-family: sans-serif }}</style>{figures}")

    outside = page.evaluate("""() => [...document.querySelectorAll('svg')].flatMap(svg => {
      const sheet = svg.getBoundingClientRect()
      return [...svg.querySelectorAll('text')].filter(text => {
        const box = text.getBoundingClientRect()
        return box.left < sheet.left || box.right > sheet.right || box.bottom > sheet.bottom
      }).map(text => text.textContent)
    })""")

    assert outside == []
