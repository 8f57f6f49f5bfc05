// <course-quiz>: how far the learner is, the result at the end, and the way back to the start.

import { judge, passes } from "./grade.js";
import { openRecord } from "./record.js";
import { fill, wordsOf } from "./words.js";

const ACTIONS = ["restart", "yes", "no", "undo"];

export default class CourseQuiz extends HTMLElement {
  async connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.words = wordsOf(this, ".quiz__words");
    this.keys = [...this.querySelectorAll(".item__key")].map((key) => JSON.parse(key.textContent));
    const language = document.documentElement.lang;
    this.number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    this.percent = new Intl.NumberFormat(language, { style: "percent" });
    this.addEventListener("click", ({ target }) => ACTIONS.includes(target.dataset.do) && this[target.dataset.do](), { signal });
    this.record = await openRecord();
    document.addEventListener("record-changed", () => this.show(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  show() {
    this.part("memory").hidden = this.record.kept;
    this.part("newer").hidden = !this.record.newer;
    const answered = this.keys.filter((key) => this.graded(key));
    const started = this.keys.some(({ id }) => this.record.answers[id]);
    const done = answered.length === this.keys.length;
    const results = answered.map((key) => this.graded(key));
    const points = results.reduce((sum, result) => sum + result.points, 0);
    this.do("restart").hidden = !started || !this.part("sure").hidden;
    if (started) this.do("undo").hidden = true;
    this.review(done ? results.flatMap(({ misconceptions }) => misconceptions) : []);
    if (this.keys.length > 1) this.showState(answered, points);
    this.say(done && this.keys.length > 1 ? this.result(points) : "");
  }

  // The result of an item whose answer is final.
  graded(key) {
    const result = judge(key, this.record.answers[key.id]);
    return result?.final ? result : undefined;
  }

  showState(answered, points) {
    const count = this.number.format(this.keys.length);
    const all = answered.reduce((sum, key) => sum + key.points, 0);
    this.part("answered").textContent = fill(this.words.answered, { done: this.number.format(answered.length), count });
    this.part("points").textContent = answered.length
      ? fill(this.words.points, { points: this.number.format(points), all: this.number.format(all) })
      : "";
    this.querySelector("progress").value = answered.length;
  }

  result(points) {
    const all = this.keys.reduce((sum, key) => sum + key.points, 0);
    const passed = passes(points / all, Number(this.dataset.pass));
    const values = {
      points: this.number.format(points),
      all: this.number.format(all),
      percent: this.percent.format(points / all),
    };
    return `${fill(this.words.result, values)} ${this.words[passed ? "passed" : "not-passed"]}`;
  }

  // Shows where to read again; questions that stand alone say it themselves.
  review(misconceptions) {
    const cures = [...this.querySelectorAll(".quiz__review [data-misconception]")];
    cures.forEach((cure) => (cure.hidden = !misconceptions.includes(cure.dataset.misconception)));
    this.querySelector(".quiz__review").hidden = this.keys.length === 1 || cures.every(({ hidden }) => hidden);
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
    const ids = this.keys.map(({ id }) => id).filter((id) => this.record.answers[id]);
    this.taken = Object.fromEntries(ids.map((id) => [id, this.record.answers[id]]));
    this.part("sure").hidden = true;
    await this.record.dropAnswers(ids);
    this.say(this.words.restarted);
    this.do("undo").hidden = false;
    this.do("undo").focus();
  }

  async undo() {
    await this.record.saveAnswers(this.taken);
    this.do("restart").focus();
  }

  say(words) {
    const output = this.querySelector(".quiz__result");
    if (output.textContent !== words) output.textContent = words;
  }

  part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  do(name) {
    return this.querySelector(`[data-do=${name}]`);
  }
}
