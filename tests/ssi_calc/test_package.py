import ast
import json
from pathlib import Path
from types import ModuleType

import pytest

import ssi_calc
from ssi_calc import inputs_from, inputs_json, load_inputs


def test_every_public_name_is_there():
    assert [name for name in ssi_calc.__all__ if not hasattr(ssi_calc, name)] == []


def test_everything_imported_for_the_public_is_listed():
    public = {
        name
        for name, value in vars(ssi_calc).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }

    assert set(ssi_calc.__all__) == public | set(ssi_calc._OUTER)


def test_type_checkers_are_told_of_the_same_names_from_the_same_modules():
    stub = ast.parse(Path(ssi_calc.__file__).with_suffix(".pyi").read_text("utf-8"))
    told = {
        name.asname: node.module
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }

    assert sorted(told) == sorted(ssi_calc.__all__)
    for name, module in ssi_calc._OUTER.items():
        assert told[name] == f"ssi_calc.{module}"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        ssi_calc.nonsense  # noqa: B018


def test_the_json_for_the_browser_holds_the_same_inputs():
    from_json = inputs_from(json.loads(inputs_json()))

    assert [entry.id for entry in from_json] == [entry.id for entry in load_inputs()]
    assert from_json.presets == load_inputs().presets


def test_the_json_for_the_browser_is_small_enough_to_load_on_a_page():
    assert len(inputs_json()) < 20_000
