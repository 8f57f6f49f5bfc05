"""Scenario > Turn > Choice: a conversation that branches; the words of both sides.

A path leads from the start through one choice a turn to an ending. Its score is the mean
of what its choices are worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from coursekit.content.item import ItemBase
from coursekit.content.models import Flaw, FlawError, Id, OptionId, Strict, distinct
from coursekit.content.problems import did_you_mean
from coursekit.content.words import Words

WORTH = {"good": 1.0, "fair": 0.5, "poor": 0.0}


class Choice(Strict):
    """What the learner may say or do, what it is worth, and where it leads."""

    id: OptionId
    text: Words
    value: Literal["good", "fair", "poor"]
    feedback: Words
    misconception: Id | None = None
    to: OptionId

    @model_validator(mode="after")
    def _says_what_a_poor_choice_reveals(self) -> Choice:
        if self.value == "poor" and self.misconception is None:
            raise ValueError(
                f"poor choice '{self.id}' names no misconception"
                " | add  misconception: <an id of quizzes/misconceptions.yml>"
            )
        return self


class Turn(Strict):
    """What the other person says or what happens, and what there is to choose from."""

    id: OptionId
    says: Words
    choices: list[Choice] = Field(min_length=2, max_length=4)

    @model_validator(mode="after")
    def _is_distinct(self) -> Turn:
        distinct(choice.id for choice in self.choices)
        return self


class Ending(Strict):
    """How a conversation ends, and what there is to take along."""

    id: OptionId
    says: Words
    debrief: Words


class Scenario(ItemBase):
    """A conversation: turns that lead to one another and to endings."""

    type: Literal["scenario"]
    start: OptionId
    turns: list[Turn] = Field(min_length=1, max_length=12)
    endings: list[Ending] = Field(min_length=1, max_length=8)

    @model_validator(mode="after")
    def _can_be_played(self) -> Scenario:
        distinct(part.id for part in self.parts)
        flaws = list(self._loose_ends()) or list(self._dead_ends())
        if flaws:
            raise FlawError(*flaws)
        return self

    @property
    def beliefs(self) -> set[str]:
        """The misconceptions behind choices."""
        offered = (choice for turn in self.turns for choice in turn.choices)
        return {choice.misconception for choice in offered if choice.misconception}

    @property
    def in_order(self) -> Scenario:
        """The scenario with the turn first at which it starts."""
        turns = sorted(self.turns, key=lambda turn: turn.id != self.start)
        return self.model_copy(update={"turns": turns})

    @property
    def parts(self) -> list[Turn | Ending]:
        """The turns, then the endings."""
        return [*self.turns, *self.endings]

    @property
    def numbers(self) -> dict[str, int]:
        """The number that each turn and each ending has on paper; the start is 1."""
        return {part.id: place for place, part in enumerate(self.in_order.parts, 1)}

    def _loose_ends(self) -> Iterator[Flaw]:
        """Ways that lead to nothing."""
        names = [turn.id for turn in self.turns]
        if self.start not in names:
            hint = did_you_mean(self.start, names)
            yield Flaw(("start",), f"turn '{self.start}' not found", hint)
        for place, turn in enumerate(self.turns):
            for number, choice in enumerate(turn.choices):
                if choice.to not in self.numbers:
                    at = ("turns", place, "choices", number, "to")
                    hint = did_you_mean(choice.to, self.numbers)
                    yield Flaw(at, f"turn or ending '{choice.to}' not found", hint)

    def _dead_ends(self) -> Iterator[Flaw]:
        """Ways that never end, parts that no way leads to, no way that is good throughout."""
        reached, circle = self._walked(("good", "fair", "poor"))
        if circle:
            hint = "let the choices lead on to other turns"
            at = self._keys_of(next(turn for turn in self.turns if turn.id == circle))
            yield Flaw(at, f"turn '{circle}' can come round again", hint)
        for part in self.parts:
            if part.id not in reached:
                hint = f"let a choice lead there with  to: {part.id}"
                yield Flaw(self._keys_of(part), f"nothing leads to '{part.id}'", hint)
        if not circle and not self._walked(("good",))[0] & {part.id for part in self.endings}:
            hint = "give each turn of one way a choice of  value: good"
            yield Flaw(("turns",), "no way from the start to an ending is good throughout", hint)

    def _keys_of(self, part: Turn | Ending) -> tuple[str, int]:
        place = self.parts.index(part)
        return ("turns", place) if isinstance(part, Turn) else ("endings", place - len(self.turns))

    def _walked(self, values: tuple[str, ...]) -> tuple[set[str], str | None]:
        """All parts that choices of these values lead to, and a turn that comes round again."""
        ways = {turn.id: [c.to for c in turn.choices if c.value in values] for turn in self.turns}
        reached: set[str] = set()
        circle = None

        def walk(part: str, before: tuple[str, ...]) -> None:
            nonlocal circle
            if part in before:
                circle = circle or part
            elif part not in reached:
                reached.add(part)
                for name in ways.get(part, []):
                    walk(name, (*before, part))

        walk(self.start, ())
        return reached, circle
