"""Single questions as files beside the pages, for the page that asks them again."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from coursekit.host.course import Course
from coursekit.render import question_files
from coursekit.render.bidi import isolated
from coursekit.render.scene import page_url


def question_file_list(course: Course, language: str, config: MkDocsConfig) -> Iterator[File]:
    """A file for each quiz in one language, if a page of the course holds the review."""
    path = course.library.page_with("review")
    if path is None:
        return
    home = course.homes[language]
    scene = course.scene(language, path, home + page_url(path, course.flat))
    whole = isolated if scene.direction == "rtl" else str
    for name, questions in question_files(scene).items():
        content = {item: whole(html) for item, html in questions.items()}
        yield File.generated(config, name, content=json.dumps(content, ensure_ascii=False))
