"""The command `course`: what authors and translators ask. Results on stdout, talk on stderr."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from coursekit.cli_export import add_export, day
from coursekit.content import (
    SOURCE,
    Library,
    Problem,
    check,
    coverage,
    lags,
    lint,
    overdue,
    read_library,
    report,
    uncited,
)
from coursekit.content.numbers import NUMBERS, numbers_text
from coursekit.content.reading import reading
from coursekit.content.release import RELEASED, release_text
from coursekit.content.restamp import restamped_overlay, restamped_page
from coursekit.content.schema import schema_files
from coursekit.content.spelling import spelling_problems
from coursekit.content.words import stale

WITH_ENGLISH = {"spell", "reading", "export"}  # verbs that look at the source as well


def main(argv: list[str] | None = None) -> int:
    """Run one verb; 0 fine, 1 problems found, 2 misuse."""
    arguments = verbs_parser().parse_args(argv)
    arguments.root = arguments.root.resolve()
    if not (arguments.root / "course.yml").is_file():
        print(
            f"no course.yml in {arguments.root}\n  hint: run it in the course's folder",
            file=sys.stderr,
        )
        return 2
    try:
        return arguments.run(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("coursekit"):
            raise
        hint = "pip install 'ssi-calc[site]'; in a checkout, `make setup`"
        print(f"the library {error.name} is not installed\n  hint: {hint}", file=sys.stderr)
        return 2


def verbs_parser() -> argparse.ArgumentParser:
    """What each verb takes, and what it runs."""
    parser = argparse.ArgumentParser(prog="course", description="Tools of the SSI course.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder of course.yml")
    verbs = parser.add_subparsers(dest="verb", required=True)
    sub = verbs.add_parser("check", help="report every problem of every file")
    help_today = "list claims due for review by this day instead of by the present one"
    sub.add_argument("--today", type=day, default=date.today(), metavar="DAY", help=help_today)
    sub.set_defaults(run=run_check)
    sub = verbs.add_parser("coverage", help="show which pages and quizzes cite each claim")
    sub.add_argument("--json", action="store_true", help="print JSON")
    sub.set_defaults(run=run_coverage, language=None)
    for verb, run, text in (
        ("release", run_release, "note what each item asks, so that no id changes its meaning"),
        ("schema", run_schema, "write the schemas by which editors complete keys"),
    ):
        verbs.add_parser(verb, help=text).set_defaults(run=run)
    for verb, run, text in (
        ("spell", run_spell, "list words that the dictionary of their language does not know"),
        ("reading", run_reading, "show how long each page is and how hard to read"),
        ("status", run_status, "list what is out of date, per language"),
        ("restamp", run_restamp, "accept the translations as they are for the present English"),
    ):
        sub = verbs.add_parser(verb, help=text)
        sub.add_argument("language", nargs="?", help="one language; all if left out")
        sub.set_defaults(run=run)
    add_export(verbs).set_defaults(run=run_export, language=None)
    return parser


def run_check(arguments: argparse.Namespace) -> int:
    """Report all problems, and which claims are due for review: that is no problem yet."""
    library, problems = _checked(arguments.root)
    due = overdue(library, arguments.today) if library and library.has("claims") else []
    print(report(problems) or "no problems")
    if due:
        print(f"to do:\n{report(due)}")
    return 1 if problems else 0


def run_coverage(arguments: argparse.Namespace) -> int:
    """Show where each claim is cited; one that the course owes and does not cite is a problem."""
    library, _ = _library(arguments)
    found, missing = coverage(library), uncited(library)
    if arguments.json:
        claims = {claim: asdict(uses) for claim, uses in found.items()}
        print(json.dumps({"claims": claims, "uncited": missing}, indent=2))
    else:
        for claim, uses in found.items():
            where = [*uses.pages, *(f"quiz {name}" for name in uses.quizzes)]
            print(f"{claim:<5}{', '.join(where) or '-'}")
    if missing:
        print(f"not cited: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


def run_release(arguments: argparse.Namespace) -> int:
    """Write the released set of items; not while the course has problems."""
    library, problems = _checked(arguments.root)
    if library is None or problems:
        print(report(problems))
        print("nothing released\n  hint: mend the problems first", file=sys.stderr)
        return 1
    _write(arguments.root / RELEASED, release_text(library))
    _write(arguments.root / NUMBERS, numbers_text(library))
    return 0


def run_schema(arguments: argparse.Namespace) -> int:
    """Write the JSON Schema of every kind of file."""
    for path, text in schema_files().items():
        _write(arguments.root / path, text)
    return 0


def run_status(arguments: argparse.Namespace) -> int:
    """List stale strings and pages."""
    library, languages = _library(arguments)
    found = 0
    for language in languages:
        for file in stale_pages(library, language):
            print(f"docs/{language}/{file}: the English page has changed")
            found += 1
        for (of, name), overlay in library.overlays.items():
            if of == language:
                for key in stale(overlay, library.sources[name].words):
                    place = overlay.document.key_place([key])[0]
                    print(f"{overlay.document.path}:{place}: '{key}' is out of date")
                    found += 1
    print(f"{found} out of date" if found else "all translations are up to date")
    return 1 if found else 0


def run_spell(arguments: argparse.Namespace) -> int:
    """List misspelt words, texts in another language, and exceptions without a use."""
    library, languages = _library(arguments)
    try:
        problems = spelling_problems(library, languages)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    print(report(problems) or "no problems")
    return 1 if problems else 0


def run_reading(arguments: argparse.Namespace) -> int:
    """Show words and LIX of each page, and of each language as a whole."""
    library, languages = _library(arguments)
    for language in languages:
        pages = reading(library, language)
        for path, measure in pages.items():
            print(f"docs/{language}/{path}: {measure.words} words, LIX {measure.lix:.0f}")
        words = sum(measure.words for measure in pages.values())
        mean = sum(measure.words * measure.lix for measure in pages.values()) / max(1, words)
        print(f"{language}: {len(pages)} pages, {words} words, LIX {mean:.0f}")
    return 0


def run_restamp(arguments: argparse.Namespace) -> int:
    """Write the present stamps into translations and translated pages."""
    library, languages = _library(arguments)
    for (language, name), overlay in library.overlays.items():
        if language in languages:
            path = library.root / overlay.document.path
            _write(
                path,
                restamped_overlay(
                    path.read_text(encoding="utf-8-sig"), overlay, library.sources[name].words
                ),
            )
    for (language, name), page in library.pages.items():
        if language in languages and (SOURCE, name) in library.pages:
            path = library.root / page.file
            _write(path, restamped_page(page.text, library.pages[SOURCE, name].hash))
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    """Write packages; not while the course has problems."""
    from coursekit.exporting import export  # half a second, and libraries, for this verb alone

    library, known = _library(arguments)
    languages = [_known(language, known) for language in dict.fromkeys(arguments.chosen or known)]
    problems = check(library)
    if problems:
        print(report(problems))
        print("nothing written\n  hint: mend the problems first", file=sys.stderr)
        return 1
    return export(library, languages, arguments.formats, arguments.out, arguments.date)


def stale_pages(library: Library, language: str) -> list[str]:
    """Pages of `language` whose English has changed since they were translated."""
    return [
        name
        for (of, name), page in library.pages.items()
        if of == language and page.front.source != library.pages[SOURCE, name].hash
    ]


def _checked(root: Path) -> tuple[Library | None, list[Problem]]:
    """The course and everything that is wrong with it, in whatever way."""
    library, problems = read_library(root)
    if library:
        problems += check(library) + lags(library) + lint(library)
    return library, problems


def _library(arguments: argparse.Namespace) -> tuple[Library, list[str]]:
    library, problems = read_library(arguments.root)
    if library is None or problems:
        raise SystemExit(report(problems))
    known = library.languages if arguments.verb in WITH_ENGLISH else library.languages[1:]
    if arguments.language:
        known = [_known(arguments.language, known)]
    return library, known


def _known(language: str, known: list[str]) -> str:
    if language in known:
        return language
    print(f"unknown language '{language}'\n  hint: known: {', '.join(known)}", file=sys.stderr)
    raise SystemExit(2)


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8-sig") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"wrote {path.name}", file=sys.stderr)
