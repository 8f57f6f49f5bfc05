// What a quiz says of an attempt: how far it is, the result, objective by objective, and where to read again.

import { tally } from "./quiz-attempt.js";
import { passes } from "./grade.js";
import { fill } from "./words.js";

export class QuizResult {
  constructor(quiz, plan, words) {
    this.quiz = quiz;
    this.plan = plan;
    this.words = words;
    const language = document.documentElement.lang;
    this.number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    this.percent = new Intl.NumberFormat(language, { style: "percent" });
  }

  // `kept` is what the record holds of the quiz.
  show(keys, standing, kept) {
    const { done, results } = standing;
    const whole = done && keys.length > 1;
    if (keys.length > 1) this.#showState(keys, standing);
    if (keys.length > 1 && kept?.taken) this.#showBest(kept);
    this.#say(whole ? this.#result(standing) : "");
    this.#showObjectives(whole ? tally(keys, standing, this.plan.objectives) : {});
    this.#showCures(whole ? [...results.values()].flatMap(({ misconceptions }) => misconceptions) : []);
  }

  #showState(keys, { results, points }) {
    const count = this.number.format(keys.length);
    const all = keys.filter(({ id }) => results.has(id)).reduce((sum, key) => sum + key.points, 0);
    this.#part("answered").textContent = fill(this.words.answered, { done: this.number.format(results.size), count });
    this.#part("points").textContent = results.size ? this.#ofAll(this.words.points, points, all) : "";
    this.#part("best").textContent = "";
    Object.assign(this.quiz.querySelector("progress"), { max: keys.length, value: results.size });
  }

  #showBest(kept) {
    const values = { percent: this.percent.format(kept.best), count: this.number.format(kept.taken) };
    this.#part("best").textContent = fill(this.words.best, values);
  }

  #result({ points, all, share }) {
    const passed = passes(share, Number(this.quiz.dataset.pass));
    const words = this.#ofAll(this.words.result, points, all).replace("{percent}", this.percent.format(share));
    return `${words} ${this.words[passed ? "passed" : "not-passed"]}`;
  }

  #showObjectives(rows) {
    const list = this.quiz.querySelector(".quiz__objectives");
    if (!list) return;
    list.hidden = Object.keys(rows).length === 0;
    for (const line of list.querySelectorAll("[data-objective]")) {
      const row = rows[line.dataset.objective];
      line.hidden = !row;
      if (!row) continue;
      line.toggleAttribute("data-short", row.points < row.all);
      line.querySelector("[data-part=earned]").textContent = this.#ofAll(this.words.points, row.points, row.all);
    }
  }

  // Questions that stand alone say themselves where to read again.
  #showCures(misconceptions) {
    const cures = [...this.quiz.querySelectorAll(".quiz__review [data-misconception]")];
    cures.forEach((cure) => (cure.hidden = !misconceptions.includes(cure.dataset.misconception)));
    this.quiz.querySelector(".quiz__review").hidden = cures.every(({ hidden }) => hidden);
  }

  #say(words) {
    const output = this.quiz.querySelector(".quiz__result");
    if (output.textContent !== words) output.textContent = words;
  }

  #ofAll(words, points, all) {
    return fill(words, { points: this.number.format(points), all: this.number.format(all), percent: "{percent}" });
  }

  #part(name) {
    return this.quiz.querySelector(`[data-part=${name}]`);
  }
}
