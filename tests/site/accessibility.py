"""What axe-core is asked to look for, and how it says what it found."""

from __future__ import annotations

from tests.site.learner import READY

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

COLOURS = ["color-contrast", "link-in-text-block"]
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": COLOURS}}
BOTH = tuple(RULES)

# Material's script follows the device a moment later; slides follow it by style alone.
FOLLOWED = """(scheme) => {
  const own = document.body.dataset.mdColorScheme;
  return own === undefined || own === {light: "default", dark: "slate"}[scheme];
}"""

# What still comes once the record is shown: other elements, slides, plans near the window.
SETTLED = """() => {
  const all = ":is(course-assumptions, course-exercise, course-simulator):not([data-ready])";
  const isNear = (plan) => plan.getBoundingClientRect().top < innerHeight + 600; // as in engine.js
  const late = document.querySelector(":not(:defined), .reveal:not(.ready)");
  return !late && ![...document.querySelectorAll(all)].some(isNear);
}"""
DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"

ASK = """async (rules) => {
  const settings = {runOnly: rules, resultTypes: ["violations"], preload: false};
  const found = await axe.run(CONTEXT, settings);
  const places = (nodes) => nodes.map((node) => node.target.join(" ")).join(", ");
  return found.violations.map(({id, nodes}) => `${id}: ${places(nodes)}`);
}"""
RUN = ASK.replace("CONTEXT", "document")
RUN_INSIDE = ASK.replace("CONTEXT", '{exclude: [".md-header", ".md-sidebar", ".md-footer"]}')


def rest(page) -> None:
    """Wait until an opened page changes no more on its own, and its sizes are known."""
    page.wait_for_function(READY)
    page.wait_for_function(SETTLED)
    page.evaluate(DRAWN)


def violations(browser, urls, width, axe, schemes=BOTH, before="null", frames=True) -> list[str]:
    """Lines "address: scheme: rule: elements" for the pages as a visitor sees them at rest.

    Without `frames` only the first page is seen with what stands around every page.
    """
    lines, run = [], RUN
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    for url in urls:
        page.emulate_media(color_scheme="light")
        page.goto(url)
        rest(page)
        page.evaluate(before)
        page.evaluate(axe)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(FOLLOWED, arg=scheme)
            found = page.evaluate(run, RULES[scheme])
            lines += [f"{url}: {scheme}: {line}" for line in found]
        run = RUN if frames else RUN_INSIDE
    context.close()
    return lines
