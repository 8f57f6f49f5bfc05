"""The simulator and the exercises behind one question and one answer, both JSON.

`Engine > check, Simulator`. The same lines answer at build time under CPython and in the
learner's browser under MicroPython. What is wrong with a question is an answer too:
``{"error": {"id": ..., "input": ...}}``, in ids that the page has words for.
"""

import json

from ssi_calc.assumptions import assumption_problems
from ssi_calc.chart import Chart
from ssi_calc.inputs import inputs_from
from ssi_calc.plan import problems_of
from ssi_calc.response import response
from ssi_calc.simulate import Simulator


class Engine:
    """Answers about one set of inputs and the exercises built on it.

    Attributes
    ----------
    inputs : Inputs
    exercises : dict of str to dict
        Start, weeks, minutes, inputs and goal by exercise id.
    checks : dict of str to callable
        ``check(plan, run, exercise) -> [(message id, field or None)]`` by exercise id: what is
        wrong with a plan, the most important first. ``exercise`` has, beside its own keys,
        ``offered`` (the inputs as the simulator knows them) and ``spent`` (minutes by input).
        That a week is over the budget is said here, for all exercises.
    """

    __slots__ = ("assumed", "charts", "checks", "exercises", "inputs", "simulator", "verbs")

    def __init__(self, data: dict, checks: dict) -> None:
        self.inputs = inputs_from(data["inputs"])
        self.exercises = data["exercises"]
        self.checks = checks
        self.simulator = Simulator(self.inputs)
        self.assumed: tuple | None = None  # the last weights asked for, and their simulator
        self.charts: dict = {}  # what each was made with, and the chart, by its id
        self.verbs = {
            "simulate": self.simulate,
            "compare": self.compare,
            "check": self.check,
            "inputs": self.offered,
            "responses": self.responses,
        }

    def answer(self, request_json: str) -> str:
        """Answer to ``{"verb": ..., ...}``, or ``{"error": ...}``; never raises on bad input."""
        try:
            request = json.loads(request_json)
            verb = self.verbs[request["verb"]]
        except (ValueError, KeyError, TypeError):
            return json.dumps({"error": {"id": "no-such-question"}})
        return json.dumps(verb(request))

    def simulate(self, request: dict) -> dict:
        """Run and chart of ``plan``.

        The chart speaks the words in ``labels``, draws the pillars in ``lead`` large, and a
        line at the ``goal``, where they are given. ``"weeks": "ends"`` leaves out the weeks
        between the first and the last, which is all that a moving slider shows beside the chart.
        Under ``assumptions`` (`ssi_calc.assumptions`) the plan may name what needs Sales
        Navigator in any case: where it is assumed away, it earns nothing.
        """
        plan, assumptions = request.get("plan"), request.get("assumptions")
        refusal = self._refused_assumptions(assumptions) or self._refusal(plan, None, assumptions)
        return refusal or self._shown(self._run(plan, assumptions), request)

    def compare(self, request: dict) -> dict:
        """``plan`` under our assumptions and under those of the request, each as `simulate` does.

        The charts have the ids ``<id>-ours`` and ``<id>-yours``. ``shares`` are the parts of
        their pillars that the inputs weigh in the middle of the second run.
        """
        yours = request.get("assumptions") or {}
        answer: dict = {}
        for name, assumptions in (("ours", {}), ("yours", yours)):
            chart = request.get("id", "chart") + "-" + name
            asked = dict(request, assumptions=assumptions, id=chart)
            answer[name] = self.simulate(asked)
            if "error" in answer[name]:
                return answer[name]
        weights = self._simulator(yours).draws.weights
        weighed = [entry.id for entry in self.inputs if entry.weight.high]
        answer["shares"] = {id: weights[id][0] for id in weighed}
        return answer

    def check(self, request: dict) -> dict:
        """What the check of ``exercise`` says of ``plan``; start and weeks are the exercise's."""
        name = request.get("exercise")
        if name not in self.exercises:
            return {"error": {"id": "no-such-exercise"}}
        exercise = self.exercises[name]
        plan = plan_in(exercise, request.get("plan"))
        refusal = self._refusal(plan, exercise["inputs"])
        if refusal:
            return refusal
        run = self.simulator.run(plan)
        wrong = self._wrong(name, plan, run)
        values = values_of(run, exercise)
        answer = self._shown(run, request)
        answer["messages"] = [
            {"id": id, "values": dict(values, input=field) if field else values}
            for id, field in wrong or [("solved", None)]
        ]
        answer["solved"] = not wrong
        return answer

    def _wrong(self, name: str, plan: dict, run) -> list:
        exercise = self.exercises[name]
        offered = [self.inputs[id] for id in exercise["inputs"]]
        spent = minutes_by_input(plan, offered, exercise["weeks"])
        wrong = []
        if max(run.minutes) > exercise["minutes"] + 0.01:  # sums of thirds
            wrong.append(("over-budget", largest(spent)))
        return wrong + self.checks[name](plan, run, dict(exercise, offered=offered, spent=spent))

    def offered(self, request: dict) -> dict:
        """Ids of the inputs that can be planned, of one pillar or of all."""
        pillar = request.get("pillar")
        plannable = [entry for entry in self.inputs if entry.limits]
        return {"inputs": [entry.id for entry in plannable if pillar in (None, entry.pillar)]}

    def responses(self, request: dict) -> dict:
        """Points against amount, as a band, for each input of ``pillar`` that earns any."""
        entries, draws = self.inputs.of_pillar(request.get("pillar")), self.simulator.draws
        found = {entry.id: response(entry, draws) for entry in entries if entry.weight.high}
        return {"responses": found}

    def _run(self, plan: dict, assumptions):
        settings = assumptions or {}
        window, navigator = settings.get("window"), settings.get("navigator")
        return self._simulator(settings).run(plan, window, navigator)

    def _simulator(self, assumptions: dict) -> Simulator:
        """The simulator of these assumptions: ours, or the last other one, or a new one."""
        if not assumptions:
            return self.simulator
        weights = assumptions.get("weights") or {}
        if self.assumed is None or self.assumed[0] != weights:
            self.assumed = (weights, self.simulator.assuming(weights))
        return self.assumed[1]

    def _shown(self, run, request: dict) -> dict:
        weeks = [run.weeks[0], run.weeks[-1]] if request.get("weeks") == "ends" else run.weeks
        answer = {"run": {"weeks": weeks, "minutes": run.minutes}}
        if "labels" in request:
            answer["svg"] = self._chart(request).draw(run)
        return answer

    def _chart(self, request: dict) -> Chart:
        """The chart of this ``id``, which remembers its last picture."""
        name = request.get("id", "chart")
        made = [request["labels"], name, request.get("lead") or [], request.get("goal")]
        if name not in self.charts or self.charts[name][0] != made:
            self.charts[name] = (made, Chart(*made))
        return self.charts[name][1]

    def _refused_assumptions(self, assumptions) -> dict:
        if assumptions is None:
            return {}
        return refusal_of("assumptions", assumption_problems(assumptions, self.inputs))

    def _refusal(self, plan: dict, allowed=None, assumptions=None) -> dict:
        """Why `plan` cannot be run, as an answer; empty when it can."""
        navigator = None if assumptions is None else True
        refusal = refusal_of("plan", problems_of(plan, self.inputs, navigator))
        if refusal:
            return refusal
        for id in amounts_of(plan):
            if allowed is not None and id not in allowed:
                return {"error": {"id": "not-offered", "input": id}}
        return {}


