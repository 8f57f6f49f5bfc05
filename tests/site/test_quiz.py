"""Questions, progress and claim marks in a real browser, as a learner meets them."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from coursekit.content.library import Library
from tests.site.test_axe import RUN, TAGS, axe

__all__ = ["axe"]

QUIZ = "brand/quiz/"
LESSON = "brand/profile/"
READY = "() => document.querySelectorAll('quiz-item:not([data-ready])').length === 0"
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
    for _ in range(100):
        if is_so(page.evaluate(STORED)["record"]):
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


def test_a_first_wrong_answer_gets_a_nudge_and_a_second_the_reasons(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "single")
    wrong = next(option for option in content.options if not option.correct)
    right = next(option for option in content.options if option.correct)

    choose(item, wrong.id)
    check(item, "again")
    nudge, reasons = (
        item.locator("output").inner_text(),
        item.locator("fieldset :is(.item__mark, .item__why)").count(),
    )
    check(item)

    assert library.interface()["quiz.try-again"].format(count=1) in nudge
    assert reasons == 0
    assert item.locator("fieldset .item__why").count() == len(content.options)
    assert (
        library.interface()["quiz.mark.right"]
        in item.locator(f"li[data-id={right.id}] .item__mark").inner_text()
    )
    assert item.locator("output a").count() == 1
    assert page.evaluate("document.activeElement.tagName") == "OUTPUT"


def test_a_right_answer_gets_its_reason_at_once(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "single")

    choose(item, next(option.id for option in content.options if option.correct))
    check(item)

    assert library.interface()["quiz.right"] in item.locator("output").inner_text()


def test_the_whole_quiz_can_be_passed_and_the_answers_are_those_of_the_file(
    page, serve_site, library
):
    visit_bank(page, serve_site, library)

    answer_rightly(page, library.quiz("brand").items)

    result = page.locator(".quiz__result").inner_text()
    assert library.interface()["quiz.passed"] in result
    assert "100%" in result
    assert page.locator(".quiz__review").is_hidden()


def test_a_question_can_be_answered_with_the_keyboard_alone(page, serve_site, library):
    visit(page, serve_site, LESSON)

    page.locator("quiz-item input").first.focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("quiz-item:is([data-state=again], [data-state=final])").wait_for()

    assert page.locator("quiz-item output").first.inner_text()


def test_steps_are_moved_with_buttons_and_the_move_is_announced(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "order")
    first = shown(item, ".item__steps > li")[0]

    item.locator("[data-move='1']").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    assert shown(item, ".item__steps > li")[2] == first
    assert item.locator("[role=status]").inner_text().startswith(f"Place 3 of {len(content.steps)}")
    assert page.evaluate("document.activeElement.dataset.move") == "1"


@pytest.mark.parametrize("path", [QUIZ, f"he/{QUIZ}"])
def test_numbers_are_read_with_comma_and_with_point(path, page, serve_site, library):
    visit_bank(page, serve_site, library, path)
    item, content = item_of_type(page, library, "numeric")
    near = content.near[0]

    item.locator("[name=number]").fill("13,x")
    item.locator("[name=number]").press("Enter")
    unread = item.locator("output").inner_text()
    item.locator("[name=number]").fill(str(near.value).replace(".", ","))
    check(item, "again")
    close = item.locator("output .item__why").count()
    item.locator("[name=number]").fill(str(content.answer))
    check(item)

    assert "13.4" in unread
    assert close == 1
    assert item.get_attribute("data-result") == "right"


def test_answers_and_order_survive_a_reload_and_a_change_of_language(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "multi")
    choose(item, *(option.id for option in content.options[:2]))
    check(item, "again")
    before = orders(page)

    visit(page, serve_site, QUIZ)
    again = (orders(page), item.get_attribute("data-state"))
    visit(page, serve_site, f"he/{QUIZ}")
    hebrew = (orders(page), item.get_attribute("data-state"))

    assert again == hebrew == (before, "again")
    assert item.locator("input:checked").count() == 2


def test_another_learner_gets_another_order(browser, serve_site):
    seen = []
    for _ in range(2):
        context = browser.new_context()
        page = context.new_page()
        visit(page, serve_site, QUIZ)
        seen.append(orders(page))
        context.close()

    assert seen[0] != seen[1]
    assert sorted(seen[0]) == sorted(seen[1])


def test_starting_again_asks_first_and_can_be_undone(page, serve_site, library):
    visit(page, serve_site, LESSON)
    items = lesson_items(page, library)
    answer_rightly(page, items)

    page.locator("[data-do=restart]").click()
    page.locator("[data-do=yes]").click()
    page.locator("[data-do=undo]").wait_for()
    emptied = page.locator("quiz-item[data-state=final]").count()
    page.locator("[data-do=undo]").click()
    page.locator("[data-do=restart]").wait_for()

    assert emptied == 0
    assert page.locator("quiz-item[data-state=final]").count() == len(items) > 1


def test_at_the_end_the_revealed_beliefs_lead_to_their_cures(page, serve_site, library):
    visit_bank(page, serve_site, library)
    item, content = item_of_type(page, library, "single")
    wrong = next(option for option in content.options if not option.correct)

    items = library.quiz("brand").items

    choose(item, wrong.id)
    check(item, "again")
    check(item)
    early = page.locator(".quiz__review").is_visible()
    answer_rightly(page, [each for each in items if each.id != content.id])

    cures = page.locator(".quiz__review li:visible")
    assert not early
    assert [cure.get_attribute("data-misconception") for cure in cures.all()] == [
        wrong.misconception
    ]
    assert item.locator("output a").get_attribute("href") == cures.locator("a").get_attribute(
        "href"
    )


def test_two_tabs_keep_both_answers_and_show_each_other(browser, serve_site, library):
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    visit_bank(one, serve_site, library)
    visit(two, serve_site, QUIZ)
    first, content = item_of_type(one, library, "single")
    other, numeric = item_of_type(two, library, "numeric")

    choose(first, next(option.id for option in content.options if option.correct))
    check(first)
    other.locator("[name=number]").fill(str(numeric.answer))
    check(other)
    two.locator(f"#item-{content.id}[data-state=final]").wait_for()
    one.locator(f"#item-{numeric.id}[data-state=final]").wait_for()

    assert set(one.evaluate(STORED)["record"]["answers"]) == {content.id, numeric.id}
    context.close()


def test_a_browser_that_keeps_nothing_says_so_and_still_grades(page, serve_site, library):
    broken = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('off') }})"
    page.add_init_script(f"delete window.indexedDB; {broken}")
    visit(page, serve_site, LESSON)

    answer_rightly(page, lesson_items(page, library))

    assert page.get_by_text(library.interface()["record.memory"]).first.is_visible()
    assert (
        library.interface()["quiz.saved"] not in page.locator("quiz-item output").first.inner_text()
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [({"schema": 99, "answers": [1]}, True), ("broken", False), ({"schema": "1"}, False)],
)
def test_a_record_of_another_kind_is_set_aside_untouched(found, said, page, serve_site, library):
    page.goto(f"{serve_site}/{LESSON}assets-none", wait_until="commit")
    page.evaluate(STORE, found)

    visit(page, serve_site, QUIZ)
    stored = page.evaluate(STORED)

    assert [value for key, value in stored.items() if key.startswith("aside-")] == [found]
    assert stored["record"]["schema"] == 2
    assert page.get_by_text(library.interface()["record.newer"]).first.is_visible() == said


def test_senseless_answers_in_the_record_do_not_break_the_page(page, serve_site, library):
    items = library.quiz("brand").items
    senseless = [
        {"x": 1},
        "<img>",
        7,
        None,
        [["a"]],
        {"answer": "yes"},
        ["zz", "zz"],
        "",
        True,
        "60",
    ]
    answers = {
        item.id: {
            "response": senseless[place % 10],
            "score": 9,
            "points": -3,
            "attempts": 2,
            "at": 5,
        }
        for place, item in enumerate(items)
    }
    page.goto(f"{serve_site}/{LESSON}assets-none", wait_until="commit")
    senseless_parts = {"exercises": None, "pages": "x", "settings": []}
    quizzes = {"brand": whole_draw(library)}
    page.evaluate(STORE, {"schema": 1, "answers": answers, "quizzes": quizzes, **senseless_parts})

    visit(page, serve_site, QUIZ)
    answer_rightly(page, library.quiz("brand").items)

    assert "100%" in page.locator(".quiz__result").inner_text()


def test_a_page_counts_as_read_at_its_end_and_the_first_page_leads_on(page, serve_site, library):
    visit(page, serve_site, "")
    words = library.interface()
    begin = page.locator(".progress__next a").inner_text()
    visit(page, serve_site, "start/what-ssi-is/")
    page.locator("article h2").last.scroll_into_view_if_needed()
    until_kept(page, lambda record: "what-ssi-is" in record["pages"])

    visit(page, serve_site, "")
    first = page.locator("li[data-page=what-ssi-is][data-read] .progress__marks").inner_text()

    assert begin.startswith(words["progress.begin"].split("{")[0])
    assert first == f"· {words['progress.read']}"
    assert "read-your-dashboard" in page.locator(".progress__next a").get_attribute("href")


def test_the_record_goes_out_as_a_file_is_erased_and_comes_back(page, serve_site, library):
    visit_bank(page, serve_site, library)
    answer_rightly(page, library.quiz("brand").items)
    visit(page, serve_site, "")
    page.locator(".progress__record summary").click()
    marks = page.locator("li[data-page=brand-quiz] .progress__marks")
    with page.expect_download() as download:
        page.locator("[data-do=export]").click()
    file = download.value.path()

    page.locator("[data-do=erase]").click()
    page.locator("[data-do=yes]").click()
    page.get_by_text(library.interface()["record.erased"]).wait_for()
    erased = marks.inner_text()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text(library.interface()["record.imported"]).wait_for()

    assert "100%" not in erased
    assert "100%" in marks.inner_text()
    assert len(json.loads(file.read_text("utf-8"))["answers"]) == len(library.quiz("brand").items)


def test_without_scripts_questions_answers_and_contents_can_be_read(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_site}/{QUIZ}")

    item = page.locator("quiz-item").first
    item.locator(".item__answers summary").click()
    page.wait_for_timeout(50)

    assert item.locator(".item__answers .item__why").first.is_visible()
    assert page.locator("[data-do=check]").first.is_hidden()
    assert page.locator(".item__number").first.is_visible()
    context.close()


def test_on_paper_questions_have_empty_boxes_and_no_answers(page, serve_site, library):
    visit_bank(page, serve_site, library)
    answer_rightly(page, library.quiz("brand").items)

    page.emulate_media(media="print")

    for part in (
        ".item__why",
        ".item__mark",
        ".item__result",
        ".item__answers",
        ".item__hint",
        ".quiz__end",
    ):
        assert page.locator(f"{part}:visible").count() == 0, part
    boxes = page.locator("quiz-item input[type=radio]:checked").first
    assert boxes.evaluate("(box) => getComputedStyle(box).appearance") == "none"
    assert page.locator(".item__number").first.is_visible()


def test_a_claim_mark_shows_its_source_and_gives_the_focus_back(page, serve_site):
    visit(page, serve_site, LESSON)
    mark = page.locator("a.claim").first

    mark.focus()
    page.keyboard.press("Enter")
    box = page.locator(".claim-box")
    text = box.inner_text()
    page.keyboard.press("Escape")

    assert mark.inner_text() in text
    assert box.is_hidden()
    assert mark.evaluate("(mark) => mark === document.activeElement")


@pytest.mark.parametrize("path", [LESSON, f"he/{LESSON}"])
def test_a_source_beside_its_claim_stays_inside_a_phone(path, page, serve_site):
    page.set_viewport_size({"width": 360, "height": 640})
    visit(page, serve_site, path)

    for mark in page.locator("a.claim").all()[:6]:
        mark.click()
        box = page.locator(".claim-box").bounding_box()
        page.keyboard.press("Escape")

        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] >= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [QUIZ, f"he/{QUIZ}"])
def test_answered_questions_are_without_fault(path, scheme, browser, serve_site, library, axe):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    visit_bank(page, serve_site, library, path)
    for kind, values in (("single", "a"), ("multi", "ab"), ("truefalse", ("true", "a"))):
        item, _ = item_of_type(page, library, kind)
        choose(item, *values)
        item.locator("[data-do=check]").click()
    item, _ = item_of_type(page, library, "order")
    check(item, "again")
    check(item)
    page.locator("quiz-item[data-state=open]").first.locator("summary").first.click()

    page.evaluate(axe)
    found = page.evaluate(RUN, TAGS)

    assert not found, "\n".join(found)
    context.close()


def test_everything_to_press_is_large_enough(page, serve_site):
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, serve_site, QUIZ)

    small = page.evaluate("""() => {
      const all = "button, li > label, select, summary, input[type=text]";
      const size = (each) => each.getBoundingClientRect();
      return [...document.querySelectorAll(`course-quiz :is(${all})`)]
        .filter((each) => each.checkVisibility())
        .filter((each) => Math.min(size(each).width, size(each).height) < 24)
        .map((each) => each.outerHTML.slice(0, 90));
    }""")

    assert not small, small


def test_the_scripts_of_a_lesson_stay_under_20_kilobytes(page, serve_site, built_site):
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    visit(page, serve_site, LESSON)
    page.wait_for_load_state("networkidle")

    ours = [
        url.removeprefix(serve_site)
        for url in loaded
        if re.search(r"/assets/(course|vendor)/.*\.js$", url)
    ]
    sizes = {
        url: len(gzip.compress((built_site / url.lstrip("/")).read_bytes(), 9))
        for url in ours
        if not re.search(r"/(course-s|search|engine|plan)", url)
    }  # the frame's and the simulator's own

    assert "/assets/vendor/idb-keyval.js" in sizes
    assert sum(sizes.values()) <= 20_000, sizes
