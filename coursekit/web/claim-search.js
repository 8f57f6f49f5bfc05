// <claim-search>: narrows the lists of claims on the page to those with the words and the grade.
// The lists are folded in the page; those with something found open, the others are hidden with
// the heading above them.

import { fold } from "./search-terms.js";
import { fill } from "./words.js";

export default class ClaimSearch extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector("input");
    this.grade = this.querySelector("select");
    this.status = this.querySelector("[role=status]");
    this.lists = [...document.querySelectorAll("details.claims")];
    this.entries = this.lists.flatMap((list) =>
      [...list.querySelectorAll("li")].map((entry) => ({ list, entry, text: fold(entry.textContent) })),
    );
    this.stop = new AbortController();
    this.addEventListener("input", () => this.show(), { signal: this.stop.signal });
    if (this.words.value || this.grade.value) this.show(); // kept by the browser over a reload
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  show() {
    const wanted = fold(this.words.value).split(/\s+/).filter(Boolean);
    const grade = this.grade.value;
    const narrow = wanted.length > 0 || grade !== "";
    const open = new Set();
    for (const { list, entry, text } of this.entries) {
      const found = wanted.every((word) => text.includes(word)) && (!grade || entry.dataset.grade === grade);
      entry.hidden = !found;
      if (found) open.add(list);
    }
    for (const list of this.lists) {
      for (const part of sectionOf(list)) part.hidden = !open.has(list);
      list.open = narrow && open.has(list);
    }
    this.status.textContent = narrow ? this.summary() : "";
  }

  summary() {
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const count = this.entries.filter(({ entry }) => !entry.hidden).length;
    return fill(this.dataset.found, { count: number.format(count), total: number.format(this.entries.length) });
  }
}

// The list and what stands above it, up to and with its heading.
function sectionOf(list) {
  const parts = [list];
  while (!/^H\d$/.test(parts.at(-1).tagName)) {
    const above = parts.at(-1).previousElementSibling;
    if (!above) break;
    parts.push(above);
  }
  return parts;
}
