"""The course's terms with their meaning, in alphabetical order."""

from __future__ import annotations

import unicodedata

from coursekit.render.scene import Scene

LAST_LETTERS = {"da": ("æ", "ø", "å")}  # in an alphabet of more than 26 letters


def render_glossary(spec: dict, scene: Scene) -> str:
    """A list of terms; beside a translated one stands the English, which dashboards may use."""
    english = scene.library.terms()
    pairs = zip(scene.library.terms(scene.language), english, strict=True)
    found = [
        {
            "term": own.term,
            "note": own.note,
            "english": source.term if own.term != source.term else "",
        }
        for own, source in pairs
    ]
    found.sort(key=lambda entry: sort_key(entry["term"], scene.language))
    return scene.render("glossary.html.j2", terms=found)


def sort_key(term: str, language: str) -> str:
    """What a dictionary of the language sorts the term by."""
    word = term.casefold()
    for place, letter in enumerate(LAST_LETTERS.get(language, ())):
        word = word.replace(letter, f"z~{place}")
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
