"""Many people at once: ``PEOPLE.csv > blocks of people``, and OUT.csv, whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from ssi_calc.cells import (
    FORMULA,
    BrokenTableError,
    Row,
    header_problems,
    rows_of,
    width_problem,
)
from ssi_calc.extras import extra
from ssi_calc.files import load_inputs
from ssi_calc.inputs import MAXIMUM, PILLARS, Inputs
from ssi_calc.outfile import whole_file
from ssi_calc.places import Problem, parse_yaml, read_text
from ssi_calc.plan import problems_of
from ssi_calc.simulate import PARTS

NEEDED = ("person", *PILLARS)
BOUNDS = ("low", "mid", "high")
COLUMNS = ("person", "week", *(f"{part}_{bound}" for part in PARTS for bound in BOUNDS))
LINE = ",".join(["%s", "%d", *["%.12g"] * (len(COLUMNS) - 2)]) + "\n"
BLOCK = 16_384  # people read, computed and written at a time
MOST_PROBLEMS = 20
Block = tuple[list[str], list[tuple[float, ...]]]  # names, and four readings each


class PeopleError(Exception):
    """People who cannot be read; holds the problems, sorted by place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = sorted(problems)


def blocks_of(path: str | Path, size: int = BLOCK) -> Iterator[Block]:
    """People of a CSV file, `size` at a time: names, and readings in the order of PILLARS.

    Raises
    ------
    PeopleError
        With all problems of the file, or the first twenty. Blocks yielded before may be
        whole, so nothing made from them may be kept.
    """
    problems: list[Problem] = []
    try:
        rows = rows_of(path)
        header = next(rows, None)
        if header is None:
            raise PeopleError([_nobody(path)])
        problems += header_problems(header, NEEDED, ())
        if problems:
            raise PeopleError(problems)
        yield from _blocks(rows, header, size, problems)
    except BrokenTableError as broken:
        problems.append(broken.problem)
    if problems:
        raise PeopleError(problems)


def _nobody(path: str | Path) -> Problem:
    hint = "the first line names the columns: " + ",".join(NEEDED)
    return Problem(str(path), 1, 1, "holds no people", hint)


def _blocks(
    rows: Iterator[Row], header: Row, size: int, problems: list[Problem]
) -> Iterator[Block]:
    names = [cell.lower() for cell in header.cells]
    places = [names.index(name) for name in NEEDED]
    people: list[str] = []
    readings: list[tuple[float, ...]] = []
    count = 0
    for row in rows:
        read = _person(row, header, places, problems)
        if len(problems) >= MOST_PROBLEMS:
            problems.append(Problem(row.name, row.line, 10**6, "not read any further"))
            return
        if read and not problems:
            people.append(read[0])
            readings.append(read[1])
        count += 1
        if len(people) == size:
            yield people, readings
            people, readings = [], []
    if not count:
        problems.append(_nobody(header.name))
    if people and not problems:
        yield people, readings


def _person(
    row: Row, header: Row, places: list[int], problems: list[Problem]
) -> tuple[str, tuple[float, ...]] | None:
    wrong = width_problem(row, header)
    if wrong:
        problems.append(wrong)
        return None
    name = row.cells[places[0]]
    if not name:
        problems.append(row.problem(places[0], "person has no name"))
    elif name.startswith(FORMULA):
        message = f"person must not start with '{name[0]}'"
        hint = "spreadsheets would run it as a formula"
        problems.append(row.problem(places[0], message, hint))
    readings = []
    for pillar, place in zip(PILLARS, places[1:], strict=True):
        number = row.number(place, pillar, MAXIMUM)
        if isinstance(number, Problem):
            problems.append(number)
        else:
            readings.append(number)
    return (name, tuple(readings)) if len(readings) == len(PILLARS) else None


def read_shared_plan(
    path: str | Path, inputs: Inputs | None = None
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Plan that everybody follows, or the problems in it; it needs no start of its own."""
    text, problems = read_text(path)
    if text is None:
        return None, problems
    document = parse_yaml(text, str(path))
    if document.problems:
        return None, sorted(document.problems)
    plan = {} if document.value is None else document.value
    if isinstance(plan, dict) and "start" not in plan and "preset" not in plan:
        plan = {**plan, "start": dict.fromkeys(PILLARS, 0.0)}
    found = problems_of(plan, inputs or load_inputs())
    if found:
        return None, sorted(document.problem(*problem) for problem in found)
    return plan, []


def write_ends(
    people: str | Path,
    plan: dict[str, Any],
    out: str | Path,
    inputs: Inputs,
    told: Callable[[int], None] = lambda count: None,
) -> dict[str, Any]:
    """Write what `plan` leads to for each of `people`, a row each, and return the means.

    Needs NumPy. Memory does not grow with the number of people.

    Parameters
    ----------
    people, out : str or Path
        PEOPLE.csv, and the file that is written whole or not at all.
    plan : dict
        From `read_shared_plan`.
    inputs : Inputs
    told : function
        Called with the number of people done so far.

    Returns
    -------
    dict
        ``people``, ``week`` and for each part the mean of the group's bands. [point]

    Raises
    ------
    PeopleError, OSError
    MissingExtraError
        Without NumPy.
    """
    extra("numpy", "numpy", "a cohort")
    from ssi_calc.cohort import Cohort

    blocks = blocks_of(people)
    first = next(blocks)  # who cannot be read is told of before anything is computed
    cohort = Cohort(plan, inputs)
    count = 0
    sums = dict.fromkeys(COLUMNS[2:], 0.0)
    with whole_file(out) as file:
        file.write(",".join(COLUMNS) + "\n")
        for names, readings in chain([first], blocks):
            columns = cohort.columns(readings)
            file.writelines(_lines(names, cohort.weeks, columns))
            count += len(names)
            for name, column in zip(sums, columns, strict=True):
                sums[name] += sum(column)
            told(count)
    means = {part: {bound: sums[f"{part}_{bound}"] / count for bound in BOUNDS} for part in PARTS}
    return {"people": count, "week": cohort.weeks, **means}


def _lines(names: Sequence[str], week: int, columns: Sequence[Sequence[float]]) -> Iterator[str]:
    for name, *scores in zip(names, *columns, strict=True):
        yield LINE % (_cell(name), week, *scores)


def _cell(name: str) -> str:
    if any(letter in name for letter in ',"\r\n'):
        return '"' + name.replace('"', '""') + '"'
    return name
