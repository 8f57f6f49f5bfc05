"""An address runs nothing, however its scheme is disguised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.content.address import is_harmless

NOISE = st.text(st.sampled_from("\t\n\r \x00\x01\x1f"), max_size=3)


@given(
    st.sampled_from(["javascript", "vbscript", "data", "file", "blob", "feed"]),
    st.lists(NOISE, min_size=12, max_size=12),
    st.randoms(use_true_random=False),
)
def test_a_disguised_scheme_is_recognised(scheme, noise, random):
    letters = [random.choice([c, c.upper(), f"&#{ord(c)};", f"&#x{ord(c):x};"]) for c in scheme]
    address = "".join(gap + c for gap, c in zip(noise, letters, strict=False)) + ":alert(1)"

    assert not is_harmless(address)


@pytest.mark.parametrize(
    "address",
    ["", "#idea", "two.md#idea", "../a/b/", "?a=b:c", "a/b:c", "https://a.org", "MAILTO:a@b.org"],
)
def test_pages_and_letters_are_harmless(address):
    assert is_harmless(address)
