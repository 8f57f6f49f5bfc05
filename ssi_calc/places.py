"""YAML from strangers, with the place of everything: ``Document > value, places, problems``.

Only what a plan needs: keys, lists, words, numbers. Tags and aliases are refused, size and
depth are bounded, so that no file can hang or fill the machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ssi_calc.words import quoted

LARGEST = 200_000  # bytes; the largest file of the course has 25,000
DEEPEST = 20
MOST_TOLD = 20


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a file, printed as ``path:line:column: message`` and a hint.

    Attributes
    ----------
    path : str
    line, column : int
        As people count, from 1.
    message : str
    hint : str
        What to do about it; empty when the message says enough.

    Examples
    --------
    >>> print(Problem("plan.yml", 6, 9, "weeks must be a whole number", "weeks: 8"))
    plan.yml:6:9: weeks must be a whole number
      hint: weeks: 8
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        lines = [f"{self.path}:{self.line}:{self.column}: {self.message}"]
        lines += [f"  hint: {self.hint}"] if self.hint else []
        return "\n".join(map(printable, lines))


def told(problems: Sequence[Problem]) -> str:
    """Problems as they are printed: the first twenty, and how many more there are."""
    lines = [str(problem) for problem in problems[:MOST_TOLD]]
    more = len(problems) - len(lines)
    return "\n".join(lines + ([f"… and {more} more"] if more else []))


def printable(text: str) -> str:
    """Text as one line of a message: what would steer a terminal, or turn a line, is spelt out.

    Examples
    --------
    >>> printable("café \\x1b[31m \\u202e")
    'café \\\\x1b[31m \\\\u202e'
    """
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )


@dataclass
class Document:
    """A YAML file as plain values, with the line and column of each by its path of keys.

    A path that ends in ``"?"`` is the place of the key, any other that of the value.
    """

    name: str
    value: Any = None
    places: dict[tuple[Any, ...], tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: tuple[Any, ...], message: str, hint: str = "") -> Problem:
        """Problem at `path`, or at the nearest known place above it."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Problem(self.name, line, column, message, hint)


def read_text(path: str | Path) -> tuple[str | None, list[Problem]]:
    """Text of a file, or the one problem that stands in its way."""
    file = Path(path)
    name = str(path)

    def refused(message: str, hint: str = "") -> tuple[None, list[Problem]]:
        return None, [Problem(name, 1, 1, message, hint)]

    try:
        if file.is_dir():
            return refused("is a directory, not a file")
        if not file.exists():
            return refused("no such file")
        if not file.is_file():
            return refused("is not an ordinary file")
        if file.stat().st_size > LARGEST:
            return refused(f"is larger than {LARGEST // 1000} kB")
        return file.read_bytes().decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return refused("is not UTF-8 text", "save it as plain text in the encoding UTF-8")
    except (OSError, ValueError) as error:
        return refused(f"cannot be read: {getattr(error, 'strerror', None) or error}")


def parse_yaml(text: str, name: str) -> Document:
    """Values and places of one YAML text; `value` stays None when there are problems."""
    document = Document(name)
    if len(text) > LARGEST:
        document.problems.append(Problem(name, 1, 1, f"is larger than {LARGEST // 1000} kB"))
        return document
    try:
        document.problems += _refused(text, name)
        node = None if document.problems else yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        document.problems.append(_yaml_problem(error, name))
        return document
    if node is not None:
        value = _value(node, (), document)
        document.value = None if document.problems else value
    return document


def _refused(text: str, name: str) -> list[Problem]:
    """Aliases, tags and deep nesting, found in the stream of events before anything is built."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        message = ""
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            message = "lists within lists go too deep" if depth > DEEPEST else ""
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent):
            message = "aliases (*) are not allowed"
        tag = getattr(event, "tag", None)
        if tag:
            message = f"tags such as '{tag[:40]}' are not allowed"
        if message:
            return [Problem(name, *_place(event.start_mark), message)]
    return []


def _place(mark: Any) -> tuple[int, int]:
    """Line and column as people count them."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _yaml_problem(error: yaml.YAMLError, name: str) -> Problem:
    line, column = _place(getattr(error, "problem_mark", None))
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return Problem(name, line, column, f"is not YAML: {reason}", "look for a missing : or quote")


def _value(node: yaml.Node, path: tuple[Any, ...], document: Document) -> Any:
    """Plain value of a node; notes its place and refuses keys that come twice."""
    document.places[path] = _place(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, place), document) for place, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: tuple[Any, ...], document: Document) -> dict[Any, Any]:
    values: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        place = _place(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            document.problems.append(Problem(document.name, *place, "a key must be a word"))
            continue
        key = key_node.value
        if key in values:
            before = document.places[(*path, key, "?")][0]
            message = f"key {quoted(key)} comes twice"
            hint = f"it is in line {before} already"
            document.problems.append(Problem(document.name, *place, message, hint))
            continue
        document.places[(*path, key, "?")] = place
        values[key] = _value(value_node, (*path, key), document)
    return values


def _scalar(node: yaml.Node) -> Any:
    """Number, truth value, None or words; what YAML makes of dates stays words."""
    kinds = ("bool", "int", "float", "null")
    if node.tag not in [f"tag:yaml.org,2002:{kind}" for kind in kinds]:
        return node.value
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (ValueError, OverflowError):
        return node.value
