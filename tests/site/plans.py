"""What the tests of the simulator and of the exercises share: opening, waiting, setting a field."""

from __future__ import annotations

PRACTICE = "/brand/practice/"


def open_plan(page, base: str, tag: str, language: str = "en") -> None:
    """Open the practice room and wait until the engine has drawn in the element `tag`."""
    folder = "" if language == "en" else f"/{language}"
    page.goto(f"{base}{folder}{PRACTICE}")
    page.locator(tag).scroll_into_view_if_needed()
    page.wait_for_selector(f"{tag}[data-ready]")


def set_amount(page, tag: str, field: str, text: str) -> None:
    """Type an amount into the number of `field` and leave it."""
    box = page.locator(f"{tag} [data-input={field}] input[type=text]")
    box.fill(text)
    box.blur()


def drawn(page) -> None:
    """Wait until all that was asked before is drawn: the engine answers one after the other."""
    page.evaluate(
        """async () => {
          const { loadEngine } = await import("/assets/course/engine.js");
          await (await loadEngine()).ask({ verb: "inputs" });
        }"""
    )


def summary(page, tag: str) -> str:
    """The sentence below the form, once all that was asked before is drawn and said."""
    drawn(page)
    page.wait_for_function(
        "(tag) => !document.querySelector(`${tag} [data-part=summary][data-later]`)", arg=tag
    )
    return page.locator(f"{tag} [data-part=summary]").inner_text()


def kept(page) -> dict:
    """The learner's record, as this browser keeps it, once what was begun is saved."""
    return page.evaluate(
        """async () => {
          const { openRecord } = await import("/assets/course/record.js");
          const record = await openRecord();
          // each waits for what was begun before it
          for (let turn = 0; turn < 3; turn++) await record.saveSettings({});
          return JSON.parse(record.export());
        }"""
    )
