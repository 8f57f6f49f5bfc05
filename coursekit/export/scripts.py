"""The site's scripts as bundles that a browser also runs from file://."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from coursekit.export.order import ExportError

WEB = Path(__file__).parent.parent / "web"
PAGES = ("index.js", "slides.js")  # what pages name; each becomes one file
WORKER = "engine-worker.js"
SERVED = ("course", "engine", "vendor")  # folders below assets/ that scripts import from

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


def portable_scripts(root: Path, site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The bundles of a built site's scripts, by the names under which its pages look for them."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        _lay_out(site, stage)
        names = [f"course/{name}" for name in (*PAGES, WORKER)]
        bundles = bundled(root, stage, names)
    return {
        f"assets/{name}": held(content.decode()) if name.endswith(WORKER) else content
        for name, content in bundles.items()
    }


def held(value: object) -> bytes:
    """A script that hands `value` to the page that loads it, where nothing can be fetched."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"document.currentScript.held={text}\n".encode()


def bundled(root: Path, folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Each module below `folder` with all that it imports, as one classic script by its name.

    Raises
    ------
    ExportError
        If the browser parts are not installed, or a module cannot be bundled.
    """
    tool = root / "node_modules/esbuild/bin/esbuild"
    node = shutil.which("node", path=_path())
    if node is None or not tool.is_file():
        missing = "Node.js" if node is None else "node_modules/esbuild"
        raise ExportError(f"{missing} is missing\n  hint: run `make setup`")
    with tempfile.TemporaryDirectory() as out:
        command = [node, str(tool), *names, *CLASSIC, f"--outdir={out}", "--outbase=."]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ExportError(f"the scripts cannot be bundled: {done.stderr.strip()}")
        return {name: Path(out, name).read_bytes() for name in names}


def _lay_out(site: Mapping[str, bytes], stage: Path) -> None:
    """Put the served scripts into `stage`, those for file:// in place of the others."""
    for name, content in site.items():
        if name.startswith(tuple(f"assets/{folder}/" for folder in SERVED)):
            path = stage / name.removeprefix("assets/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for path in (WEB / "portable").glob("*.js"):
        shutil.copyfile(path, stage / "course" / path.name)


def _path() -> str:
    """Where programs are found; `make setup` may have put Node.js beside this Python."""
    return os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
