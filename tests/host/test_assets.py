"""What the browser is served is what we wrote, less what nobody there reads."""

from __future__ import annotations

import pytest

from coursekit.host.assets import script
from coursekit.host.styles import WEB


def test_lines_that_hold_only_a_comment_are_not_served(tmp_path):
    path = tmp_path / "own.js"
    path.write_text("// Why.\nconst a = 'https://x'; // here\n\n  // and more\nlet b;\n", "utf-8")

    assert script(path) == "const a = 'https://x'; // here\nlet b;\n"


@pytest.mark.parametrize("path", sorted(WEB.glob("*.js")), ids=lambda path: path.name)
def test_no_text_of_a_script_is_taken_for_a_comment(path):
    inside = False  # a text in backticks, the only kind that runs over several lines
    for line in path.read_text("utf-8").splitlines():
        assert not (inside and line.lstrip().startswith("//")), line
        inside ^= line.count("`") % 2 == 1 and not line.lstrip().startswith("//")
