"""Item > Option: the questions' types with their keys; translations replace the words.

Every type answers two questions alike: `choices`, the lists of options it offers, and
`beliefs`, the misconceptions that answers to it can reveal.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from coursekit.content.facts import ClaimId
from coursekit.content.models import Flaw, FlawError, Id, OptionId, Strict, distinct
from coursekit.content.words import WordList, Words, placeholders

Pillar = Literal["brand", "find", "engage", "relate", "none"]  # none: on no list of LinkedIn's


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


class Gap(Strict):
    """A place of a text, and what may stand there: one option is right."""

    id: OptionId
    options: list[Option] = Field(min_length=2, max_length=6)

    @model_validator(mode="after")
    def _has_one_right_option(self) -> Gap:
        one_right(self.options)
        return self


class Entry(Strict):
    """Something to be sorted; a wrong place reveals its misconception."""

    id: OptionId
    text: Words
    pillar: Pillar
    feedback: Words
    misconception: Id


class ItemBase(Strict):
    """What every item has, whatever its type."""

    id: Id
    replaces: Id | None = None  # the item whose question this one asks in another way
    objective: Id
    claims: list[ClaimId] = Field(min_length=1)
    points: float = Field(1, gt=0, le=10)
    attempts: int = Field(2, ge=1, le=3)
    prompt: Words
    hints: WordList = Field(default=[], max_length=3)
    nudge: Words

    @property
    def choices(self) -> list[list[Option]]:
        """The lists of options that the item offers."""
        return []

    @property
    def beliefs(self) -> set[str]:
        """The misconceptions that wrong answers reveal."""
        offered = (option for options in self.choices for option in options)
        return {option.misconception for option in offered if option.misconception}


class Single(ItemBase):
    """Exactly one right option."""

    type: Literal["single"]
    options: list[Option] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _has_one_right_option(self) -> Single:
        one_right(self.options)
        return self

    @property
    def choices(self) -> list[list[Option]]:
        """The options."""
        return [self.options]


class Multi(ItemBase):
    """Any number of right options, partial credit."""

    type: Literal["multi"]
    options: list[Option] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _has_a_right_option(self) -> Multi:
        some_right(self.options, at_most=len(self.options) - 1)
        return self

    @property
    def choices(self) -> list[list[Option]]:
        """The options."""
        return [self.options]


class TrueFalse(ItemBase):
    """A statement to judge, and the reason: half the points each."""

    type: Literal["truefalse"]
    answer: bool
    feedback: Verdict
    reasons: list[Option] = Field(min_length=2, max_length=5)

    @model_validator(mode="after")
    def _has_one_right_reason(self) -> TrueFalse:
        one_right(self.reasons)
        return self

    @property
    def choices(self) -> list[list[Option]]:
        """The reasons."""
        return [self.reasons]


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

    @property
    def beliefs(self) -> set[str]:
        """The misconceptions behind the near misses."""
        return {miss.misconception for miss in self.near if miss.misconception}


class Cloze(ItemBase):
    """A text with gaps, each to be filled with one of its options."""

    type: Literal["cloze"]
    text: Words
    gaps: list[Gap] = Field(min_length=1, max_length=6)

    @model_validator(mode="after")
    def _has_each_gap_once_in_its_text(self) -> Cloze:
        distinct(gap.id for gap in self.gaps)
        if fault := self.fault_of(self.text):
            raise FlawError(Flaw(("text",), *fault))
        return self

    def fault_of(self, text: str) -> tuple[str, str] | None:
        """What keeps `text`, the item's or a translation of it, from being filled in; a cure."""
        wanted = tuple(sorted(f"{{{gap.id}}}" for gap in self.gaps))
        given = placeholders(text)
        if given != wanted:
            message = f"the gaps of the text are {', '.join(given) or 'none'}"
            return message, f"put each of  {' '.join(wanted)}  into it once"
        if "](" in text or "`" in text:
            return "the text of a cloze holds a link or code", "write words and gaps only"
        return None

    @property
    def choices(self) -> list[list[Option]]:
        """The options of each gap."""
        return [gap.options for gap in self.gaps]


class Sort(ItemBase):
    """Entries, each to be put under a pillar or on no list at all."""

    type: Literal["sort"]
    entries: list[Entry] = Field(min_length=4, max_length=8)

    @model_validator(mode="after")
    def _has_something_to_tell_apart(self) -> Sort:
        distinct(entry.id for entry in self.entries)
        if len({entry.pillar for entry in self.entries}) == 1:
            raise ValueError("all entries belong to one pillar | add one that does not")
        return self

    @property
    def beliefs(self) -> set[str]:
        """The misconceptions behind wrong places."""
        return {entry.misconception for entry in self.entries}


class Reflect(ItemBase):
    """A question without a key: the learner writes, then compares. It earns no points."""

    type: Literal["reflect"]
    points: Annotated[float, Field(ge=0, le=0)]
    nudge: Words = ""
    criteria: WordList = Field(min_length=2, max_length=5)
    model: Words


def one_right(options: list[Option]) -> None:
    """Refuse options of which not exactly one is right; for the validators of models."""
    some_right(options, at_most=1)


def some_right(options: list[Option], at_most: int) -> None:
    """Refuse options of which none, or more than `at_most`, are right."""
    distinct(option.id for option in options)
    right = sum(option.correct for option in options)
    if not 1 <= right <= at_most:
        wanted = "1" if at_most == 1 else f"1 to {at_most}"
        raise ValueError(f"{right} options are right, {wanted} must be | set  correct: true")
