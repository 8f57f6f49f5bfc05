"""The shell's modules run under Node: packing, the adapters against scorm-again."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", [path.name for path in sorted(HERE.glob("*.test.mjs"))])
def test_the_module_does_what_its_sentences_say(name, node):
    node(name)