def refusal_of(id: str, problems: list) -> dict:
    """The first of the problems as an answer; empty when there are none.

    Examples
    --------
    >>> refusal_of("plan", [(("weekly", "likes"), "likes must be from 0 to 70", "")])["error"]
    {'id': 'plan', 'input': 'likes', 'message': 'likes must be from 0 to 70'}
    """
    if not problems:
        return {}
    path, message, _ = problems[0]
    return {"error": {"id": id, "input": path[-1] if path else "", "message": message}}


def amounts_of(plan: dict) -> list:
    """Ids that a plan names.

    Examples
    --------
    >>> amounts_of({"weekly": {"articles": 1}, "once": {"headline": True}})
    ['articles', 'headline']
    """
    return list(plan.get("weekly") or {}) + list(plan.get("once") or {})


def plan_in(exercise: dict, plan: object) -> object:
    """What the learner plans, from the exercise's start and over its weeks.

    What is no plan at all comes back as it is, to be refused.

    Examples
    --------
    >>> plan = plan_in({"start": {"brand": 13.4}, "weeks": 6}, {"once": {"about": 1}, "weeks": 50})
    >>> plan["weeks"], plan["once"], plan["weekly"], plan["navigator"]
    (6, {'about': 1}, {}, False)
    """
    if not isinstance(plan, dict):
        return plan
    return {
        "start": exercise["start"],
        "navigator": exercise.get("navigator", False),
        "weeks": exercise["weeks"],
        "weekly": plan.get("weekly") or {},
        "once": plan.get("once") or {},
    }


def minutes_by_input(plan: dict, offered: list, weeks: int) -> dict:
    """Minutes that each input takes over all weeks; inputs left at nothing are left out."""
    spent = {}
    for entry in offered:
        times = plan["weekly"].get(entry.id, 0) * weeks + plan["once"].get(entry.id, 0)
        if times:
            spent[entry.id] = times * entry.minutes
    return spent


def largest(spent: dict):
    """Id that takes most minutes, or None; the first of equals."""
    ids = list(spent)
    return max(ids, key=lambda id: spent[id]) if ids else None


def values_of(run, exercise: dict) -> dict:
    """What every message may name: the range reached, the fullest week and the budget."""
    band = run.end(exercise["goal"]["pillar"])
    return {
        "low": band["low"],
        "high": band["high"],
        "minutes": max(run.minutes),
        "budget": exercise["minutes"],
    }
