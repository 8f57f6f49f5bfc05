"""Every plan of a small world, listed without the optimiser, and worlds small enough for that."""

import itertools
import math
import random
from collections.abc import Iterator
from typing import Any

from ssi_calc import PILLARS, Inputs, Simulator, inputs_from
from ssi_calc.schedule import minutes_of

MOST_PLANS = 200
EVIDENCE = {"grade": "A", "claims": ["O1"], "unit": "thing"}


def every_plan(settings: dict[str, Any], inputs: Inputs, weeks: int) -> Iterator[dict[str, Any]]:
    """All steady plans within the limits that count on no more success than is likely.

    Other flows may be planned to stop (nobody gains by that), but not those of a rate: the
    one that is forgotten later would lift it.
    """
    simulator = Simulator(inputs, draws=2)
    scene = simulator.scene_for(settings, settings.get("window"), None, weeks)
    today = {id: levels[0] for id, levels in scene.start.levels.items()}
    slots = [
        (period, entry) for entry in inputs for period in entry.limits if scene.start.is_open(entry)
    ]
    rated = [id for entry in inputs for id in entry.of]
    choices = [
        [None] + [amount for amount in amounts_of(*slot) if amount or slot[1].id not in rated]
        for slot in slots
    ]
    for amounts in itertools.product(*choices):
        plan = dict(settings, weeks=weeks, weekly={}, once={})
        for (period, entry), amount in zip(slots, amounts, strict=True):
            if amount is not None:
                plan[period][entry.id] = amount
        if all(is_likely(rate, plan["weekly"], today) for rate in inputs if rate.kind == "rate"):
            yield plan


def amounts_of(period: str, entry: Any) -> list[float]:
    lowest, highest = entry.limits[period]
    count = int((highest - lowest) / entry.step + 1e-9)
    return [lowest + entry.step * place for place in range(count + 1)]


def is_likely(rate: Any, weekly: dict[str, float], today: dict[str, float]) -> bool:
    if not set(rate.of) & set(weekly):
        return True
    good, tried = [weekly.get(id, today[id]) for id in rate.of]
    return good <= max(rate.full.mid, today[rate.id]) * tried + 1e-9


class World:
    """A few inputs, a start, and the result of every plan in it: total, minutes, plan."""

    def __init__(self, inputs: Inputs, settings: dict[str, Any]) -> None:
        self.inputs = inputs
        self.settings = settings
        self.simulator = Simulator(inputs, draws=2)

    def results(self, weeks: int) -> list[tuple[float, float, dict[str, Any]]]:
        return [
            (
                self.simulator.run(plan).end()["mid"],
                sum(minutes_of(plan, self.inputs, weeks)) / weeks,
                plan,
            )
            for plan in every_plan(self.settings, self.inputs, weeks)
        ]


def small_world(source: random.Random) -> World:
    """Random inputs of every kind, few enough that all plans can be listed."""
    while True:
        world = _random_world(source)
        slots = [(period, entry) for entry in world.inputs for period in entry.limits]
        if math.prod(len(amounts_of(*slot)) + 1 for slot in slots) <= MOST_PLANS:
            return world


def _random_world(source: random.Random) -> World:
    entries = [_stock(source, f"rest-{pillar}", pillar, {}) for pillar in PILLARS]
    for place in range(source.randint(1, 3)):
        pillar = source.choice(PILLARS)
        make = source.choice([_one_flow, _one_off, _growing, _rate, _fed])
        entries += make(source, f"{'abc'[place]}", pillar)
    readings = {pillar: round(source.uniform(0, 25), 1) for pillar in PILLARS}
    settings: dict[str, Any] = {"start": readings, "navigator": source.random() < 0.5}
    if source.random() < 0.3:
        settings["window"] = source.choice([30, 60, 90])
    return World(inputs_from({"inputs": entries, "presets": {}}), settings)


