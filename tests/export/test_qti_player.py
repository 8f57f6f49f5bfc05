"""QTI 3 items in a player that others wrote: every type is shown, answered by hand and scored."""

from __future__ import annotations

import pytest

from tests.export.banks import cases, items, packages
from tests.render.quizzes import TYPES

PLAYER = "node_modules/@citolab/qti-components/cdn/index.global.js"
SHOW = """async (xml) => {
  document.body.replaceChildren();
  const frame = document.createElement("qti-item");
  const container = document.createElement("item-container");
  container.itemXML = xml;
  frame.append(container);
  document.body.append(frame);
  const found = () => container.shadowRoot?.querySelector("qti-assessment-item");
  while (!found()) await new Promise(requestAnimationFrame);
  window.item = found();
  await item.updateComplete;
  const all = [...item.querySelectorAll("*")];
  const parts = all.filter((part) => part.localName.endsWith("-interaction"));
  await Promise.all(parts.map((part) => part.updateComplete));
  const seen = parts.filter((part) => part.getBoundingClientRect().height > 15);
  return seen.map((part) => part.localName);
}"""
SCORE = """async () => {
  item.processResponse();
  await item.updateComplete;
  await new Promise(requestAnimationFrame);
  const isOpen = (each) => each.shadowRoot.querySelector("dialog").open;
  const open = [...item.querySelectorAll("qti-modal-feedback")].filter(isOpen);
  return [Number(item.getOutcome("SCORE").value), open.map((each) => each.textContent.trim())];
}"""
INTERACTIONS = {
    "single": ["qti-choice-interaction"],
    "multi": ["qti-choice-interaction"],
    "truefalse": ["qti-choice-interaction"] * 2,
    "match": ["qti-match-interaction"],
    "order": ["qti-order-interaction"],
    "numeric": ["qti-text-entry-interaction"],
    "sort": ["qti-match-interaction"],
    "reflect": ["qti-extended-text-interaction"],
}


@pytest.fixture(scope="module")
def in_items(qti_made):
    """The XML of QTI 3 items by language and id."""
    return {
        (language, name[6:-4]): content.decode()
        for language in ("en", "he")
        for files in packages(qti_made, language, "30").values()
        for name, content in files.items()
        if name.startswith("items/")
    }


def examples() -> list[dict]:
    """The first item of each type that the course has."""
    return [next(each for each in items().values() if each["type"] == kind) for kind in TYPES]


def answer_by_hand(page, case) -> None:
    """Click, choose and write what the case says."""
    kind, answer = case.item["type"], case.answer
    if kind in ("single", "multi", "truefalse"):
        for group, value in answer.ticks:
            of = {"verdict": "VERDICT", "reason": "REASON"}.get(group, "RESPONSE")
            choose(page, of, value)
    elif kind == "scenario":
        for turn, choice in answer.path:
            choose(page, f"TURN-{turn}", choice)
    elif kind in ("match", "sort"):
        for left, right in answer.blanks:
            page.locator(f'input[value="row-{left} col-{right}"]').check()
    elif kind == "cloze":
        for gap, option in answer.blanks:
            menu = page.locator(f'qti-inline-choice-interaction[response-identifier="GAP-{gap}"]')
            menu.locator("button[part=trigger]").click()
            menu.locator(f'qti-inline-choice[identifier="{option}"]').click()
    elif kind == "order":
        for place, step in enumerate(answer.order):
            drag(page, f'qti-simple-choice[identifier="{step}"]', place)
    else:
        page.locator("input[part=input], textarea").press_sequentially(
            answer.typed
        )  # it hears keys


def drag(page, choice: str, place: int) -> None:
    """Drag a choice into a place by hand: what is held follows the mouse a moment later."""
    box = page.locator(f'drop-list[identifier="droplist{place}"]')
    page.locator(choice).first.hover()
    page.mouse.down()
    page.locator("[data-drag-clone]").wait_for()
    box.hover()
    page.mouse.up()
    box.locator(choice).wait_for()


def choose(page, response: str, value: str) -> None:
    interaction = page.locator(f'qti-choice-interaction[response-identifier="{response}"]')
    interaction.locator(f'qti-simple-choice[identifier="{value}"]').click()


@pytest.mark.parametrize("language", ["en", "he"])
def test_every_type_is_shown_answered_and_scored_in_a_player(page, root, in_items, language):
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    page.set_content("<!doctype html><title>Player</title>")
    page.add_script_tag(path=root / PLAYER)

    for item in examples():
        for case in list(cases(item))[: 3 if language == "en" else 2]:  # right, wrong, partly
            shown = page.evaluate(SHOW, in_items[language, item["id"]])
            answer_by_hand(page, case)
            score, feedback = page.evaluate(SCORE)

            place = (language, item["id"], case.how)
            if item["type"] in INTERACTIONS:
                assert shown == INTERACTIONS[item["type"]], place
            earned = float(case.score) * item.get("points", 1)
            assert score == pytest.approx(earned, abs=5e-4), place  # it rounds to three decimals
            assert feedback, place
            assert all(feedback), place
    direction = page.locator("qti-item-body").evaluate("e => getComputedStyle(e).direction")
    assert direction == ("rtl" if language == "he" else "ltr")
    assert not said
