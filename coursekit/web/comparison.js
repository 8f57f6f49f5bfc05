// One plan by two sets of assumptions: a sentence, a table and two pictures. The engine draws.

import { isolated, number, wholeRange } from "./plan-words.js";
import { fill } from "./words.js";

const QUIET = 500; // ms without a change before the sentence is said
const BOTH = ["ours", "yours"];

export class Comparison {
  #later;
  showsWeeks = false;

  constructor(element, { labels, words }) {
    const part = (name) => element.querySelector(`[data-part=${name}]`);
    this.charts = { ours: part("ours"), yours: part("yours") };
    this.rows = [...element.querySelectorAll("[data-row]")];
    this.summary = part("summary");
    this.labels = labels;
    this.words = words;
  }

  show(answer) {
    for (const which of BOTH) this.charts[which].innerHTML = answer[which].svg;
    const runs = BOTH.map((which) => answer[which].run.weeks);
    for (const row of this.rows) {
      row.querySelectorAll("td").forEach((cell, place) => (cell.textContent = this.#change(runs[place], row.dataset.row)));
    }
    clearTimeout(this.#later);
    this.summary.dataset.later = "";
    this.#later = setTimeout(() => this.#say(runs), QUIET);
  }

  #say(runs) {
    const [ours, yours] = runs.map((weeks) => wholeRange(this.words, weeks.at(-1).total));
    const text = fill(this.words.summary, { weeks: number(runs[0].at(-1).week), ours, yours });
    if (text !== this.summary.textContent) this.summary.textContent = text;
    delete this.summary.dataset.later;
  }

  // As the chart says it, kept in order inside right-to-left words.
  #change(weeks, part) {
    const first = weeks[0][part];
    const last = weeks.at(-1)[part];
    const values = { from: first.mid, to: last.mid, low: last.low, high: last.high };
    const written = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, number(value, 1, 1)]));
    return isolated(fill(this.labels.change.replace(/[\u2066\u2069]/g, ""), written));
  }
}
