"""Latin runs and ranges stand by themselves in right-to-left text; markup is never touched."""

from __future__ import annotations

import re

import pytest

from coursekit.render.bidi import isolated


def runs(html: str) -> list[str]:
    """What was isolated."""
    return re.findall(r'<bdi dir="ltr">(.*?)</bdi>', isolated(html))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("ה־SSI של LinkedIn, ככה", ["SSI", "LinkedIn"]),
        ("בכתובת linkedin.com/sales/ssi אפשר", ["linkedin.com/sales/ssi"]),
        ("השורה Social Selling Index (SSI) ועוד", ["Social Selling Index", "SSI"]),
        ("בין 17.1–19.0 נקודות", ["17.1–19.0"]),
        ("13.4 + 10.7 = 24.1 בסך הכול", ["13.4 + 10.7 = 24.1"]),
        ("מתוך Top 10% בענף", ["Top 10%"]),
        ("של LinkedIn: כך", ["LinkedIn"]),
        ("גם LinkedIn, Sales Navigator ו־InMail.", ["LinkedIn", "Sales Navigator", "InMail"]),
        ("ב־LinkedIn 25 נקודות", ["LinkedIn"]),
        ("תוכנת C++ או R&amp;D או Ben's", ["C++", "R&amp;D", "Ben's"]),
        ("בסך 25 נקודות, 60% מהן", []),
        ("<a href='index.html' title='Home'>בית</a>", []),
        ("<code>make serve</code> ואז <bdi>SSI</bdi>", []),
        ("<svg><text>Brand</text></svg> ו־Brand", ["Brand"]),
        ("זה &quot;טוב&quot; &amp; נכון &lt; 3", []),
    ],
)
def test_exactly_the_left_to_right_runs_are_isolated(html, expected):
    assert runs(html) == expected


def test_the_text_itself_is_never_changed():
    html = "<p title='a > b'>ב־Sales Navigator, (17–19) נקודות &amp; LinkedIn.</p><pre>x</pre>"

    plain = re.sub(r'</?bdi(?: dir="ltr")?>', "", isolated(html))

    assert plain == html
