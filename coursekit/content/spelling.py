"""Words that no dictionary of their language knows, and texts that are in another language.

The dictionaries are those of LibreOffice and Mozilla, from npm; Hunspell reads them. A word that is
right and that they do not know stands in `locales/<lang>/spelling.txt`, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.content.prose import Text

DICTIONARIES = {"en": "en-gb"}  # where the name in npm is not the language's tag
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|[א-ת]+(?:[״׳'\"][א-ת]+)*")
LATIN = re.compile(r"[A-Za-z]")
SENTENCE = re.compile(r"(?:^|[.!?:…] +|[¿¡(–—-] *)$")

MANY = 20  # letters, from which a text must be in its own language
STRANGE = 0.5  # share of unknown words, from which it seems to be in another


@dataclass(frozen=True)
class Dictionary:
    """What a language knows: `spells` its words, and the exceptions the course has added."""

    language: str
    spells: Callable[[str], bool]
    exceptions: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        """Whether `word` is right as it stands, or as it stands inside a sentence."""
        forms = {word, word.replace("’", "'"), word.lower()}
        return any(form in self.exceptions or self.spells(form) for form in forms)


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
    return Dictionary(language, hunspell.spell, exceptions_of(root, language))


def exceptions_of(root: Path, language: str) -> frozenset[str]:
    """The words that the course has added to the dictionary of `language`."""
    path = root / f"locales/{language}/spelling.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def unknown_words(text: Text, dictionary: Dictionary) -> Iterator[str]:
    """The words of `text` that its dictionary does not know; names are passed over."""
    for match in WORD.finditer(text.words):
        word = match[0]
        if len(word) < 2 or word.isupper() or (text.language == "he" and LATIN.match(word)):
            continue
        is_name = word[0].isupper() and not SENTENCE.search(text.words[: match.start()])
        if not is_name and not word[1:].lower() != word[1:] and not dictionary.knows(word):
            yield word


def foreign(text: Text, own: Dictionary, others: Iterable[Dictionary]) -> str | None:
    """The language in which `text` seems to be, if that is not its own."""
    words = [word for word in WORD.findall(text.words) if len(word) > 1]
    if len(text.words) < MANY or len(words) < 4:
        return None
    known = _share(words, own)
    if known >= STRANGE:
        return None
    best = max(others, key=lambda other: _share(words, other))
    return best.language if _share(words, best) > max(STRANGE, known) else None


def unneeded(dictionary: Dictionary, used: Collection[str]) -> list[str]:
    """Exceptions that no text needs any more."""
    lower = {word.lower() for word in used} | set(used)
    return sorted(
        word
        for word in dictionary.exceptions
        if word not in lower or dictionary.spells(word)
    )


def _share(words: list[str], dictionary: Dictionary) -> float:
    return sum(dictionary.knows(word) for word in words) / len(words)
