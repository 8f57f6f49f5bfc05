"""The portable edition: the site of one language as files that need no server and no network."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from coursekit.export.links import check_links
from coursekit.export.names import check_names
from coursekit.export.scripts import PAGES, WORKER, held

SCRIPTS = "assets/course/"
# What only a host needs, and what the bundles of scripts.py hold inside.
LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|assets/course/.*\.js|assets/engine/.*|assets/vendor/.*\.(m?js|wasm)"
)
FETCHED = re.compile(r"assets/(search|questions)/.*\.json")
OUTWARD = re.compile(r"<a (?=[^>]*href=\"https?:)(?![^>]*target=)")


def portable(site: Mapping[str, bytes], scripts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the edition, made of a built site with file names and the bundled scripts."""
    files = {f"{SCRIPTS}{name}": scripts[name] for name in (*PAGES, WORKER)}
    for name, content in site.items():
        if name.endswith(".html") and not LEFT_OUT.fullmatch(name):
            files[name] = outward(content.decode()).encode()
        elif FETCHED.fullmatch(name):
            files[name.removesuffix("json") + "js"] = held(_outward_all(json.loads(content)))
        elif not LEFT_OUT.fullmatch(name):
            files[name] = content
    check_names(files)
    check_links(files)
    return files


def outward(html: str) -> str:
    """`html` whose links to other hosts open beside the course, which may stand in a frame."""
    return OUTWARD.sub('<a target="_blank" ', html)


def _outward_all(value: object) -> object:
    """Questions (HTML by item) with such links; the sections of a search index hold no HTML."""
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return {name: outward(text) for name, text in value.items()}
    return value
