"""The whole course, read once: `Library > Outline, Page, Quiz, Exercise, Claim, words`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from coursekit.content.api import Entry, read_api
from coursekit.content.exercise import Amounts, Exercise, Inputs
from coursekit.content.facts import (
    Claim,
    Claims,
    Glossary,
    Misconception,
    Misconceptions,
    Source,
    Sources,
    Term,
)
from coursekit.content.models import build
from coursekit.content.notebook import Notebook
from coursekit.content.numbers import Numbers, read_numbers
from coursekit.content.outline import Outline
from coursekit.content.page import Page, read_page
from coursekit.content.phrases import Phrases
from coursekit.content.problems import Problem
from coursekit.content.quiz import Item, Quiz
from coursekit.content.release import Release, read_release
from coursekit.content.sourced import Sourced, read_sourced, read_walkthrough
from coursekit.content.textfile import read_text
from coursekit.content.words import SOURCE, Overlay, read_overlay, worded
from coursekit.content.yamlfile import Document, read_yaml

Model = TypeVar("Model", bound=BaseModel)
PLANS = ("starter", "solution")  # beside every exercise
PLAIN = ("interface", "pictures")  # files of locales/ that hold nothing but words


@dataclass
class Library:
    """Everything the course consists of. Built by `read_library`, then only read."""

    root: Path
    outline: Outline
    document: Document  # of the outline
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)  # language, path
    sources: dict[str, Sourced] = field(default_factory=dict)  # string file -> English
    overlays: dict[tuple[str, str], Overlay] = field(default_factory=dict)  # language, file
    plans: dict[tuple[str, str], Document] = field(default_factory=dict)  # exercise, PLANS
    glossaries: dict[str, Glossary] = field(default_factory=dict)  # by language
    phrases: dict[str, Phrases] = field(default_factory=dict)  # by language
    release: Release | None = None
    numbers: Numbers = field(default_factory=Numbers)
    gaps: list[Problem] = field(default_factory=list)  # translations that do not exist yet
    _said: dict[tuple[str, str], BaseModel] = field(init=False, default_factory=dict, repr=False)

    @cached_property
    def string_files(self) -> dict[str, str]:
        """Every English file with words by the name of its translations."""
        return {name: path for name, (path, _) in _string_files(self.outline).items()}

    @property
    def quizzes(self) -> list[str]:
        """The quizzes that could be read, in learning order."""
        return [name for name in self.outline.quizzes if self.has(f"quizzes/{name}")]

    @property
    def exercises(self) -> list[str]:
        """The exercises that could be read, in learning order."""
        return [name for name in self.outline.exercises if self.has(f"exercises/{name}")]

    def has(self, name: str) -> bool:
        """Whether the string file `name` could be read as what it is."""
        return name in self.sources and self.sources[name].model is not None

    def names(self, ledger: str) -> frozenset[str] | None:
        """The ids in a ledger or a quiz; None where the file cannot be read and nobody knows."""
        return self.sources[ledger].names if ledger in self.sources else None

    @property
    def languages(self) -> list[str]:
        """All languages; the source first."""
        return self.outline.languages

    def page(self, language: str, path: str) -> Page:
        """The page at `path`; in English where it is not translated yet."""
        return self.pages.get((language, path)) or self.pages[SOURCE, path]

    def words(self, name: str, language: str) -> dict[str, str]:
        """The words of a string file in `language`; English where none are given."""
        english = self.sources[name].words
        overlay = self.overlays.get((language, name))
        return {**english, **overlay.words} if overlay else english

    def text_problem(
        self, language: str, name: str, key: str, message: str, hint: str = ""
    ) -> Problem:
        """A problem of the words `key` in a string file, where `language` says them."""
        overlay = self.overlays.get((language, name))
        if overlay and key in overlay.words:
            return overlay.document.problem([key], message, hint)
        source = self.sources[name]
        return Problem(source.document.path, *source.place(key), message, hint)

    def quiz(self, name: str, language: str = SOURCE) -> Quiz:
        """The quiz `name` in the words of `language`."""
        return self._worded(Quiz, f"quizzes/{name}", language)

    def exercise(self, name: str, language: str = SOURCE) -> Exercise:
        """The exercise `name` in the words of `language`."""
        return self._worded(Exercise, f"exercises/{name}", language)

    def notebook(self, name: str, language: str = SOURCE) -> Notebook:
        """The walkthrough of exercise `name` in the words of `language`."""
        return self._worded(Notebook, f"exercises/{name}.walkthrough", language)

    def claims(self, language: str = SOURCE) -> dict[str, Claim]:
        """The claims by id, in the words of `language`."""
        return {claim.id: claim for claim in self._worded(Claims, "claims", language).root}

    def evidence(self, language: str = SOURCE) -> dict[str, Source]:
        """Where claims were read, by id, titles in the words of `language`."""
        return {source.id: source for source in self._worded(Sources, "sources", language).root}

    def misconceptions(self, language: str = SOURCE) -> dict[str, Misconception]:
        """The misconceptions by id, in the words of `language`."""
        found = self._worded(Misconceptions, "misconceptions", language).root
        return {each.id: each for each in found}

    def terms(self, language: str = SOURCE) -> list[Term]:
        """What readers find in the glossary, in the order of the English file."""
        return self._worded(Glossary, "terms", language).root

    def interface(self, language: str = SOURCE) -> dict[str, str]:
        """The interface's words, the names of inputs as `input.<id>`, their units `….unit`."""
        names = self.words("inputs", language)
        return self.words("interface", language) | {
            f"input.{key}": text for key, text in names.items()
        }

    @property
    def objectives(self) -> set[str]:
        """The objectives that the pages set."""
        return set(self.objective_pages)

    @cached_property
    def objective_pages(self) -> dict[str, str]:
        """The page that sets each objective, in learning order."""
        paths = [path for path in self.outline.pages if (SOURCE, path) in self.pages]
        return {name: path for path in paths for name in self.pages[SOURCE, path].front.objectives}

    def modules_of(self, items: Iterable[Item]) -> dict[str, str]:
        """For each item the module whose page sets its objective."""
        homes = {path: module.id for module in self.outline.modules for path in module.pages}
        return {item.id: homes[self.objective_pages[item.objective]] for item in items}

    def page_with(self, kind: str, body: object = None) -> str | None:
        """The first page, in learning order, with a block of that kind, or with that very block."""
        for path in self.outline.pages:
            page = self.pages.get((SOURCE, path))
            for fence in page.fences if page else []:
                if fence.kind == kind and (body is None or fence.body == body):
                    return path
        return None

    @cached_property
    def api(self) -> Mapping[str, Entry]:
        """The simulator's public names, as their docstrings describe them."""
        return read_api(self.root)

    @property
    def inputs(self) -> Inputs:
        """The simulator's inputs as far as pages name them."""
        return self._worded(Inputs, "inputs", SOURCE)

    @property
    def plannable(self) -> set[str] | None:
        """The inputs that a plan may hold; None where the file cannot be read."""
        if not self.has("inputs"):
            return None
        return {entry.id for entry in self.inputs.inputs if entry.limits}

    @property
    def pictures(self) -> list[str] | None:
        """The names of the pictures: each has words for those who do not see it."""
        if "pictures" not in self.sources:
            return None  # unknown: the file cannot be read
        words = self.sources["pictures"].words
        return [name.removesuffix(".alt") for name in words if name.endswith(".alt")]

    @cached_property
    def items(self) -> dict[str, tuple[str, Item]]:
        """Every item by id, with the quiz it belongs to."""
        return {item.id: (name, item) for name in self.quizzes for item in self.quiz(name).items}

    def _worded(self, kind: type[Model], name: str, language: str) -> Model:
        model = self.sources[name].model
        if (language, name) in self.overlays:
            if (language, name) not in self._said and model is not None:
                self._said[language, name] = worded(model, self.words(name, language))
            model = self._said[language, name]
        assert isinstance(model, kind)
        return model


