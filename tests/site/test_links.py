"""Every internal link and anchor of the built site leads somewhere; nothing leads out unasked."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

HOST = "http://site.test/"
LINKS = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
}
LOADS = {"script", "img", "iframe", "source"}


class Reader(HTMLParser):
    """Collects the links and ids of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element links to and how it is called."""
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if (target := given.get(LINKS.get(tag, ""))) is not None:
            self.links.append((tag, given.get("rel") or "", target))


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Reader]:
    """Every HTML page of the site by its address."""
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        name = path.relative_to(built_site).as_posix().removesuffix("index.html")
        found[HOST + name] = Reader(path.read_text(encoding="utf-8"))
    return found


def test_every_internal_link_and_anchor_leads_somewhere(pages, built_site):
    broken = []
    for address, page in pages.items():
        if address.endswith("404.html"):
            continue  # its links start at the root of whatever host serves it
        for _, _, target in page.links:
            url, anchor = urldefrag(urljoin(address, target.partition("?")[0]))
            if not url.startswith(HOST):
                continue
            other = pages.get(url)
            file = built_site / unquote(urlsplit(url).path).lstrip("/")
            if other is None and not file.is_file():
                broken.append(f"{address}: {target}")
            elif other is not None and anchor and anchor not in other.ids and anchor != "__top":
                broken.append(f"{address}: {target} (no such anchor)")

    assert not broken, "\n".join(broken)


def test_no_page_loads_anything_from_another_host(pages):
    outside = [
        f"{address}: {target}"
        for address, page in pages.items()
        for tag, rel, target in page.links
        if (tag in LOADS or rel in {"stylesheet", "preload", "modulepreload", "icon", "manifest"})
        and urlsplit(urljoin(address, target)).netloc != urlsplit(HOST).netloc
    ]

    assert not outside, "\n".join(outside)


def test_ids_are_unique_on_every_page(pages):
    doubled = {
        address: twice
        for address, page in pages.items()
        if (twice := sorted({name for name in page.ids if page.ids.count(name) > 1}))
    }

    assert not doubled


def test_every_page_exists_in_every_language(pages, library):
    for language in library.languages:
        prefix = "" if language == "en" else f"{language}/"
        for name in library.outline.pages:
            address = name.removesuffix("index.md").replace(".md", "/")
            assert HOST + prefix + address in pages
