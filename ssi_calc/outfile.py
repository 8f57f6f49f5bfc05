"""Files that appear under their name whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any


class UnwritableError(OSError):
    """A file that cannot be written; the message names it and says why."""


def same_file(one: str | Path, other: str | Path) -> bool:
    """Whether both names lead to the same place."""
    if "\0" in f"{one}{other}":  # no place at all, and `realpath` raises
        return False
    return os.path.realpath(one) == os.path.realpath(other)


@contextmanager
def whole_file(path: str | Path, binary: bool = False) -> Iterator[IO[Any]]:
    """File that appears under its name only when all of it was written.

    Parameters
    ----------
    path : str or Path
    binary : bool
        Whether bytes are written; otherwise text, as UTF-8 with line ends as they are.

    Raises
    ------
    UnwritableError
    """
    target = Path(path)
    if "\0" in str(path) or os.path.isdir(target):
        reason = "is a directory" if os.path.isdir(target) else "is no name for a file"
        raise UnwritableError(f"{path}: cannot be written: {reason}")
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    settings: dict[str, Any] = {} if binary else {"encoding": "utf-8", "newline": ""}
    try:
        with part.open("xb" if binary else "x", **settings) as file:
            yield file
        part.replace(target)
    except OSError as error:
        raise UnwritableError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            part.unlink()
