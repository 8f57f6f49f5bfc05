"""Plans and runs as a notebook shows them, in the words of a language.

>>> from ssi_calc.showing import Showing
>>> Showing().band({"low": 1.0, "mid": 2.0, "high": 3.04})
'2.0 (1.0–3.0)'
"""

from typing import Any

from ssi_calc.chart import chart
from ssi_calc.files import load_inputs, read_plan
from ssi_calc.inputs import PILLARS
from ssi_calc.run import Run
from ssi_calc.simulate import simulate

PARTS = (*PILLARS, "total")
RIGHT_TO_LEFT = ("he",)
ENGLISH = {
    "weekly": "every week",
    "once": "once",
    "chart-week": "week {week}",
    "total": "total",
    "table-cell": "{middle} ({low}–{high})",
    "decimal": ".",
    **{pillar: pillar for pillar in PILLARS},
}


class Showing:
    """Tables and charts of plans, for notebooks.

    Parameters
    ----------
    labels : dict of str to str, optional
        Words in place of the English ones; names of inputs as ``input.<id>``.
    language : str
        Hebrew charts begin at the right.
    """

    def __init__(self, labels: dict[str, str] | None = None, language: str = "en") -> None:
        self.inputs = load_inputs()
        self.translated = labels is not None
        self.words = {**ENGLISH, **(labels or {})}
        self.direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"

    def read(self, path: str) -> tuple[dict[str, Any], Run]:
        """The plan at `path` and its run.

        Raises
        ------
        ValueError
            When the file holds no plan; the message gives the places.
        """
        plan, problems = read_plan(path, self.inputs)
        if plan is None:
            raise ValueError("\n".join(map(str, problems)))
        return plan, simulate(plan, self.inputs)

    def start(self, plan: dict[str, Any]) -> Any:
        """The four readings with which `plan` begins."""
        readings = [self.number(plan["start"][pillar], "g") for pillar in PILLARS]
        return self.table([self.words[pillar] for pillar in PILLARS], readings)

    def plan(self, plan: dict[str, Any]) -> Any:
        """What `plan` does, once and every week, as lists."""
        lines: list[str] = []
        for when in ("once", "weekly"):
            lines += ["", f"**{self.words[when]}**", ""] if plan.get(when) else []
            for id, amount in plan.get(when, {}).items():
                count = "" if self.inputs[id].boolean else f": {self.number(amount, 'g')}"
                lines.append(f"- {self.name(id)}{count}")
        return _markdown("\n".join(lines))

    def chart(self, run: Run) -> Any:
        """The picture of `run`."""
        own = {"direction": self.direction}
        if self.translated:
            own |= {name: self.words[name] for name in (*PARTS, "decimal")}
            own |= {"title": self.words["chart"], "week": self.words["chart-week"]}
            own |= {"change": self.words["chart-change"]}
        return _html(chart(run, own))

    def compare(self, *runs: Run) -> Any:
        """The last week of several runs side by side, numbered from 1."""
        head = [self._last_week(runs[0]), *(str(place + 1) for place in range(len(runs)))]
        rows = [[self.words[part], *(self.band(run.end(part)) for run in runs)] for part in PARTS]
        return self.table(head, *rows)

    def gains(self, run: Run) -> Any:
        """The points that each activity has won or lost by the last week, most first."""
        won = sorted(run.gains.items(), key=lambda gain: -gain[1]["mid"])
        head = [self.words["total"], self._last_week(run)]
        return self.table(head, *([self.name(id), self.band(gain)] for id, gain in won))

    def table(self, *rows: list[str]) -> Any:
        """`rows` as a table; the first is its head."""
        first, *others = (f"| {' | '.join(row)} |" for row in rows)
        return _markdown("\n".join([first, "|---" * len(rows[0]) + "|", *others]))

    def name(self, id: str) -> str:
        """The name of an input."""
        return self.words.get(f"input.{id}", self.inputs[id].name)

    def band(self, values: dict[str, float]) -> str:
        """A middle with the range behind it, or a number that has none."""
        low, middle, high = (self.number(values[key], ".1f") for key in ("low", "mid", "high"))
        if low == high:
            return middle
        return self.words["table-cell"].format(low=low, middle=middle, high=high)

    def number(self, value: float, form: str) -> str:
        """`value` with the language's decimal sign."""
        return format(value, form).replace(".", self.words["decimal"])

    def _last_week(self, run: Run) -> str:
        return self.words["chart-week"].format(week=run.weeks[-1]["week"])


def _markdown(text: str) -> Any:
    from IPython.display import Markdown  # only notebooks have it

    return Markdown(text)


def _html(text: str) -> Any:
    from IPython.display import HTML

    return HTML(text)
