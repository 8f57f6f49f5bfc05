"""Plans as forms and as drawn results: `Field`s to fill in, and a `Shown` run with its table.

Shared by the simulator and the exercises. Numbers, limits and grades come from the inputs'
data; the engine computes; this module only arranges.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from babel.lists import format_list
from babel.numbers import get_decimal_symbol
from markupsafe import Markup

from coursekit.content.engine import ask
from coursekit.render.environment import format_number
from coursekit.render.scene import Scene

PILLARS = ("brand", "find", "engage", "relate")
MOST_LEADS = 2
SPOKEN = (
    "simulator.as-before",
    "simulator.count-error",
    "simulator.failed",
    "simulator.range",
    "simulator.refused",
    "simulator.starting",
    "simulator.summary",
    "simulator.summary-pillar",
    "simulator.table-cell",
)
ISOLATE = "\u2066{}\u2069"  # numbers keep their order inside Hebrew


@dataclass(frozen=True)
class Field:
    """One amount of a plan: `when` is `weekly` or `once`."""

    id: str
    when: str
    pillar: str
    low: float
    high: float
    step: float
    minutes: float
    boolean: bool
    grade: str
    by_others: bool
    needs_navigator: bool


@dataclass(frozen=True)
class Shown:
    """A run as it is drawn: picture, sentence, and rows of `(week, cells)`."""

    svg: Markup
    summary: str
    parts: list[str]
    rows: list[tuple[int, list[str]]]
    minutes: float


def inputs(scene: Scene) -> dict[str, Any]:
    """The inputs' file: `inputs` and `presets`."""
    return scene.library.sources["inputs"].document.value


def fields(scene: Scene, chosen: list[str]) -> list[Field]:
    """The fields for the inputs `chosen`, in the order of the inputs' file."""
    entries = inputs(scene)["inputs"]
    return [
        _field(entry, when)
        for when in ("weekly", "once")
        for entry in entries
        if entry["id"] in chosen and when in entry.get("limits", {})
    ]


def plannable(scene: Scene, chosen: str | list[str]) -> list[str]:
    """Input ids meant by a pillar's name or by a list of ids."""
    if isinstance(chosen, list):
        return chosen
    entries = inputs(scene)["inputs"]
    return [entry["id"] for entry in entries if entry["pillar"] == chosen and entry.get("limits")]


def pillars_of(form: list[Field]) -> list[str]:
    """The pillars that the fields feed, in the dashboard's order."""
    return [pillar for pillar in PILLARS if any(field.pillar == pillar for field in form)]


def lead_of(parts: Sequence[str]) -> list[str]:
    """The pillars to draw large: one or two, and none where there are more."""
    return list(parts) if len(parts) <= MOST_LEADS else []


def show(
    scene: Scene,
    plan: dict[str, Any],
    parts: Sequence[str],
    name: str,
    goal: dict[str, Any] | None = None,
) -> Shown:
    """The plan simulated by the engine and drawn; `name` is unique on the page."""
    request = {
        "verb": "simulate",
        "plan": plan,
        "labels": chart_labels(scene),
        "id": name,
        "lead": lead_of(parts),
        "goal": goal,
    }
    answer = ask(scene.library.root, request)
    weeks = answer["run"]["weeks"]
    shown = [*parts, "total"]
    return Shown(
        svg=Markup(answer["svg"]),  # from our own engine, which escapes the labels
        summary=summary(scene, weeks[-1], parts),
        parts=shown,
        rows=[(week["week"], [cell(scene, week[part]) for part in shown]) for week in weeks],
        minutes=max(answer["run"]["minutes"]),
    )


def summary(scene: Scene, week: dict[str, Any], parts: Sequence[str]) -> str:
    """The last week in one sentence, always as ranges."""
    words = scene.words
    named = [
        words["simulator.summary-pillar"].format(
            pillar=words[f"pillar.{part}"], range=whole_range(scene, week[part])
        )
        for part in parts
    ]
    return words["simulator.summary"].format(
        weeks=week["week"],
        pillars=listed(named, scene.language),
        total=whole_range(scene, week["total"]),
    )


def listed(parts: Sequence[str], language: str) -> str:
    """`parts` in one line; Babel lacks the patterns that a language has from CLDR's root."""
    try:
        return format_list(parts, "unit-short", locale=language)
    except KeyError:
        return ", ".join(parts)


def whole_range(scene: Scene, band: dict[str, float]) -> str:
    """A band in whole points, as the dashboard rounds."""
    low, high = int(band["low"] + 0.5), int(band["high"] + 0.5)
    return str(low) if low == high else scene.words["simulator.range"].format(low=low, high=high)


def cell(scene: Scene, band: dict[str, float]) -> str:
    """A band with one decimal: the middle, and the range behind it."""
    number = {key: format_number(value, scene.language, "0.0") for key, value in band.items()}
    text = scene.words["simulator.table-cell"].format(
        middle=number["mid"], low=number["low"], high=number["high"]
    )
    return ISOLATE.format(number["mid"] if number["low"] == number["high"] else text)


def chart_labels(scene: Scene) -> dict[str, str]:
    """The words in the picture, for the engine at build time and in the browser."""
    words = scene.words
    change = words["simulator.chart-change"]
    return {
        "title": words["simulator.chart"],
        "week": words["simulator.chart-week"],
        "change": ISOLATE.format(change) if scene.direction == "rtl" else change,
        "goal": words["exercise.goal"] + " {score}",
        "decimal": get_decimal_symbol(scene.language),
        "direction": scene.direction,
        **{part: words[f"pillar.{part}"] for part in (*PILLARS, "total")},
    }


def form_words(scene: Scene, *ids: str) -> dict[str, str]:
    """The words that the form's script fills in, by the last part of their id."""
    return {id.split(".", 1)[1]: scene.words[id] for id in [*SPOKEN, *ids]}


def _field(entry: dict[str, Any], when: str) -> Field:
    low, high = entry["limits"][when]
    return Field(
        id=entry["id"],
        when=when,
        pillar=entry["pillar"],
        low=low,
        high=high,
        step=entry.get("step", 1),
        minutes=entry.get("minutes", 0),
        boolean=entry.get("boolean", False) and when == "once",
        grade=entry["grade"],
        by_others=entry.get("by") == "others",
        needs_navigator=entry.get("needs_navigator", False),
    )
