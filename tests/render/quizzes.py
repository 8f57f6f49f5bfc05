"""Small quizzes of every type, and how they look in the real course's surroundings."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from coursekit.content.library import Library, Sourced
from coursekit.content.quiz import Quiz
from coursekit.content.words import strings
from coursekit.content.yamlfile import Document
from coursekit.host.extension import safe_html
from coursekit.render.blocks import render_block
from coursekit.render.scene import Scene

TYPES = (
    "single", "multi", "truefalse", "match", "order", "numeric",
    "cloze", "sort", "scenario", "reflect",
)  # fmt: skip


def quiz_of(*items: dict, words: str = "", **more) -> Quiz:
    """A quiz called own, with these items."""
    base = {
        "objective": "any",
        "claims": ["O1"],
        "prompt": f"What?{words}",
        "nudge": f"Look.{words}",
    }
    return Quiz.model_validate(
        {"id": "own", "title": "Own", "items": [base | item for item in items], **more}
    )


def item_of(kind: str, name: str = "own-item", words: str = "") -> dict:
    options = [
        {"id": "a", "text": f"First{words}", "correct": True, "feedback": f"Because a.{words}"},
        {
            "id": "b",
            "text": f"Second{words}",
            "misconception": "rank-is-score",
            "feedback": f"Because b.{words}",
        },
        {
            "id": "c",
            "text": f"Third{words}",
            "misconception": "rank-is-score",
            "feedback": f"Because c.{words}",
        },
    ]
    verdict = {"right": f"Yes, so.{words}", "wrong": f"No, so.{words}"}
    parts = {
        "single": {"options": options},
        "multi": {"options": options},
        "truefalse": {"answer": False, "feedback": verdict, "reasons": options},
        "match": {
            "pairs": [
                {
                    "id": name,
                    "left": f"Left {name}{words}",
                    "right": f"Right {right}{words}",
                    "feedback": f"Because {name}.{words}",
                }
                for name, right in (("one", 1), ("two", 2), ("three", 1))
            ]
        },
        "order": {
            "steps": [
                {"id": name, "text": f"Step {name}{words}", "feedback": f"Because {name}.{words}"}
                for name in ("one", "two", "three")
            ]
        },
        "numeric": {
            "answer": 60.2,
            "unit": f"points{words}",
            "feedback": verdict,
            "near": [
                {"value": 60, "feedback": f"Because near.{words}", "misconception": "rank-is-score"}
            ],
        },
        "cloze": {
            "text": f"Dear {{who}}, {{what}}?{words}",
            "gaps": [{"id": "what", "options": options}, {"id": "who", "options": options}],
        },
        "sort": {
            "entries": [_entry(place, words) for place in ("brand", "find", "none", "relate")]
        },
        "scenario": {
            "start": "hello",
            "turns": [_turn("more", "end", "end", words), _turn("hello", "more", "end", words)],
            "endings": [{"id": "end", "says": f"Bye{words}", "debrief": f"Because end.{words}"}],
        },
        "reflect": {
            "points": 0,
            "criteria": [f"Because this{words}", f"Because that{words}"],
            "model": f"Because of all.{words}",
        },
    }
    return {"id": name, "type": kind, "hints": [f"One{words}", f"Two{words}"], **parts[kind]}


def _entry(place: str, words: str) -> dict:
    return {
        "id": f"in-{place}",
        "text": f"Entry of {place}{words}",
        "pillar": place,
        "feedback": f"Because {place}.{words}",
        "misconception": "rank-is-score",
    }


def _turn(name: str, good: str, poor: str, words: str) -> dict:
    return {
        "id": name,
        "says": f"They say {name}{words}",
        "choices": [
            {
                "id": "a",
                "text": f"Well said in {name}{words}",
                "value": "good",
                "feedback": f"Because {name}.{words}",
                "to": good,
            },
            {
                "id": "b",
                "text": f"Badly said in {name}{words}",
                "value": "poor",
                "feedback": f"Because not {name}.{words}",
                "misconception": "rank-is-score",
                "to": poor,
            },
        ],
    }


def scene_of(library: Library, quiz: Quiz, language: str = "en") -> Scene:
    modules = [replace_first(library.outline.modules, quiz.id)]
    outline = library.outline.model_copy(update={"modules": modules})
    own = Sourced(Document("quizzes/own.yml", None, None), quiz, strings(quiz))
    course = replace(
        library, outline=outline, sources=library.sources | {f"quizzes/{quiz.id}": own}
    )
    return Scene(course, language, "brand/quiz.md", safe_html, lambda url: f"/{url}")


def replace_first(modules: list, quiz: str):
    return modules[0].model_copy(update={"quizzes": [quiz]})


def rendered(library: Library, quiz: Quiz, language: str = "en", **spec) -> BeautifulSoup:
    html = render_block("quiz", {"id": quiz.id, **spec}, scene_of(library, quiz, language))
    return BeautifulSoup(html, "html.parser")
