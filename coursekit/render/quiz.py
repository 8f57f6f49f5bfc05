"""Quizzes as HTML that is complete without scripts; keys go beside each item as JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from coursekit.content.item import Cloze, Gap, Match, Multi, Order, Single, Sort
from coursekit.content.key import item_key
from coursekit.content.quiz import Item, Quiz
from coursekit.render import attempt
from coursekit.render.attempt import WHOLE, attempt_plan, objectives_of
from coursekit.render.scene import Scene

PILLARS = ("brand", "find", "engage", "relate")
GAP = re.compile(r"\{([a-z0-9-]+)\}")
ONE_PARAGRAPH = re.compile(r"<p>((?:(?!<p>).)*)</p>", re.S)

# what coursekit/web/quiz-item.js and answer-*.js say; attempt.py and the templates say the rest
SPOKEN = (
    "check", "check-again", "no-answer", "try-again", "right", "partly", "wrong", "points", "saved",
    "sure.wrong", "sure.lucky",
)  # fmt: skip
SPOKEN_OF: dict[str, tuple[str, ...]] = {
    "single": ("mark.chosen", "mark.right", "mark.wrong"),
    "multi": ("mark.chosen", "mark.right", "mark.wrong", "mark.missed"),
    "truefalse": ("mark.chosen", "mark.right", "mark.wrong"),
    "match": ("mark.right", "mark.partner"),
    "order": ("mark.in-order", "mark.belongs", "moved"),
    "numeric": ("no-number",),
    "cloze": ("mark.right", "mark.partner"),
    "sort": ("mark.right", "mark.partner"),
    "scenario": (
        "go-on", "keep-conversation", "turn", "ended", "you",
        "value.good", "value.fair", "value.poor",
    ),
    "reflect": ("compare", "compared", "save-text"),
}  # fmt: skip


def render_quiz(spec: dict, scene: Scene) -> str:
    """The quiz `spec["id"]`, or only its `spec["items"]`, in that order."""
    quiz = scene.library.quiz(spec["id"], scene.language)
    items = chosen_items(quiz, spec)
    role = "lesson" if "items" in spec else WHOLE
    values = quiz_values(quiz, items, role, scene)
    return scene.render("quiz.html.j2", items=[item_view(item, scene) for item in items], **values)


def quiz_values(quiz: Quiz, items: list[Item], role: str, scene: Scene) -> dict[str, Any]:
    """What the templates of questions need beside the items themselves."""
    return {
        "quiz": quiz,
        "in_test": "",
        "cures": cures_of(items, scene),
        "spoken": spoken_words(items, scene),
        "plan": attempt_plan(quiz, items, role, scene),
        "objectives": objectives_of(items, scene) if role == WHOLE else [],
        "md": lambda text: Markup(scene.to_html(text)),
        "inline": lambda text: inline_html(text, scene),
    }


def chosen_items(quiz: Quiz, spec: dict) -> list[Item]:
    """The items that a fence shows."""
    names = spec.get("items")
    found = [quiz.item(name) for name in names] if names else quiz.items
    return [item for item in found if item]


def mixed(item: str, entries: Sequence[Any]) -> list[Any]:
    """`entries` in an order that is the same in every build and never the authored one."""
    found = sorted(entries, key=lambda entry: sha256(f"{item}/{entry.id}".encode()).digest())
    return found if found != list(entries) else [*found[1:], found[0]]


def inline_html(text: str, scene: Scene) -> Markup:
    """The HTML of a text that stands inside a line: a single paragraph loses its <p>."""
    html = scene.to_html(text).strip()
    alone = ONE_PARAGRAPH.fullmatch(html)
    return Markup(alone[1] if alone else html)


def spoken_words(items: list[Item], scene: Scene) -> dict[str, str]:
    """The words that the scripts need for these items."""
    own = (name for item in items for name in SPOKEN_OF[item.type])
    names = dict.fromkeys([*SPOKEN, *attempt.SPOKEN, *own])
    return {name: scene.words[f"quiz.{name}"] for name in names}


def item_view(item: Item, scene: Scene) -> dict[str, Any]:
    """What the templates of an item's type show beside the item itself."""
    template = "choice" if isinstance(item, Single | Multi) else item.type
    view: dict[str, Any] = {
        "item": item,
        "key": item_key(item),
        "template": f"{template}.html.j2",
    }
    match item:
        case Order():
            return view | {"shown": mixed(item.id, item.steps)}
        case Match():
            return view | _match(item, scene)
        case Cloze():
            segments = cloze_segments(item, scene)
            return view | {"segments": segments, "gaps": [gap for _, gap in segments if gap]}
        case Sort():
            return view | {"shown": mixed(item.id, item.entries), "pillars": pillar_names(scene)}
    return view


def _match(item: Match, scene: Scene) -> dict[str, Any]:
    # which right sides are one is decided in English, or translations could differ
    _, source = scene.library.items[item.id]
    key = item_key(source)
    alone = [pair for pair in item.pairs if key["pairs"][pair.id] == pair.id]
    return {"key": key, "shown": mixed(item.id, alone)}


def cloze_segments(item: Cloze, scene: Scene) -> list[tuple[Markup, Gap | None]]:
    """The HTML of a cloze's text in pieces, each with the gap that follows it."""
    gaps = {gap.id: gap for gap in item.gaps}
    pieces = GAP.split(scene.to_html(item.text))  # HTML, id, HTML, id, ..., HTML
    ids = [*pieces[1::2], ""]
    return [(Markup(html), gaps.get(id)) for html, id in zip(pieces[::2], ids, strict=True)]


def pillar_names(scene: Scene) -> dict[str, str]:
    """The places of a sort item: the pillars by id, and none of them."""
    names = {name: scene.words[f"pillar.{name}"] for name in PILLARS}
    return names | {"none": scene.words["quiz.no-pillar"]}


def cures_of(items: list[Item], scene: Scene) -> list[dict[str, str]]:
    """Where each misconception that these items can reveal is dealt with."""
    known = scene.library.misconceptions(scene.language)
    names = dict.fromkeys(name for item in items for name in sorted(item.beliefs))
    return [
        {
            "id": name,
            "link": scene.page_link(known[name].cure),
            "page": _page_title(known[name].cure, scene),
            "belief": known[name].text,
        }
        for name in names
    ]


def _page_title(target: str, scene: Scene) -> str:
    return scene.library.page(scene.language, target.partition("#")[0]).front.title
