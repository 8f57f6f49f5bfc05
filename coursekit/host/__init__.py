"""The thin layer to MkDocs and Markdown."""

from coursekit.host.extension import CourseExtension, safe_html
from coursekit.host.plugin import CoursePlugin

__all__ = ["CourseExtension", "CoursePlugin", "safe_html"]
