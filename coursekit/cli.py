"""The command `course`, for authors and translators. Results on stdout, talk on stderr."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coursekit.content import SOURCE, Library, Problem, check, lags, lint, read_library, report
from coursekit.content.release import RELEASED, release_text
from coursekit.content.restamp import restamped_overlay, restamped_page
from coursekit.content.schema import schema_files
from coursekit.content.words import stale


def main(argv: list[str] | None = None) -> int:
    """Run one verb; 0 fine, 1 problems found, 2 misuse."""
    parser = argparse.ArgumentParser(prog="course", description="Tools of the SSI course.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder of course.yml")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, run, text in (
        ("check", run_check, "report every problem of every file"),
        ("release", run_release, "note what each item asks, so that no id changes its meaning"),
        ("schema", run_schema, "write the schemas by which editors complete keys"),
    ):
        verbs.add_parser(verb, help=text).set_defaults(run=run)
    for verb, run, text in (
        ("status", run_status, "list what is out of date, per language"),
        ("restamp", run_restamp, "accept the translations as they are for the present English"),
    ):
        sub = verbs.add_parser(verb, help=text)
        sub.add_argument("language", nargs="?", help="one language; all if left out")
        sub.set_defaults(run=run)
    arguments = parser.parse_args(argv)
    arguments.root = arguments.root.resolve()
    if not (arguments.root / "course.yml").is_file():
        print(
            f"no course.yml in {arguments.root}\n  hint: run it in the course's folder",
            file=sys.stderr,
        )
        return 2
    return arguments.run(arguments)


def run_check(arguments: argparse.Namespace) -> int:
    """Report all problems."""
    _, problems = _checked(arguments.root)
    print(report(problems) or "no problems")
    return 1 if problems else 0


def run_release(arguments: argparse.Namespace) -> int:
    """Write the released set of items; not while the course has problems."""
    library, problems = _checked(arguments.root)
    if library is None or problems:
        print(report(problems))
        print("nothing released\n  hint: mend the problems first", file=sys.stderr)
        return 1
    _write(arguments.root / RELEASED, release_text(library))
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
    known = library.languages[1:]
    if arguments.language and arguments.language not in known:
        print(
            f"unknown language '{arguments.language}'\n  hint: known: {', '.join(known)}",
            file=sys.stderr,
        )
        raise SystemExit(2)
    return library, [arguments.language] if arguments.language else known


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8-sig") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"wrote {path.name}", file=sys.stderr)
