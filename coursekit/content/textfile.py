"""Text files read with care: whatever is wrong with one is a problem at its place."""

from __future__ import annotations

from pathlib import Path

from coursekit.content.problems import Problem

MAX_BYTES = 1_000_000  # the largest real file of the course is under 100 kB


def read_text(path: Path, root: Path) -> tuple[str | None, list[Problem]]:
    """The text of the file at `path`, or why it cannot be read."""
    name = path.relative_to(root).as_posix()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, [Problem(name, 1, 1, "file is missing", "add it, or take out what names it")]
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        return None, [Problem(name, 1, 1, reason, "check the path and its permissions")]
    if len(raw) > MAX_BYTES:
        return None, [Problem(name, 1, 1, f"file has {len(raw):,} bytes", "split it: 1 MB at most")]
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [Problem(name, line, 1, "not UTF-8 text", "save the file as UTF-8")]
