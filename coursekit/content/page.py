"""Pages: front matter, headings with anchors, fences, claims and links of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import Field

from coursekit.content.fence import FENCE, PROSE, Fence, read_fences
from coursekit.content.models import Id, Strict, build
from coursekit.content.problems import Problem
from coursekit.content.textfile import read_text
from coursekit.content.words import hash_words
from coursekit.content.yamlfile import parse_yaml

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: *\{ *#([\w-]+)[^}]*\})? *$", re.M)
CLAIM = re.compile(r"\[claim:([A-Za-z0-9]+)\]")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)[^)]*\)")
ADDRESS = re.compile(r"\]\(\s*<?([^)\s>]+)|^\[[^\]]+\]:\s*<?([^\s>]+)", re.M)
MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>?|\{[^}\n]*\bon\w+\s*=[^}\n]*\}")
BLOCK = re.compile(r"^.+(?:\n.+)*", re.M)
KEY = re.compile(r"^\w+: *[|>][+-]?$")
MANY_PAGES = 2000  # more than the course has; most stay as they are while an author writes
CODE = re.compile(r"(`+)[^`\n]+\1")


class FrontMatter(Strict):
    """The head of a page; `source` ties a translation to its English page."""

    id: Id
    title: str
    description: str
    minutes: int = Field(0, ge=0, le=60)
    objectives: dict[Id, str] = {}
    source: str = ""


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

    @cached_property
    def addresses(self) -> list[tuple[str, int]]:
        """Where links and images lead, however they are written, each with its line."""
        prose = _prose(self.text)
        return [(m[1] or m[2], _line(prose, m)) for m in ADDRESS.finditer(prose)]

    @cached_property
    def markup(self) -> list[tuple[str, int]]:
        """HTML tags and attributes that run something, outside code, each with its line."""
        prose = CODE.sub("", _prose(self.text))
        head = (self.front.title, self.front.description, *self.front.objectives.values())
        return [
            *((m[0], 1) for text in head for m in MARKUP.finditer(text)),
            *((m[0], _line(prose, m)) for m in MARKUP.finditer(prose)),
        ]

    @cached_property
    def paragraphs(self) -> list[tuple[int, str]]:
        """The paragraphs of running text, each with its first line; no headings, no tables."""
        prose = _prose(self.text)
        return [
            (_line(prose, match), match[0])
            for match in re.finditer(r"^(?![#|]).+(?:\n.+)*", prose, re.M)
        ]

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """Everything that is read: paragraphs, headings and tables, each with its first line."""
        prose = _prose(self.text)
        return [(_line(prose, match), match[0]) for match in BLOCK.finditer(prose)]

    def problem(self, line: int, message: str, hint: str = "") -> Problem:
        """A problem at a line of this page."""
        return Problem(self.file, line, 1, message, hint)


def read_page(path: Path, root: Path) -> tuple[Page | None, list[Problem]]:
    """The page at `path`, a file below `root`/docs/<language>."""
    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    return _page(text, path.relative_to(root).as_posix())


@lru_cache(maxsize=MANY_PAGES)
def _page(text: str, name: str) -> tuple[Page | None, list[Problem]]:
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
    fences, problems = read_fences(text, name)
    prose = _prose(text)
    page = Page(
        path=inner,
        language=language,
        front=front,
        text=text,
        hash=hash_words(text),
        headings=[(len(m[1]), m[3] or "", _line(prose, m)) for m in HEADING.finditer(prose)],
        fences=fences,
        claims=[(m[1], _line(prose, m)) for m in CLAIM.finditer(prose)],
        links=[(m[1], _line(prose, m)) for m in LINK.finditer(prose)],
    )
    return page, problems + _without_anchor(page)


def _prose(text: str) -> str:
    """The text with front matter and fences blanked: lines keep their numbers."""
    return FENCE.sub(_unfenced, FRONT.sub(_blank, text))


def _unfenced(match: re.Match) -> str:
    """A fence blanked; of one that holds running text, only what is not text."""
    if match[2] not in PROSE:
        return _blank(match)
    lines = (line.strip() for line in match[3].split("\n"))
    return "\n" + "\n".join("" if KEY.match(line) else line for line in lines)


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
