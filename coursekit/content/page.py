"""Pages: front matter, headings with anchors, fences, claims and links of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from coursekit.content.models import Id, Strict, build
from coursekit.content.problems import Problem, did_you_mean
from coursekit.content.words import hash_words
from coursekit.content.yamlfile import parse_yaml

FENCES = ("quiz", "exercise", "simulator", "sources", "walkthrough", "picture", "progress")

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
FENCE = re.compile(r"^(```+|~~~+) *([\w-]*)[^\n]*\n(.*?)^\1 *$", re.S | re.M)
HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: *\{ *#([\w-]+)[^}]*\})? *$", re.M)
CLAIM = re.compile(r"\[claim:([A-Za-z0-9]+)\]")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)[^)]*\)")


class FrontMatter(Strict):
    """The head of a page; `source` ties a translation to its English page."""

    id: Id
    title: str
    description: str
    minutes: int = Field(0, ge=0, le=60)
    objectives: dict[Id, str] = {}
    source: str = ""


@dataclass(frozen=True)
class Fence:
    """A block of the course inside a page; `body` is its YAML, read."""

    kind: str
    body: Any
    line: int


@dataclass(frozen=True)
class Page:
    """One Markdown page as its structure; `path` is relative to its language folder."""

    path: str
    language: str
    front: FrontMatter
    text: str
    hash: str
    headings: list[tuple[int, str, int]]  # level, anchor, line
    fences: list[Fence]
    claims: list[tuple[str, int]]
    links: list[tuple[str, int]]

    @property
    def file(self) -> str:
        """The page's path from the root of the repository."""
        return f"docs/{self.language}/{self.path}"

    @property
    def anchors(self) -> set[str]:
        """Every anchor a link may lead to."""
        return {anchor for _, anchor, _ in self.headings if anchor}

    @property
    def paragraphs(self) -> list[tuple[int, str]]:
        """The paragraphs of running text, each with its first line; no headings, no tables."""
        prose = _prose(self.text)
        return [
            (_line(prose, match), match[0])
            for match in re.finditer(r"^(?![#|]).+(?:\n.+)*", prose, re.M)
        ]

    def problem(self, line: int, message: str, hint: str = "") -> Problem:
        """A problem at a line of this page."""
        return Problem(self.file, line, 1, message, hint)


def read_page(path: Path, root: Path) -> tuple[Page | None, list[Problem]]:
    """The page at `path`, a file below `root`/docs/<language>."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem(name, 1, 1, "not UTF-8 text", "save the file as UTF-8")]
    head = FRONT.match(text)
    if head is None:
        hint = "begin the file with a line ---, then id, title, description, and a line ---"
        return None, [Problem(name, 1, 1, "front matter is missing", hint)]
    document, problems = parse_yaml(head.group(1), name, first_line=2)
    if document is None:
        return None, problems
    front, problems = build(FrontMatter, document)
    if front is None:
        return None, problems
    _, language, inner = name.split("/", 2)
    page = Page(inner, language, front, text, hash_words(text), *_structure(text, name, problems))
    return page, problems + _without_anchor(page)


def _structure(text: str, name: str, problems: list[Problem]) -> tuple:
    fences = []
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match[2] in FENCES:
            body, wrong = _fence_body(match[3], name, line + 1)
            problems.extend(wrong)
            fences.append(Fence(match[2], body, line))
        elif match[2] and (hint := did_you_mean(match[2], FENCES)).startswith("did you mean"):
            problems.append(Problem(name, line, 1, f"unknown block '{match[2]}'", hint))
    prose = _prose(text)
    return (
        [(len(m[1]), m[3] or "", _line(prose, m)) for m in HEADING.finditer(prose)],
        fences,
        [(m[1], _line(prose, m)) for m in CLAIM.finditer(prose)],
        [(m[1], _line(prose, m)) for m in LINK.finditer(prose)],
    )


def _prose(text: str) -> str:
    """The text with front matter and fences blanked: lines keep their numbers."""
    return FENCE.sub(_blank, FRONT.sub(_blank, text))


def _fence_body(text: str, name: str, line: int) -> tuple[Any, list[Problem]]:
    if not text.strip():
        return {}, []
    document, problems = parse_yaml(text, name, first_line=line)
    return (document.value if document else {}), problems


def _line(text: str, match: re.Match) -> int:
    return text.count("\n", 0, match.start()) + 1


def _blank(match: re.Match) -> str:
    return "\n" * match[0].count("\n")


def _without_anchor(page: Page) -> list[Problem]:
    return [
        page.problem(line, "heading has no anchor", "end it with  {#short-name}")
        for level, anchor, line in page.headings
        if level > 1 and not anchor
    ]
