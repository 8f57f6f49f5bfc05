"""Left-to-right runs inside right-to-left text: Latin names, addresses and ranges of numbers.

Without isolation the neutral signs at the edges of a run join the surrounding direction:
a closing bracket jumps to the front, and 17–19 is shown as 19–17.
"""

from __future__ import annotations

import re

TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.S)
NAME = re.compile(r"</?([a-zA-Z][\w-]*)")

# markup that cannot hold a <bdi>, keeps its own direction, or is isolated already
KEPT = {
    "bdi",
    "code",
    "kbd",
    "math",
    "option",
    "pre",
    "script",
    "style",
    "svg",
    "textarea",
    "title",
}

# a name may hold signs between its letters; what ends a sentence ends the run
LATIN = r"\d*[A-Za-z$€](?:\w|[.,:/+@'’…-](?=\w)| (?=[A-Za-z])|&amp;|[+%])*"
RANGE = r"\d[\d.,]*(?: ?[–→+=×-] ?\d[\d.,]*)+%?"
RUN = re.compile(rf"(?<![A-Za-z&#])(?:{RANGE}|Top \d+%|{LATIN})", re.ASCII)


def isolated(html: str) -> str:
    """`html` of a right-to-left page with each left-to-right run in a `<bdi>` of its own.

    Examples
    --------
    >>> isolated("<p>ב־Sales Navigator, 17–19 נקודות</p>")
    '<p>ב־<bdi dir="ltr">Sales Navigator</bdi>, <bdi dir="ltr">17–19</bdi> נקודות</p>'
    >>> isolated("<code>make serve</code> 25%")
    '<code>make serve</code> 25%'
    """
    kept: list[str] = []  # open elements whose text is left alone
    parts = TAG.split(html)
    for place, part in enumerate(parts):
        if place % 2:
            _follow(part, kept)
        elif not kept:
            parts[place] = RUN.sub(r'<bdi dir="ltr">\g<0></bdi>', part)
    return "".join(parts)


def _follow(tag: str, kept: list[str]) -> None:
    """Note the opening or closing of an element that is left alone."""
    found = NAME.match(tag)
    name = found[1].lower() if found else ""
    if tag.startswith("</"):
        if kept and kept[-1] == name:
            kept.pop()
    elif name in KEPT and not tag.endswith("/>"):
        kept.append(name)
