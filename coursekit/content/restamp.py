"""Stamping translations with the hash of the English they were made from.

Only the stamp of an entry is touched, by its place in the file: comments, quotes and
line breaks of the translator stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from coursekit.content.words import Overlay, hash_words


def restamped_overlay(text: str, overlay: Overlay, english: Mapping[str, str]) -> str:
    """`text` of a translation file with every entry's stamp brought up to date."""
    root = overlay.document.node
    assert isinstance(root, yaml.MappingNode)
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for key, value in reversed(root.value):
        if key.value not in english:
            continue
        stamp = quoted(hash_words(english[key.value]))
        if isinstance(value, yaml.MappingNode):
            text = _restamp_entry(text, value, starts, stamp)
        else:
            begin = starts[key.start_mark.line]
            end = starts[_end_line(value)]
            block = yaml.safe_dump(
                {"source": stamp.strip("'"), "text": overlay.words[key.value]},
                allow_unicode=True,
                sort_keys=False,
                width=110,
            )
            indented = "".join(f"  {line}" for line in block.splitlines(keepends=True))
            text = f"{text[:begin]}{key.value}:\n{indented}{text[end:]}"
    return text


def _restamp_entry(text: str, entry: yaml.MappingNode, starts: list[int], stamp: str) -> str:
    for key, value in entry.value:
        if key.value == "source":
            begin = starts[value.start_mark.line] + value.start_mark.column
            end = starts[value.end_mark.line] + value.end_mark.column
            return text[:begin] + stamp + text[end:]
    begin = starts[entry.start_mark.line] + entry.start_mark.column
    gap = (
        "source: "
        + stamp
        + ("\n" + " " * entry.start_mark.column if not entry.flow_style else ", ")
    )
    begin += 1 if entry.flow_style else 0
    return text[:begin] + gap + text[begin:]


def _end_line(value: yaml.Node) -> int:
    """The line after the value: block scalars end at the start of the next line."""
    mark = value.end_mark
    return mark.line if mark.column == 0 and mark.line > value.start_mark.line else mark.line + 1


def restamped_page(text: str, english_hash: str) -> str:
    """`text` of a translated page with `source:` in its front matter set."""
    stamp = quoted(english_hash)
    head, found = re.subn(
        r"\A(---\n.*?^source: *)\S*( *$.*?^---$)",
        rf"\g<1>{stamp}\g<2>",
        text,
        count=1,
        flags=re.S | re.M,
    )
    if found:
        return head
    return re.sub(
        r"\A(---\n.*?)^---$", rf"\g<1>source: {stamp}\n---", text, count=1, flags=re.S | re.M
    )


def quoted(stamp: str) -> str:
    """`stamp` as YAML reads it back: hex digits without a letter would be a number.

    Examples
    --------
    >>> quoted("00461432"), quoted("cb5a306b")
    ("'00461432'", 'cb5a306b')
    """
    return f"'{stamp}'" if stamp.isdigit() else stamp
