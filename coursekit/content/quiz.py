"""Quiz > Item > Option: questions with their keys; words are replaced by translations."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from coursekit.content.facts import ClaimId
from coursekit.content.models import Id, OptionId, Strict, distinct
from coursekit.content.problems import did_you_mean, short
from coursekit.content.words import FLAT, WordList, Words


class Option(Strict):
    """One choice; a wrong one names the misconception it reveals."""

    id: OptionId
    text: Words
    feedback: Words
    correct: bool = False
    misconception: Id | None = None

    @model_validator(mode="after")
    def _says_what_a_wrong_choice_reveals(self) -> Option:
        if not self.correct and self.misconception is None:
            raise ValueError(
                f"wrong option '{self.id}' names no misconception"
                " | add  misconception: <an id of quizzes/misconceptions.yml>"
            )
        return self


class Pair(Strict):
    """A left side and the right side that belongs to it."""

    id: OptionId
    left: Words
    right: Words
    feedback: Words


class Step(Strict):
    """One step of an order item; the file holds the right order."""

    id: OptionId
    text: Words
    feedback: Words


class Verdict(Strict):
    """Feedback on a right and on a wrong answer."""

    right: Words
    wrong: Words


class NearMiss(Strict):
    """A number that reveals how it was reached."""

    value: float
    tolerance: float = Field(0.0, ge=0)
    feedback: Words
    misconception: Id | None = None


class ItemBase(Strict):
    """What every item has, whatever its type."""

    id: Id
    objective: Id
    claims: list[ClaimId] = Field(min_length=1)
    points: float = Field(1, gt=0, le=10)
    attempts: int = Field(2, ge=1, le=3)
    prompt: Words
    hints: WordList = Field(default=[], max_length=3)
    nudge: Words


class Single(ItemBase):
    """Exactly one right option."""

    type: Literal["single"]
    options: list[Option] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _has_one_right_option(self) -> Single:
        distinct(entry.id for entry in self.options)
        _right(self.options, at_most=1)
        return self


class Multi(ItemBase):
    """Any number of right options, partial credit."""

    type: Literal["multi"]
    options: list[Option] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _has_a_right_option(self) -> Multi:
        distinct(entry.id for entry in self.options)
        _right(self.options, at_most=len(self.options) - 1)
        return self


class TrueFalse(ItemBase):
    """A statement to judge, and the reason: half the points each."""

    type: Literal["truefalse"]
    answer: bool
    feedback: Verdict
    reasons: list[Option] = Field(min_length=2, max_length=5)

    @model_validator(mode="after")
    def _has_one_right_reason(self) -> TrueFalse:
        distinct(entry.id for entry in self.reasons)
        _right(self.reasons, at_most=1)
        return self


class Match(ItemBase):
    """Each left side gets one of the right sides."""

    type: Literal["match"]
    pairs: list[Pair] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _is_distinct(self) -> Match:
        distinct(entry.id for entry in self.pairs)
        return self


class Order(ItemBase):
    """Steps to be put in order."""

    type: Literal["order"]
    steps: list[Step] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _is_distinct(self) -> Order:
        distinct(entry.id for entry in self.steps)
        return self


class Numeric(ItemBase):
    """A number within a tolerance."""

    type: Literal["numeric"]
    answer: float
    tolerance: float = Field(0.0, ge=0)
    unit: Words = ""
    feedback: Verdict
    near: list[NearMiss] = []


Item = Annotated[Single | Multi | TrueFalse | Match | Order | Numeric, Field(discriminator="type")]


class Quiz(Strict):
    """A named list of items with its pass mark.

    An attempt takes all items, or as many as `draw` says, or those of one of the `forms`.
    """

    id: Id
    title: Words
    intro: Words = ""
    pass_mark: float = Field(0.7, alias="pass", gt=0, le=1)
    draw: int | None = Field(None, ge=1)
    confidence: bool = False  # ask "how sure are you?"; never graded
    forms: dict[Id, list[Id]] = {}
    items: Annotated[list[Item], FLAT] = Field(min_length=1)

    @model_validator(mode="after")
    def _draws_no_more_than_it_has(self) -> Quiz:
        if self.draw is not None and self.draw > len(self.items):
            raise ValueError(f"draw is {self.draw} of {len(self.items)} items | draw fewer")
        return self

    @model_validator(mode="after")
    def _forms_hold_items_of_its_own(self) -> Quiz:
        known = {item.id for item in self.items}
        for form, names in self.forms.items():
            distinct(names)
            for name in names:
                if name not in known:
                    hint = did_you_mean(name, known)
                    raise ValueError(f"form '{form}' has no item '{short(name)}' | {hint}")
        return self

    def item(self, name: str) -> Item | None:
        """The item called `name`, if it is here."""
        return next((item for item in self.items if item.id == name), None)


def misconceptions(item: Item) -> set[str]:
    """The misconceptions that wrong answers to `item` reveal."""
    choices = [
        *getattr(item, "options", []),
        *getattr(item, "reasons", []),
        *getattr(item, "near", []),
    ]
    return {choice.misconception for choice in choices if choice.misconception}


def _right(options: list[Option], at_most: int) -> None:
    right = sum(option.correct for option in options)
    if not 1 <= right <= at_most:
        raise ValueError(f"{right} options are right, 1 to {at_most} must be | set  correct: true")
