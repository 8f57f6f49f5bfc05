"""The simulator's public names as their docstrings describe them: ``Api > Entry > Section``.

Read by griffe, which parses the files and runs nothing: this package does not know the
simulator, it only finds it beside the course. Which module a name comes from is written in the
package's stub.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = "ssi_calc"


@dataclass(frozen=True)
class Section:
    """Part of a docstring: running text, examples, or rows of name, type and description."""

    title: str
    text: str = ""
    examples: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Entry:
    """A public name, how it is called, what is said of it, and its public methods."""

    name: str
    kind: str  # function, class or attribute
    signature: str
    sections: tuple[Section, ...] = ()
    members: tuple[Entry, ...] = ()


def read_api(root: Path) -> Mapping[str, Entry]:
    """Public names of the simulator below `root`; read anew when one of its files has changed."""
    files = sorted(root.glob(f"{PACKAGE}/*.py*"))
    return _api(root, tuple(path.stat().st_mtime_ns for path in files))


@cache
def _api(root: Path, stamps: tuple[int, ...]) -> Mapping[str, Entry]:
    import griffe  # a fifth of a second, which only a page with the reference has to pay

    stub = root / PACKAGE / "__init__.pyi"
    if not stub.is_file():
        return {}
    package = griffe.load(
        PACKAGE,
        search_paths=[root],
        docstring_parser="numpy",
        allow_inspection=False,
        try_relative_path=False,
    )
    return {
        name: _entry(package[module.partition(".")[2]][name], package)
        for name, module in _homes(ast.parse(stub.read_text(encoding="utf-8")))
    }


def _homes(stub: ast.Module) -> list[tuple[str, str]]:
    """Each public name with the module it comes from."""
    imports = (node for node in stub.body if isinstance(node, ast.ImportFrom) and node.module)
    return sorted((alias.name, str(node.module)) for node in imports for alias in node.names)


def _entry(found: Any, package: Any) -> Entry:
    sections = tuple(_sections(found.docstring.parsed)) if found.docstring else ()
    members = [
        _entry(member, package)
        for name, member in (found.members if found.is_class else {}).items()
        if member.is_function and not name.startswith("_")
    ]
    return Entry(
        found.name, found.kind.value, _signature(found, sections, package), sections, tuple(members)
    )


def _signature(found: Any, sections: tuple[Section, ...], package: Any) -> str:
    """The name as it is used; of a class that callers do not make themselves, only the name."""
    if found.is_attribute:
        return f"{found.name} = {found.value}"
    makes = any(section.title == "Parameters" for section in sections)
    if found.is_class and not makes:
        return found.name
    called = found.members.get("__init__") if found.is_class else found
    parameters = called.parameters if called else []
    words = [_parameter(each, package) for each in parameters if each.name != "self"]
    return f"{found.name}({', '.join(words)})"


def _parameter(parameter: Any, package: Any) -> str:
    """Name and default of a parameter; a constant stands as its value."""
    if parameter.default is None:
        return parameter.name
    path = getattr(parameter.default, "canonical_path", "").partition(".")[2]
    try:
        default = ast.literal_eval(str(package[path].value))
    except (KeyError, ValueError):  # no constant of the package, or one that says nothing
        default = parameter.default
    return f"{parameter.name}={default}"


def _sections(parsed: list[Any]) -> list[Section]:
    """Sections of a docstring in its order."""
    found = []
    for section in parsed:
        kind = section.kind.value
        if kind == "text":
            found.append(Section("", text=section.value))
        elif kind == "examples":
            code = "\n".join(text for _, text in section.value)
            found.append(Section("Examples", examples=code))
        else:
            rows = tuple(_row(each) for each in section.value)
            found.append(Section(section.title or kind.capitalize(), rows=rows))
    return found


def _row(each: Any) -> tuple[str, str, str]:
    return getattr(each, "name", "") or "", str(each.annotation or ""), each.description.strip()
