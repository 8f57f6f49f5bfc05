"""The simulator's engine at build time, and the bundle of the same files for the browser.

`exercises/engine.py` is loaded by its path: it joins the exercises and the simulator, and
this package knows neither by name. The bundle holds what that file imports, found by
reading its imports, so that there is no list to keep.
"""

from __future__ import annotations

import ast
import importlib.util
import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from coursekit.content.yamlfile import read_yaml

ENGINE = "exercises/engine.py"
INPUTS = "ssi_calc/inputs.yml"


def ask(root: Path, request: dict) -> dict:
    """The engine's answer to one request, under CPython.

    Raises
    ------
    ValueError
        When the engine refuses: what the course itself asks must be right.
    """
    answer = json.loads(open_engine(root).answer(json.dumps(request)))
    if "error" in answer:
        raise ValueError(f"the simulator refused {request['verb']}: {answer['error']}")
    return answer


def open_engine(root: Path) -> Any:
    """The engine of the course at `root`, opened anew when a file behind it has changed."""
    return _engine(root, _stamps(root))


def engine_data(root: Path) -> dict[str, Any]:
    """What the engine computes with: the inputs, and each exercise without its words."""
    exercises = {path.parent.name: _yaml(path, root) for path in _exercise_files(root)}
    return {
        "inputs": _yaml(root / INPUTS, root),
        "exercises": {
            name: {key: value for key, value in each.items() if key != "words"}
            for name, each in exercises.items()
        },
    }


def engine_bundle(root: Path) -> str:
    """JSON of the sources by path and the data, as `engine-boot.js` unpacks them."""
    data = engine_data(root)
    checks = {name: module_name(name) for name in data["exercises"]}
    sources = {"engine.py": root / ENGINE}
    sources |= {f"{checks[name]}.py": root / f"exercises/{name}/check.py" for name in checks}
    for path in list(sources.values()):
        sources.update(imported_files(path, root))
    files = {
        name: without_docstrings(path.read_text(encoding="utf-8"))
        for name, path in sorted(sources.items())
    }
    bundle = {"files": files, "data": data, "checks": checks}
    return json.dumps(bundle, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def without_docstrings(source: str) -> str:
    """The same program without the words that nobody reads there; lines keep their numbers.

    Examples
    --------
    >>> without_docstrings("def one():\\n    'Always one.'\\n    return 1\\n")
    'def one():\\n\\n    return 1\\n'
    """
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            for words, following in pairwise(node.body):
                last = words.end_lineno or words.lineno
                if _is_text(words) and following.lineno > last:
                    lines[words.lineno - 1 : last] = [""] * (last - words.lineno + 1)
    return "\n".join(lines)


def _is_text(node: ast.stmt) -> bool:
    """Whether a statement is nothing but words: a docstring, or what is said of a constant."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def module_name(exercise: str) -> str:
    """The name under which the check of `exercise` is imported in the browser."""
    return "check_" + exercise.replace("-", "_")


def imported_files(path: Path, root: Path) -> dict[str, Path]:
    """The repository's modules that `path` imports at its top, and what they import."""
    found: dict[str, Path] = {}
    waiting = [path]
    while waiting:
        for name in _imports(waiting.pop()):
            file = _module_file(name, root)
            if file and file.relative_to(root).as_posix() not in found:
                found[file.relative_to(root).as_posix()] = file
                waiting.append(file)
    return found


def _imports(path: Path) -> list[str]:
    """Dotted names of all modules that a file imports at its top, packages included."""
    names = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    parts = [name.split(".") for name in names]
    return [".".join(each[:length]) for each in parts for length in range(1, len(each) + 1)]


def _module_file(name: str, root: Path) -> Path | None:
    base = root / name.replace(".", "/")
    return next((p for p in (base / "__init__.py", base.with_suffix(".py")) if p.is_file()), None)


@cache
def _engine(root: Path, stamps: tuple[int, ...]) -> Any:
    data = engine_data(root)
    checks = {
        name: _load(root / f"exercises/{name}/check.py", module_name(name)).check
        for name in data["exercises"]
    }
    return _load(root / ENGINE, "course_engine").Engine(data, checks)


def _stamps(root: Path) -> tuple[int, ...]:
    """When each file behind the engine was last written, so that `mkdocs serve` sees changes."""
    exercises = _exercise_files(root)
    checks = [path.with_name("check.py") for path in exercises]
    files = [root / ENGINE, root / INPUTS, *exercises, *checks]
    return tuple(path.stat().st_mtime_ns for path in files)


def _exercise_files(root: Path) -> list[Path]:
    return sorted(root.glob("exercises/*/exercise.yml"))


def _yaml(path: Path, root: Path) -> Any:
    document, problems = read_yaml(path, root)
    assert document, problems
    return document.value


def _load(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
