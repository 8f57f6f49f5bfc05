"""What is particular to some types of question, in a real browser."""

from __future__ import annotations

import pytest

from tests.render.quizzes import item_of, quiz_of
from tests.site.accessibility import RUN, TAGS
from tests.site.planted import show_quiz


def shown(page, selector: str) -> list[str]:
    """The texts of what is visible."""
    return [each.inner_text().strip() for each in page.locator(f"{selector}:visible").all()]


def focused(page) -> str:
    """The text of the element that has the focus."""
    return page.evaluate("document.activeElement.textContent.trim()")


def choose(page, *values: str) -> None:
    """One choice a turn in the conversation on the page."""
    for value in values:
        page.locator(f"[data-current] input[value={value}]").check()
        page.locator("[data-do=check]").click()


CHECK = """() => new Promise((done) => {
  const item = document.querySelector("quiz-item");
  item.addEventListener("item-answered", done, { once: true });
  item.querySelector("[data-do=check]").click();
})"""


def fill(page, **values: str) -> None:
    """Selects by the name of their blank, then the answer checked until it is final."""
    for blank, value in values.items():
        page.locator(f"[data-blank={blank}]").select_option(value)
    while not page.locator("quiz-item[data-state=final]").count():
        page.evaluate(CHECK)


def test_a_conversation_shows_one_turn_at_a_time_and_what_was_said(page, serve_site, library):
    show_quiz(page, serve_site, library, quiz_of(item_of("scenario")))

    first = shown(page, ".item__says")
    choose(page, "a")

    assert first == ["They say hello"]
    assert shown(page, ".item__says") == ["They say more"]
    assert shown(page, ".item__line") == ["They say hello", "You: Well said in hello"]
    assert shown(page, "[data-part=turn]") == ["Turn 2 of at most 2"]
    assert page.locator("[data-part=turn]").get_attribute("role") == "status"
    assert focused(page) == "They say more"


