"""What runs in the browser: our scripts in `coursekit/web`, and parts of other makers from npm."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

WEB = Path(__file__).parent.parent / "web"

# Name under which our scripts import it: file in node_modules/.
VENDOR: Mapping[str, str] = {
    "idb-keyval.js": "idb-keyval/dist/index.js",
    "minisearch.js": "minisearch/dist/es/index.js",
    "micropython.mjs": "@micropython/micropython-webassembly-pyscript/micropython.mjs",
    "micropython.wasm": "@micropython/micropython-webassembly-pyscript/micropython.wasm",
    "reveal.css": "reveal.js/dist/reveal.css",
    "reveal.mjs": "reveal.js/dist/reveal.mjs",
    "reveal-notes.mjs": "reveal.js/dist/plugin/notes.mjs",
    "ts-fsrs.js": "ts-fsrs/dist/index.mjs",
}


def vendor_files(root: Path) -> dict[str, Path]:
    """Where each part lies, by the name of its import.

    Raises
    ------
    ValueError
        If one is not installed.
    """
    found = {name: root / "node_modules" / part for name, part in VENDOR.items()}
    for path in found.values():
        if not path.is_file():
            missing = path.relative_to(root).as_posix()
            raise ValueError(f"{missing} is missing\n  hint: run `make setup`")
    return found
