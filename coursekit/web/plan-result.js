// A run on the page: picture, sentence and table. The picture is drawn by the engine.

import { isolated, list, number, wholeRange } from "./plan-words.js";
import { fill } from "./words.js";

const QUIET = 500; // ms without a change before the sentence is said

export class PlanResult {
  #weeks;
  #later;

  constructor(element, { labels, parts, words }, signal) {
    const part = (name) => element.querySelector(`[data-part=${name}]`);
    this.chart = part("chart");
    this.rows = part("rows");
    this.summary = part("summary");
    this.parts = parts;
    this.names = labels;
    this.words = words;
    this.table = element.querySelector(".plan-table");
    this.table.addEventListener("toggle", () => this.#fillTable(), { signal });
    this.#openInPrint(signal);
  }

  get showsWeeks() {
    return this.table.open;
  }

  show({ run, svg }) {
    this.chart.innerHTML = svg;
    this.#weeks = run.weeks;
    if (this.table.open) this.#fillTable();
    clearTimeout(this.#later);
    this.summary.dataset.later = "";
    this.#later = setTimeout(() => this.#say(run.weeks.at(-1)), QUIET);
  }

  // On paper a closed table would be lost.
  #openInPrint(signal) {
    let before;
    const open = () => {
      before = this.table.open;
      this.table.open = true;
      this.#fillTable();
    };
    addEventListener("beforeprint", open, { signal });
    addEventListener("afterprint", () => (this.table.open = before), { signal });
  }

  #say(week) {
    const named = this.parts.map((part) =>
      fill(this.words["summary-pillar"], { pillar: this.names[part], range: wholeRange(this.words, week[part]) }),
    );
    const total = wholeRange(this.words, week.total);
    const text = fill(this.words.summary, { weeks: number(week.week), pillars: list(named), total });
    if (text !== this.summary.textContent) this.summary.textContent = text;
    delete this.summary.dataset.later;
  }

  #fillTable() {
    if (this.#weeks) this.rows.replaceChildren(...this.#weeks.map((week) => this.#row(week)));
  }

  #row(week) {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = number(week.week);
    const cells = [...this.parts, "total"].map((part) => {
      const cell = document.createElement("td");
      cell.textContent = this.#cell(week[part]);
      return cell;
    });
    row.append(head, ...cells);
    return row;
  }

  #cell({ low, mid, high }) {
    const [least, middle, most] = [low, mid, high].map((value) => number(value, 1, 1));
    return isolated(least === most ? middle : fill(this.words["table-cell"], { middle, low: least, high: most }));
  }
}
