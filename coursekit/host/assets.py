"""What the browser is served beside the pages: our scripts, one style sheet, npm's parts."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from coursekit.host.styles import WEB, style_sheet

# Served name in assets/vendor/: file in node_modules/.
VENDOR = {
    "idb-keyval.js": "idb-keyval/dist/index.js",
    "minisearch.js": "minisearch/dist/es/index.js",
    "micropython.mjs": "@micropython/micropython-webassembly-pyscript/micropython.mjs",
    "micropython.wasm": "@micropython/micropython-webassembly-pyscript/micropython.wasm",
    "reveal.css": "reveal.js/dist/reveal.css",
    "reveal.mjs": "reveal.js/dist/reveal.mjs",
    "reveal-notes.mjs": "reveal.js/dist/plugin/notes.mjs",
    "ts-fsrs.js": "ts-fsrs/dist/index.mjs",
}

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
    parts = Path(config.config_file_path).parent / "node_modules"
    missing = [part for part in VENDOR.values() if not (parts / part).is_file()]
    if missing:
        raise PluginError(f"node_modules/{missing[0]} is missing\n  hint: run `make setup`")
    return [
        File.generated(config, f"assets/vendor/{name}", abs_src_path=str(parts / part))
        for name, part in VENDOR.items()
    ]
