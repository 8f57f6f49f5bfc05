"""The README's picture: the exercise's solution as the course draws it.

`python -m tests.readme_picture` writes it anew; a test compares it with the file.
"""

from __future__ import annotations

from pathlib import Path

from ssi_calc import chart, load_inputs, read_plan, simulate

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs/assets/course.svg"
SOLUTION = ROOT / "exercises/brand-13-to-18/solution.yml"

# an image in a README has neither the site's style sheet nor its colours
STYLE = """<style>
svg { color: #1e282b; font-family: system-ui, sans-serif }
.ssi-brand { --pillar: #0b5a61 } .ssi-find { --pillar: #865a00 } .ssi-engage { --pillar: #a03a4c }
.ssi-relate { --pillar: #4b5ba6 } .ssi-total { --pillar: #1e282b }
.ssi-line, .ssi-band { stroke: var(--pillar) }
.ssi-band { fill: var(--pillar); fill-opacity: .3 }
</style><rect width="100%" height="100%" fill="#fcfbf8"/>"""


def picture() -> str:
    """The SVG file's text."""
    plan, _ = read_plan(SOLUTION)
    run = simulate(plan, load_inputs())
    svg = chart(run, id="course", lead=("brand",), goal={"pillar": "brand", "at_least": 18})
    head, rest = svg.split(">", 1)
    size = 'xmlns="http://www.w3.org/2000/svg" width="540"'
    return f"{head.replace('<svg', f'<svg {size}')}>{STYLE}{rest}\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
