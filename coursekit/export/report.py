"""export-report.json: what became of each item in each format, and which files hold it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from coursekit.export.archive import write_atomically

REPORT = "export-report.json"


@dataclass(frozen=True, order=True)
class Row:
    """One item (or exercise) in one format: `mapped` as it is, or why it is less than that."""

    item: str
    outcome: Literal["mapped", "degraded", "skipped"]
    reason: str = ""
    language: str = ""  # empty: the same in every language


def write_report(out: Path, format: str, files: Mapping[str, bytes], rows: Sequence[Row]) -> Path:
    """Put `format`'s part into the report in `out`; what it says of other formats stays.

    So does what it says of files that another language's export has left in the folder.
    """
    path = out / REPORT
    formats = _formats(path)
    before = formats.get(format, {}).get("files", {})
    listed = {name: facts for name, facts in before.items() if (out / name).is_file()}
    for name, content in files.items():
        listed[name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    items = [{k: v for k, v in asdict(row).items() if v} for row in sorted(rows)]
    formats[format] = {"files": listed, "items": items}
    text = json.dumps({"formats": formats}, indent=1, sort_keys=True, ensure_ascii=False)
    return write_atomically(path, (text + "\n").encode())


def _formats(path: Path) -> dict[str, dict]:
    """What an earlier report says; one that cannot be read is written anew."""
    try:
        found = json.loads(path.read_text("utf-8"))["formats"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    sound = isinstance(found, dict) and all(isinstance(part, dict) for part in found.values())
    return found if sound else {}
