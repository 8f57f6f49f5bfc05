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
    """Put `format`'s part into the report in `out`; what it says of other formats stays."""
    path = out / REPORT
    formats = _formats(path)
    formats[format] = {
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in sorted(files.items())
        },
        "items": [{k: v for k, v in asdict(row).items() if v} for row in sorted(rows)],
    }
    text = json.dumps({"formats": formats}, indent=1, sort_keys=True, ensure_ascii=False)
    return write_atomically(path, (text + "\n").encode())


def _formats(path: Path) -> dict:
    """What an earlier report says; one that cannot be read is written anew."""
    try:
        found = json.loads(path.read_text("utf-8"))["formats"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}