def trimmed_world(source: random.Random, data: dict[str, Any]) -> World:
    """The real inputs, of which only a few can be planned, and those only a little."""
    rated = {id for row in data["inputs"] for id in row.get("of") or ()}
    chosen = {row["id"] for row in source.sample(data["inputs"], 4)} - rated
    for row in source.sample([row for row in data["inputs"] if row["kind"] == "rate"], 1):
        if source.random() < 0.5:
            chosen = {*list(chosen)[:1], *row["of"], "connections"}
    rows = []
    for row in data["inputs"]:
        limits = row.get("limits") or {}
        step = row.get("step", 1)
        kept = {key: [0, min(most, 3 * step)] for key, (_, most) in limits.items()}
        rows.append(dict(row, limits=kept if row["id"] in chosen else {}))
    readings = {pillar: round(source.uniform(0, 25), 1) for pillar in PILLARS}
    inputs = inputs_from({"inputs": rows, "presets": {}})
    return World(inputs, {"start": readings, "navigator": source.random() < 0.5})


def _range(source: random.Random, low: float, high: float) -> dict[str, float]:
    low, mid, high = sorted(source.uniform(low, high) for _ in range(3))
    return {"low": low, "mid": mid, "high": high}


def _entry(source: random.Random, id: str, pillar: str, kind: str) -> dict[str, Any]:
    return {
        "id": id,
        "name": id,
        "pillar": pillar,
        "kind": kind,
        "minutes": source.choice([0.25, 0.5, 1, 2, 3, 4, 7, 15, 30]),
        "full": _range(source, 0.3, 6),
        "weight": _range(source, 0.1, 1),
        "needs_navigator": source.random() < 0.1,
        **EVIDENCE,
    }


def _stock(source: random.Random, id: str, pillar: str, limits: dict[str, Any]) -> dict[str, Any]:
    entry = _entry(source, id, pillar, "stock")
    return {**entry, "limits": limits, "needs_navigator": bool(limits) and entry["needs_navigator"]}


def _flow(source: random.Random, id: str, pillar: str, most: int) -> dict[str, Any]:
    step = source.choice([1, 1, 0.5])
    limits = {"weekly": [0, most * step]}
    entry = _entry(source, id, pillar, "flow")
    return {**entry, "step": step, "limits": limits, "window": _range(source, 30, 200)}


def _one_flow(source: random.Random, id: str, pillar: str) -> list[dict[str, Any]]:
    return [_flow(source, id, pillar, source.randint(1, 4))]


def _one_off(source: random.Random, id: str, pillar: str) -> list[dict[str, Any]]:
    most = source.randint(1, 3)
    return [{**_stock(source, id, pillar, {"once": [0, most]}), "boolean": most == 1}]


def _growing(source: random.Random, id: str, pillar: str) -> list[dict[str, Any]]:
    return [_stock(source, id, pillar, {"weekly": [0, 2], "once": [0, source.randint(1, 2)]})]


def _rate(source: random.Random, id: str, pillar: str) -> list[dict[str, Any]]:
    good, tried = _flow(source, id + "-good", pillar, 2), _flow(source, id + "-tried", pillar, 3)
    for flow in (good, tried):
        if source.random() < 0.5:
            flow["weight"] = {"low": 0, "mid": 0, "high": 0}
    rate = _entry(source, id, pillar, "rate")
    rate["full"] = _range(source, 0.2, 0.9)
    return [good, tried, {**rate, "of": [good["id"], tried["id"]], "needs_navigator": False}]


def _fed(source: random.Random, id: str, pillar: str) -> list[dict[str, Any]]:
    """A stock that grows by itself and by what succeeds, or by a plain flow."""
    stock = _stock(source, id + "-stock", pillar, {"weekly": [0, 2]})
    flows = source.choice([_rate, _one_flow])(source, id, pillar)
    return [{**flows[0], "adds_to": stock["id"]}, *flows[1:], stock]
