"""Names of files that every platform, file system and unpacker takes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coursekit.export.order import ExportError

SAFE = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")
LONGEST = 180  # leaves room for the folder of a platform or a user under Windows


def check_names(names: Iterable[str]) -> None:
    """Refuse what some platform does not unpack.

    Raises
    ------
    ExportError
        For a name with anything but ASCII letters, digits, hyphens, dots and low lines, one
        that leads out of its folder, one that is too long, and two that differ only by case.
    """
    seen: dict[str, str] = {}
    for name in sorted(names):
        if not SAFE.fullmatch(name) or ".." in name.split("/"):
            raise ExportError(f"{name}: not a name for a package\n  hint: use a-z, 0-9 and hyphens")
        if len(name) > LONGEST:
            raise ExportError(f"{name}: longer than {LONGEST} characters\n  hint: shorten it")
        twin = seen.setdefault(name.lower(), name)
        if twin != name:
            raise ExportError(f"{name}: differs from {twin} by case only\n  hint: rename one")
