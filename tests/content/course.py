"""A small course on disk, whole and valid, that a test may break in one place."""

from __future__ import annotations

import json
from pathlib import Path

PAGE = """---
id: {id}
title: {title}
description: A page of the small course.
minutes: 5
objectives: {objectives}
---

# {title}

LinkedIn lists a complete profile as an input. [claim:O22]

## The idea {{#idea}}

See [the other page](two.md#idea).

```quiz
id: brand
```
"""

QUIZ = """id: brand
title: Brand
items:
- id: headline
  type: single
  objective: rewrite-headline
  claims: [O22]
  prompt: Which headline?
  nudge: Read it again.
  options:
  - {id: a, text: The clear one, correct: true, feedback: Yes.}
  - {id: b, text: The title, feedback: No., misconception: title-is-enough}
"""

CLAIMS = """- id: O22
  theme: brand
  grade: official
  source: help-page
  checked: 2026-11-21
  review: 2027-05-21
  text: LinkedIn lists profile completeness.
"""

OVERLAY = """title: Marca
headline.prompt: ¿Qué titular?
headline.nudge: Léelo otra vez.
headline.options.a.text: El claro
headline.options.a.feedback: Sí.
headline.options.b.text: El cargo
headline.options.b.feedback: No.
"""

EXERCISE = """id: do-it
objective: rewrite-headline
start: {brand: 13.4, find: 10.7, engage: 11.1, relate: 25}
weeks: 6
minutes: 120
inputs: [headline]
goal: {pillar: brand, at_least: 18}
words: {title: Do it, brief: Plan., goal: Reach 18, messages: {solved: Solved.}, worked: So.}
"""


def notebook(*cells: tuple[str, str]) -> str:
    """A notebook of Markdown cells: id and text."""
    made = [{"id": i, "cell_type": "markdown", "source": text, "metadata": {}} for i, text in cells]
    return json.dumps({"cells": made, "nbformat": 4, "nbformat_minor": 5, "metadata": {}})


FILES = {
    "course.yml": "id: small\nlanguages: [en, es]\nmodules:\n"
    "- {id: one, pages: [one.md, two.md], quizzes: [brand], exercises: [do-it]}\n",
    "docs/en/one.md": PAGE.format(
        id="one", title="One", objectives="{rewrite-headline: Rewrite a headline}"
    ),
    "docs/en/two.md": PAGE.format(id="two", title="Two", objectives="{}"),
    "docs/es/one.md": PAGE.format(
        id="one", title="Uno", objectives="{rewrite-headline: Reescribe un titular}"
    ),
    "docs/es/two.md": PAGE.format(id="two", title="Dos", objectives="{}"),
    "docs/data/claims.yml": CLAIMS,
    "docs/data/sources.yml": "- {id: help-page, title: Help, url: 'https://example.org/help'}\n",
    "quizzes/brand.yml": QUIZ,
    "quizzes/misconceptions.yml": "- {id: title-is-enough, cure: one.md#idea, text: It will do}\n",
    "exercises/do-it/exercise.yml": EXERCISE,
    "exercises/do-it/check.py": "",
    "exercises/do-it/starter.yml": "weekly: {}\n",
    "exercises/do-it/solution.yml": "once: {headline: 1}\n",
    "exercises/do-it/walkthrough.ipynb": notebook(("begin", "Begin here.")),
    "locales/en/interface.yml": "quiz.check: Check\nprogress.module.one: Part {count}\n",
    "locales/en/pictures.yml": "pillars.alt: Four pillars\n",
    "locales/es/quizzes/brand.yml": OVERLAY,
    "locales/es/exercises/do-it.yml": "title: Hazlo\nbrief: Planea.\ngoal: Llega a 18\n"
    "messages.solved: Resuelto.\nworked: Así.\n",
    "locales/es/exercises/do-it.walkthrough.yml": "begin.text: Empieza aquí.\n",
    "locales/es/claims.yml": "O22.text: LinkedIn incluye el perfil completo.\n",
    "locales/es/sources.yml": "help-page.title: Ayuda\n",
    "locales/es/misconceptions.yml": "title-is-enough.text: Basta el cargo\n",
    "locales/es/interface.yml": "quiz.check: Comprobar\nprogress.module.one: Parte {count}\n",
    "locales/es/pictures.yml": "pillars.alt: Cuatro pilares\n",
    "locales/en/phrases.yml": "all-or-none: [all of the above, none of these]\n"
    "negative: [which of * not, which * does not, except]\nto: [to]\n",
    "locales/es/phrases.yml": "all-or-none: [todas las anteriores]\n"
    "negative: [cuál * no]\nto: [a]\n",
    "locales/en/glossary.yml": "- {term: pillar, use: pillar, note: one of four}\n",
    "locales/es/terms.yml": "pillar.term: pilar\npillar.note: una de cuatro\n",
    "locales/es/glossary.yml": "- {term: pillar, use: pilar, avoid: [columna]}\n",
    "locales/es/inputs.yml": "headline: Titular\nheadline.unit: línea\n",
    "ssi_calc/inputs.yml": "inputs:\n"
    "- {id: headline, name: Headline, unit: line, pillar: brand, limits: {once: [0, 1]}}\n",
}


def small_course(root: Path, **changes: str) -> Path:
    """Write the small course below `root`; `changes` map a path to its new text."""
    for name, text in (FILES | changes).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
