"""CSV from strangers: ``file > Row > cells``, each with its place.

Commas, semicolons or tabs part the cells; with semicolons or tabs, as spreadsheets in much
of Europe write them, a number may have a decimal comma. Lines are read one at a time and
bounded in length, so no file can fill the machine.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ssi_calc.places import Problem
from ssi_calc.words import nearest, quoted

LONGEST = 20_000  # bytes in a line
NUMBER = re.compile(r"\d{1,9}(\.\d{1,20})?(e-\d{1,3})?", re.ASCII)
FORMULA = ("=", "@", "+", "-")


class BrokenTableError(Exception):
    """A table that cannot be read on from here; holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Row:
    """Cells of one line, stripped of blanks. `decimal` is what parts a number's decimals."""

    name: str
    line: int
    cells: list[str]
    decimal: str = "."

    def problem(self, place: int, message: str, hint: str = "") -> Problem:
        """Problem in the cell at `place`, counted from 0."""
        column = 1 + sum(len(cell) + 1 for cell in self.cells[:place])
        return Problem(self.name, self.line, column, message, hint)

    def number(self, place: int, what: str, most: float) -> float | Problem:
        """Number from 0 to `most` in a cell, or what is wrong with it."""
        cell = self.cells[place]
        text = cell.replace(self.decimal, ".") if cell.count(self.decimal) == 1 else cell
        if NUMBER.fullmatch(text.lower()):
            value = float(text)
            if value <= most:
                return value
        message = f"{what} must be a number from 0 to {most:g}, got {quoted(cell or None)}"
        formula = "paste values, not formulas" if cell.startswith(FORMULA) else ""
        return self.problem(place, message, "" if _is_negative(cell) else formula)


def _is_negative(cell: str) -> bool:
    return cell.startswith("-") and NUMBER.fullmatch(cell[1:]) is not None


def rows_of(path: str | Path, largest: int | None = None) -> Iterator[Row]:
    """Rows of a file that hold anything; the first is the header.

    Parameters
    ----------
    path : str or Path
    largest : int, optional
        Size above which the file is refused. [byte]

    Raises
    ------
    BrokenTableError
        When the file cannot be read, or not further.
    """
    name, lines = str(path), _Lines(Path(path), largest)
    delimiter = lines.delimiter()
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield Row(name, reader.line_num, stripped, "." if delimiter == "," else ",")
    except csv.Error as error:
        message, hint = f"is not a table: {error}", "look for a quote that is never closed"
        if "new-line" in str(error):
            message, hint = "its lines end in a way of old Macs", "save it as CSV anew"
        raise BrokenTableError(Problem(name, reader.line_num, 1, message, hint)) from None
    finally:
        lines.close()


class _Lines:
    """Lines of a file as text; the first can be looked at before it is read."""

    def __init__(self, path: Path, largest: int | None) -> None:
        self.name = str(path)
        self.line = 0
        problem = _refusal(path, largest)
        if problem:
            raise self.broken(problem)
        try:
            self.file = path.open("rb")
        except OSError as error:
            raise self.broken(f"cannot be read: {error.strerror}") from None
        try:
            self.first: str | None = self._read().removeprefix("\ufeff")
        except BrokenTableError:
            self.close()
            raise

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._read() if self.first is None else self.first
        self.first = None
        if not line:
            raise StopIteration
        return line

    def delimiter(self) -> str:
        """The delimiter that the first line holds most of; a comma when it holds none."""
        first = self.first or ""
        return max((",", ";", "\t"), key=first.count)

    def close(self) -> None:
        self.file.close()

    def broken(self, message: str, hint: str = "") -> BrokenTableError:
        return BrokenTableError(Problem(self.name, max(self.line, 1), 1, message, hint))

    def _read(self) -> str:
        self.line += 1
        try:
            line = self.file.readline(LONGEST + 1)
        except OSError as error:
            raise self.broken(f"cannot be read: {error.strerror}") from None
        if len(line) > LONGEST:
            raise self.broken(f"line is longer than {LONGEST // 1000} kB", "save it as CSV")
        try:
            if b"\0" not in line:
                return line.decode("utf-8")
        except UnicodeDecodeError:
            pass
        raise self.broken("is not UTF-8 text", "save it as CSV in the encoding UTF-8")


def _refusal(path: Path, largest: int | None) -> str:
    """Why a file is not even opened; empty when it is."""
    try:
        if path.is_dir():
            return "is a directory, not a file"
        if not path.exists():
            return "no such file"
        if not path.is_file():
            return "is not an ordinary file"
        if largest is not None and path.stat().st_size > largest:
            return f"is larger than {largest // 1000} kB"
    except (OSError, ValueError) as error:
        return f"cannot be read: {getattr(error, 'strerror', None) or error}"
    return ""


def header_problems(header: Row, needed: Sequence[str], known: Sequence[str]) -> list[Problem]:
    """What is wrong with the names of the columns; `known` are the optional ones."""
    found = []
    names = [cell.lower() for cell in header.cells]
    for place, name in enumerate(names):
        if name in names[:place]:
            found.append(header.problem(place, f"column '{name[:40]}' comes twice"))
        elif name not in needed and name not in known:
            hint = nearest(name, (*needed, *known)) if name else "leave out empty columns"
            hint = hint if len(hint) < 200 else "ssi-calc inputs lists what can be noted"
            found.append(header.problem(place, f"unknown column {quoted(name)}", hint))
    missing = [name for name in needed if name not in names]
    hint = "the first line names the columns: " + ",".join(needed)
    found += [header.problem(0, f"column '{name}' is missing", hint) for name in missing]
    return found


def width_problem(row: Row, header: Row) -> Problem | None:
    """A row that does not have a cell for each column."""
    have, want = len(row.cells), len(header.cells)
    if have == want:
        return None
    hint = "put a cell that holds a comma in quotes" if have > want else ""
    return row.problem(0, f"has {have} cells, the first line has {want}", hint)
