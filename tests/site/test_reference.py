"""The reference pages in a browser: the ledger, the questions, and what privacy promises."""

from __future__ import annotations

import re

import pytest

from coursekit.content import SOURCE
from tests.site.accessibility import RULES, RUN
from tests.site.learner import LESSON, STORED, check, choose, until_kept, visit
from tests.site.test_journeys import QUESTION, right_option

LEDGER = "reference/evidence/"
SHOWN = "details.claims li:visible"

# What somebody would type who looks for the answer, by the question's anchor.
SOUGHT = {
    "what-is-ssi": "what is ssi",
    "how-calculated": "calculated weights",
    "what-counts-where": "messages pillar",
    "parts-do-not-add-up": "add up rounded",
    "company-page": "company page",
    "not-in-sales": "job seeker teacher",
    "still-alive": "still alive",
    "where-to-find-it": "find score premium",
    "page-is-empty": "page empty",
    "how-often-updated": "updated weekday",
    "who-can-see": "boss see score",
    "wrong-industry": "industry wrong",
    "screenshots": "screenshot",
    "good-score": "good score",
    "average": "average country",
    "top-n-percent": "top smaller number",
    "rank-changed": "rank change",
    "which-pillar-first": "which pillar first",
    "what-else": "measure besides",
    "inactive": "holiday inactive",
    "how-fast": "raise fast realistic",
    "sudden-drop": "score drop",
    "free-or-paid": "free account limit",
    "reach": "reach posts",
    "invitation-limit": "how many invitations",
    "vanity-metric": "vanity",
    "sales-figures": "45% 51%",
    "likes-or-comments": "three words comments",
    "articles-or-posts": "articles or posts",
    "five-hundred": "500 connections",
    "old-invitations": "withdraw invitations",
    "note-with-invitation": "add note invitation",
    "endorsements-recommendations": "recommendations received given",
    "profile-visits": "profile visits count",
    "groups": "groups matter",
    "mixed-network": "mixed network",
    "private-mode": "private mode",
    "in-a-workshop": "workshop contest",
    "target-for-staff": "employer target",
    "bots": "bot tool",
}
SEARCH = """async (queries) => {
  const field = document.querySelector("#course-search-field");
  const found = [];
  for (const query of queries) {
    field.value = query;
    field.dispatchEvent(new Event("input"));
    await new Promise((next) => setTimeout(next));
    const links = [...document.querySelectorAll("course-search li a")];
    found.push(links.map(({href}) => new URL(href).hash));
  }
  return found;
}"""


def open_ledger(page, serve_site, language="en"):
    """Open the ledger and wait until its field listens."""
    page.goto(f"{serve_site}/{'' if language == 'en' else f'{language}/'}{LEDGER}")
    page.locator("claim-search:defined").wait_for()


def test_the_field_leaves_the_claims_that_have_the_words_and_opens_their_list(
    page, serve_site, library
):
    open_ledger(page, serve_site)

    page.locator("#claim-search-words").fill("DIFFERS job title")

    found = page.locator(SHOWN)
    assert found.evaluate_all("all => all.map(({id}) => id)") == ["claim-S127"]
    assert (
        page.locator("claim-search [role=status]").inner_text()
        == f"Shown: 1 of {len(library.claims())}"
    )
    assert page.locator("#brand").is_visible()
    assert page.locator("#find").is_hidden()


def test_grade_and_words_narrow_down_together_and_an_empty_field_folds_all(page, serve_site):
    open_ledger(page, serve_site)
    entries = page.locator("details.claims li").evaluate_all(
        "all => all.map(({id, dataset, textContent}) => [id, dataset.grade, textContent])"
    )
    find_pillar = [
        [name, grade]
        for name, grade, text in entries
        if all(word in text.lower() for word in ("find", "pillar"))
    ]

    page.locator("#claim-search-grade").select_option("official")
    page.locator("#claim-search-words").fill("find pillar")
    narrowed = page.locator(SHOWN).evaluate_all("all => all.map(({id}) => id)")
    page.locator("#claim-search-words").fill("")
    page.locator("#claim-search-grade").select_option("")

    assert narrowed == [name for name, grade in find_pillar if grade == "official"]
    assert 0 < len(narrowed) < len(find_pillar)
    assert page.locator("details.claims[open]").count() == 0
    assert page.locator("#find").is_visible()
    assert page.locator("claim-search [role=status]").inner_text() == ""


def test_a_mark_on_the_page_of_evidence_shows_the_entry_of_the_folded_list(
    page, serve_site, library
):
    page.goto(f"{serve_site}/{LEDGER}")
    page.locator(".claim-box").wait_for(state="attached")

    page.locator("a.claim[href='#claim-O8']").first.click()

    assert library.claims()["O8"].text in page.locator(".claim-box").inner_text()


def test_an_address_with_a_claim_opens_its_list(page, serve_site):
    page.goto(f"{serve_site}/{LEDGER}#claim-O8")

    page.locator("#claim-O8").wait_for()


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_narrowed_ledger_is_without_fault(language, page, serve_site, axe, library):
    page.set_viewport_size({"width": 360, "height": 740})
    open_ledger(page, serve_site, language)

    page.locator("#claim-search-words").fill("O22")
    page.evaluate(axe)

    assert page.locator(SHOWN).count() >= 1
    assert page.evaluate(RUN, RULES["light"]) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_ledger_unfolds_and_the_field_is_gone(browser, serve_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_site}/{LEDGER}")

    page.locator("details.claims summary").first.click()

    assert page.locator(SHOWN).first.is_visible()
    assert page.locator("claim-search").is_hidden()
    context.close()


def test_the_search_finds_every_question_by_its_key_words(page, serve_site, library):
    headings = library.pages[SOURCE, "reference/faq.md"].headings
    assert list(SOUGHT) == [anchor for level, anchor, _ in headings if level == 3]
    page.goto(f"{serve_site}/")
    with page.expect_response("**/assets/search/en.json"):
        page.locator("#course-search-field").focus()
    page.locator("#course-search-field").fill("ssi")
    page.locator("course-search li a").first.wait_for()

    found = page.evaluate(SEARCH, list(SOUGHT.values()))

    missed = [a for a, hashes in zip(SOUGHT, found, strict=True) if f"#{a}" not in hashes]
    assert missed == []


def test_a_learner_leaves_nothing_but_the_record_and_the_colours(page, serve_site, library):
    asked = []
    page.on("request", lambda request: asked.append(request))
    visit(page, serve_site, LESSON)
    item = page.locator(f"#item-{QUESTION}")
    choose(item, right_option(library))
    check(item)
    until_kept(page, lambda record: record["answers"])
    page.locator("[popovertarget=course-colours]").click()
    page.locator("#course-colours-dark").check()

    databases = page.evaluate("async () => (await indexedDB.databases()).map(({name}) => name)")
    local = page.evaluate("Object.keys(localStorage)")

    assert databases == ["ssi-course"]
    assert set(page.evaluate(STORED)) == {"record"}
    assert [key for key in local if not re.fullmatch(r".*\.__palette", key)] == []
    assert len(local) == 1
    assert page.evaluate("[sessionStorage.length, document.cookie]") == [0, ""]
    assert page.context.cookies() == []
    assert {request.method for request in asked} == {"GET"}
    assert all(request.url.startswith(serve_site) for request in asked)
