"""Fixtures of the tests in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The source of axe-core."""
    return (root / "node_modules/axe-core/axe.min.js").read_text("utf-8")
