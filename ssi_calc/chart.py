# ruff: noqa: RUF005 (MicroPython has no [*a])
"""A run drawn as one SVG picture: ``chart > panel > axis, band, line, words``. MicroPython-clean.

All five parts stay in the picture, each with its own panel, so none depends on its colour
and no labels collide. Without a lead the total is on top and the pillars are small below
it; a lead is drawn large above the total. Every pillar's axis runs from 0 to 25. Colours
come from CSS by class (``ssi-line ssi-brand``); the attributes are a fallback that reads on
light and on dark. Time runs from left to right in every language.
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
    "goal": "Goal {score}",
    "decimal": ".",
    "direction": "ltr",
}

WIDTH = 360
MARGIN = 26  # for the numbers of the axis
WIDE = 322
TITLES = 40  # name and change above a plot
BELOW = 30  # weeks under a plot, and air

HIGHEST = {"total": 100, "brand": 25, "find": 25, "engage": 25, "relate": 25}


def chart(run, labels=None, id: str = "ssi-chart", lead: tuple = (), goal=None) -> str:
    """Picture of a run: five lines week by week, each with its 10-90 % band.

    Parameters
    ----------
    run : Run
        Or anything with `weeks` in the form of ``simulate --json``, at least two of them.
    labels : dict of str to str, optional
        Words instead of those in `LABELS`; missing ones stay English. The names of the
        pillars have room for about 24 letters, below a lead for 14. ``change``, ``goal`` and
        ``title`` hold placeholders, ``decimal`` is the decimal mark, ``direction`` is
        ``rtl`` where titles stand on the right.
    id : str
        Unique on the page; the title and the description hang on it.
    lead : sequence of str
        The pillars the picture is about, drawn large.
    goal : dict, optional
        ``{"pillar": "brand", "at_least": 18}``: a dashed line in that pillar's panel.

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
    return Chart(labels, id, lead, goal).draw(run)


class Chart:
    """Draws runs one after the other and keeps the panels whose part did not change.

    The pictures are those of `chart`; only the time differs.
    """

    __slots__ = ("_kept", "goal", "height", "id", "lead", "places", "words")

    def __init__(self, labels=None, id: str = "ssi-chart", lead=(), goal=None) -> None:
        self.words = dict(LABELS)
        self.words.update(labels or {})
        self.id = escape(id)
        self.lead = lead
        self.goal = goal
        self.places, self.height = layout(lead)
        self._kept: dict = {}  # bands, first week, change in words and panel, by part

    def draw(self, run) -> str:
        """Picture of `run`, or of anything with `weeks`, as `chart` gives it."""
        weeks = getattr(run, "weeks", run)
        title = self.words["title"].format(weeks=weeks[-1]["week"])
        panels = [self._panel_of(place, weeks) for place in self.places]
        said = [self.words[part] + " " + self._kept[part][2] for part in PARTS]
        if self.goal:
            said.append(goal_text(self.goal, self.words))
        head = (
            f'<svg class="ssi-chart" viewBox="0 0 {WIDTH} {self.height}" role="img" '
            + f'direction="ltr" aria-labelledby="{self.id}-title {self.id}-desc" '
            + 'font-family="inherit" font-size="12">'
            + f'<title id="{self.id}-title">{escape(title)}</title>'
            + f'<desc id="{self.id}-desc">{escape(". ".join(said))}</desc>'
        )
        return head + "".join(panels) + "</svg>"

    def _panel_of(self, place: dict, weeks: list) -> str:
        """Panel of a part: the kept one if its bands are those it was drawn from."""
        part = place["part"]
        bands = [week[part] for week in weeks]
        first = weeks[0]["week"]
        kept = self._kept.get(part)
        if not kept or kept[0] != bands or kept[1] != first:
            change = change_text(bands, self.words)
            kept = (bands, first, change, self._panel(place, bands, first, change))
            self._kept[part] = kept
        return kept[3]

    def _panel(self, place: dict, bands: list, first: int, change: str) -> str:
        """Axis, band, line, goal and words of one part."""
        part = place["part"]
        has_goal = self.goal and self.goal["pillar"] == part
        return (
            f'<g class="ssi-panel{" ssi-lead" if part in self.lead else ""}" '
            + f'transform="translate({place["x"]} {place["y"]})">'
            + _axis(place, first, first + len(bands) - 1, self.words)
            + _curves(place, bands)
            + (_goal(place, self.goal, self.words) if has_goal else "")
            + _titles(place, self.words[part], change, self.words["direction"])
            + "</g>"
        )


def layout(lead=()) -> tuple:
    """Places of the panels in the order they are drawn, and the height of the picture.

    Examples
    --------
    >>> [place["part"] for place in layout(["brand"])[0]]
    ['brand', 'total', 'find', 'engage', 'relate']
    >>> layout()[0][0]
    {'part': 'total', 'x': 26, 'y': 40, 'width': 322, 'height': 110, 'lines': 2}
    """
    if not lead:
        small = [_place(part, place, 2, 220, 70) for place, part in enumerate(PARTS[1:])]
        return [_wide("total", TITLES, 110)] + small, 452
    y = TITLES
    places = []
    for part in lead:
        places.append(_wide(part, y, 150 if len(lead) == 1 else 110))
        y += places[-1]["height"] + BELOW + TITLES
    places.append(_wide("total", y, 70))
    rest = [part for part in PARTS[1:] if part not in lead]
    columns = 3 if len(rest) == 3 else 2
    y += 70 + BELOW + TITLES + 16 * (columns - 2)
    places += [_place(part, place, columns, y, 60) for place, part in enumerate(rest)]
    return places, (y + 60 + 22 if rest else y - TITLES)


