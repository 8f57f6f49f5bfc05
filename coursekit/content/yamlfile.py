"""YAML files read with the place of every value, and nothing executed.

`Document > Node > Mark`: a document keeps the composed node tree, so that whoever
finds a value wrong can say where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from coursekit.content.problems import Problem, short
from coursekit.content.textfile import read_text

MANY_TEXTS = 4000  # more than the whole course has; most stay as they are while an author writes
MAX_DEPTH = 40
MANY = 400  # brackets in a file, or columns of a line, that are not many levels yet
DEEP_LINE = re.compile(rf"^[ ]{{{MANY},}}|(?:[-?:][ \t]+){{{MAX_DEPTH},}}", re.M)
PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "int", "float", "bool")}
PLAIN_TAGS |= {"tag:yaml.org,2002:null", "tag:yaml.org,2002:timestamp"}

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """A YAML file as plain data, with the places of its values."""

    path: str
    value: Any
    node: yaml.Node | None
    first_line: int = 1  # where it stands in a larger file

    def place(self, keys: Sequence[object]) -> tuple[int, int]:
        """Line and column of the value at `keys`, or of the nearest value around it."""
        node = self.node
        for key in keys:
            node = _child(node, key) or node
        return (
            (node.start_mark.line + 1, node.start_mark.column + 1) if node else (self.first_line, 1)
        )

    def key_place(self, keys: Sequence[object]) -> tuple[int, int]:
        """Line and column of the last key itself, for messages about the key."""
        node = self.node
        for key in keys[:-1]:
            node = _child(node, key) or node
        if isinstance(node, yaml.MappingNode):
            for name, _ in node.value:
                if name.value == keys[-1]:
                    return name.start_mark.line + 1, name.start_mark.column + 1
        return self.place(keys)

    def lines(self) -> dict[str, int]:
        """The line of every key at the top."""
        pairs = self.node.value if isinstance(self.node, yaml.MappingNode) else ()
        return {key.value: key.start_mark.line + 1 for key, _ in pairs}

    def without(self, entries: set[tuple]) -> Document:
        """The document less the entries of lists at these keys; the others keep their places."""
        value, node = deepcopy(self.value), deepcopy(self.node)
        for *keys, number in sorted(entries, reverse=True):
            inner, around = value, node
            for key in keys:
                inner, around = inner[key], _child(around, key)
            del inner[number]
            assert isinstance(around, yaml.SequenceNode)
            around.value = [*around.value[:number], *around.value[number + 1 :]]
        return replace(self, value=value, node=node)

    def named(self, key: str, below: Sequence[Any]) -> Iterator[tuple[list, Any]]:
        """Everything called `key` below a place, with the keys that lead to it."""
        value = self.value
        for step in below:
            value = value[step]
        yield from _named(value, key, [*below])

    def problem(self, keys: Sequence[object], message: str, hint: str = "") -> Problem:
        """A problem at the value `keys` lead to."""
        return Problem(self.path, *self.place(keys), message, hint)


def read_yaml(path: Path, root: Path) -> tuple[Document | None, list[Problem]]:
    """The document at `path`, or the problems that keep it from being read."""
    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    return parse_yaml(text, path.relative_to(root).as_posix())


@lru_cache(maxsize=MANY_TEXTS)
def parse_yaml(text: str, name: str, first_line: int = 1) -> tuple[Document | None, list[Problem]]:
    """`text` as a document, which nobody may change: the same text gives the same one.

    `first_line` is where it stands in a larger file.
    """
    if place := _too_deep(text):
        message = "nested too deeply"
        return None, [
            Problem(name, first_line - 1 + place[0], place[1], message, "at most 40 levels")
        ]
    try:
        node = yaml.compose("\n" * (first_line - 1) + text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (first_line, 1)
        hint = (
            "check the indentation and the quotes around texts that hold ': ' or begin with a sign"
        )
        return None, [Problem(name, *place, f"not valid YAML: {error.problem}", hint)]
    except (yaml.YAMLError, RecursionError) as error:
        message = "nested too deeply" if isinstance(error, RecursionError) else "not valid YAML"
        return None, [
            Problem(name, first_line, 1, message, "remove control characters and deep nesting")
        ]
    if node is None:
        hint = "compare what stands in the same place elsewhere"
        return None, [Problem(name, first_line, 1, "nothing is written here", hint)]
    problems = list(_refused(node, name))
    if problems:
        return None, problems
    return Document(name, _plain(node), node, first_line), []


def _named(value: Any, key: str, keys: list) -> Iterator[tuple[list, Any]]:
    for name, child in value.items() if isinstance(value, dict) else enumerate(value):
        if name == key:
            yield [*keys, name], child
        elif isinstance(child, dict | list):
            yield from _named(child, key, [*keys, name])


def _too_deep(text: str) -> tuple[int, int] | None:
    """Where `text` goes deeper than a file may; composing it could end the whole process."""
    if text.count("[") + text.count("{") < MANY and not DEEP_LINE.search(text):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MANY and event.start_mark:
                return event.start_mark.line + 1, event.start_mark.column + 1
    except yaml.YAMLError:
        pass  # composing says what is wrong, and where
    return None


def _child(node: yaml.Node | None, key: object) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key]
    return None


def _refused(
    node: yaml.Node, name: str, depth: int = 0, seen: set[int] | None = None
) -> Iterator[Problem]:
    seen = set() if seen is None else seen
    place = (node.start_mark.line + 1, node.start_mark.column + 1)
    if id(node) in seen:
        yield Problem(name, *place, "an alias is used", "write the value out")
        return
    seen.add(id(node))
    if node.tag not in PLAIN_TAGS:
        yield Problem(name, *place, f"tag '{short(node.tag)}' is not allowed", "use plain values")
    elif depth > MAX_DEPTH:
        yield Problem(name, *place, "nested too deeply", "at most 40 levels")
    elif isinstance(node, yaml.MappingNode):
        yield from _refused_keys(node, name)
        for _, value in node.value:
            yield from _refused(value, name, depth + 1, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _refused(value, name, depth + 1, seen)


def _refused_keys(node: yaml.MappingNode, name: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for key, _ in node.value:
        place = (key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, yaml.ScalarNode):
            yield Problem(name, *place, "a key must be a word", "quote it or write a list")
        elif key.value in first:
            hint = f"line {first[key.value]} has it already"
            yield Problem(name, *place, f"key '{short(key.value)}' stands twice", hint)
        else:
            first[key.value] = place[0]


def _plain(node: yaml.Node) -> Any:
    """Plain data; keys stay words, so that `true:` and `1:` are not changed."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    constructor = yaml.constructor.SafeConstructor()
    try:
        return constructor.construct_object(node)
    except (ValueError, yaml.YAMLError):
        return node.value
