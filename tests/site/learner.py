"""What a learner does on a page with questions, and what the browser then keeps."""

from __future__ import annotations

import pytest

from coursekit.content.library import Library

QUIZ = "brand/quiz/"
LESSON = "brand/profile/"
SHOWN = "quiz-item, .quiz, course-journal, course-placement, course-progress, course-routes"
READY = f"() => !document.querySelector(':is({SHOWN}):not([data-ready])')"
OPEN = """const request = indexedDB.open('ssi-course');
  request.onupgradeneeded = () => request.result.createObjectStore('record');"""
STORED = f"""() => new Promise((done) => {{
  {OPEN}
  request.onsuccess = () => {{
    const store = request.result.transaction('record').objectStore('record');
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    store.transaction.oncomplete = () => {{
      request.result.close();
      done(Object.fromEntries(keys.result.map((key, place) => [key, values.result[place]])));
    }};
  }};
}})"""
STORE = f"""(record) => new Promise((done) => {{
  {OPEN}
  request.onsuccess = () => {{
    const transaction = request.result.transaction('record', 'readwrite');
    transaction.objectStore('record').put(record, 'record');
    transaction.oncomplete = () => {{ request.result.close(); done(); }};
  }};
}})"""


def visit(page, serve_site, path):
    page.goto(f"{serve_site}/{path}")
    page.wait_for_function(READY)


def visit_bank(page, serve_site, library, path=QUIZ):
    """Visit the brand quiz as one whose draw is the whole bank."""
    page.goto(f"{serve_site}/{LESSON}assets-none", wait_until="commit")
    page.evaluate(STORE, {"schema": 2, "quizzes": {"brand": whole_draw(library)}})
    visit(page, serve_site, path)


def whole_draw(library):
    return {"attempt": 1, "taken": 0, "items": [item.id for item in library.quiz("brand").items]}


def until_kept(page, is_so):
    for _ in range(600):  # half a minute, as for all that a page is waited for
        record = page.evaluate(STORED).get("record")
        if record and is_so(record):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"not kept: {page.evaluate(STORED)}")


def item_of_type(page, library: Library, kind: str):
    """The first item of a type on the page of the brand quiz, with its key."""
    item = next(item for item in library.quiz("brand").items if item.type == kind)
    return page.locator(f"#item-{item.id}"), item


def check(locator, state="final"):
    locator.locator("[data-do=check]").click()
    locator.and_(locator.page.locator(f"[data-state={state}]")).wait_for()


def choose(locator, *values):
    for value in values:
        locator.locator(f"input[value='{value}']").check()


def lesson_items(page, library: Library):
    """The questions of the lesson, as their file has them."""
    asked = page.locator("quiz-item").evaluate_all("all => all.map((each) => each.dataset.item)")
    return [item for item in library.quiz("brand-lessons").items if item.id in asked]


def answer_rightly(page, items):
    for item in items:
        locator = page.locator(f"#item-{item.id}")
        match item.type:
            case "single" | "multi":
                choose(locator, *(option.id for option in item.options if option.correct))
            case "truefalse":
                choose(
                    locator, str(item.answer).lower(), *(r.id for r in item.reasons if r.correct)
                )
            case "match":
                for pair in item.pairs:
                    locator.locator(f"[data-blank={pair.id}]").select_option(label=pair.right)
            case "order":
                sort_steps(locator, [step.id for step in item.steps])
            case "numeric":
                locator.locator("[name=number]").fill(str(item.answer))
            case "cloze":
                for gap in item.gaps:
                    right = next(option.id for option in gap.options if option.correct)
                    locator.locator(f"[data-blank={gap.id}]").select_option(right)
            case "sort":
                for entry in item.entries:
                    locator.locator(f"[data-blank={entry.id}]").select_option(entry.pillar)
            case "scenario":
                talk(locator, item)
                continue
            case "reflect":
                locator.locator("textarea").fill("On Thursday I rewrite one text.")
        check(locator)


def talk(locator, item):
    """Go through a conversation with good choices only."""
    turns = {turn.id: turn for turn in item.turns}
    here = item.start
    while here in turns:
        good = next(choice for choice in turns[here].choices if choice.value == "good")
        locator.locator(f"[data-turn={here}] input[value={good.id}]").check()
        locator.locator("[data-do=check]").click()
        here = good.to
    locator.and_(locator.page.locator("[data-state=final]")).wait_for()


def sort_steps(locator, wanted):
    for place, step in enumerate(wanted):
        while shown(locator, ".item__steps > li").index(step) > place:
            locator.locator(f"li[data-id='{step}'] [data-move='-1']").click()


def shown(locator, selector):
    return locator.locator(selector).evaluate_all("found => found.map((each) => each.dataset.id)")


def orders(page):
    return page.locator("quiz-item [data-id], quiz-item option").evaluate_all(
        "found => found.map((each) => each.dataset.id ?? each.value)"
    )
