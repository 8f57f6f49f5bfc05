"""Addresses that a link may have: http, https, mailto, or a place of this site."""

from __future__ import annotations

import re
from html import unescape

SCHEMES = {"http", "https", "mailto"}

_SCHEME = re.compile(r"([^/?#]*?):")
_IGNORED = re.compile(r"[\x00-\x20\x7f]")  # browsers drop them from the scheme of an address


def is_harmless(address: str) -> bool:
    """Whether a browser that follows `address` opens a page or a letter, and runs nothing.

    Examples
    --------
    >>> [is_harmless(each) for each in ("two.md#idea", "https://example.org", "mailto:a@b.org")]
    [True, True, True]
    >>> [is_harmless(each) for each in ("javascript:x()", "java&#x09;script&colon;x()", "data:,x")]
    [False, False, False]
    """
    scheme = _SCHEME.match(_IGNORED.sub("", unescape(address)))
    return scheme is None or scheme[1].lower() in SCHEMES
