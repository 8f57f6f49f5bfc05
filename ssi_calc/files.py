"""Readers: each turns a file into a value or into problems, all of them, sorted by place."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ssi_calc.inputs import Inputs, inputs_from
from ssi_calc.places import Document, Problem, parse_yaml, read_text
from ssi_calc.plan import problems_of

INPUTS = Path(__file__).with_name("inputs.yml")

__all__ = [
    "Problem",
    "inputs_document",
    "load_inputs",
    "parse_plan",
    "read_inputs",
    "read_plan",
]


def read_plan(
    path: str | Path, inputs: Inputs | None = None, navigator: bool | None = None
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Plan of a YAML file, or the problems in it.

    Parameters
    ----------
    path : str or Path
    inputs : Inputs, optional
        Those of the package unless given.
    navigator : bool, optional
        Instead of what the plan says.

    Returns
    -------
    (dict or None, list of Problem)
        The plan is None exactly when there are problems.

    Examples
    --------
    >>> plan, problems = read_plan("missing.yml")
    >>> print(problems[0])
    missing.yml:1:1: no such file
    """
    text, problems = read_text(path)
    if text is None:
        return None, problems
    return parse_plan(text, str(path), inputs, navigator)


def parse_plan(
    text: str, name: str, inputs: Inputs | None = None, navigator: bool | None = None
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Plan of a YAML text, or the problems in it.

    Parameters
    ----------
    text : str
    name : str
        Stands for the file in messages.
    inputs, navigator
        As for `read_plan`.

    Returns
    -------
    (dict or None, list of Problem)
        The plan is None exactly when there are problems.

    Examples
    --------
    >>> text = "preset: dormant\\nweekly:\\n  coments: 3\\n"
    >>> print(parse_plan(text, "plan.yml")[1][0])
    plan.yml:3:3: unknown input 'coments'
      hint: did you mean 'comments'?
    """
    document = parse_yaml(text, name)
    if not document.problems and document.value is None:
        document.problems.append(document.problem((), "the plan is empty", "start with start:"))
    if document.problems:
        return None, sorted(document.problems)
    found = problems_of(document.value, inputs or load_inputs(), navigator)
    if found:
        return None, sorted(document.problem(*problem) for problem in found)
    return document.value, []


def read_inputs(path: str | Path = INPUTS) -> tuple[Inputs | None, list[Problem]]:
    """Inputs of a file in the form of ``inputs.yml``, or the problems in it.

    Parameters
    ----------
    path : str or Path
        The file of the package unless given.

    Returns
    -------
    (Inputs or None, list of Problem)
        The inputs are None exactly when there are problems.

    Examples
    --------
    >>> inputs, problems = read_inputs()
    >>> problems
    []
    """
    document = inputs_document(path)
    if document.problems:
        return None, document.problems
    return inputs_from(document.value), []


@cache
def load_inputs() -> Inputs:
    """Inputs that come with the package, read once.

    Returns
    -------
    Inputs

    Examples
    --------
    >>> len(load_inputs()) > 20
    True
    """
    inputs, problems = read_inputs()
    assert inputs is not None, "\n".join(map(str, problems))
    return inputs


def inputs_document(path: str | Path = INPUTS) -> Document:
    """``inputs.yml`` as checked plain values, with places and problems."""
    text, problems = read_text(path)
    if text is None:
        return Document(str(path), problems=problems)
    document = parse_yaml(text, str(path))
    if not document.problems:
        try:
            _InputsFile.model_validate(document.value)
        except ValidationError as error:
            document.problems = sorted(_problem(each, document) for each in error.errors())
    return document


def _problem(error: Any, document: Document) -> Problem:
    message = error["msg"].removeprefix("Value error, ")
    unwanted = error["type"] == "extra_forbidden"
    if unwanted:
        message = f"unknown key '{error['loc'][-1]}'"
    path = tuple(part for part in error["loc"] if part != "[key]")
    return document.problem((*path, "?") if unwanted else path, message)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class _Range(_Model):
    low: float = Field(ge=0)
    mid: float = Field(ge=0)
    high: float = Field(ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> "_Range":
        if not self.low <= self.mid <= self.high:
            raise ValueError("low, mid and high must be in order")
        return self


class _Limits(_Model):
    weekly: tuple[float, float] | None = None
    once: tuple[float, float] | None = None


_Id = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]


class _Input(_Model):
    id: _Id
    name: str = Field(min_length=1)
    pillar: Literal["brand", "find", "engage", "relate"]
    kind: Literal["stock", "flow", "rate"]
    unit: str = Field(min_length=1)
    by: Literal["you", "others"] = "you"
    boolean: bool = False
    step: float = Field(default=1, gt=0)
    minutes: float = Field(default=0, ge=0)
    full: _Range
    weight: _Range
    window: _Range | None = None
    grade: Literal["A", "B", "C", "assumption"]
    claims: list[Annotated[str, Field(pattern=r"^[SOA]\d+$")]] = Field(min_length=1)
    needs_navigator: bool = False
    limits: _Limits = _Limits()
    of: tuple[_Id, _Id] | None = None
    adds_to: _Id | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "_Input":
        if (self.window is not None) != (self.kind == "flow"):
            raise ValueError(f"{self.id}: a flow has a window, nothing else has")
        if (self.of is not None) != (self.kind == "rate"):
            raise ValueError(f"{self.id}: a rate says of which two flows, nothing else does")
        if self.full.low <= 0:
            raise ValueError(f"{self.id}: full must be above 0")
        return self


class _Preset(_Model):
    name: str = Field(min_length=1)
    navigator: bool
    has: dict[_Id, Annotated[float, Field(ge=0)]]
    weekly: dict[_Id, Annotated[float, Field(ge=0)]]


class _InputsFile(_Model):
    inputs: list[_Input] = Field(min_length=1)
    presets: dict[_Id, _Preset]

    @model_validator(mode="after")
    def _ids_agree(self) -> "_InputsFile":
        kinds = {entry.id: entry.kind for entry in self.inputs}
        pillars = {entry.id: entry.pillar for entry in self.inputs}
        if len(kinds) < len(self.inputs):
            raise ValueError("an input id comes twice")
        for entry in self.inputs:
            if any(kinds.get(id) != "flow" for id in entry.of or ()):
                raise ValueError(f"{entry.id}: a rate is made of two flows")
            if any(pillars[id] != entry.pillar for id in entry.of or ()):
                raise ValueError(f"{entry.id}: a rate feeds the pillar of its two flows")
            if entry.adds_to and kinds.get(entry.adds_to) != "stock":
                raise ValueError(f"{entry.id}: adds_to must name a stock")
        for name, preset in self.presets.items():
            for part, kind in ((preset.has, "stock"), (preset.weekly, "flow")):
                for id in part:
                    if kinds.get(id) != kind:
                        raise ValueError(f"preset {name}: '{id}' is not a {kind}")
        return self
