"""Words that the glossary of a language forbids, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursekit.content.library import Library
from coursekit.content.problems import Problem
from coursekit.content.prose import texts


def forbidden_words(library: Library) -> Iterator[Problem]:
    """Texts with a word that `locales/<lang>/glossary.yml` forbids, and what to say instead."""
    for language, glossary in library.glossaries.items():
        instead = {word.lower(): term.use for term in glossary.root for word in term.forbidden}
        if not instead:
            continue
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, instead))})(?!\w)", re.I)
        for text in texts(library, language):
            for match in pattern.finditer(text.words):
                hint = f"the glossary has: {instead[match[0].lower()]}"
                yield text.problem(f"'{match[0]}' is not the course's word", hint)
