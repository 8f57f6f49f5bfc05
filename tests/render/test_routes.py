"""The examples of the four routes: one switch, four texts, the page's own marks and links."""

from __future__ import annotations

from bs4 import BeautifulSoup
from markdown import Markdown

from coursekit.content.fence import ROUTES
from coursekit.content.page import read_page
from coursekit.host import safe_html
from coursekit.host.extension import CourseExtension
from coursekit.render import Scene

BLOCK = """```routes
sells: |
  Marta **sells**. [claim:O50]

  A second paragraph.
seeks: |
  Daniel looks, see [the profile](brand/profile.md#idea).
recruits: |
  Priya recruits.
expert: |
  Tom trains.
```
"""


def test_each_route_keeps_its_paragraphs_marks_and_links(library):
    soup = shown(library, BLOCK)

    parts = {part["data-route"]: part for part in soup.select(".routes__part")}
    assert list(parts) == list(ROUTES)
    assert [p.get_text() for p in parts["sells"].select("p")][1:] == [
        "Marta sells. O50",
        "A second paragraph.",
    ]
    assert parts["sells"].select_one("a.claim")
    assert parts["seeks"].a["href"] == "brand/profile.md#idea"


def test_every_part_says_whose_example_it_is_without_a_script(library):
    soup = shown(library, BLOCK)

    headings = [part.select_one(".routes__name").get_text() for part in soup.select("section")]
    assert headings == [
        "If you sell",
        "If you look for work",
        "If you recruit",
        "If you build a name",
    ]


def test_claims_and_links_in_a_route_are_the_pages(tmp_path):
    page = written(tmp_path, BLOCK)

    assert [claim for claim, _ in page.claims] == ["O50"]
    assert page.links == [("brand/profile.md#idea", 12)]
    assert page.claims == [("O50", 8)]


def test_a_route_left_out_is_a_problem_with_its_place(tmp_path):
    path = tmp_path / "docs/en/one.md"
    path.parent.mkdir(parents=True)
    path.write_text(head() + BLOCK.replace("expert: |\n  Tom trains.\n", ""), "utf-8")

    _, problems = read_page(path, tmp_path)

    assert [str(problem).splitlines()[0] for problem in problems] == [
        "docs/en/one.md:7:1: key 'expert' is missing"
    ]


def head() -> str:
    """Front matter of five lines."""
    return "---\nid: one\ntitle: One\ndescription: One page.\n---\n"


def written(root, text):
    """`text` as the page docs/en/one.md below `root`, read."""
    path = root / "docs/en/one.md"
    path.parent.mkdir(parents=True)
    path.write_text(head() + text, "utf-8")
    page, problems = read_page(path, root)
    assert page, problems
    return page


def shown(library, text: str) -> BeautifulSoup:
    """`text` as a page of the course converts it."""
    scene = Scene(library, "en", "index.md", safe_html, lambda url: f"/{url}")
    md = Markdown(extensions=["md_in_html", CourseExtension(lambda: scene)])
    return BeautifulSoup(md.convert(text), "html.parser")
