"""What axe-core is asked to look for, and how it says what it found."""

from __future__ import annotations

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

COLOURS = ["color-contrast", "link-in-text-block"]
RULES = {"light": {"type": "tag", "values": TAGS}, "dark": {"type": "rule", "values": COLOURS}}

# Material's script follows the device a moment later; slides follow it by style alone.
FOLLOWED = """(scheme) => {
  const own = document.body.dataset.mdColorScheme;
  return own === undefined || own === {light: "default", dark: "slate"}[scheme];
}"""

RUN = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  const places = (nodes) => nodes.map((node) => node.target.join(" ")).join(", ");
  return found.violations.map(({id, nodes}) => `${id}: ${places(nodes)}`);
}"""


def violations(browser, urls, width, axe, before="null") -> list[str]:
    """Lines "address: scheme: rule: elements" for the pages as a visitor sees them at rest."""
    lines = []
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    for url in urls:
        page.emulate_media(color_scheme="light")
        page.goto(url)
        page.evaluate(before)
        page.evaluate(axe)
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(FOLLOWED, arg=scheme)
            lines += [f"{url}: {scheme}: {line}" for line in page.evaluate(RUN, rules)]
    context.close()
    return lines
