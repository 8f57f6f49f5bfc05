"""The inputs of a pillar as the simulator has them: every number, its evidence and its curve.

Nothing about an input stands here: the numbers are those of the inputs' file, the curves
come from the engine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coursekit.content.engine import ask
from coursekit.content.facts import Claim
from coursekit.render.curve import Curve, curve, presence, top_of
from coursekit.render.environment import format_number, format_share
from coursekit.render.plan import ISOLATE, inputs
from coursekit.render.scene import Scene

FINE = "#,##0.###"  # 0.125 articles a week
ENDS = ("low", "mid", "high")
KINDS = {"stock": "model.kind.stock", "flow": "model.kind.flow", "rate": "model.kind.rate"}
PERIODS = {"weekly": "model.weekly", "once": "model.once"}


@dataclass(frozen=True)
class Row:
    """One assumed number as it is written: its name and its three values."""

    name: str
    values: list[str]


@dataclass(frozen=True)
class Entry:
    """One input as the page shows it; `curve` is None where it earns nothing by itself."""

    id: str
    name: str
    grade: str
    points: str
    bar: dict[str, float]
    rows: list[Row]
    facts: list[tuple[str, str]]
    claims: list[Claim]
    axis: str
    curve: Curve | None
    alt: str


def render_model(spec: dict, scene: Scene) -> str:
    """All inputs that feed the pillar `spec` names, each to be opened."""
    pillar = spec["pillar"]
    request = {"verb": "responses", "pillar": pillar}
    responses = ask(scene.library.root, request)["responses"]
    most = max(top_of(each["points"]) for each in responses.values())
    shown = [_entry(each, responses.get(each["id"]), most, scene) for each in of(pillar, scene)]
    return scene.render("model.html.j2", pillar=pillar, entries=shown, name=f"model-{pillar}")


def of(pillar: str, scene: Scene) -> list[dict[str, Any]]:
    """The inputs of a pillar, in the order of their file."""
    return [each for each in inputs(scene)["inputs"] if each["pillar"] == pillar]


def claims_of(pillar: str, scene: Scene) -> list[str]:
    """Ids of the claims that the inputs of a pillar rest on."""
    return [claim for each in of(pillar, scene) for claim in each["claims"]]


def _entry(each: dict[str, Any], response: Any, most: float, scene: Scene) -> Entry:
    known = scene.library.claims(scene.language)
    end = response["points"][-1] if response else dict.fromkeys(ENDS, 0.0)
    return Entry(
        id=each["id"],
        name=scene.words[f"input.{each['id']}"],
        grade=each["grade"],
        points=_points(each, end, scene),
        bar={edge: round(100 * end[edge] / most, 1) for edge in ENDS},
        rows=_rows(each, scene),
        facts=list(_facts(each, scene)),
        claims=[known[name] for name in each["claims"]],
        axis=_counted(each, scene),
        curve=_curve(each, response, scene) if response else None,
        alt=_alt(each, response, scene) if response else "",
    )


def _points(each: dict[str, Any], end: dict[str, float], scene: Scene) -> str:
    """What the input can earn, as a range, or through which other one it counts."""
    if end["high"]:
        low, high = (format_number(end[edge], scene.language, "0.0") for edge in ("low", "high"))
        return scene.words["model.up-to"].format(low=low, high=high)
    rates = [other for other in inputs(scene)["inputs"] if each["id"] in other.get("of", ())]
    names = " + ".join(scene.words[f"input.{rate['id']}"] for rate in rates)
    return scene.words["model.counts-through"].format(name=names)


# ------------------------------------------------------------------ numbers and facts


def _rows(each: dict[str, Any], scene: Scene) -> list[Row]:
    """The assumed numbers; what weighs nothing has no full level that matters."""
    words, rows = scene.words, []
    if each["weight"]["high"]:
        rows.append(_row(words["model.weight"], each["weight"], _share_in(scene)))
        if not each.get("boolean"):
            rows.append(_row(words["model.full"], each["full"], _amount_in(each, scene)))
    if window := each.get("window"):
        rows.append(_row(words["model.memory"], window, _number_in(scene)))
    return rows


def _row(name: str, spread: dict[str, float], written: Callable[[float], str]) -> Row:
    return Row(name, [written(spread[edge]) for edge in ENDS])


def _number_in(scene: Scene) -> Callable[[float], str]:
    return lambda value: format_number(value, scene.language, FINE)


def _share_in(scene: Scene) -> Callable[[float], str]:
    return lambda value: format_share(value, scene.language)


def _amount_in(each: dict[str, Any], scene: Scene) -> Callable[[float], str]:
    return _share_in(scene) if each["kind"] == "rate" else _number_in(scene)


def _facts(each: dict[str, Any], scene: Scene) -> Any:
    """Pairs of what is said and what it says."""
    words = scene.words
    yield words["model.kind"], _kind(each, scene)
    yield words["model.counted-in"], _counted(each, scene)
    if minutes := each.get("minutes"):
        time = words["simulator.minutes-once" if each.get("boolean") else "simulator.minutes-each"]
        by_others = f" · {words['simulator.by-others']}" if each.get("by") == "others" else ""
        yield words["model.time"], time.format(minutes=_number_in(scene)(minutes)) + by_others
    need = "model.navigator.yes" if each.get("needs_navigator") else "model.navigator.no"
    yield "Sales Navigator", words[need]
    yield words["model.limits"], _limits(each, scene)
    if stock := each.get("adds_to"):
        yield words["model.also"], words["model.adds-to"].format(name=words[f"input.{stock}"])


def _kind(each: dict[str, Any], scene: Scene) -> str:
    text = scene.words[KINDS[each["kind"]]]
    names = [scene.words[f"input.{id}"] for id in each.get("of", ())]
    return text.format(good=names[0], tried=names[1]) if names else text


def _counted(each: dict[str, Any], scene: Scene) -> str:
    unit = scene.words[f"input.{each['id']}.unit"]
    return scene.words["model.per-week"].format(unit=unit) if each["kind"] == "flow" else unit


def _limits(each: dict[str, Any], scene: Scene) -> str:
    """The amounts that a plan may hold."""
    number = _number_in(scene)
    found = [
        scene.words[PERIODS[when]].format(low=number(low), high=number(high))
        for when, (low, high) in each.get("limits", {}).items()
    ]
    if each.get("boolean"):
        return scene.words["model.once-only"]
    return ", ".join(found) or scene.words["model.not-planned"]


# ------------------------------------------------------------------ the curve


def _curve(each: dict[str, Any], response: dict[str, Any], scene: Scene) -> Curve:
    number = _number_in(scene)
    if each.get("boolean"):
        places = [scene.words[name] for name in ("model.missing", "model.there")]
        return presence(response, number, places)
    return curve(response, each["full"]["mid"], number, _amount_in(each, scene))


def _alt(each: dict[str, Any], response: dict[str, Any], scene: Scene) -> str:
    """The curve in a sentence, with the band at its half and at its full level."""
    words, name = scene.words, scene.words[f"input.{each['id']}"]
    if each.get("boolean"):
        return words["model.presence-alt"].format(name=name, full=_band(response, 1, scene))
    full, amount = each["full"]["mid"], _amount_in(each, scene)
    return words["model.curve-alt"].format(
        name=name,
        half_amount=amount(full / 2),
        half=_band(response, full / 2, scene),
        full_amount=amount(full),
        full=_band(response, full, scene),
        unit=_counted(each, scene),
    )


def _band(response: dict[str, Any], amount: float, scene: Scene) -> str:
    band = response["points"][response["amounts"].index(amount)]
    number = {edge: format_number(band[edge], scene.language, "0.0") for edge in ENDS}
    text = scene.words["simulator.table-cell"].format(
        middle=number["mid"], low=number["low"], high=number["high"]
    )
    return ISOLATE.format(text)
