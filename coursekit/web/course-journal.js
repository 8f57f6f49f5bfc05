// <course-journal>: a private journal of weekly readings, as a table, a chart and a file for `ssi-calc fit`.

import { CONTEXT, PILLARS, csvOf, noteRow, rowsOf, totalOf } from "./journal.js";
import { draw } from "./journal-chart.js";
import { JournalForm } from "./journal-form.js";
import { showNotes } from "./record-notes.js";
import { RecordElement } from "./record-element.js";
import { fill, wordsOf } from "./words.js";

export default class CourseJournal extends RecordElement {
  static ACTIONS = ["undo", "export"];

  prepare(signal) {
    this.words = wordsOf(this, ".journal__words");
    const language = document.documentElement.lang;
    const place = language === "en" ? "en-GB" : language;
    this.number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    this.long = new Intl.DateTimeFormat(place, { dateStyle: "long", timeZone: "UTC" });
    this.short = new Intl.DateTimeFormat(place, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    this.form = new JournalForm(this.querySelector("form"), this.words, this.number);
    this.form.clear(today());
    this.addEventListener("submit", (event) => this.note(event), { signal });
    this.addEventListener("click", ({ target }) => target.dataset.drop && this.drop(target.dataset.drop), { signal });
  }

  async note(event) {
    event.preventDefault();
    const found = this.form.read(today());
    if (!found) return;
    const { date, row } = found;
    let before;
    await this.record.change((data) => (before = noteRow(data, date, { ...row, at: new Date().toISOString() })));
    this.form.clear(today());
    this.say(before ? "replaced" : "noted", date, before);
  }

  async drop(date) {
    const before = this.record.journal[date];
    await this.record.change((data) => delete data.journal[date]);
    this.say("deleted", date, before);
    this.do("undo").focus();
  }

  // A row that was there before can be brought back.
  say(words, date, before) {
    this.taken = before && { date, before };
    this.part("said").textContent = fill(this.words[words], { date: this.long.format(Date.parse(date)) });
    this.do("undo").hidden = !before;
  }

  async undo() {
    const { date, before } = this.taken;
    await this.record.change((data) => noteRow(data, date, before));
    this.say("restored", date);
    this.querySelector(`[data-drop="${date}"]`).focus();
  }

  show() {
    showNotes(this, this.record);
    const rows = rowsOf(this.record.journal);
    this.part("empty").hidden = rows.length > 0;
    this.part("rows").hidden = rows.length === 0;
    if (JSON.stringify(rows) === this.shown) return;
    this.shown = JSON.stringify(rows);
    const context = CONTEXT.filter((name) => rows.some((row) => name in row));
    for (const head of this.querySelectorAll("[data-context]")) head.hidden = !context.includes(head.dataset.context);
    this.querySelector("tbody").replaceChildren(...rows.map((row) => this.line(row, context)).reverse());
    this.part("chart").replaceChildren(...(rows.length ? [this.chart(rows)] : []));
  }

  line(row, context) {
    const line = this.part("row").content.firstElementChild.cloneNode(true);
    const day = this.long.format(Date.parse(row.date));
    line.querySelector("th").textContent = this.short.format(Date.parse(row.date));
    const values = { ...row, total: totalOf(row) };
    for (const cell of line.querySelectorAll("[data-cell]")) {
      const name = cell.dataset.cell;
      cell.hidden = CONTEXT.includes(name) && !context.includes(name);
      cell.textContent = name in values ? this.number.format(values[name]) : "";
    }
    const button = line.querySelector("button");
    button.dataset.drop = row.date;
    button.setAttribute("aria-label", fill(this.words["delete-row"], { date: day }));
    return line;
  }

  chart(rows) {
    const [first, last] = [rows[0], rows.at(-1)].map(({ date }) => this.short.format(Date.parse(date)));
    const names = Object.fromEntries(PILLARS.map((pillar) => [pillar, this.words[pillar]]));
    return draw(rows, { names, first, last, alt: fill(this.words.chart, { first, last }) });
  }

  export() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csvOf(this.record.journal)], { type: "text/csv" }));
    link.download = "ssi-journal.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

// The learner's own date, as the form's field writes it.
function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
