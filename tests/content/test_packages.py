"""What a room offers to the rooms above it is what it lists."""

from __future__ import annotations

from types import ModuleType

import pytest

import coursekit.content
import coursekit.host
import coursekit.render
import coursekit.trainer

ROOMS = [coursekit.content, coursekit.host, coursekit.render, coursekit.trainer]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_a_room_lists_exactly_what_it_imports_for_others(room):
    public = {
        name
        for name, value in vars(room).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }

    assert set(room.__all__) == public
    assert room.__doc__
