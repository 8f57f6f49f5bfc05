"""Course > Module: the outline in `course.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from coursekit.content.models import Id, Strict, distinct
from coursekit.content.words import SOURCE

PagePath = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$", max_length=100)
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]


class Module(Strict):
    """A part of the course: pages, quizzes and exercises in learning order."""

    id: Id
    pages: list[PagePath]
    quizzes: list[Id] = []
    exercises: list[Id] = []


class Platform(Strict):
    """What makes the course complete in a learning platform, and what it is given to keep."""

    read: Literal["lessons", "nothing"] = "lessons"  # lessons: the pages that set objectives
    test: Literal["passed", "taken", "nothing"] = "passed"  # the quiz with forms
    journal: bool = False  # readings are private: they stay in the learner's browser


class Outline(Strict):
    """The whole course and its languages; the first language is the source.

    Once it is `whole`, every claim that it owes its readers is cited somewhere.
    """

    id: Id
    languages: list[Language] = Field(min_length=1)
    modules: list[Module] = Field(min_length=1)
    whole: bool = False
    lms: Platform = Platform()

    @model_validator(mode="after")
    def _names_everything_once(self) -> Outline:
        if self.languages[0] != SOURCE:
            raise ValueError(f"the first language is not '{SOURCE}' | the source comes first")
        distinct(self.languages)
        distinct([module.id for module in self.modules])
        for names in (self.pages, self.quizzes, self.exercises):
            distinct(names)
        return self

    @property
    def pages(self) -> list[str]:
        """All pages in learning order."""
        return [page for module in self.modules for page in module.pages]

    @property
    def quizzes(self) -> list[str]:
        """All quizzes in learning order."""
        return [quiz for module in self.modules for quiz in module.quizzes]

    @property
    def exercises(self) -> list[str]:
        """All exercises in learning order."""
        return [exercise for module in self.modules for exercise in module.exercises]
