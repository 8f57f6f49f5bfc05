"""One style sheet out of Material's two and ours, without the rules that no page of ours uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from coursekit.content.parts import WEB

# Parts of Material that the course leaves out or does itself, by the first words of their classes.
LEFT_OUT = (
    r"md-(annotation|author|avatar|banner|button|card|clipboard|code__|consent|feedback|header|hero"
    r"|input|logo|meta|pagination|path|pin|post|progress|search|select|social|source|status|tabs|tag"
    r"|tooltip|top\b|version)",
    r"tabbed-|task-list|highlight|keys?\b|key-|filename|footnote|critic|arithmatex|grid\b|card"
    r"|linenos?|lineno|headerlink|mermaid|giscus|gist|glightbox|doc-|twemoji|emojione|gemoji",
)
UNUSED = re.compile(rf"\.({'|'.join(LEFT_OUT)})|data-md-color-(primary|accent)=(?!custom)")
UNUSED_TOKEN = re.compile(
    r"--md-(annotation|clipboard|code-\w+-icon|details-copy|footnotes|post|progress|search|source|status"
    r"|tabbed|tag|tasklist|tooltip|version)"
)
QUOTED = r"\"[^\"]*\"|'[^']*'"
DECLARATION = re.compile(rf"(?:[^;\"'(]|{QUOTED}|\((?:{QUOTED}|[^)\"'])*\))+")
TOKENS = re.compile(rf"{QUOTED}|url\([^)\"']*\)|[{{}}]")


def style_sheet(theme_dirs: list[str]) -> str:
    """Material's sheets in a layer below ours, so that a page asks once and ours win."""
    material = [without_unused(_theme_sheet(theme_dirs, name)) for name in ("main", "palette")]
    ours = [_packed(path.read_text("utf-8")) for path in sorted(WEB.glob("*.css"))]
    layer = f"@layer material {{{''.join(material)}}}"
    return "\n".join(["@layer material, course;", layer, *ours])


def without_unused(css: str) -> str:
    """The rules of a minified sheet whose selectors may meet something on our pages."""
    kept = []
    for prelude, body in rules(css):
        if prelude.startswith(("@media", "@supports")):
            head, body = prelude, without_unused(body)
        elif prelude.startswith("@"):
            head = prelude
        else:
            head = ",".join(one for one in selectors(prelude) if not UNUSED.search(one))
            body = _without_tokens(body) if prelude == ":root" else body
        if head and body:
            kept.append(f"{head}{{{body}}}")
    return "".join(kept)


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each top rule as what stands before its braces and what stands inside."""
    depth = start = opened = 0
    for found in TOKENS.finditer(css):
        if found[0] == "{":
            depth += 1
            opened = found.end() if depth == 1 else opened
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start : opened - 1].strip(), css[opened : found.start()]
                start = found.end()


def selectors(prelude: str) -> list[str]:
    """The selectors of a list, split at the commas outside brackets."""
    found, depth = [""], 0
    for sign in prelude:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            found.append("")
        else:
            found[-1] += sign
    return found


def _without_tokens(body: str) -> str:
    declarations = DECLARATION.findall(body)
    return ";".join(one for one in declarations if not UNUSED_TOKEN.match(one))


def _packed(css: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def _theme_sheet(theme_dirs: list[str], name: str) -> str:
    pattern = f"assets/stylesheets/{name}.*.min.css"
    found = [path for folder in theme_dirs for path in Path(folder).glob(pattern)]
    text = found[0].read_text("utf-8")
    return re.sub(r'@charset "[^"]*";|/\*.*?\*/', "", text)
