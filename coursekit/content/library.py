"""The whole course, read once: `Library > Outline, Page, Quiz, Exercise, Claim, words`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

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
from coursekit.content.notebook import Notebook, read_notebook
from coursekit.content.outline import Outline
from coursekit.content.page import Page, read_page
from coursekit.content.problems import Problem
from coursekit.content.quiz import Item, Quiz
from coursekit.content.textfile import read_text
from coursekit.content.words import SOURCE, Overlay, read_overlay, strings, worded
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
    glossaries: dict[str, Glossary] = field(default_factory=dict)  # of the translators
    gaps: list[Problem] = field(default_factory=list)  # translations that do not exist yet
    _said: dict[tuple[str, str], BaseModel] = field(init=False, default_factory=dict, repr=False)

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

    @property
    def inputs(self) -> Inputs:
        """The simulator's inputs as far as pages name them."""
        return self._worded(Inputs, "inputs", SOURCE)

    @property
    def pictures(self) -> list[str]:
        """The names of the pictures: each has words for those who do not see it."""
        words = self.sources["pictures"].words
        return [name.removesuffix(".alt") for name in words if name.endswith(".alt")]

    @cached_property
    def items(self) -> dict[str, tuple[str, Item]]:
        """Every item by id, with the quiz it belongs to."""
        return {
            item.id: (name, item) for name in self.outline.quizzes for item in self.quiz(name).items
        }

    def _worded(self, kind: type[Model], name: str, language: str) -> Model:
        model = self.sources[name].model
        if (language, name) in self.overlays:
            if (language, name) not in self._said and model is not None:
                self._said[language, name] = worded(model, self.words(name, language))
            model = self._said[language, name]
        assert isinstance(model, kind)
        return model


@dataclass(frozen=True)
class Sourced:
    """An English string file: its document, its model if it has one, its words by id."""

    document: Document
    model: BaseModel | None
    words: dict[str, str]


def read_library(root: Path) -> tuple[Library | None, list[Problem]]:
    """The course below `root` and every problem that keeps a file from being read."""
    document, problems = read_yaml(root / "course.yml", root)
    if document is None:
        return None, problems
    outline, problems = build(Outline, document)
    if outline is None:
        return None, problems
    library = Library(root, outline, document)
    problems += _read_sources(library)
    problems += _read_overlays(library)
    problems += _read_glossaries(library)
    problems += _read_pages(library)
    return library, problems


def _read_sources(library: Library) -> list[Problem]:
    root, outline = library.root, library.outline
    problems = []
    models: list[tuple[str, Path, type[BaseModel]]] = [
        *((f"quizzes/{name}", root / f"quizzes/{name}.yml", Quiz) for name in outline.quizzes),
        *(
            (f"exercises/{name}", root / f"exercises/{name}/exercise.yml", Exercise)
            for name in outline.exercises
        ),
        ("claims", root / "docs/data/claims.yml", Claims),
        ("sources", root / "docs/data/sources.yml", Sources),
        ("misconceptions", root / "quizzes/misconceptions.yml", Misconceptions),
        ("inputs", root / "ssi_calc/inputs.yml", Inputs),
        ("terms", root / f"locales/{SOURCE}/glossary.yml", Glossary),
    ]
    for name, path, kind in models:
        problems += _read_model(library, name, path, kind)
    for name in outline.exercises:
        problems += _read_plans(library, name)
        notebook, wrong = read_notebook(root / f"exercises/{name}/walkthrough.ipynb", root)
        problems += wrong
        if notebook:
            document = Document(f"exercises/{name}/walkthrough.ipynb", None, None)
            key = f"exercises/{name}.walkthrough"
            library.sources[key] = Sourced(document, notebook, strings(notebook))
    for name in PLAIN:
        problems += _read_plain(library, name, root / f"locales/{SOURCE}/{name}.yml")
    return problems


def _read_model(library: Library, name: str, path: Path, kind: type[BaseModel]) -> list[Problem]:
    document, problems = read_yaml(path, library.root)
    if document is None:
        return problems
    model, problems = build(kind, document)
    if model is not None:
        library.sources[name] = Sourced(document, model, strings(model))
    return problems


def _read_plain(library: Library, name: str, path: Path) -> list[Problem]:
    document, problems = read_yaml(path, library.root)
    if document is None:
        return problems
    overlay, problems = read_overlay(document)
    library.sources[name] = Sourced(document, None, overlay.words)
    return problems


def _read_plans(library: Library, exercise: str) -> list[Problem]:
    """What is wrong with the plans and the check beside an exercise."""
    folder = library.root / "exercises" / exercise
    _, problems = read_text(folder / "check.py", library.root)
    for name in PLANS:
        document, wrong = read_yaml(folder / f"{name}.yml", library.root)
        problems += wrong
        if document:
            _, wrong = build(Amounts, document)
            problems += wrong
            library.plans[exercise, name] = document
    return problems


def _read_overlays(library: Library) -> list[Problem]:
    problems = []
    for language in library.languages[1:]:
        for name, source in library.sources.items():
            path = library.root / f"locales/{language}/{name}.yml"
            if not path.exists():  # a folder of its name is a problem, not a gap
                file = path.relative_to(library.root).as_posix()
                hint = f"translate {source.document.path}"
                library.gaps.append(Problem(file, 1, 1, "file is missing", hint))
                continue
            document, wrong = read_yaml(path, library.root)
            problems += wrong
            if document:
                overlay, wrong = read_overlay(document)
                problems += wrong
                library.overlays[language, name] = overlay
    return problems


def _read_glossaries(library: Library) -> list[Problem]:
    problems = []
    for language in library.languages[1:]:
        path = library.root / f"locales/{language}/glossary.yml"
        document, wrong = read_yaml(path, library.root)
        problems += wrong
        if document:
            glossary, wrong = build(Glossary, document)
            problems += wrong
            if glossary:
                library.glossaries[language] = glossary
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
