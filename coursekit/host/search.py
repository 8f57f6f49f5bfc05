"""One search index per language, out of the one that Material's plugin writes for all."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

COMBINED = "search/search_index.json"

# Sections that every lesson has and nobody looks for: they would crowd out the lessons' words.
SKIPPED = ("#check-yourself", "#sources")

# Nobody looks for drawings; a question found with its answers would be spoiled, not found.
SILENT = ("course-quiz", "course-test", "course-placement", "course-review", "svg")
SILENT_BLOCK = re.compile(rf"<({'|'.join(SILENT)})\b.*?</\1>", re.S)


def searchable(html: str) -> str:
    """What of a page's content Material's plugin is to index.

    Examples
    --------
    >>> searchable("<p>Post.</p><course-quiz><p>How often?</p></course-quiz>")
    '<p>Post.</p>'
    """
    return SILENT_BLOCK.sub("", html)


def indexed(config: MkDocsConfig) -> list[dict]:
    """The sections that Material's plugin has found so far."""
    plugin: Any = config.plugins["material/search"]
    return plugin.search_index.entries


def split_index(site_dir: str | Path, languages: list[str]) -> None:
    """Write assets/search/<language>.json for every language and remove the combined file.

    The first language lives at the root of the site, the others under their own name.
    """
    combined = Path(site_dir, COMBINED)
    if not combined.exists():
        return
    entries = json.loads(combined.read_text("utf-8"))["docs"]
    target = Path(site_dir, "assets/search")
    target.mkdir(parents=True, exist_ok=True)
    for language, own in by_language(entries, languages).items():
        text = json.dumps(index(own), ensure_ascii=False, separators=(",", ":"))
        (target / f"{language}.json").write_text(text, "utf-8")
    combined.unlink()
    combined.parent.rmdir()


def by_language(entries: list[dict], languages: list[str]) -> dict[str, list[dict]]:
    """The entries of each language, told apart by the first folder of their address."""
    first, *others = languages
    found: dict[str, list[dict]] = {language: [] for language in languages}
    for entry in entries:
        folder = entry["location"].split("/", 1)[0]
        found[folder if folder in others else first].append(entry)
    return found


def index(entries: list[dict]) -> list[dict]:
    """Sections as [{url, page, title, text}]; `page` is empty on a page's own entry."""
    titles = {e["location"]: plain(e["title"]) for e in entries if "#" not in e["location"]}
    sections = {}
    for entry in entries:
        url, title = entry["location"], plain(entry["title"])
        if url.endswith(SKIPPED):
            continue
        page_url = url.split("#", 1)[0]
        page = titles.get(page_url, "")
        if title == page:  # below a notice the title has an anchor; the notice is not the page
            url, page = page_url, ""
        sections[url] = {"url": url, "page": page, "title": title, "text": plain(entry["text"])}
    return list(sections.values())


def plain(html: str) -> str:
    """The words of a piece of HTML in one line."""
    joined = re.sub(r"</?(code|sub|sup)>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", joined)).split())
