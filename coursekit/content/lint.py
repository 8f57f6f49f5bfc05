"""How questions should not be written: what gives an answer away, or tricks who knows it.

Nothing here keeps a quiz from being shown; `course check` reports it, with place and cure.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from coursekit.content.item import Cloze, Multi, Numeric, Option
from coursekit.content.library import Library
from coursekit.content.phrases import Phrases, plain
from coursekit.content.problems import Problem, short
from coursekit.content.quiz import Item, Quiz
from coursekit.content.words import SOURCE, texts

SPARE = 0.15  # of the questions: how much more often than by chance a pattern may occur
ENOUGH = 15  # letters of a text that nobody writes twice by chance
LONG = 20  # letters of texts that differ in two of them by mistake only


@dataclass(frozen=True)
class Asked:
    """A quiz as it is asked in one language."""

    library: Library
    language: str
    name: str  # of its string file
    quiz: Quiz
    phrases: Phrases | None

    def problem(self, text: str, message: str, hint: str) -> Problem:
        """A problem of the words called `text`."""
        return self.library.text_problem(self.language, self.name, text, message, hint)


def lint(library: Library) -> list[Problem]:
    """What should be written otherwise, in every quiz and every language, sorted by place."""
    found: list[Problem] = []
    for name in library.quizzes:
        file = f"quizzes/{name}"
        for language in library.languages:
            if language == SOURCE or (language, file) in library.overlays:
                phrases = library.phrases.get(language)
                quiz = library.quiz(name, language)
                found += _asked(Asked(library, language, file, quiz, phrases))
    return sorted(set(found))


def _asked(asked: Asked) -> Iterator[Problem]:
    yield from _longest(asked)
    if asked.language == SOURCE:  # a translation cannot move a key
        yield from _places(asked)
    before: list[tuple[str, str]] = []  # what earlier items say, and which
    for item in asked.quiz.items:
        yield from _phrases(asked, item)
        yield from _overlaps(asked, item)
        yield from _given_away(asked, item, before)
        before += [(item.id, text.words) for text in texts(item)]


def _groups(item: Item) -> Iterator[tuple[str, list[Option]]]:
    """The lists of options of an item, each with the string id that its options' begin with."""
    match item:
        case Cloze():
            for gap in item.gaps:
                yield f"{item.id}.gaps.{gap.id}.options", gap.options
        case _:
            for options in item.choices:
                name = "reasons" if item.type == "truefalse" else "options"
                yield f"{item.id}.{name}", options


def _keyed(quiz: Quiz) -> list[tuple[str, list[Option]]]:
    """All lists of options of which one is right."""
    items = [item for item in quiz.items if not isinstance(item, Multi)]
    return [group for item in items for group in _groups(item)]


def _allowed(sizes: list[int]) -> int:
    """How often what chance does once in `size` may occur in all, with a little to spare."""
    return math.ceil(sum(1 / size + SPARE for size in sizes) - 1e-9)


def _longest(asked: Asked) -> Iterator[Problem]:
    """The right option is the longest too often: who knows nothing would choose it."""
    groups = _keyed(asked.quiz)
    most = _allowed([len(options) for _, options in groups])
    hits = [
        f"{prefix}.{right.id}.text"
        for prefix, options in groups
        for right in options
        if right.correct
        and all(len(right.text) > len(other.text) for other in options if other is not right)
    ]
    if len(hits) > most:
        message = f"the right option is the longest in {len(hits)} of {len(groups)} questions"
        names = ", ".join(dict.fromkeys(hit.split(".")[0] for hit in hits))
        yield asked.problem(hits[0], message, f"{most} at most; shorten it in some of: {names}")


def _places(asked: Asked) -> Iterator[Problem]:
    """The right option stands in one place too often: on paper, that is a pattern."""
    groups = _keyed(asked.quiz)
    places = [next(n for n, o in enumerate(options) if o.correct) for _, options in groups]
    for place, count in sorted(Counter(places).items()):
        most = _allowed([len(options) for _, options in groups if len(options) > place])
        if count > most:
            prefix, options = groups[places.index(place)]
            message = f"option {place + 1} is the right one in {count} of {len(groups)} questions"
            hint = f"{most} at most; let it stand elsewhere in some"
            yield asked.problem(f"{prefix}.{options[place].id}.text", message, hint)


