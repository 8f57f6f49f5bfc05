"""What the browser is served beside the pages: our scripts, one style sheet, npm's parts."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from coursekit.content.parts import WEB, vendor_files
from coursekit.host.styles import style_sheet

# Material's own search, its source maps, and the sheets that style_sheet() contains.
UNUSED = re.compile(
    r"assets/(javascripts/(lunr|workers)/.*|images/favicon\.png"
    r"|stylesheets/(main|palette)\.\w+\.min\.css|.*\.map)"
)

# A line that is only a comment. No text of ours holds lines that begin so; a test looks.
COMMENT = re.compile(r"^[ \t]*//.*$", re.M)


def asset_files(config: MkDocsConfig) -> list[File]:
    """The files under assets/course/ and assets/vendor/, the same for every language."""
    return [*_course_files(config), *_vendor_files(config)]


def drop_unused(files: Files) -> None:
    """Take out what the theme would copy although no page loads it."""
    for file in [file for file in files if UNUSED.fullmatch(file.src_uri)]:
        files.remove(file)


def _course_files(config: MkDocsConfig) -> list[File]:
    sheet = File.generated(
        config, "assets/course/course.css", content=style_sheet(config.theme.dirs)
    )
    scripts = [
        File.generated(config, f"assets/course/{path.name}", content=script(path))
        for path in sorted(WEB.glob("*.js"))
    ]
    return [sheet, *scripts]


def script(path: Path) -> str:
    """One of our scripts as it is served: without its comments, every line at its number."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def _vendor_files(config: MkDocsConfig) -> list[File]:
    try:
        parts = vendor_files(Path(config.config_file_path).parent)
    except ValueError as error:
        raise PluginError(str(error)) from None
    return [
        File.generated(config, f"assets/vendor/{name}", abs_src_path=str(path))
        for name, path in parts.items()
    ]
