"""What is served beside the pages."""

from __future__ import annotations

import pytest

from coursekit.host.assets import COMMENT, script
from coursekit.host.styles import WEB


@pytest.mark.parametrize("path", sorted(WEB.glob("*.js")), ids=lambda path: path.name)
def test_a_script_is_served_without_comments_and_with_all_its_code(path):
    written, served = path.read_text("utf-8").splitlines(), script(path).splitlines()

    assert len(served) == len(written)
    for line, kept in zip(written, served, strict=True):
        assert kept == ("" if line.strip().startswith("//") else line)


@pytest.mark.parametrize("path", sorted(WEB.glob("*.js")), ids=lambda path: path.name)
def test_no_text_in_a_script_has_a_line_that_looks_like_a_comment(path):
    text = path.read_text("utf-8")

    inside = [
        m[0] for m in COMMENT.finditer(text) if COMMENT.sub("", text[: m.start()]).count("`") % 2
    ]

    assert not inside
