"""The browser's pure modules run under Node: grading, the record, the shuffle."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OWN = HERE.parent.parent / ".venv/bin"


@pytest.mark.parametrize("name", [path.name for path in sorted(HERE.glob("*.test.mjs"))])
def test_the_module_does_what_its_sentences_say(name):
    node = shutil.which("node", path=f"{os.environ['PATH']}{os.pathsep}{OWN}")
    if node is None:
        pytest.fail("no Node.js found: run `make setup`")

    done = subprocess.run(
        [node, "--test", name], cwd=HERE, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
