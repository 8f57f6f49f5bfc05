"""The site's scripts as bundles that a browser also runs from file://."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from coursekit.content.engine import engine_bundle
from coursekit.content.parts import WEB, vendor_files
from coursekit.export.order import ExportError

SESSION = "lms/session.js"  # the shell of a package for a learning platform
WORKER = "engine-worker.js"
PAGES = ("index.js", "slides.js")  # what pages name
NAMES = (*PAGES, WORKER, SESSION)  # each becomes one file

CLASSIC = (
    "--bundle",
    "--format=iife",
    "--target=es2022",
    "--minify",
    "--charset=utf8",
    "--legal-comments=eof",
    "--loader:.wasm=binary",
    "--define:process=undefined",  # MicroPython awaits parts of Node if it finds them
    "--external:module",
    "--external:fs",
    "--log-level=error",
    "--log-override:empty-import-meta=silent",
)


@cache
def portable_scripts(root: Path) -> Mapping[str, bytes]:
    """The bundles by their name: each module of `NAMES` with all that it imports, one script.

    Raises
    ------
    ExportError
        If the browser parts are not installed, or a module cannot be bundled.
    """
    with tempfile.TemporaryDirectory() as folder:
        _lay_out(root, Path(folder))
        bundles = _bundled(root, Path(folder, "course"))
    return {**bundles, WORKER: held(bundles[WORKER].decode())}


def held(value: object) -> bytes:
    """A script that hands `value` to the page that loads it, where nothing can be fetched."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"document.currentScript.held={text}\n".encode()


def _bundled(root: Path, folder: Path) -> dict[str, bytes]:
    tool = root / "node_modules/esbuild/bin/esbuild"
    node = shutil.which("node", path=_path())
    if node is None or not tool.is_file():
        missing = "Node.js" if node is None else "node_modules/esbuild"
        raise ExportError(f"{missing} is missing\n  hint: run `make setup`")
    with tempfile.TemporaryDirectory() as out:
        command = [node, str(tool), *NAMES, *CLASSIC, f"--outdir={out}", "--outbase=."]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ExportError(f"the scripts cannot be bundled: {done.stderr.strip()}")
        return {name: Path(out, name).read_bytes() for name in NAMES}


def _lay_out(root: Path, stage: Path) -> None:
    """Put the scripts where they are on the site, those for file:// in place of the others."""
    for folder, place in {WEB: "", WEB / "lms": "lms", WEB / "portable": ""}.items():
        (stage / "course" / place).mkdir(parents=True, exist_ok=True)
        for path in folder.glob("*.js"):
            shutil.copyfile(path, stage / "course" / place / path.name)
    try:
        parts = vendor_files(root)
    except ValueError as error:
        raise ExportError(str(error)) from None
    (stage / "vendor").mkdir()
    for name, path in parts.items():
        shutil.copyfile(path, stage / "vendor" / name)
    (stage / "engine").mkdir()
    (stage / "engine/engine.json").write_text(engine_bundle(root), encoding="utf-8")


def _path() -> str:
    """Where programs are found; `make setup` may have put Node.js beside this Python."""
    return os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
