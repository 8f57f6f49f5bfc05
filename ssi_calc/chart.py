# ruff: noqa: B905 (MicroPython has no zip(strict=))
"""A run drawn as one SVG picture: ``chart > panel > band, line, label``. MicroPython-clean.

The total on top, the four pillars below as small multiples: each line has its own panel,
so none depends on its colour, and no labels collide. Colours come from CSS by class
(``ssi-line ssi-brand``); the attributes are a fallback that reads on light and on dark.
Time runs from left to right in every language.
"""

PARTS = ("total", "brand", "find", "engage", "relate")

# Contrast of at least 3 against white and against #1e2129, told apart by colour-blind eyes.
COLOURS = {
    "total": "currentColor",
    "brand": "#2f7fd0",
    "find": "#d55e00",
    "engage": "#0b9a70",
    "relate": "#b05fa8",
}
DASHES = {"total": "", "brand": "", "find": "7 3", "engage": "2 3", "relate": "9 3 2 3"}

LABELS = {
    "title": "Simulated Social Selling Index, week 0 to {weeks}",
    "total": "Total",
    "brand": "Brand",
    "find": "Find",
    "engage": "Engage",
    "relate": "Relate",
    "week": "week {week}",
    "change": "{from} → {to} ({low}–{high})",
    "decimal": ".",
    "direction": "ltr",
}

WIDTH = 360
MARGIN = 26  # for the numbers of the axis
PANELS = {  # x, y, width and height of the plot, highest score
    "total": (MARGIN, 40, 322, 110, 100),
    "brand": (MARGIN, 220, 144, 70, 25),
    "find": (204, 220, 144, 70, 25),
    "engage": (MARGIN, 360, 144, 70, 25),
    "relate": (204, 360, 144, 70, 25),
}
HEIGHT = 452


def chart(run, labels=None, id: str = "ssi-chart") -> str:
    """Picture of a run: five lines week by week, each with its 10-90 % band.

    Parameters
    ----------
    run : Run
        Or anything with `weeks` in the form of ``simulate --json``, at least two of them.
    labels : dict of str to str, optional
        Words instead of those in `LABELS`; missing ones stay English. The names of the
        pillars have room for about 24 letters. ``change`` and
        ``title`` hold placeholders, ``decimal`` is the decimal mark, ``direction`` is
        ``rtl`` where titles stand on the right.
    id : str
        Unique on the page; the title and the description hang on it.

    Returns
    -------
    str
        An ``<svg>`` element without size: it fills its container and is readable from
        360 px on.

    Examples
    --------
    >>> point = {"low": 1.0, "mid": 2.0, "high": 3.0}
    >>> weeks = [dict(zip(PARTS, [point] * 5), week=week) for week in (0, 1)]
    >>> chart(weeks)[:4], "Total 2.0 → 2.0 (1.0–3.0)" in chart(weeks)
    ('<svg', True)
    """
    weeks = getattr(run, "weeks", run)
    words = dict(LABELS)
    words.update(labels or {})
    title = words["title"].format(weeks=weeks[-1]["week"])
    changes = {part: change_text(weeks, part, words) for part in PARTS}
    spoken = ". ".join([words[part] + " " + changes[part] for part in PARTS])
    panels = [_panel(part, weeks, changes[part], words) for part in PARTS]
    name = escape(id)
    head = (
        f'<svg class="ssi-chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" direction="ltr" '
        + f'aria-labelledby="{name}-title {name}-desc" font-family="inherit" font-size="12">'
        + f'<title id="{name}-title">{escape(title)}</title>'
        + f'<desc id="{name}-desc">{escape(spoken)}</desc>'
    )
    return head + "".join(panels) + "</svg>"


def change_text(weeks: list, part: str, words: dict) -> str:
    """First and last score of a part in words, with the range at the end."""
    values = {"from": weeks[0][part]["mid"], "to": weeks[-1][part]["mid"]}
    values["low"] = weeks[-1][part]["low"]
    values["high"] = weeks[-1][part]["high"]
    texts = {key: f"{value:.1f}".replace(".", words["decimal"]) for key, value in values.items()}
    return words["change"].format(**texts)


def escape(text: str) -> str:
    """Text as it may stand in XML content and in quoted attributes.

    Examples
    --------
    >>> escape('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    for letter, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(letter, entity)
    return text


def _panel(part: str, weeks: list, change: str, words: dict) -> str:
    """Axis, band, line and words of one part."""
    left, top, width, height, highest = PANELS[part]
    steps = [f"{index * width / (len(weeks) - 1):.1f}" for index in range(len(weeks))]
    edges = {}
    for edge in ("low", "mid", "high"):
        scores = [week[part][edge] for week in weeks]
        heights = [f"{height - score * height / highest:.1f}" for score in scores]
        edges[edge] = [step + "," + place for step, place in zip(steps, heights)]
    outline = " ".join(edges["high"] + edges["low"][::-1])
    colour = COLOURS[part]
    return (
        f'<g transform="translate({left} {top})">'
        + _axis(weeks, width, height, highest, words)
        + f'<polygon class="ssi-band ssi-{part}" fill="{colour}" fill-opacity=".2" '
        + f'points="{outline}"/>'
        + f'<polyline class="ssi-line ssi-{part}" fill="none" stroke="{colour}" '
        + f'stroke-width="2.5" stroke-dasharray="{DASHES[part]}" stroke-linejoin="round" '
        + f'points="{" ".join(edges["mid"])}"/>'
        + _titles(words[part], change, width, words["direction"])
        + "</g>"
    )


def _axis(weeks: list, width: int, height: int, highest: int, words: dict) -> str:
    """Three lines across with their scores, and the first and the last week."""
    parts = ['<g class="ssi-axis" fill="currentColor" font-size="11">']
    for score in (0, highest / 2, highest):
        y = height - score * height / highest
        parts.append(f'<path d="M0 {y:.1f}H{width}" stroke="currentColor" stroke-opacity=".25"/>')
        if score != 12.5:
            parts.append(f'<text x="-5" y="{y + 4:.1f}" text-anchor="end">{score:.0f}</text>')
    below = height + 15
    last = escape(words["week"].format(week=weeks[-1]["week"]))
    parts.append(f'<text x="0" y="{below}">{weeks[0]["week"]}</text>')
    parts.append(f'<text x="{width}" y="{below}" text-anchor="end">{last}</text></g>')
    return "".join(parts)


def _titles(name: str, change: str, width: int, direction: str) -> str:
    """Name of the part and its change, above the plot."""
    x = width if direction == "rtl" else 0
    anchor = "end" if direction == "rtl" else "start"
    attributes = f'fill="currentColor" x="{x}" text-anchor="{anchor}"'
    return (
        f'<text class="ssi-name" font-weight="bold" y="-24" {attributes}>{escape(name)}</text>'
        + f'<text class="ssi-change" y="-8" {attributes}>{escape(change)}</text>'
    )
