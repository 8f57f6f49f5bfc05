"""Every kind of block is read, checked and rendered."""

from __future__ import annotations

from coursekit.content.fence import BODIES
from coursekit.render.blocks import BLOCKS
from coursekit.render.pictures import PICTURES


def test_what_can_be_read_can_be_rendered():
    assert BLOCKS.keys() == BODIES.keys()


def test_the_pictures_with_words_are_those_that_can_be_drawn(library):
    assert sorted(library.pictures) == sorted(PICTURES)
