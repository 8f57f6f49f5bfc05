"""Moodle's embedded answers: menus and radio buttons inside a text, each option with its reason.

    {1:MULTICHOICE_S:=right#why~%0%wrong#why}

Moodle reads the whole with a regular expression, then undoes one level of HTML entities and the
backslash before # and }. A tilde cannot be escaped by a backslash, only by an entity.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

DROPDOWN = "MULTICHOICE_S"
RADIOS = "MULTICHOICE_V"
SHUFFLED_RADIOS = "MULTICHOICE_VS"


def embedded(kind: str, options: Iterable[tuple[int, str, str]], weight: int = 1) -> str:
    """One field: options as per cent, text and feedback, both in HTML."""
    return f"{{{weight}:{kind}:{'~'.join(_option(*option) for option in options)}}}"


def _option(percent: int, text: str, feedback: str) -> str:
    mark = "=" if percent == 100 else f"%{percent}%"
    return f"{mark}{_quoted(text)}#{_quoted(feedback)}"


def _quoted(html: str) -> str:
    """`html` as Moodle gives it back after reading; a brace of the text cannot end the field."""
    text = escape(" ".join(html.split()), quote=False)
    text = text.replace("#", "\\#").replace("}", "\\}").replace("{", "&amp;\\#123;")
    return text.replace("~", "&amp;\\#126;")
