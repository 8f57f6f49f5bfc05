"""What an exporter is asked for and what it hands back: `Order` in, `Made` out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coursekit.content import Library
from coursekit.export.report import Row


class ExportError(Exception):
    """Why nothing was written: place, what is wrong, a hint."""


@dataclass(frozen=True)
class Order:
    """One format for some languages.

    `site(language)` are the files of the portable edition by name, built once for all formats;
    `say` tells the one who waits. `day` is that of the release, where the changelog is not to
    tell it.
    """

    library: Library
    languages: Sequence[str]
    site: Callable[[str], Mapping[str, bytes]]
    say: Callable[[str], None] = field(default=lambda _: None)
    day: date | None = None


@dataclass(frozen=True)
class Made:
    """Files by their name in the folder of exports, and what became of each item.

    `folders` are whole folders of files, by name; each takes the place of the one before it.
    """

    files: Mapping[str, bytes]
    rows: Sequence[Row] = ()
    folders: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)


Exporter = Callable[[Order], Made]
