"""The verb `export`: which formats there are, and how their files come to lie in a folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from coursekit.content import Library
from coursekit.export import Exporter, ExportError, Order, write_atomically, write_report
from coursekit.host.portable import portable_sites

# format -> the function that makes its files: (Order) -> Made, and nothing written yet
FORMATS: dict[str, Exporter] = {}

OUT = Path("dist")


def add_export(verbs: argparse._SubParsersAction) -> argparse.ArgumentParser:
    """Add the verb to the command's parser."""
    sub = verbs.add_parser("export", help="write packages for learning platforms and USB sticks")
    known = [*FORMATS, "all"]
    sub.add_argument(
        "formats", nargs="+", choices=known, metavar="FORMAT", help=f"one or more of {known}"
    )
    sub.add_argument("--lang", dest="language", help="one language; all if left out")
    sub.add_argument("--out", type=Path, default=OUT, help="the folder to write into [dist]")
    return sub


def export(library: Library, languages: list[str], formats: list[str], out: Path) -> int:
    """Write the files of each format into `out`; if one cannot be made, what was there stays."""
    names = list(FORMATS) if "all" in formats else list(dict.fromkeys(formats))
    order = Order(library, languages, _site(library.root, languages), _say)
    try:
        for name in names:
            _say(f"{name}: {', '.join(languages)}")
            made = FORMATS[name](order)
            for path, content in sorted(made.files.items()):
                print(write_atomically(out / path, content))
            write_report(out, name, made.files, made.rows)
    except (ExportError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _site(root: Path, languages: list[str]) -> Callable[[str], Mapping[str, bytes]]:
    """The portable editions, built together once one is asked for."""

    @cache
    def sites() -> Mapping[str, Mapping[str, bytes]]:
        _say("building the pages")
        try:
            return portable_sites(root, languages)
        except ValueError as error:
            raise ExportError(str(error)) from None

    return lambda language: sites()[language]


def _say(text: str) -> None:
    print(text, file=sys.stderr)
