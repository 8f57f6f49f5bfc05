"""The browser of the tests: one Chromium, found where a machine may have it.

Run as a script it prints the path, or exits 1: `make setup-browser` asks it.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# The shell without a window of its own loads a page in less than half the time.
NAMES = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome"),
)

# Nothing but the page under test: no sandbox (CI runs as root), no talk with the maker's hosts.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser; fails the test with the cure where there is none."""
    with sync_playwright() as playwright:
        path = find_chromium() or own_chromium(playwright.chromium.executable_path)
        if path is None:
            import pytest

            pytest.fail("no Chromium found: run `make setup-browser`, or set CHROMIUM to its path")
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def find_chromium() -> str | None:
    """The path in CHROMIUM, else the first browser by a usual name."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def own_chromium(path: str) -> str | None:
    """Playwright's own download, if it was made."""
    return path if Path(path).exists() else None


def main() -> int:
    """Print the browser's path; 1 if there is none."""
    path = find_chromium()
    if path is None:
        with sync_playwright() as playwright:
            path = own_chromium(playwright.chromium.executable_path)
    print(path or "")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
