"""The simulator and the exercises behind one question and one answer, both JSON.

`Engine > check, Simulator`. The same lines answer at build time under CPython and in the
learner's browser under MicroPython. What is wrong with a question is an answer too:
``{"error": {"id": ..., "input": ...}}``, in ids that the page has words for.
"""

import json

from ssi_calc.chart import chart
from ssi_calc.inputs import MAXIMUM, PILLARS, inputs_from
from ssi_calc.simulate import WEEKS, Simulator

MOST_WEEKS = 52


class Engine:
    """Answers about one set of inputs and the exercises built on it.

    Attributes
    ----------
    inputs : Inputs
    exercises : dict of str to dict
        Start, weeks, minutes, inputs and goal by exercise id.
    checks : dict of str to callable
        ``check(plan, run, exercise) -> [(message id, values)]`` by exercise id.
    """

    __slots__ = ("checks", "exercises", "inputs", "simulator", "verbs")

    def __init__(self, data: dict, checks: dict) -> None:
        self.inputs = inputs_from(data["inputs"])
        self.exercises = data["exercises"]
        self.checks = checks
        self.simulator = Simulator(self.inputs)
        self.verbs = {"simulate": self.simulate, "check": self.check, "inputs": self.offered}

    def answer(self, request_json: str) -> str:
        """Answer to ``{"verb": ..., ...}``, or ``{"error": ...}``; never raises on bad input."""
        try:
            request = json.loads(request_json)
            verb = self.verbs[request["verb"]]
        except (ValueError, KeyError, TypeError):
            return json.dumps({"error": {"id": "no-such-question"}})
        return json.dumps(verb(request))

    def simulate(self, request: dict) -> dict:
        """Run and chart of ``plan``; the chart speaks the words in ``labels``."""
        plan = request.get("plan") or {}
        return self._refusal(plan, None) or self._shown(self.simulator.run(plan), request)

    def check(self, request: dict) -> dict:
        """What the check of ``exercise`` says of ``plan``; start and weeks are the exercise's."""
        name = request.get("exercise")
        if name not in self.exercises:
            return {"error": {"id": "no-such-exercise"}}
        exercise = self.exercises[name]
        plan = plan_in(exercise, request.get("plan") or {})
        refusal = self._refusal(plan, exercise["inputs"])
        if refusal:
            return refusal
        run = self.simulator.run(plan)
        offered = [self.inputs[id] for id in exercise["inputs"]]
        messages = self.checks[name](plan, run, dict(exercise, offered=offered))
        answer = self._shown(run, request)
        answer["messages"] = [{"id": id, "values": values} for id, values in messages]
        answer["solved"] = [id for id, _ in messages] == ["solved"]
        return answer

    def offered(self, request: dict) -> dict:
        """Ids of the inputs that can be planned, of one pillar or of all."""
        pillar = request.get("pillar")
        plannable = [entry for entry in self.inputs if entry.limits]
        return {"inputs": [entry.id for entry in plannable if pillar in (None, entry.pillar)]}

    def _shown(self, run, request: dict) -> dict:
        answer = {"run": {"weeks": run.weeks, "minutes": run.minutes}}
        if "labels" in request:
            answer["svg"] = chart(run, request["labels"], request.get("id", "chart"))
        return answer

    def _refusal(self, plan: dict, allowed) -> dict:
        """Why `plan` cannot be run, as an answer; empty when it can."""
        problem = wrong_start(plan, self.inputs) or wrong_amount(plan, self.inputs, allowed)
        return {"error": problem} if problem else {}


def plan_in(exercise: dict, plan: dict) -> dict:
    """What the learner plans, from the exercise's start and over its weeks.

    Examples
    --------
    >>> plan_in({"start": {"brand": 13.4}, "weeks": 6}, {"weekly": {"articles": 1}, "weeks": 50})
    {'start': {'brand': 13.4}, 'weeks': 6, 'weekly': {'articles': 1}, 'once': {}}
    """
    return {
        "start": exercise["start"],
        "weeks": exercise["weeks"],
        "weekly": plan.get("weekly") or {},
        "once": plan.get("once") or {},
    }


def wrong_start(plan: dict, inputs) -> dict:
    """What is wrong with where and how long `plan` runs; empty when nothing is."""
    weeks = plan.get("weeks", WEEKS)
    if not is_whole(weeks) or not 1 <= weeks <= MOST_WEEKS:
        return {"id": "weeks", "low": 1, "high": MOST_WEEKS}
    if plan.get("preset") in inputs.presets:
        return {}
    for pillar in PILLARS:
        reading = (plan.get("start") or {}).get(pillar)
        if not is_number(reading) or not 0 <= reading <= MAXIMUM:
            return {"id": "reading", "input": pillar, "low": 0, "high": MAXIMUM}
    return {}


def wrong_amount(plan: dict, inputs, allowed=None) -> dict:
    """The first amount that is unknown, not `allowed` or out of its limits; else empty."""
    for when in ("weekly", "once"):
        for id, amount in (plan.get(when) or {}).items():
            limits = inputs[id].limits.get(when) if id in inputs else None
            if limits is None or (allowed is not None and id not in allowed):
                return {"id": "no-such-input", "input": id}
            if not is_number(amount) or not limits[0] <= amount <= limits[1]:
                return {"id": "amount", "input": id, "low": limits[0], "high": limits[1]}
    return {}


def is_number(value: object) -> bool:
    """Whether `value` counts as an amount; ticked boxes count as 1.

    Examples
    --------
    >>> is_number(2.5), is_number(True), is_number("2"), is_number(float("nan"))
    (True, True, False, False)
    """
    return isinstance(value, (bool, int, float)) and value == value  # a NaN differs from itself


def is_whole(value: object) -> bool:
    """Whether `value` is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)
