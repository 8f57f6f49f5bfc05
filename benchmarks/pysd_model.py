"""The benchmark's plan as a model of system dynamics: Vensim text, run by PySD.

All people stand in one subscript, which is the fastest way PySD has to run many.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pysd
import xarray

from benchmarks import cohort
from ssi_calc import PILLARS
from ssi_calc.core import ALMOST_NOTHING

PERSON = "Person"


def run_pysd(people: Any) -> tuple[Any, Any]:
    """A function that runs the model for `people`, and one that gives its scores."""
    count = people.shape[1]
    names = [f"p{place}" for place in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cohort.mdl"
        path.write_text(model_text(names), encoding="utf-8")
        model = pysd.read_vensim(str(path))
    given = {
        f"reading_{pillar}": xarray.DataArray(people[part], {PERSON: names}, [PERSON])
        for part, pillar in enumerate(PILLARS)
    }
    wanted = [f"score {pillar}" for pillar in PILLARS]

    def run() -> Any:
        return model.run(params=given, return_columns=wanted)

    def scores() -> Any:
        whole = run().to_numpy(dtype=float).reshape(-1, len(PILLARS), count)
        return np.concatenate([whole, whole.sum(axis=1, keepdims=True)], axis=1)

    return run, scores


def model_text(names: list[str]) -> str:
    """Equations 1 and 2 of adr/0003 for the plan of the benchmark, in Vensim's language."""
    parts = [f"{PERSON}: {', '.join(names)} ~~|"]
    parts += [f"{line} ~~|" for line in dict.fromkeys(_equations())]  # flows of two inputs once
    for name, value in (("INITIAL", 0), ("FINAL", cohort.WEEKS)):
        parts.append(f"{name} TIME = {value} ~~|")
    parts += ["TIME STEP = 1 ~~|", "SAVEPER = TIME STEP ~~|"]
    return "{UTF-8}\n" + "\n".join(parts) + "\n"


def _equations() -> Iterator[str]:
    known = cohort.constants()
    for pillar in PILLARS:
        yield f"reading {pillar}[{PERSON}] = 10"
        share = f"MIN(reading {pillar}[{PERSON}] / {known['share'][pillar]!r}, 1)"
        yield f"fraction {pillar}[{PERSON}] = 1 - SQRT(1 - {share})"
        won = []
        for entry in cohort.INPUTS.of_pillar(pillar):
            lines = list(_levels(entry, known))
            if lines:
                yield from lines
                yield from _points(entry, known)
                won.append(f"points {_name(entry.id)}[{PERSON}]")
        total = " + ".join([f"reading {pillar}[{PERSON}]", *won])
        yield f"score {pillar}[{PERSON}] = {total}"


def _levels(entry: Any, known: Any) -> Iterator[str]:
    """Equations for the level of an input; none if the plan leaves it alone."""
    full = known["full"]
    name, start = _name(entry.id), f"fraction {entry.pillar}[{PERSON}] * {full[entry.id]!r}"
    if entry.kind == "flow" and entry.id in cohort.WEEKLY and entry.weight.mid:
        yield from _flow(entry.id, start)
    if entry.kind == "stock":
        feeders = (entry.id, *cohort.INPUTS.feeders.get(entry.id, []))
        gained = sum(cohort.WEEKLY.get(id, 0) for id in feeders)
        once = cohort.ONCE.get(entry.id, 0)
        if gained or once:
            yield f"start {name}[{PERSON}] = {start}"
            yield f"grown {name}[{PERSON}] = INTEG({gained}, 0)"
            first, later = f"start {name}[{PERSON}]", f"MAX(start {name}[{PERSON}], {once})"
            reached = f"IF THEN ELSE(Time < 0.5, {first}, {later})"
            yield f"level {name}[{PERSON}] = {reached} + grown {name}[{PERSON}]"
    if entry.kind == "rate":
        good, tried = entry.of
        sent = f"fraction {entry.pillar}[{PERSON}] * {full[tried]!r}"
        yield from _flow(good, f"{start} * {sent}")
        yield from _flow(tried, sent)
        yield f"start {name}[{PERSON}] = {start}"
        yield (
            f"before {name}[{PERSON}] ="
            f" INTEG(level {name}[{PERSON}] - before {name}[{PERSON}], start {name}[{PERSON}])"
        )
        top = f"level {_name(good)}[{PERSON}] + {ALMOST_NOTHING} * before {name}[{PERSON}]"
        ratio = f"({top}) / (level {_name(tried)}[{PERSON}] + {ALMOST_NOTHING})"
        yield (
            f"level {name}[{PERSON}] = IF THEN ELSE(Time < 0.5, start {name}[{PERSON}], {ratio})"
        )


def _flow(id: str, start: str) -> Iterator[str]:
    """Equation 2: the mean over a trailing window."""
    name = _name(id)
    window = cohort.INPUTS[id].window
    assert window is not None
    yield f"start {name}[{PERSON}] = {start}"
    yield f"past {name} = MIN(7 * Time / {window.mid}, 1)"
    change = f"({cohort.WEEKLY[id]} - start {name}[{PERSON}]) * past {name}"
    yield f"level {name}[{PERSON}] = start {name}[{PERSON}] + {change}"


def _points(entry: Any, known: Any) -> Iterator[str]:
    """Equation 1, against the start."""
    name, full = _name(entry.id), known["full"][entry.id]
    points = known["points"][entry.id]
    missed = "(1 - MIN({} / {!r}, 1))^2"
    first = missed.format(f"start {name}[{PERSON}]", full)
    now = missed.format(f"level {name}[{PERSON}]", full)
    yield f"points {name}[{PERSON}] = {points!r} * ({first} - {now})"


def _name(id: str) -> str:
    return id.replace("-", " ")
