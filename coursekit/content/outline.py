"""Course > Module: the outline in `course.yml`."""

from __future__ import annotations

from pydantic import Field

from coursekit.content.models import Id, Strict


class Module(Strict):
    """A part of the course: pages, quizzes and exercises in learning order."""

    id: Id
    pages: list[str]
    quizzes: list[Id] = []
    exercises: list[Id] = []


class Outline(Strict):
    """The whole course and its languages; the first language is the source."""

    id: Id
    languages: list[str] = Field(min_length=1)
    modules: list[Module]

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
