"""Two thousand files broken from real ones: read with a meaning, or refused with a cure.

Nothing in a file is executed, no alias is expanded, no message runs on, nothing takes long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

import pytest

from coursekit.content.exercise import Amounts, Exercise
from coursekit.content.facts import Glossary, Misconceptions
from coursekit.content.key import fingerprint
from coursekit.content.models import build
from coursekit.content.outline import Outline
from coursekit.content.phrases import Phrases
from coursekit.content.problems import Problem
from coursekit.content.quiz import Quiz
from coursekit.content.words import read_overlay, strings, worded
from coursekit.content.yamlfile import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
EACH = 100  # mutations in one test: 20 tests
FILES = {
    "quizzes/start-lessons.yml": Quiz,
    "quizzes/brand-lessons.yml": Quiz,
    "quizzes/brand.yml": Quiz,
    "quizzes/misconceptions.yml": Misconceptions,
    "exercises/brand-13-to-18/exercise.yml": Exercise,
    "exercises/brand-13-to-18/solution.yml": Amounts,
    "course.yml": Outline,
    "locales/en/phrases.yml": Phrases,
    "locales/es/glossary.yml": Glossary,
    "locales/he/quizzes/start-lessons.yml": None,  # a translation
}
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in FILES}
PLACE = re.compile(r"^[\w./-]+:\d+:\d+: \S.*$")
VALUES = (
    "", "null", "~", "yes", "3", "-1", "1e400", ".nan", "0x1F", "017", "2026-13-45", "1:2:3",
    "[]", "{}", "[a, [b]]", "{a: {b: c}}", "'", '"', "@", "%", "{text}", "[[[", "- - -", "? a", "|",
    "&a [*a]", "*nowhere", "<<: {a: b}", "x" * 100_000, "9" * 5_000, "é\u202e\u2066", "\U0001f600",
)  # fmt: skip
TAGS = (
    "!!python/object/apply:os.system ['touch {mark}']",
    "!!python/object/new:os.system ['touch {mark}']",
    "!!python/name:os.system",
    "!!python/module:os",
    "!!binary aGk=",
    "!!set {a, b}",
    "!include /etc/passwd",
    "!!str 3",
)
BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{'bcdefghij'[n]}: &{'bcdefghij'[n]} [{', '.join(['*' + 'abcdefghi'[n]] * 9)}]\n"
    for n in range(9)
)


def cut(text: str, rng: Random) -> str:
    start = rng.randrange(len(text))
    return text[:start] + text[start + rng.randrange(1, 60) :]


def stop(text: str, rng: Random) -> str:
    return text[: rng.randrange(len(text))]


def swap(text: str, rng: Random) -> str:
    lines = text.splitlines()
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def double(text: str, rng: Random) -> str:
    return at_line(text, rng, lambda line: f"{line}\n{line}")


def indent(text: str, rng: Random) -> str:
    return at_line(text, rng, lambda line: rng.choice([f" {line}", f"\t{line}", line.lstrip()]))


def change_value(text: str, rng: Random) -> str:
    value = rng.choice(VALUES)
    return at_line(
        text, rng, lambda line: re.sub(r"(?<=: ).*|(?<=- ).*", lambda _: value, line, count=1)
    )


def rename(text: str, rng: Random) -> str:
    return at_line(
        text, rng, lambda line: re.sub(r"\w+(?=:)", "x" + line.strip()[:3], line, count=1)
    )


def control(text: str, rng: Random) -> str:
    place = rng.randrange(len(text))
    return text[:place] + rng.choice("\x00\x07\x1b\x7f\x85\u2028\ufeff\r\t") + text[place:]


def tag(text: str, rng: Random) -> str:
    value = rng.choice(TAGS)
    return at_line(text, rng, lambda line: re.sub(r"(?<=: ).*", lambda _: value, line, count=1))


def bomb(text: str, rng: Random) -> str:
    return rng.choice([BOMB + text, text + "\n" + BOMB])


def nest(text: str, rng: Random) -> str:
    deep = rng.choice([30, 60, 3_000, 50_000])
    pair = rng.choice(["[]", "{}"])
    value = pair[0] * deep + pair[1] * rng.choice([deep, 0])
    return at_line(text, rng, lambda line: re.sub(r"(?<=: ).*", lambda _: value, line, count=1))


def at_line(text: str, rng: Random, change: Callable[[str], str]) -> str:
    lines = text.splitlines()
    place = rng.randrange(len(lines))
    lines[place] = change(lines[place])
    return "\n".join(lines)


MUTATIONS = (
    cut, stop, swap, double, indent, change_value, change_value, rename, control, tag, bomb, nest,
)  # fmt: skip


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """A file that is there only if something in a mutated file was executed."""
    return tmp_path / "executed"


@pytest.mark.parametrize("seed", range(20))
def test_a_mutated_file_is_read_with_a_meaning_or_refused_with_a_cure(seed, mark):
    rng = Random(seed)
    outcomes = {"read": 0, "refused": 0}

    for number in range(EACH):
        name = rng.choice(list(FILES))
        mutation = rng.choice(MUTATIONS)
        text = mutation(TEXTS[name], rng).replace("{mark}", str(mark))
        begun = process_time()
        said = answer(name, text)
        assert process_time() - begun < 2, (seed, number, name, mutation.__name__)
        outcomes[said] += 1

    assert not mark.exists()
    assert min(outcomes.values()) > EACH / 20, outcomes  # both ways are tried


def answer(name: str, text: str) -> str:
    """Whether `text` is read or refused; fails if it is neither done well."""
    document, problems = parse_yaml(text, name)
    if document is None:
        return refused(name, problems)
    kind = FILES[name]
    if kind is None:
        overlay, problems = read_overlay(document)
        return refused(name, problems) if problems else read_words(overlay.words)
    model, problems = build(kind, document)
    if model is None:
        return refused(name, problems)
    read_words(strings(model))
    given = model.model_dump(by_alias=True, exclude_defaults=True)
    assert kind.model_validate(given) == model
    assert worded(model, {}) == model
    if isinstance(model, Quiz):
        assert all(re.fullmatch("[0-9a-f]{8}", fingerprint(item)) for item in model.items)
    return "read"


def read_words(words: dict[str, str]) -> str:
    assert all(isinstance(text, str) and text.strip() for text in words.values())
    return "read"


def refused(name: str, problems: list[Problem]) -> str:
    assert problems
    for problem in problems:
        line, *hint = str(problem).split("\n")
        assert PLACE.match(line), line
        assert problem.path == name
        assert hint, line
        assert len(line) + len(hint[0]) < 600, line
    return "refused"


def test_a_tag_that_were_obeyed_would_be_noticed(mark):
    """The fault that the test above must find: a loader that obeys tags."""
    import yaml

    value = TAGS[0].replace("{mark}", str(mark))
    yaml.load(f"a: {value}", Loader=yaml.UnsafeLoader)

    assert mark.exists()
