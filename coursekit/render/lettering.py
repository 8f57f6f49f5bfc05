"""How wide words run: an estimate for text in pictures, where nothing wraps it for us.

The widths are those of DejaVu Sans, among the widest faces a reader may have; in any
other face a line leaves room.
"""

from __future__ import annotations

import re
from collections.abc import Callable

BOLD = 1.14
SOFT_HYPHEN = "\u00ad"

# Width of a character [em], for those far from the usual.
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'’|![] /\u00a0\u202fיון", 0.36),
    **dict.fromkeys('ftrJ()-"׳ז', 0.43),
    **dict.fromkeys("mwæœMWÆŒ%@+=<>ש", 0.97),
    **dict.fromkeys("\u200e\u200f\u2066\u2067\u2068\u2069\u00ad", 0.0),
}
_LETTER, _CAPITAL = 0.65, 0.79


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The room that `text` takes at font `size`, in the unit of `size`."""
    ems = sum(_WIDTHS.get(c, _CAPITAL if c.isupper() else _LETTER) for c in text)
    return ems * size * (BOLD if bold else 1)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """`text` in lines no wider than `room`; a word that is wider is cut with a hyphen.

    Cut it is where it has a hyphen or a soft hyphen, otherwise in even parts.

    Examples
    --------
    >>> wrap("Find the right people", 80, 12)
    ['Find the', 'right people']
    >>> wrap("Netværks\\u00adrangering", 80, 12)
    ['Netværks-', 'rangering']
    """
    lines = [""]
    for word in re.findall(r"[^ \n]+", text):
        for piece in _pieces(word, room, size, bold):
            longer = f"{lines[-1]} {piece}".lstrip()
            if lines[-1] and width(longer, size, bold=bold) > room:
                lines.append(piece)
            else:
                lines[-1] = longer
    return lines


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """The word as it is if it fits, otherwise in pieces that do."""

    def fits(text: str) -> bool:
        return width(text, size, bold=bold) <= room

    if fits(word):
        return [word.replace(SOFT_HYPHEN, "")]
    found = [""]
    for part in re.findall(rf"[^-{SOFT_HYPHEN}]+[-{SOFT_HYPHEN}]?|-", word):
        if found[-1] and not fits(found[-1] + part):
            found.append("")
        found[-1] += part
    whole = [re.sub(f"{SOFT_HYPHEN}$", "-", piece).replace(SOFT_HYPHEN, "") for piece in found]
    return [cut for piece in whole for cut in _even(piece, fits)]


def _even(word: str, fits: Callable[[str], bool]) -> list[str]:
    for count in range(1, len(word)):
        step = -(-len(word) // count)
        parts = [word[at : at + step] for at in range(0, len(word), step)]
        hyphened = [f"{part}-" for part in parts[:-1]] + parts[-1:]
        if all(map(fits, hyphened)):
            return hyphened
    return [word]
