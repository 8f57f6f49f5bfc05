// <course-quiz>: asks what an attempt asks, says how far the learner is and what it earned, and opens ways on.

import { judge } from "./grade.js";
import { note } from "./missed.js";
import { asked, finish, giveBack, isCounted, isNews, redrawn, standing, take } from "./quiz-attempt.js";
import { QuizResult } from "./quiz-result.js";
import { showNotes } from "./record-notes.js";
import { RecordElement } from "./record-element.js";
import { fill, wordsOf } from "./words.js";

export default class CourseQuiz extends RecordElement {
  static ACTIONS = ["restart", "yes", "no", "retry", "redraw", "undo", "handIn", "surely", "goBack"];

  prepare(signal) {
    this.words = wordsOf(this, ".quiz__words");
    this.plan = wordsOf(this, ".quiz__plan");
    this.items = [...this.querySelectorAll("quiz-item")];
    this.bank = this.items.map((item) => wordsOf(item, ".item__key"));
    this.says = this.plan.role !== "placement"; // there, no result is a bad one
    this.result = new QuizResult(this, this.plan, this.words);
    this.addEventListener("item-answered", ({ detail }) => this.noteMissed(detail), { signal });
  }

  show() {
    showNotes(this, this.record);
    this.keys = asked(this.plan, this.bank, this.record);
    this.place();
    this.tell(standing(this.keys, this.record.answers));
  }

  tell(now) {
    if (this.says) this.showResult(now);
    else this.showWays({ ...now, done: false });
    if (isCounted(this.plan) && now.done && isNews(this.plan, now, this.record)) this.finish(now);
  }

  showResult(now) {
    this.result.show(this.keys, now, this.record.quizzes[this.plan.quiz]);
    this.showWays(now);
  }

  // Shows the items of this attempt and counts them through.
  place() {
    const ids = this.keys.map(({ id }) => id);
    if (ids.join() === this.placed) return;
    this.placed = ids.join();
    for (const item of this.items) {
      const place = ids.indexOf(item.dataset.item) + 1;
      item.hidden = place === 0;
      if (place && this.bank.length > 1) item.querySelector(".item__place").textContent = this.said("question", place, ids.length);
    }
  }

  said(name, number, count) {
    const { format } = this.result.number;
    return fill(this.words[name], { number: format(number), count: format(count) });
  }

  showWays({ wrong, done, results }) {
    const started = results.size > 0 || this.keys.some(({ id }) => this.record.answers[id]);
    const draws = this.plan.draw > 0 && this.plan.draw < this.bank.length;
    this.do("retry").hidden = !done || !wrong.length || this.keys.length === 1;
    this.do("redraw").hidden = !draws || !started;
    this.do("restart").hidden = draws || !started || !this.part("sure").hidden;
  }

  noteMissed({ item, response, attempts, sure }) {
    this.undone();
    const result = judge(this.bank.find(({ id }) => id === item), { response, attempts });
    if (this.says && result.final) this.record.change((data) => note(data, { ...result, item, sure, attempts }, new Date()));
  }

  finish({ share }) {
    const { plan, keys } = this;
    return this.record.change((data) => {
      const now = new Date().toISOString();
      if (isNews(plan, { share }, data)) finish(data, plan, keys, share, now);
    });
  }

  restart() {
    this.part("sure").hidden = false;
    this.do("restart").hidden = true;
    this.do("yes").focus();
  }

  no() {
    this.part("sure").hidden = true;
    this.do("restart").hidden = false;
    this.do("restart").focus();
  }

  async yes() {
    this.part("sure").hidden = true;
    await this.take(this.keys, this.keys, "restarted");
  }

  async retry() {
    const { wrong } = standing(this.keys, this.record.answers);
    await this.take(this.keys.filter(({ id }) => wrong.includes(id)), this.keys, "retried");
  }

  async redraw() {
    const keys = redrawn(this.plan, this.bank, this.record);
    await this.take(keys, keys, "redrawn");
  }

  // Takes answers back and begins again with `next`, says so, and offers the way back.
  async take(dropped, next, said) {
    const ids = dropped.map(({ id }) => id);
    const now = new Date().toISOString();
    await this.record.change((data) => (this.taken = take(data, this.plan, ids, next, now)));
    this.part("said").textContent = this.words[said];
    this.do("undo").hidden = false;
    this.do("undo").focus();
  }

  async undo() {
    await this.record.change((data) => giveBack(data, this.plan, this.taken));
    this.undone();
    this.querySelector(".quiz__again button:not([hidden])")?.focus();
  }

  undone() {
    this.part("said").textContent = "";
    this.do("undo").hidden = true;
  }
}
