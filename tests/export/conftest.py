"""Fixtures: the question banks of the course, made once for all tests of a process."""

from __future__ import annotations

import pytest

from coursekit.content.library import Library
from coursekit.export.moodle import moodle_banks
from coursekit.export.order import Made
from coursekit.export.qti import qti_banks
from coursekit.host.extension import safe_html
from tests.export.banks import LANGUAGES, ordered

collect_ignore = ["another_day"]  # looked at for doctests, it would change the clock of all tests


@pytest.fixture(scope="session")
def moodle_made(library: Library) -> Made:
    """What the exporter for Moodle makes of the course."""
    return moodle_banks(ordered(library, *LANGUAGES), safe_html)


@pytest.fixture(scope="session")
def qti_made(library: Library) -> Made:
    """What the exporter for QTI makes of the course."""
    return qti_banks(ordered(library, *LANGUAGES), safe_html)
