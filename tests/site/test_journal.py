"""The journal of readings in a real browser: noted, deleted, undone, read by ssi-calc."""

from __future__ import annotations

import datetime

import pytest

from ssi_calc.journal import read_journal
from tests.site import bench
from tests.site.accessibility import RUN_INSIDE, TAGS
from tests.site.learner import STORE, STORED

NOW = datetime.datetime(2026, 3, 20, 10, 0)
READY = "course-journal[data-ready]"
ROWS = {
    "2026-03-02": ("13,4", "10.7", "11.1", "25"),
    "2026-03-09": ("14.2", "10.9", "11.9", "25"),
    "2026-03-11": ("14.3", "10.9", "11.9", "25"),
    "2026-03-20": ("14.9", "11.6", "11.4", "24,5"),
}
PILLARS = ("brand", "find", "engage", "relate")


@pytest.fixture
def journal(page, serve_site, built_site, library):
    """A page with an empty journal."""
    page.clock.install(time=NOW)
    bench.show(page, serve_site, built_site, bench.block(library, "journal", {}))
    page.locator(READY).wait_for()
    return page


def fill(page, values, date=None):
    """Type a row and note it, with the keyboard."""
    if date:
        page.locator("[name=date]").fill(date)
    for name, value in zip(PILLARS, values, strict=True):
        page.locator(f"[name={name}]").fill(value)
    page.keyboard.press("Enter")


def kept(page) -> dict:
    """The journal in the record."""
    return page.evaluate(STORED)["record"]["journal"]


def test_rows_are_noted_deleted_and_brought_back(journal):
    said = journal.locator("[data-part=said]")
    for date, values in ROWS.items():
        fill(journal, values, date)
        journal.locator(f"[data-drop='{date}']").wait_for()
    dates = journal.locator(".journal__table tbody th").all_inner_texts()
    first = journal.locator(".journal__table tbody tr").last.locator("td").all_inner_texts()[:5]
    lines = journal.locator(".journal__chart polyline").count()

    journal.locator("[data-drop='2026-03-09']").press("Enter")
    journal.locator("[data-do=undo]:focus").wait_for()
    deleted = (said.inner_text(), set(kept(journal)))
    journal.keyboard.press("Enter")
    journal.locator("[data-drop='2026-03-09']:focus").wait_for()
    fill(journal, ("15", "11", "11", "25"), "2026-03-20")
    journal.get_by_text("The line of 20 March 2026 has been replaced.").wait_for()

    assert dates == ["20 Mar 2026", "11 Mar 2026", "9 Mar 2026", "2 Mar 2026"]
    assert first == ["13.4", "10.7", "11.1", "25", "60.2"]
    assert lines == len(PILLARS)
    assert deleted == ("The line of 9 March 2026 has been deleted.", ROWS.keys() - {"2026-03-09"})
    assert kept(journal).keys() == ROWS.keys()
    assert kept(journal)["2026-03-09"]["engage"] == 11.9
    assert journal.evaluate(STORED)["record"]["readings"]["brand"] == 15


def test_the_file_is_one_that_ssi_calc_reads(journal, tmp_path):
    for date, values in ROWS.items():
        fill(journal, values, date)
        journal.locator(f"[data-drop='{date}']").wait_for()
    journal.locator(".journal__context summary").click()
    journal.locator("[name=industry_rank]").fill("9")
    fill(journal, ROWS["2026-03-20"], "2026-03-20")
    journal.get_by_text("has been replaced").wait_for()

    with journal.expect_download() as download:
        journal.locator("[data-do=export]").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    read, problems = read_journal(path)

    assert problems == []
    assert [entry.week for entry in read.entries] == [0, 1, 3]
    assert read.entries[1].readings["brand"] == 14.3
    assert read.entries[-1].readings["relate"] == 24.5


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_noted(journal):
    fill(journal, ("13.4", "26", "x", ""), "2026-03-21")

    wrong = journal.locator("[aria-invalid=true]").evaluate_all(
        "all => all.map((each) => each.name)"
    )
    told = journal.locator("#journal-find-error").inner_text()

    assert wrong == ["date", "find", "engage", "relate"]
    assert "25" in told
    assert journal.evaluate("document.activeElement.name") == "date"
    assert journal.locator("[name=find]").get_attribute("aria-describedby").endswith("find-error")
    assert kept(journal) == {}


def test_the_journal_is_without_fault_in_hebrew_on_a_phone(
    browser, serve_site, built_site, library, axe
):
    context = browser.new_context(viewport={"width": 360, "height": 700}, color_scheme="dark")
    page = context.new_page()
    row = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25, "industry_rank": 9}
    dates = ("2026-03-02", "2026-03-09")
    page.goto(f"{serve_site}/none", wait_until="commit")
    page.evaluate(STORE, {"schema": 2, "journal": {date: row | {"at": date} for date in dates}})
    bench.show(page, serve_site, built_site, bench.block(library, "journal", {}, "he"), "he")
    page.locator(READY).wait_for()
    page.locator(".journal__form button").click()

    page.evaluate(axe)
    found = page.evaluate(RUN_INSIDE, TAGS)

    assert not found, "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_without_scripts_there_is_a_table_for_paper(browser, serve_site, built_site, library):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    html = bench.block(library, "journal", {})
    bench.show(page, serve_site, built_site, html, scripts=False)

    assert page.locator(".journal__paper tbody tr:visible").count() == 8
    assert page.locator("noscript p").inner_text() == library.interface()["journal.no-script"]
    context.close()
