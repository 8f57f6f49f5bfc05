"""What goes wrong in Hebrew texts and is hard to see: marks, hyphens, slashes, points, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursekit.content.library import Library
from coursekit.content.problems import Problem
from coursekit.content.prose import texts
from coursekit.content.words import SOURCE

# what is wrong, how to see it, and the cure
FAULTS = (
    (
        "a direction mark stands in the text",
        re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
        "take it out: the page isolates Latin words and numbers by itself",
    ),
    (
        "a prefix is tied to a Latin name with a hyphen",
        re.compile(r"(?<![א-ת])[משהוכלב]{1,3}-[A-Za-z]\w*"),
        "use a maqaf: ב־LinkedIn",
    ),
    (
        "a slash gives two genders",
        re.compile(r"[א-ת]+/(?:י|ה|ת|ים|ות|ית)(?![א-ת])"),
        "use the plural or a form without gender",
    ),
    ("vowel points are set", re.compile(r"[א-ת]*[\u05b0-\u05bc\u05c1\u05c2]"), "take them out"),
    (
        "an abbreviation has a straight quote",
        re.compile(r"(?<![א-ת])[א-ת]+\"[א-ת](?![א-ת])"),
        "use gershayim: בע״מ",
    ),
)


def hebrew_faults(library: Library) -> Iterator[Problem]:
    """The faults in all Hebrew texts, each at its place."""
    if "he" not in library.languages or SOURCE == "he":
        return
    for text in texts(library, "he"):
        for what, pattern, cure in FAULTS:
            if match := pattern.search(text.words):
                yield text.problem(f"{what}: '{match[0]}'", cure)
