"""Quiz > Item: a named list of questions, and how an attempt takes from it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from coursekit.content.item import (
    Cloze,
    Match,
    Multi,
    Numeric,
    Order,
    Reflect,
    Single,
    Sort,
    TrueFalse,
)
from coursekit.content.models import Id, Strict, distinct
from coursekit.content.problems import did_you_mean, short
from coursekit.content.scenario import Scenario
from coursekit.content.words import FLAT, Words

Item = Annotated[
    Single | Multi | TrueFalse | Match | Order | Numeric | Cloze | Sort | Scenario | Reflect,
    Field(discriminator="type"),
]


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
    retired: list[Id] = []  # ids of items that are asked no more; never given again
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
