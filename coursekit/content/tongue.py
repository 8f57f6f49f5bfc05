"""Which language a text is written in: enough to catch one that stands under another's name."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

# small words that no other language of the course writes so, or only rarely
SMALL_WORDS = {
    "en": "the and of is that it you for with what are this",
    "es": "el los las que y por para es su lo como del más",
    "it": "il che di è per non gli della sono più anche nel",
    "da": "og det at er som på ikke af til med du har",
    "nl": "het een van dat niet op zijn voor met je wat dit",
}
HEBREW = re.compile(r"[א-ת]{2,}")
MANY_TEXTS = 2_000  # files of all languages; most stay as they are while an author writes
ENOUGH = 20  # small words, before a verdict is possible

_LANGUAGE_OF = {word: name for name, words in SMALL_WORDS.items() for word in words.split()}


@lru_cache(maxsize=MANY_TEXTS)
def tongue(text: str) -> str | None:
    """The language that `text` seems to be in; None where it is too short to tell.

    Examples
    --------
    >>> tongue("Het is niet wat je denkt. " * 5), tongue("Det er ikke det, du tror. " * 5)
    ('nl', 'da')
    >>> tongue("Brand")
    """
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = Counter(_LANGUAGE_OF[word] for word in words if word in _LANGUAGE_OF)
    found["he"] = len(HEBREW.findall(text))
    language, hits = found.most_common(1)[0]
    return language if hits >= ENOUGH else None