def _phrases(asked: Asked, item: Item) -> Iterator[Problem]:
    if asked.phrases is None:
        return
    if phrase := asked.phrases.negative_in(item.prompt):
        hint = "ask what is so, or which one to avoid"
        yield asked.problem(f"{item.id}.prompt", f"'{phrase}' asks for what is not so", hint)
    for prefix, options in _groups(item):
        for option in options:
            if phrase := asked.phrases.all_or_none_in(option.text):
                message = f"option '{option.id}' is only about the others: '{phrase}'"
                hint = "write an option of its own, or let several be right"
                yield asked.problem(f"{prefix}.{option.id}.text", message, hint)


def _overlaps(asked: Asked, item: Item) -> Iterator[Problem]:
    """Two options that say the same, or whose numbers overlap."""
    for prefix, options in _groups(item):
        for one, other in combinations(options, 2):
            if _same(one.text, other.text):
                message = f"options '{one.id}' and '{other.id}' say nearly the same"
            elif asked.phrases and _overlap(one.text, other.text, asked.phrases):
                message = f"the numbers of options '{one.id}' and '{other.id}' overlap"
            else:
                continue
            hint = "let one answer be clearly the right one"
            yield asked.problem(f"{prefix}.{other.id}.text", message, hint)


def _same(one: str, other: str) -> bool:
    """The same words in any order, or one or two letters apart in a long text."""
    if _bag(one) == _bag(other):
        return True
    if any(sign.isdigit() for sign in one + other) or min(len(one), len(other)) < LONG:
        return False
    matched = SequenceMatcher(None, plain(one), plain(other), autojunk=False)
    return matched.quick_ratio() > 0.9 and _apart(matched) <= 2


def _bag(text: str) -> list[str]:
    """The words in any order; quotation marks and brackets may be what is asked for."""
    return sorted(word.rstrip(".,;:!?…") for word in text.casefold().split())


def _apart(matched: SequenceMatcher) -> int:
    """The number of letters that have to be changed."""
    changes = (op for op in matched.get_opcodes() if op[0] != "equal")
    return sum(max(end - start, to - at) for _, start, end, at, to in changes)


def _overlap(one: str, other: str, phrases: Phrases) -> bool:
    """Two ranges in the same words that share a number: 10 to 20 and 20 to 30."""
    first, second = phrases.range.search(one), phrases.range.search(other)
    if not first or not second:
        return False
    around = [plain(text.replace(found[0], "#")) for text, found in ((one, first), (other, second))]
    low, high = (float(number.replace(",", ".")) for number in first.groups())
    least, most = (float(number.replace(",", ".")) for number in second.groups())
    return around[0] == around[1] and low <= most and least <= high


def _given_away(asked: Asked, item: Item, before: list[tuple[str, str]]) -> Iterator[Problem]:
    """The right answer stands in so many words where it has been read before."""
    own = [(item.id, text) for text in (item.prompt, item.nudge, *item.hints[:2])]
    known = before if isinstance(item, Cloze) else [*before, *own]
    answers = {
        f"{prefix}.{option.id}.text": plain(option.text)
        for prefix, options in _groups(item)
        for option in options
        if option.correct and not isinstance(item, Multi)
    }
    if isinstance(item, Numeric):
        answers[f"{item.id}.prompt"] = plain(f"{item.answer:g}")
    for text, answer in answers.items():
        least = 4 if isinstance(item, Numeric) else ENOUGH  # with a space on either side
        where = next((where for where, words in known if answer in plain(words)), None)
        if where and len(answer) > least:
            hint = f"say it in other words there, or ask this before '{short(where)}'"
            yield asked.problem(text, f"the answer stands in the words of item '{where}'", hint)
