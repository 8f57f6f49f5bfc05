"""The schemas that editors read are those of the models; the course's own files keep to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from coursekit.cli import main
from coursekit.content.schema import KINDS, schema_files
from coursekit.content.yamlfile import read_yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("*.yml", "docs/data/*.yml", "exercises/**/*.yml", "locales/**/*.yml", "quizzes/*.yml")
OTHERS = {ROOT / "mkdocs.yml", ROOT / "exercises/plans.yml"}  # MkDocs' own; several plans in one
FILES = sorted({path for pattern in FOLDERS for path in ROOT.glob(pattern)} - OTHERS)
MODELINE = re.compile(r"\A# yaml-language-server: \$schema=\.\./(\S+)\n")


def schemas_of(path: Path) -> list[str]:
    """The schemas that an editor uses for a file: the one it names, else those of the settings."""
    if named := MODELINE.match(path.read_text("utf-8")):
        return [named[1]]
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    return [
        schema.removeprefix("./")
        for schema, patterns in settings.items()
        for pattern in ([patterns] if isinstance(patterns, str) else patterns)
        if path in ROOT.glob(pattern.removeprefix("/"))
    ]


@pytest.mark.parametrize("path", schema_files())
def test_the_published_schema_is_that_of_the_model(path):
    assert (ROOT / path).read_text("utf-8") == schema_files()[path], "run `course schema`"


def test_the_command_writes_what_is_published(tmp_path, capsys):
    (tmp_path / "course.yml").touch()

    assert main(["--root", str(tmp_path), "schema"]) == 0

    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json")} == set(
        schema_files()
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_course_has_one_schema_and_keeps_to_it(path):
    document, problems = read_yaml(path, ROOT)
    assert document is not None, problems

    (schema,) = schemas_of(path)

    value = json.loads(json.dumps(document.value, default=str))  # dates are text in JSON
    jsonschema.validate(value, json.loads((ROOT / schema).read_text("utf-8")))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_and_refuses_something(kind):
    schema = json.loads((ROOT / f"schemas/{kind}.schema.json").read_text("utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"promt": [3]}, schema)


def test_a_misspelt_key_is_refused_in_the_editor_too():
    quiz = yaml.safe_load((ROOT / "quizzes/brand.yml").read_text("utf-8"))
    quiz["items"][0]["promt"] = "What?"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            quiz, json.loads((ROOT / "schemas/quiz.schema.json").read_text("utf-8"))
        )
