"""Fixtures: the facts of the real course as a file, and Node to read them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from coursekit.export.facts import facts

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def course_facts(library, tmp_path_factory) -> Path:
    """The English facts as `tests/lms/facts.mjs` reads them."""
    path = tmp_path_factory.mktemp("facts") / "facts.json"
    path.write_text(json.dumps(facts(library, "en")), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def node_path(root) -> str:
    """Where Node.js is; missing, it fails with the cure."""
    path = shutil.which("node", path=f"{os.environ['PATH']}{os.pathsep}{root / '.venv/bin'}")
    if path is None:
        pytest.fail("no Node.js found: run `make setup`")
    return path


@pytest.fixture(scope="session")
def node(course_facts, node_path):
    """Runs one of the modules beside this file under Node; fails with what it said."""

    def run(name: str) -> None:
        done = subprocess.run(
            [node_path, "--test", name],
            cwd=HERE,
            env={**os.environ, "COURSE_FACTS": str(course_facts)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    return run


@pytest.fixture(scope="session")
def shop(root, built_site, library):
    """The built site in a shell, and platforms of the tests' own around it."""
    from tests.lms.shop import Shop

    with Shop(root, built_site, facts(library, "en")) as found:
        yield found
