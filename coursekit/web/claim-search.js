// <claim-search>: narrows the lists of claims on the page to those with the words and the grade.
// The lists are folded in the page; those with something found open, the rest is hidden.

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
      list.hidden = !open.has(list);
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
