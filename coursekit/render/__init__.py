"""The blocks of a page as HTML: pure functions of a `Scene`, and Jinja templates."""

from coursekit.render.blocks import render_block
from coursekit.render.claims import render_mark
from coursekit.render.notes import render_notes
from coursekit.render.review import question_files
from coursekit.render.scene import Scene

__all__ = ["Scene", "question_files", "render_block", "render_mark", "render_notes"]