def test_a_conversation_needs_no_mouse(page, serve_site, library):
    show_quiz(page, serve_site, library, quiz_of(item_of("scenario")))

    page.locator("[data-current] input[value=a]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    on_a_choice = page.evaluate("document.activeElement.matches('[data-current] input')")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.locator("quiz-item:not([data-state=open])").wait_for()
    page.wait_for_function("document.activeElement.matches('output')")

    assert on_a_choice
    assert shown(page, ".item__line")[-1].startswith("Bye")


def test_without_a_choice_the_conversation_waits(page, serve_site, library):
    show_quiz(page, serve_site, library, quiz_of(item_of("scenario")))

    page.locator("[data-do=check]").click()

    assert page.locator("output").first.inner_text() == library.interface()["quiz.no-answer"]
    assert shown(page, ".item__says") == ["They say hello"]


def test_a_conversation_that_went_wrong_can_be_begun_again_before_it_counts(
    page, serve_site, library
):
    show_quiz(page, serve_site, library, quiz_of(item_of("scenario")))
    choose(page, "b")
    page.locator("quiz-item[data-state=again]").wait_for()
    early = page.locator("fieldset :is(.item__mark, .item__why)").count()

    page.locator("[data-do=restart-conversation]").click()
    begun, where = shown(page, ".item__line"), focused(page)
    choose(page, "a", "a")
    page.locator("quiz-item[data-state=final]").wait_for()

    assert early == 0
    assert (begun, where) == ([], "They say hello")
    assert page.locator("quiz-item").get_attribute("data-result") == "right"


def test_the_debrief_judges_every_choice_of_the_way_and_opens_the_others(page, serve_site, library):
    words = library.interface()
    show_quiz(page, serve_site, library, quiz_of(item_of("scenario") | {"attempts": 1}))

    choose(page, "a", "b")
    page.locator("quiz-item[data-state=final]").wait_for()

    assert shown(page, ".item__line .item__why") == [
        "Because hello.",
        "Because not more.",
        "Because end.",
    ]
    assert shown(page, ".item__line .item__mark") == [
        words["quiz.value.good"],
        words["quiz.value.poor"],
    ]
    assert page.locator("output li").get_attribute("data-misconception") == "rank-is-score"
    assert shown(page, ".item__answers summary") == [words["quiz.answers.scenario"]]
    assert not shown(page, "[data-do=restart-conversation]")


def test_gaps_are_explained_one_by_one(page, serve_site, library):
    show_quiz(page, serve_site, library, quiz_of(item_of("cloze")))

    fill(page, who="a", what="b")

    assert shown(page, ".item__gaps .item__why") == ["Because a.", "Because b."]
    assert shown(page, ".item__gaps .item__mark") == ["right", "right would be: First"]


def test_wrong_places_are_put_right_and_lead_to_their_cure(page, serve_site, library):
    show_quiz(page, serve_site, library, quiz_of(item_of("sort")))

    fill(page, **{"in-brand": "brand", "in-find": "brand", "in-none": "none", "in-relate": "none"})

    marks = page.locator(".item__entries .item__mark")
    assert sorted(marks.all_inner_texts()) == [
        "right",
        "right",
        "right would be: Find",
        "right would be: Relate",
    ]
    assert "0.5" in page.locator("output").first.inner_text()
    assert page.locator("output li").count() == 1


def test_reflection_is_kept_compared_and_may_be_changed(page, serve_site, library):
    quiz = quiz_of(item_of("reflect"))
    show_quiz(page, serve_site, library, quiz)
    page.locator("[data-do=check]").click()
    empty = page.locator("output").first.inner_text()
    page.locator("textarea").fill("A first thought")
    page.locator("[data-do=check]").click()
    page.locator("quiz-item[data-state=final]").wait_for()
    page.locator("textarea").fill("A second thought")
    page.locator("[data-do=check]").click()
    page.wait_for_function("document.activeElement.matches('output')")

    show_quiz(page, serve_site, library, quiz)

    assert empty == library.interface()["quiz.no-answer"]
    assert page.locator("textarea").input_value() == "A second thought"
    assert shown(page, ".item__model") == ["Because of all."]
    assert page.locator("quiz-item").get_attribute("data-result") is None
    assert (
        library.interface()["quiz.points"].split("{")[0]
        not in page.locator("output").first.inner_text()
    )


def test_an_item_gives_as_many_tries_as_it_says(page, serve_site, library):
    items = [item_of("single", f"tries-{n}") | {"attempts": n} for n in (1, 2, 3)]
    show_quiz(page, serve_site, library, quiz_of(*items))
    words = library.interface()

    for attempts in (1, 2, 3):
        item = page.locator(f"#item-tries-{attempts}")
        item.locator("input[value=b]").check()
        for left in range(attempts - 1, -1, -1):
            wanted = words["quiz.try-again"].format(count=left) if left else words["quiz.wrong"]
            item.locator("[data-do=check]").click()
            item.locator("output strong", has_text=wanted).wait_for()
        assert item.get_attribute("data-state") == "final"


SURE = [
    ("certain", "b", "quiz.sure.wrong"),
    ("guess", "a", "quiz.sure.lucky"),
    ("certain", "a", ""),
    ("fairly", "b", ""),
    (None, "b", ""),
]


def test_certainty_is_kept_and_answered_and_never_graded(page, serve_site, library):
    items = [item_of("single", f"sure-{n}") | {"attempts": 1} for n in range(len(SURE))]
    show_quiz(page, serve_site, library, quiz_of(*items, confidence=True))
    page.evaluate("addEventListener('item-answered', ({detail}) => (window.heard = detail))")
    words = library.interface()

    for number, (sure, value, said) in enumerate(SURE):
        item = page.locator(f"#item-sure-{number}")
        for each in filter(None, [value, sure]):
            item.locator(f"input[value={each}]").check()
        item.locator("[data-do=check]").click()
        item.and_(page.locator("[data-state=final]")).wait_for()

        output, heard = item.locator("output").inner_text(), page.evaluate("window.heard")
        known = ("quiz.sure.wrong", "quiz.sure.lucky")
        assert [name for name in known if words[name] in output] == ([said] if said else [])
        assert heard.get("sure") == sure
        assert heard["score"] == (1 if value == "a" else 0)


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("he", "light")])
def test_answered_items_of_the_new_types_are_without_fault(
    language, scheme, page, serve_site, library, axe
):
    page.emulate_media(color_scheme=scheme)
    kinds = ("cloze", "sort", "scenario", "reflect")
    quiz = quiz_of(
        *(
            item_of(kind, f"own-{kind}") | ({"attempts": 1} if kind != "reflect" else {})
            for kind in kinds
        )
    )
    show_quiz(page, serve_site, library, quiz, language)
    page.evaluate("document.querySelectorAll('select').forEach((each) => (each.selectedIndex = 1))")
    page.locator("textarea").fill("text")
    choose(page.locator("#item-own-scenario"), "a")
    for item in page.locator("quiz-item").all():
        item.locator("[data-do=check]").click()
    for kind in ("cloze", "sort", "reflect"):
        page.locator(f"#item-own-{kind}[data-state=final]").wait_for()

    page.evaluate(axe)
    found = page.evaluate(RUN, {"type": "tag", "values": TAGS[:-1]})  # the page is no whole page

    assert not found, "\n".join(found)
