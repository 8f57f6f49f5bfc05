// Lets the keyboard reach what scrolls sideways: a table or code too wide for the screen becomes a
// focusable group named after the heading above it. No region: two below one heading would be
// landmarks of one name.

const SCROLLERS = ".md-typeset__scrollwrap, .md-typeset pre > code, [data-scrolls]";

export function watchScrollers() {
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));
  const watch = () => document.querySelectorAll(SCROLLERS).forEach((element) => sizes.observe(element));
  new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
  watch();
}

function mark(element) {
  const scrolls = element.scrollWidth > element.clientWidth + 1;
  element.toggleAttribute("tabindex", scrolls);
  if (!scrolls) return ["role", "aria-labelledby"].forEach((name) => element.removeAttribute(name));
  element.tabIndex = 0;
  const heading = headingBefore(element);
  if (!heading) return;
  element.setAttribute("role", "group");
  element.setAttribute("aria-labelledby", heading.id);
}

function headingBefore(element) {
  const headings = document.querySelectorAll("article :is(h1, h2, h3, h4)[id]");
  return [...headings].filter((heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
}
