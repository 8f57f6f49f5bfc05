"""Bank > Question: what every format of a question bank says about a quiz in one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from coursekit.content.item import Match
from coursekit.content.key import partners
from coursekit.content.library import Library
from coursekit.content.quiz import Item, Quiz
from coursekit.content.scenario import Scenario, Turn
from coursekit.content.textfile import read_text
from coursekit.export.bank_text import Voice
from coursekit.export.order import Order
from coursekit.render.quiz import PILLARS
from coursekit.render.scene import Scene

RELEASE = re.compile(r"^## .*?\b(\d{4}-\d{2}-\d{2})\s*$", re.M)


@dataclass(frozen=True)
class Bank:
    """A quiz in the words of the scene's language; `release` says which state of it this is."""

    scene: Scene
    quiz: Quiz
    release: str

    @cached_property
    def voice(self) -> Voice:
        """The words of the bank."""
        return Voice(self.scene)

    @property
    def course(self) -> str:
        """The title of the course."""
        return self.scene.library.page(self.scene.language, "index.md").front.title

    @cached_property
    def modules(self) -> dict[str, str]:
        """For each item the module that teaches its objective."""
        return self.scene.library.modules_of(self.quiz.items)

    def place(self, item: Item) -> int:
        """The place of an item in its quiz, from 1."""
        return [each.id for each in self.quiz.items].index(item.id) + 1

    def tags(self, item: Item) -> list[str]:
        """What an item can be found by, in words that are the same in every language."""
        module = self.modules[item.id]
        place = f"pillar:{module}" if module in PILLARS else f"module:{module}"
        beliefs = [f"misconception:{name}" for name in sorted(item.beliefs)]
        return [f"objective:{item.objective}", place, *beliefs]

    def tries(self, item: Item) -> int:
        """How often an item may be tried; in a test with forms once."""
        return 1 if self.quiz.forms else item.attempts

    def helps(self, item: Item) -> list[list[str]]:
        """What there is to read after each try but the last: the nudge, and the next hints."""
        gaps = self.tries(item) - 1
        if not gaps or not item.points:  # what is not graded cannot be wrong
            return []
        share = -(-len(item.hints) // gaps)
        return [[item.nudge, *item.hints[at * share : (at + 1) * share]] for at in range(gaps)]

    def partners(self, item: Match) -> dict[str, str]:
        """For each pair the id of its right side; which are one is decided in English."""
        _, source = self.scene.library.items[item.id]
        assert isinstance(source, Match)
        return partners(source)

    def lost_hints(self, item: Item) -> list[str]:
        """Why hints of an item are not in the bank, if so; in a test the course has none either."""
        if item.hints and not self.helps(item) and not self.quiz.forms:
            return ["its hints are left out: they stand between tries, and there is one try"]
        return []


def banks_of(order: Order, language: str, to_html: Callable[[str], str]) -> Iterator[Bank]:
    """The bank of each quiz in one language."""
    library = order.library
    scene = Scene(library, language, "index.md", to_html, str)
    release = release_name(library, language, order.day)
    for name in library.quizzes:
        yield Bank(scene, library.quiz(name, language), release)


def release_name(library: Library, language: str, day: date | None = None) -> str:
    """The day of a release, or the newest facts of a draft and a mark of its words.

    The day is `day`, else that of the newest heading with a date in CHANGELOG.md. The clock is
    never asked: the same files give the same banks.
    """
    if day:
        return day.isoformat()
    text, _ = read_text(library.root / "CHANGELOG.md", library.root)
    if found := RELEASE.search(text or ""):
        return found[1]
    words = "".join(library.quiz(name, language).model_dump_json() for name in library.quizzes)
    checked = max(claim.checked for claim in library.claims().values())
    return f"{checked.isoformat()} draft {sha256(words.encode()).hexdigest()[:6]}"


def best_way(scenario: Scenario) -> list[Turn]:
    """The turns of a way through a conversation on which every choice can be a good one."""
    turns = {turn.id: turn for turn in scenario.turns}

    def ways(name: str) -> Iterator[list[Turn]]:
        if name not in turns:
            yield []
            return
        for choice in turns[name].choices:
            if choice.value == "good":
                yield from ([turns[name], *rest] for rest in ways(choice.to))

    return next(ways(scenario.start))


def last_words(scenario: Scenario) -> list[str]:
    """How the conversation ends on the best way, and what there is to take along."""
    last = next(choice for choice in best_way(scenario)[-1].choices if choice.value == "good")
    ending = next(each for each in scenario.endings if each.id == last.to)
    return [ending.says, ending.debrief]
