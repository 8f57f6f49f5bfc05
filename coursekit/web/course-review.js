// <course-review>: asks again what was missed, on the day it is due, and lists the beliefs that answers have shown.

import { judge } from "./grade.js";
import { lentRecord } from "./lent-record.js";
import { dateOf, dayOf, dueItems, nextDue, noteBeliefs } from "./missed.js";
import { questionOf } from "./questions.js";
import { showNotes } from "./record-notes.js";
import { RecordElement } from "./record-element.js";
import { fill, wordsOf } from "./words.js";

export default class CourseReview extends RecordElement {
  static ACTIONS = ["ask", "next"];

  prepare(signal) {
    this.words = wordsOf(this, ".review__words");
    this.quizzes = wordsOf(this, ".review__items"); // {quiz: [item, …]}
    this.items = Object.values(this.quizzes).flat();
    const language = document.documentElement.lang;
    this.number = new Intl.NumberFormat(language);
    this.date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });
    this.addEventListener("item-answered", ({ detail }) => this.answered(detail), { signal });
  }

  get today() {
    return dayOf(new Date());
  }

  show() {
    showNotes(this, this.record);
    this.showBeliefs();
    if (this.waiting) return; // a round is under way and counts for itself
    const due = dueItems(this.record.reviews, this.items, this.today);
    this.part("due").textContent = this.sayDue(due.length);
    this.do("ask").hidden = !due.length;
  }

  sayDue(count) {
    if (count) return fill(this.words.due, { count: this.number.format(count) });
    const next = nextDue(this.record.reviews, this.items, this.today);
    if (!next) return this.words.empty;
    return fill(this.words.next, { count: this.number.format(next.count), date: this.date.format(dateOf(next.day)) });
  }

  // Each belief with the page where it showed; those put right since stand apart.
  showBeliefs() {
    const { beliefs } = this.record;
    const shown = { open: 0, gone: 0 };
    for (const line of this.querySelectorAll("[data-belief]")) {
      const found = beliefs[line.dataset.belief];
      const state = found && (found.gone ? "gone" : "open");
      line.hidden = state !== line.dataset.state;
      if (line.hidden) continue;
      shown[state] += 1;
      const page = this.querySelector(`[data-page-of~="${CSS.escape(found.item)}"]`);
      const where = line.querySelector("[data-part=where]");
      where.hidden = !page;
      if (page) Object.assign(where.querySelector("a"), { href: `${page.getAttribute("href")}#item-${found.item}`, textContent: page.textContent });
    }
    for (const [state, count] of Object.entries(shown)) this.part(`beliefs-${state}`).hidden = !count;
    this.part("no-beliefs").hidden = shown.open + shown.gone > 0;
  }

  // Begins a round: all that is due, the longest due first.
  ask() {
    this.waiting = dueItems(this.record.reviews, this.items, this.today);
    this.count = this.waiting.length;
    this.do("ask").hidden = true;
    return this.next();
  }

  async next() {
    const item = this.waiting.shift();
    if (!item) return this.end();
    const html = await this.load(item);
    if (html === undefined) return undefined;
    const box = this.part("question");
    this.lent = lentRecord(this.record, `${this.record.settings.seed}:${this.today}`);
    box.innerHTML = html;
    this.key = wordsOf(box, ".item__key");
    this.part("place").textContent = fill(this.words.place, {
      number: this.number.format(this.count - this.waiting.length),
      count: this.number.format(this.count),
    });
    this.part("round").hidden = false;
    this.part("back").textContent = "";
    this.do("next").hidden = true;
    return this.part("place").focus();
  }

  // The question and the scheduler; says so if they cannot be had.
  async load(item) {
    const quiz = Object.keys(this.quizzes).find((name) => this.quizzes[name].includes(item));
    try {
      const [html, schedule] = await Promise.all([questionOf(quiz, item, this.dataset.questions), import("./review-schedule.js")]);
      this.schedule = schedule;
      this.part("failed").hidden = true;
      return html;
    } catch {
      this.waiting = undefined;
      this.part("failed").hidden = false;
      this.do("ask").hidden = false;
      return undefined;
    }
  }

  async answered({ item, response, attempts, sure }) {
    const result = judge(this.key, { response, attempts });
    if (!result.final) return;
    const answer = { ...result, item, sure, attempts };
    const { today } = this;
    await this.record.change((data) => {
      data.reviews[item] = this.schedule.reviewed(data.reviews[item] ?? { due: today, at: today }, answer, today);
      noteBeliefs(data.beliefs, answer, new Date().toISOString());
    });
    const { due } = this.record.reviews[item];
    this.part("back").textContent = fill(this.words.back, { date: this.date.format(dateOf(due)) });
    this.do("next").textContent = this.words[this.waiting.length ? "next-question" : "finish"];
    this.do("next").hidden = false;
  }

  end() {
    this.waiting = undefined;
    this.part("round").hidden = true;
    this.part("question").replaceChildren();
    this.show();
    this.part("due").focus();
  }
}
