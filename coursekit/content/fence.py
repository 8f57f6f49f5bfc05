"""Fences: the blocks of the course inside a page, each with its YAML body, read and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, Field, RootModel

from coursekit.content.facts import Theme
from coursekit.content.models import Id, Strict, build
from coursekit.content.problems import Problem, did_you_mean
from coursekit.content.yamlfile import Document, parse_yaml

FENCE = re.compile(r"^(```+|~~~+) *([\w-]*)[^\n]*\n(.*?)^\1 *$", re.S | re.M)


class ApiBody(Strict):
    """Public names of the simulator, as their docstrings describe them."""

    names: list[str] = Field(min_length=1)


class Named(Strict):
    """The body of a block that shows one thing."""

    id: Id


class QuizBody(Named):
    """A quiz, or some of its items, or the form of it that is taken before or after the course."""

    items: list[Id] = Field([], min_length=1)
    form: Literal["before", "after"] | None = None


class RoleplayBody(Named):
    """A scenario of a quiz, to be played by two people."""

    item: Id


class SimulatorBody(Strict):
    """The simulator with the inputs of a pillar or with those of a list."""

    inputs: Id | list[Id]
    weeks: int = Field(8, ge=1, le=52)


class ModelBody(Strict):
    """The inputs of one pillar with all their numbers."""

    pillar: Literal["brand", "find", "engage", "relate"]


class PictureBody(RootModel):
    """The name of a picture."""

    root: Id


class RoutesBody(Strict):
    """The same idea for each of the four people whom the examples follow, in Markdown."""

    sells: str
    seeks: str
    recruits: str
    expert: str


class ClaimsBody(Strict):
    """The part of the ledger that a list shows."""

    theme: Theme


class NoBody(Strict):
    """Nothing: the page says it all."""


BODIES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "assumptions": NoBody,
        "claim-search": NoBody,
        "claims": ClaimsBody,
        "api": ApiBody,
        "exercise": Named,
        "glossary": NoBody,
        "model": ModelBody,
        "journal": NoBody,
        "picture": PictureBody,
        "placement": Named,
        "progress": NoBody,
        "quiz": QuizBody,
        "review": NoBody,
        "roleplay": RoleplayBody,
        "routes": RoutesBody,
        "simulator": SimulatorBody,
        "sources": NoBody,
        "walkthrough": Named,
    }
)


ROUTES = tuple(RoutesBody.model_fields)
PROSE = {"routes"}  # blocks whose body is running text of the page


@dataclass(frozen=True)
class Fence:
    """A block of the course inside a page; `line` is where the fence opens."""

    kind: str
    line: int
    document: Document

    @property
    def body(self) -> Any:
        """What stands in the fence, as plain data of the shape that its kind asks for."""
        return self.document.value


def read_fences(text: str, name: str) -> tuple[list[Fence], list[Problem]]:
    """The blocks in the page `text`, and what is wrong with the others."""
    fences, problems = [], []
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match[2] in BODIES:
            fence, wrong = read_fence(match[2], match[3], name, line)
            problems += wrong
            fences += [fence] if fence else []
        elif match[2] and (hint := did_you_mean(match[2], BODIES)).startswith("did you mean"):
            problems.append(Problem(name, line, 1, f"unknown block '{match[2]}'", hint))
    return fences, problems


def read_fence(kind: str, text: str, name: str, line: int) -> tuple[Fence | None, list[Problem]]:
    """One block of a page, or why it cannot be shown; `line` is where its fence opens."""
    if text.strip():
        document, problems = parse_yaml(text, name, first_line=line + 1)
    else:
        document, problems = Document(name, {}, None, line), []
    if document is None:
        return None, problems
    _, problems = build(BODIES[kind], document)
    return (None if problems else Fence(kind, line, document)), problems
