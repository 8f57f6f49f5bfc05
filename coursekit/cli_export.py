"""The verb `export`, as the command's parser knows it; what it does is in `exporting`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

FORMATS = ("scorm12", "scorm2004", "cmi5", "moodle", "qti", "offline")
OUT = Path("dist")


def add_export(verbs: argparse._SubParsersAction) -> argparse.ArgumentParser:
    """Add the verb to the command's parser."""
    sub = verbs.add_parser("export", help="write packages for learning platforms and USB sticks")
    known = [*FORMATS, "all"]
    sub.add_argument(
        "formats", nargs="+", choices=known, metavar="FORMAT", help=f"one or more of {known}"
    )
    help_language = "a language, once for each that is wanted; all if left out"
    sub.add_argument("--lang", dest="chosen", action="append", metavar="LANG", help=help_language)
    sub.add_argument("--out", type=Path, default=OUT, help="the folder to write into [dist]")
    help_date = "the day of the release that question banks name [the newest in CHANGELOG.md]"
    sub.add_argument("--date", type=day, metavar="DAY", help=help_date)
    return sub


def day(text: str) -> date:
    """The day that an argument such as 2027-05-27 gives."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day such as 2027-05-27") from None
