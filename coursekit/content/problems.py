"""What is wrong with a file, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One defect at one place; lines and columns count from 1."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}: {self.message}"
        return f"{place}\n  hint: {self.hint}" if self.hint else place


def short(value: object) -> str:
    """`value` as a message quotes it: in one line of at most 40 characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or lists what there is."""
    names = sorted(known)
    near = get_close_matches(word[:200], names, n=1, cutoff=0.5)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known: {', '.join(map(short, names[:12]))}" if names else ""


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted by place, one after the other."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))
