"""What the README shows and says is so."""

from __future__ import annotations

import re

from tests.readme_picture import PICTURE, picture


def test_the_picture_is_what_the_course_draws_today():
    assert PICTURE.read_text("utf-8") == picture(), "run: python -m tests.readme_picture"


def test_every_link_of_the_readme_leads_to_a_file(root):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", (root / "README.md").read_text("utf-8"))

    assert links
    assert [link for link in links if not (root / link).exists()] == []
