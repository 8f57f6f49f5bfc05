"""How far long work has come, on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WIDTH = 24  # letters of the bar
PIECE = 1 << 20  # bytes


@contextmanager
def progress(path: str, what: str) -> Iterator[Callable[[int], None]]:
    """A function to call with the number of lines of `path` that are done.

    It draws a bar on stderr while that is a terminal, and takes it away at the end.
    """
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    total = max(_lines(path) - 1, 1)  # the first line names the columns

    def draw(done: int) -> None:
        print("\r" + bar(done, total, what), end="\033[K", file=sys.stderr, flush=True)

    try:
        yield draw
    finally:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def bar(done: int, total: int, what: str) -> str:
    """A bar of fixed width, and the numbers behind it.

    Examples
    --------
    >>> bar(500, 2000, "people")
    '[######..................]  25 %  500 of about 2,000 people'
    """
    share = min(done / total, 1)
    full = round(share * WIDTH)
    line = "#" * full + "." * (WIDTH - full)
    return f"[{line}] {share:4.0%}".replace("%", " %") + f"  {done:,} of about {total:,} {what}"


def _lines(path: str) -> int:
    """Lines of a file; 0 when it cannot be read, which its reader will say."""
    try:
        with open(path, "rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(PIECE), b""))
    except (OSError, ValueError):
        return 0
