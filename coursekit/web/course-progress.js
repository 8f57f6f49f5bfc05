// <course-progress>: what is read, answered and solved; where to go on; the record as a file.

import { passes } from "./grade.js";
import { dayOf, dueItems } from "./missed.js";
import { showNotes } from "./record-notes.js";
import { RecordElement } from "./record-element.js";
import { fill, wordsOf } from "./words.js";

export default class CourseProgress extends RecordElement {
  static ACTIONS = ["export", "import", "erase", "yes", "no"];

  prepare(signal) {
    this.words = wordsOf(this, ".progress__words");
    this.number = new Intl.NumberFormat(document.documentElement.lang);
    this.percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
    this.pages = [...this.querySelectorAll("li[data-page]")];
    this.file = this.querySelector("input[type=file]");
    this.output = this.querySelector("output");
    this.file.addEventListener("change", () => this.read(), { signal });
  }

  show() {
    showNotes(this, this.record);
    this.part("private").hidden = !this.record.kept || this.record.inPlatform;
    this.part("platform").hidden = !this.record.inPlatform;
    this.showDue();
    for (const page of this.pages) {
      const marks = [...this.marks(page)];
      page.toggleAttribute("data-read", this.isRead(page));
      page.querySelector(".progress__marks").textContent = marks.map((mark) => `· ${mark}`).join(" ");
    }
    this.showNext();
  }

  *marks(page) {
    const { quizzes, exercises } = JSON.parse(page.dataset.results);
    yield this.words[this.isRead(page) ? "progress.read" : "progress.not-read"];
    for (const quiz of quizzes) yield* this.result(quiz);
    if (exercises.some((id) => this.record.exercises[id]?.solved)) yield this.words["progress.solved"];
  }

  *result({ quiz, form, pass, asks, items }) {
    const kept = this.record.quizzes[quiz];
    if (form === "before") {
      if (kept?.before) yield this.words["progress.handed-in"];
      return;
    }
    const share = kept?.best ?? this.share(items, asks);
    if (share === undefined) return;
    yield fill(this.words["progress.result"], { percent: this.percent.format(share) });
    if (passes(share, pass)) yield this.words["progress.passed"];
  }

  // The share of the points, where a record of schema 1 has answers and no result: once as many are answered as asked.
  share(items, asks) {
    const ids = Object.keys(items).filter((id) => this.record.answers[id]);
    if (!ids.length || ids.length < asks) return undefined;
    const all = ids.reduce((sum, id) => sum + items[id], 0);
    return ids.reduce((sum, id) => sum + Math.min(1, Math.max(0, this.record.answers[id].score)) * items[id], 0) / all;
  }

  showDue() {
    const line = this.querySelector(".progress__due");
    if (!line) return;
    const link = line.querySelector("a");
    const count = dueItems(this.record.reviews, link.dataset.items.split(" "), dayOf(new Date())).length;
    line.hidden = !count;
    link.textContent = fill(this.words["progress.due"], { count: this.number.format(count) });
  }

  isRead(page) {
    return page.dataset.page in this.record.pages;
  }

  // The first page not read after the last one read; else the first not read at all.
  showNext() {
    const read = this.pages.filter((page) => this.isRead(page));
    const at = (page) => String(this.record.pages[page.dataset.page]);
    const last = read.reduce((one, other) => (one && at(one) > at(other) ? one : other), undefined);
    const after = this.pages.slice(this.pages.indexOf(last) + 1);
    const next = [...after, ...this.pages].find((page) => !this.isRead(page));
    const link = this.querySelector(".progress__next a");
    const target = (next ?? this.pages[0]).querySelector("a");
    link.hidden = !next;
    link.href = target.href;
    link.textContent = fill(this.words[read.length ? "progress.continue" : "progress.begin"], { page: target.textContent });
    const count = { done: this.number.format(read.length), count: this.number.format(this.pages.length) };
    this.querySelector(".progress__count").textContent = next ? fill(this.words["progress.pages"], count) : this.words["progress.done"];
  }

  export() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.record.export()], { type: "application/json" }));
    link.download = "ssi-course-record.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  import() {
    this.file.click();
  }

  async read() {
    const [file] = this.file.files;
    if (!file) return;
    const outcome = await this.record.import(await file.text());
    this.file.value = "";
    this.output.textContent = this.words[{ added: "record.imported", newer: "record.newer-file", bad: "record.bad-file" }[outcome]];
  }

  erase() {
    this.part("sure").hidden = false;
    this.do("no").focus();
  }

  no() {
    this.part("sure").hidden = true;
    this.do("erase").focus();
  }

  async yes() {
    await this.record.erase();
    this.no();
    this.output.textContent = this.words["record.erased"];
  }
}
