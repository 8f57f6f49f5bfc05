"""Exercises: a start, the activities allowed, a budget and a goal."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator

from coursekit.content.models import Id, Strict
from coursekit.content.words import FLAT, WordList, WordMap, Words

Pillar = Literal["brand", "find", "engage", "relate"]


class Input(BaseModel):
    """An input of the simulator as far as pages name it; ssi_calc validates the rest."""

    id: Id
    name: Annotated[Words, FLAT]
    unit: Words
    pillar: Pillar
    limits: dict[str, list[float]] = {}
    claims: list[str] = []


class Inputs(BaseModel):
    """All inputs of the simulator, in the order of their file."""

    inputs: Annotated[list[Input], FLAT]


class Readings(Strict):
    """The four pillar readings of a dashboard, 0 to 25 each."""

    brand: float = Field(ge=0, le=25)
    find: float = Field(ge=0, le=25)
    engage: float = Field(ge=0, le=25)
    relate: float = Field(ge=0, le=25)


class Goal(Strict):
    """The reading to reach in one pillar, or the total."""

    pillar: Pillar | Literal["total"]
    at_least: float = Field(gt=0, le=100)

    @model_validator(mode="after")
    def _can_be_reached(self) -> Goal:
        if self.pillar != "total" and self.at_least > 25:
            raise ValueError(
                f"a pillar ends at 25, the goal is {self.at_least:g} | or aim at total"
            )
        return self


class ExerciseWords(Strict):
    """What the exercise says; messages by id, `solved` among them."""

    title: Words
    brief: Words
    goal: Words
    hints: WordList = Field(default=[], max_length=3)
    messages: WordMap
    worked: Words


class Amounts(Strict):
    """A plan kept beside an exercise: amounts by input id.

    Start and weeks let `ssi-calc simulate` run it too; in the exercise its own hold.
    """

    start: Readings | None = None
    navigator: bool = False
    weeks: int | None = None
    weekly: dict[Id, float] = {}
    once: dict[Id, float] = {}


class Exercise(Strict):
    """One exercise, checked by the `check.py` beside it."""

    id: Id
    objective: Id
    start: Readings
    navigator: bool = False  # whether the person of the exercise has Sales Navigator
    weeks: int = Field(ge=1, le=52)
    minutes: int = Field(gt=0, le=2400)  # a week
    inputs: list[Id] = Field(min_length=1)
    goal: Goal
    words: Annotated[ExerciseWords, FLAT]
