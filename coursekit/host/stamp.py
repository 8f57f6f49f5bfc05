"""Short names for what something is made of: while it is the same, so is the name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

IGNORED = {"__pycache__", ".ipynb_checkpoints"}


def digest(*parts: object) -> str:
    """The name of what these are, as their `repr` has it."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def stamp(parts: Iterable[Path]) -> str:
    """The name of files and of all files in folders, by their places, times and sizes.

    Of Markdown files only the places count: a page's text is looked at when it is read.
    """
    return digest([known for part in parts for known in _stamps(part)])


def _stamps(part: Path) -> Iterator[tuple[str, int, int]]:
    for path in sorted(part.rglob("*")) if part.is_dir() else [part]:
        if path.is_file() and not IGNORED.intersection(path.parts):
            known = path.stat()
            times = (0, 0) if path.suffix == ".md" else (known.st_mtime_ns, known.st_size)
            yield str(path), *times
