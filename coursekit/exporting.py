"""Which formats there are to export, and how their files come to lie in a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from coursekit.content import Library
from coursekit.export import Exporter, ExportError, Order, write_atomically, write_report
from coursekit.export.archive import write_folder
from coursekit.export.cmi5 import cmi5
from coursekit.export.edition import portable
from coursekit.export.moodle import moodle_banks
from coursekit.export.offline import offline
from coursekit.export.qti import qti_banks
from coursekit.export.scorm import scorm12, scorm2004
from coursekit.export.scripts import portable_scripts
from coursekit.host.extension import safe_html
from coursekit.host.portable import portable_sites

# format -> the function that makes its files: (Order) -> Made, and nothing written yet
FORMATS: dict[str, Exporter] = {
    "scorm12": scorm12,
    "scorm2004": scorm2004,
    "cmi5": cmi5,
    "moodle": lambda order: moodle_banks(order, safe_html),
    "qti": lambda order: qti_banks(order, safe_html),
    "offline": offline,
}


def export(
    library: Library,
    languages: list[str],
    formats: list[str],
    out: Path,
    release: date | None = None,
) -> int:
    """Write the files of each format into `out`; if one cannot be made, what was there stays."""
    if out.exists() and not out.is_dir():
        print(f"{out} is not a folder\n  hint: name another with --out", file=sys.stderr)
        return 2
    names = list(FORMATS) if "all" in formats else list(dict.fromkeys(formats))
    order = Order(library, languages, _site(library, languages), _say, release)
    try:
        for name in names:
            made = FORMATS[name](order)
            for path, content in sorted(made.files.items()):
                print(write_atomically(out / path, content))
            for path, files in made.folders.items():
                print(write_folder(out / path, files))
            write_report(out, name, made.files, made.rows)
    except ExportError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        place, hint = error.filename or out, "what stood there before stands there still"
        print(f"{place}: {error.strerror or error}\n  hint: {hint}", file=sys.stderr)
        return 1
    return 0


def _site(library: Library, languages: list[str]) -> Callable[[str], Mapping[str, bytes]]:
    """The portable editions, built together once one is asked for."""

    @cache
    def sites() -> Mapping[str, Mapping[str, bytes]]:
        _say("building the pages")
        try:
            built = portable_sites(library, languages)
        except ValueError as error:
            raise ExportError(str(error)) from None
        scripts = portable_scripts(library.root)  # the same in every language
        return {language: portable(site, scripts) for language, site in built.items()}

    return lambda language: sites()[language]


def _say(text: str) -> None:
    print(text, file=sys.stderr)
