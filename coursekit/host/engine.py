"""The simulator's engine as one file of the site, the same for every language."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from coursekit.content.engine import engine_bundle

BUNDLE = "assets/engine/engine.json"


def engine_file(root: Path, config: MkDocsConfig) -> File:
    """The bundle that the browser's engine unpacks."""
    return File.generated(config, BUNDLE, content=engine_bundle(root))
