"""Archives that are the same bytes whenever and wherever they are made, and whole or not there."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

STAMP = (2000, 1, 1, 0, 0, 0)  # ours, not the clock's
UNIX = 3
PLAIN_FILE = 0o100644 << 16  # the rights of each entry, whatever those of its source are


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of `files` by name: sorted, with one stamp, sizes before data."""
    held = io.BytesIO()  # a target that seeks, so that sizes stand in front
    with ZipFile(held, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, STAMP)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = PLAIN_FILE
            archive.writestr(entry, files[name])
    return held.getvalue()


def write_atomically(path: Path, content: bytes) -> Path:
    """`path`, which now holds `content`; if that fails it is as it was before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as part:
        try:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
            os.fchmod(part.fileno(), 0o644)
            os.replace(part.name, path)
        except BaseException:
            os.unlink(part.name)
            raise
    return path


def write_folder(path: Path, files: Mapping[str, bytes]) -> Path:
    """The folder `path`, which now holds `files` and no others; if that fails, as it was before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".part-") as part:
        new, old = Path(part, "new"), Path(part, "old")
        for name, content in files.items():
            place = new / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if path.exists():
            path.rename(old)
        try:
            new.rename(path)
        except OSError:
            if old.exists():
                old.rename(path)
            raise
    return path
