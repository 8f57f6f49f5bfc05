"""Words that no dictionary of their language knows, and texts that are in another language.

The dictionaries are those of LibreOffice and Mozilla, from npm; Hunspell reads them. A word that is
right and that they do not know stands in `locales/<lang>/spelling.txt`, one a line, and a name of
all languages in `locales/names.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coursekit.content.library import Library
from coursekit.content.problems import Problem, short
from coursekit.content.prose import Text, texts

DICTIONARIES = {"en": "en-gb"}  # where the name in npm is not the language's tag
WORD = re.compile(r"[^\W\d_]+(?:[’'״׳\"][^\W\d_]+)*")
LATIN = re.compile(r"[A-Za-z]")
OPENING = re.compile(
    r"(?:^|[.!?:…][\"”»’]* +|[¿¡(–—\"“„«‘-] *)$"
)  # what stands before the first word of a sentence

LONG = 20  # letters, from which a text must be in its own language
KNOWN = 0.4  # share of its words that its own dictionary knows, below which it may be in another
SURE = 0.75  # share that another dictionary must know


@dataclass(frozen=True)
class Dictionary:
    """What a language knows: `spells` its words, and the exceptions the course has added."""

    language: str
    spells: Callable[[str], bool]
    exceptions: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        """Whether `word` is right as it stands, or as it stands inside a sentence."""
        listed = self.exceptions | self.names
        return any(form in listed or self.spells(form) for form in _forms(word))


def open_dictionary(root: Path, language: str) -> Dictionary:
    """The dictionary of `language`.

    Raises
    ------
    FileNotFoundError
        When the browser parts, among which the dictionaries are, are not installed.
    """
    from hunspell import Hunspell  # only who spells needs it

    folder = root / f"node_modules/dictionary-{DICTIONARIES.get(language, language)}"
    if not (folder / "index.dic").is_file():
        raise FileNotFoundError(f"{folder.name} is missing\n  hint: run `make setup`")
    hunspell = Hunspell("index", hunspell_data_dir=str(folder))
    own = root / f"locales/{language}/spelling.txt"
    names = root / "locales/names.txt"
    return Dictionary(language, hunspell.spell, exceptions_in(own), exceptions_in(names))


def spelling_problems(library: Library, languages: Sequence[str]) -> list[Problem]:
    """What is misspelt or foreign in the texts of `languages`, and exceptions nobody needs."""
    known = {name: open_dictionary(library.root, name) for name in library.languages}
    found: list[Problem] = []
    for language in languages:
        own = known[language]
        others = [known[name] for name in known if name != language]
        pieces = list(texts(library, language))
        for text in pieces:
            found += _problems_in(text, own, others)
        used = {word for text in pieces for word in WORD.findall(text.words)}
        file = f"locales/{language}/spelling.txt"
        found += [
            Problem(file, 1, 1, f"'{word}' is not needed", "take it out")
            for word in unneeded(own, used)
        ]
    return sorted(set(found))


def _problems_in(text: Text, own: Dictionary, others: list[Dictionary]) -> Iterator[Problem]:
    if language := foreign(text, own, others):
        yield text.problem(f"'{short(text.words)}' seems to be in '{language}'", "translate it")
        return
    for word in misspelt(text, own):
        hint = f"mend it, or add it to locales/{text.language}/spelling.txt"
        yield text.problem(f"'{word}' is in no dictionary", hint)


def exceptions_in(path: Path) -> frozenset[str]:
    """The words of a list; lines that begin with # are remarks."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip() for line in lines if line.strip() and line[0] != "#")


def misspelt(text: Text, dictionary: Dictionary) -> Iterator[str]:
    """The words of `text` that its dictionary does not know; names inside sentences pass."""
    for match in WORD.finditer(text.words):
        if not _passes(match[0], text, match.start()) and not dictionary.knows(match[0]):
            yield match[0]


def foreign(text: Text, own: Dictionary, others: Iterable[Dictionary]) -> str | None:
    """The language in which `text` seems to be, if that is not its own."""
    words = [word for word in WORD.findall(text.words) if len(word) > 1]
    if len(text.words) <= LONG or len(words) < 3 or _share(words, own) > KNOWN:
        return None
    best = max(others, key=lambda other: _share(words, other))
    return best.language if _share(words, best) >= SURE else None


def unneeded(dictionary: Dictionary, used: Collection[str]) -> list[str]:
    """Exceptions that no text needs any more, or that the dictionary knows by now."""
    seen = {form for word in used for form in _forms(word)}
    return sorted(
        word for word in dictionary.exceptions if word not in seen or dictionary.spells(word)
    )


def _passes(word: str, text: Text, start: int) -> bool:
    """Whether a word is none for a dictionary: a letter, an abbreviation, a name."""
    inner = word[1:]
    if not inner or word.isupper() or inner != inner.lower():
        return True
    if text.language == "he":
        return bool(LATIN.match(word))
    return word[0].isupper() and not OPENING.search(text.words[:start])


def _forms(word: str) -> set[str]:
    """A word as it stands and as inside a sentence, with a plain apostrophe or without its 's."""
    straight = word.replace("’", "'")
    forms = {word, straight, straight.removesuffix("'s")}
    return forms | {form.lower() for form in forms}


def _share(words: list[str], dictionary: Dictionary) -> float:
    return sum(dictionary.knows(word) for word in words) / len(words)