def read_library(root: Path) -> tuple[Library | None, list[Problem]]:
    """The course below `root` and every problem that keeps a file from being read."""
    document, problems = read_yaml(root / "course.yml", root)
    if document is None:
        return None, problems
    outline, problems = build(Outline, document)
    if outline is None:
        return None, problems
    library = Library(root, outline, document)
    library.release, problems = read_release(root)
    library.numbers, wrong = read_numbers(root)
    problems += wrong
    problems += _read_sources(library)
    problems += _read_overlays(library)
    problems += _read_by_language(library, "glossary", Glossary, library.glossaries)
    problems += _read_by_language(library, "phrases", Phrases, library.phrases)
    problems += _read_pages(library)
    return library, problems


def _read_sources(library: Library) -> list[Problem]:
    problems = []
    for name, (path, kind) in _string_files(library.outline).items():
        if kind is Notebook:
            found, wrong = read_walkthrough(library.root / path, library.root)
        else:
            found, wrong = read_sourced(library.root / path, library.root, kind)
        problems += wrong
        if found:
            library.sources[name] = found
    for name in library.outline.exercises:
        problems += _read_plans(library, name)
    return problems


def _string_files(outline: Outline) -> dict[str, tuple[str, type[BaseModel] | None]]:
    """Every English file with words by the name of its translations: its path, what it holds."""
    files: dict[str, tuple[str, type[BaseModel] | None]] = {}
    for name in outline.quizzes:
        files[f"quizzes/{name}"] = (f"quizzes/{name}.yml", Quiz)
    for name in outline.exercises:
        files[f"exercises/{name}"] = (f"exercises/{name}/exercise.yml", Exercise)
        notebook = f"exercises/{name}/walkthrough.ipynb"
        files[f"exercises/{name}.walkthrough"] = (notebook, Notebook)
    files |= {
        "claims": ("docs/data/claims.yml", Claims),
        "sources": ("docs/data/sources.yml", Sources),
        "misconceptions": ("quizzes/misconceptions.yml", Misconceptions),
        "inputs": ("ssi_calc/inputs.yml", Inputs),
        "terms": (f"locales/{SOURCE}/glossary.yml", Glossary),
    }
    return files | {name: (f"locales/{SOURCE}/{name}.yml", None) for name in PLAIN}


