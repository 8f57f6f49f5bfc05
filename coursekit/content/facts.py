"""What the course rests on: claims with their evidence, and misconceptions with their cure."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, RootModel, StringConstraints, model_validator

from coursekit.content.models import Id, Strict
from coursekit.content.words import FLAT, Words

ClaimId = Annotated[str, StringConstraints(pattern=r"^[SOAD]\d{1,3}$")]
Grade = Literal["official", "observed", "practitioner", "assumption", "outdated"]
Theme = Literal[
    "score", "dashboard", "levels", "change", "access", "reach", "worth",
    "brand", "find", "engage", "relate", "model",
]  # fmt: skip


class Source(Strict):
    """Where a claim was read."""

    id: Id
    title: Words
    url: str = Field("", pattern=r"^(https?://\S+)?$")
    published: Annotated[str, BeforeValidator(str)] = ""


class Claim(Strict):
    """One statement of the ledger with its grade and its dates."""

    id: ClaimId
    theme: Theme
    grade: Grade
    source: Id
    checked: date
    review: date
    text: Words

    @model_validator(mode="after")
    def _review_comes_later(self) -> Claim:
        if self.review <= self.checked:
            message = f"review {self.review} is not after checked {self.checked}"
            raise ValueError(f"{message} | give the day on which to read the source again")
        return self


class Sources(RootModel):
    """All sources, in the order of the file."""

    root: Annotated[list[Source], FLAT]


class Claims(RootModel):
    """All claims, in the order of the file."""

    root: Annotated[list[Claim], FLAT]


class Misconception(Strict):
    """A wrong belief and the page section that cures it."""

    id: Id
    cure: str = Field(pattern=r"^[a-z0-9/-]+\.md#[a-z0-9-]+$")
    text: Words


class Misconceptions(RootModel):
    """All misconceptions, in the order of the file."""

    root: Annotated[list[Misconception], FLAT]


class Term(Strict):
    """A technical term of the course and what it is called in one language.

    In English, `term` and `note` are what readers find in the glossary; elsewhere `note` is
    for translators.
    """

    term: Words
    use: str
    avoid: list[str] = []  # advice: such a word may be right in another sense
    forbidden: list[str] = []  # stands in no text of the language
    note: Words = ""

    @property
    def id(self) -> str:
        """The term in small letters, digits and hyphens."""
        return re.sub("[^a-z0-9]+", "-", self.term.lower()).strip("-")


class Glossary(RootModel):
    """The terms of one language, in the order of the file."""

    root: Annotated[list[Term], FLAT]