def _wide(part: str, y: int, height: int) -> dict:
    """Plot across the whole picture."""
    return {"part": part, "x": MARGIN, "y": y, "width": WIDE, "height": height, "lines": 2}


def _place(part: str, place: int, columns: int, y: int, height: int) -> dict:
    """Small plot; where there are three in a row, what changed takes two of three lines."""
    width, pitch = (144, 178) if columns == 2 else (90, 116)
    x = MARGIN + place % columns * pitch
    y += place // columns * (height + BELOW + TITLES)
    return {"part": part, "x": x, "y": y, "width": width, "height": height, "lines": columns}


def change_text(bands: list, words: dict) -> str:
    """First and last score of a part in words, with the range at the end."""
    first, last = bands[0], bands[-1]
    values = {"from": first["mid"], "to": last["mid"], "low": last["low"], "high": last["high"]}
    texts = {key: f"{value:.1f}".replace(".", words["decimal"]) for key, value in values.items()}
    return words["change"].format(**texts)


def goal_text(goal: dict, words: dict) -> str:
    """The goal in words.

    Examples
    --------
    >>> goal_text({"pillar": "brand", "at_least": 18}, LABELS)
    'Goal 18'
    """
    return words["goal"].format(score=f"{goal['at_least']:g}".replace(".", words["decimal"]))


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


def _curves(place: dict, bands: list) -> str:
    """Band and line: one point a week, all of an edge written by one format."""
    part = place["part"]
    step = place["width"] / (len(bands) - 1)
    points = [f"{week * step:.1f},{{:.1f}}" for week in range(len(bands))]
    onwards = " ".join(points)
    back = " ".join(reversed(points))
    scale = place["height"] / HIGHEST[part]
    edges = {}
    for edge in ("low", "mid", "high"):
        edges[edge] = [place["height"] - band[edge] * scale for band in bands]
    outline = onwards.format(*edges["high"]) + " " + back.format(*reversed(edges["low"]))
    colour = COLOURS[part]
    return (
        f'<polygon class="ssi-band ssi-{part}" fill="{colour}" fill-opacity=".25" '
        + f'stroke="{colour}" stroke-opacity=".6" points="{outline}"/>'
        + f'<polyline class="ssi-line ssi-{part}" fill="none" stroke="{colour}" '
        + f'stroke-width="1.75" stroke-dasharray="{DASHES[part]}" stroke-linejoin="round" '
        + f'points="{onwards.format(*edges["mid"])}"/>'
    )


def _axis(place: dict, first: int, last: int, words: dict) -> str:
    """Lines across with their scores, and the first and the last week."""
    width, height, highest = place["width"], place["height"], HIGHEST[place["part"]]
    parts = ['<g class="ssi-axis" fill="currentColor" font-size="11">']
    steps = 5 if highest == 25 and height > 100 else 2
    for line in range(steps + 1):
        score = line * highest / steps
        y = height - line * height / steps
        parts.append(f'<path d="M0 {y:.1f}H{width}" stroke="currentColor" stroke-opacity=".25"/>')
        if score == int(score):
            parts.append(f'<text x="-5" y="{y + 4:.1f}" text-anchor="end">{score:.0f}</text>')
    below = height + 15
    end = escape(words["week"].format(week=last))
    parts.append(f'<text x="0" y="{below}">{first}</text>')
    parts.append(f'<text x="{width}" y="{below}" text-anchor="end">{end}</text></g>')
    return "".join(parts)


def _goal(place: dict, goal: dict, words: dict) -> str:
    """A dashed line at the goal, with its name at the start, where no line has risen yet."""
    y = place["height"] - goal["at_least"] * place["height"] / HIGHEST[goal["pillar"]]
    return (
        f'<g class="ssi-goal" fill="currentColor" font-size="11"><path d="M0 {y:.1f}'
        + f'H{place["width"]}" stroke="currentColor" stroke-width="1.25" stroke-dasharray="5 4"/>'
        + f'<text x="4" y="{y - 5:.1f}">{escape(goal_text(goal, words))}</text></g>'
    )


def _titles(place: dict, name: str, change: str, direction: str) -> str:
    """Name of the part and its change, above the plot; the range on a third line if narrow."""
    x = place["width"] if direction == "rtl" else 0
    anchor = "end" if direction == "rtl" else "start"
    attributes = f'fill="currentColor" x="{x}" text-anchor="{anchor}"'
    said = change.rsplit(" ", 1) if place["lines"] == 3 else [change]
    y = -8 - 16 * len(said)
    found = f'<text class="ssi-name" font-weight="bold" y="{y}" {attributes}>{escape(name)}</text>'
    for line in said:
        y += 16
        found += f'<text class="ssi-change" y="{y}" {attributes}>{escape(line)}</text>'
    return found