def _read_plans(library: Library, exercise: str) -> list[Problem]:
    """What is wrong with the plans and the check beside an exercise."""
    folder = library.root / "exercises" / exercise
    _, problems = read_text(folder / "check.py", library.root)
    for name in PLANS:
        document, wrong = read_yaml(folder / f"{name}.yml", library.root)
        problems += wrong
        if document:
            plan, wrong = build(Amounts, document)
            problems += wrong
            if plan:
                library.plans[exercise, name] = document
    return problems


def _read_overlays(library: Library) -> list[Problem]:
    problems = []
    for language in library.languages[1:]:
        for name, english in library.string_files.items():
            path = library.root / f"locales/{language}/{name}.yml"
            if not path.exists():  # a folder of its name is a problem, not a gap
                file = path.relative_to(library.root).as_posix()
                hint = f"translate {english}"
                library.gaps.append(Problem(file, 1, 1, "file is missing", hint))
                continue
            document, wrong = read_yaml(path, library.root)
            problems += wrong
            if document:
                overlay, wrong = read_overlay(document)
                problems += wrong
                library.overlays[language, name] = overlay
    return problems


def _read_by_language(
    library: Library, name: str, kind: type[Model], found: dict[str, Model]
) -> list[Problem]:
    """Read into `found` a file that each language has of its own."""
    problems = []
    for language in library.languages:
        path = library.root / f"locales/{language}/{name}.yml"
        document, wrong = read_yaml(path, library.root)
        problems += wrong
        if document:
            model, wrong = build(kind, document)
            problems += wrong
            if model:
                found[language] = model
    return problems


def _read_pages(library: Library) -> list[Problem]:
    problems: list[Problem] = []
    for language in library.languages:
        for name in library.outline.pages:
            path = library.root / "docs" / language / name
            if not path.exists():
                english = language == SOURCE
                hint = "course.yml lists it" if english else f"translate docs/en/{name}"
                missing = Problem(f"docs/{language}/{name}", 1, 1, "page is missing", hint)
                (problems if english else library.gaps).append(missing)
                continue
            page, wrong = read_page(path, library.root)
            problems += wrong
            if page:
                library.pages[language, name] = page
    return problems
