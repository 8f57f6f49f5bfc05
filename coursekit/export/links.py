"""References between the files of an edition: each leads to a file that is there, by its name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from coursekit.export.order import ExportError

REFERENCE = re.compile(r"""<[^>]+?\s(?:href|src|poster)=["']([^"']*)["']""")
IN_STYLES = re.compile(r"""url\(["']?(?!data:)([^"')]+)["']?\)""")
FETCHES = re.compile(
    r"""<(?:script|img|iframe|source|audio|video|link)\b[^>]*\s(?:src|href)=["'](?:https?:)?//"""
)


def check_links(files: Mapping[str, bytes]) -> None:
    """Refuse a reference to nothing, to a folder, or to what another host would have to send.

    Raises
    ------
    ExportError
        With every reference that leads nowhere.
    """
    problems = [
        f"{name}: '{reference}' {problem}"
        for name, content in sorted(files.items())
        if name.endswith((".html", ".css"))
        for reference, problem in _broken(name, content.decode(), files)
    ]
    if problems:
        raise ExportError("\n".join(problems))


def _broken(name: str, text: str, files: Container[str]) -> Iterator[tuple[str, str]]:
    if found := FETCHES.search(text):
        yield found[0], "fetches from another host"
    pattern = REFERENCE if name.endswith(".html") else IN_STYLES
    for reference in dict.fromkeys(map(unescape, pattern.findall(text))):
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
        if parts.path.startswith("/") or target.startswith("../"):
            yield reference, "leads out of the edition"
        elif target not in files:
            yield reference, "leads to no file of the edition"
