// <course-simulator>: readings and a plan go in, a picture in ranges comes out. Both stay in the record.

import { PlanElement } from "./plan-element.js";
import { Steps } from "./plan-form.js";
import { PlanStart } from "./plan-start.js";
import { number } from "./plan-words.js";
import { fill } from "./words.js";

export default class CourseSimulator extends PlanElement {
  prepare(signal) {
    this.start = new PlanStart(this.form, this.data, signal);
    const undo = this.form.querySelector("[data-action=undo]");
    this.steps = new Steps(undo, () => this.plan, (plan) => this.#change(plan), signal);
  }

  begin(signal) {
    this.#fillIn(this.#kept());
    this.steps.note();
    this.form.addEventListener("plan-moved", () => this.drawMoved(), { signal });
    this.form.addEventListener("plan-settled", () => this.#settle(), { signal });
    this.on("clear", () => this.#change({ ...this.plan, weekly: {}, once: {} }), signal);
    this.on("reset", () => this.#change(this.data.example), signal);
  }

  get plan() {
    return { ...this.start.value, ...this.fields.plan };
  }

  get request() {
    const { labels, lead, name } = this.data;
    return { plan: this.plan, labels, lead, id: `${name}-chart` };
  }

  drawn({ run }) {
    this.start.follow(run.weeks[0]);
    const minutes = Math.max(...run.minutes);
    this.part("minutes").textContent = fill(this.data.words.minutes, { minutes: number(Math.round(minutes)) });
    const hint = minutes > this.data.softLimit ? this.data.words["minutes-hint"] : "";
    if (this.part("minutes-hint").textContent !== hint) this.part("minutes-hint").textContent = hint;
  }

  // The plan kept in the record, with the readings kept there; the example where there is none.
  #kept() {
    const plan = { ...this.data.example, ...this.record.plan };
    if (!plan.preset && this.record.readings) plan.start = this.record.readings;
    return plan;
  }

  #fillIn(plan) {
    this.start.value = plan;
    this.fields.navigator = this.start.hasNavigator;
    this.fields.plan = plan;
  }

  #change(plan) {
    this.#fillIn(plan);
    this.#settle();
  }

  async #settle() {
    this.fields.navigator = this.start.hasNavigator;
    this.draw();
    this.steps.note();
    const { plan } = this;
    const whole = { ...plan, weekly: this.#withOthers("weekly"), once: this.#withOthers("once") };
    await this.record.savePlan(whole);
    if (this.start.choice === "own") await this.record.saveReadings(plan.start);
  }

  // This form's amounts, and the kept ones of other forms that it does not show.
  #withOthers(when) {
    const mine = new Set(this.fields.fields.filter((field) => field.when === when).map(({ id }) => id));
    const kept = Object.entries(this.record.plan?.[when] ?? {}).filter(([id]) => !mine.has(id));
    return { ...Object.fromEntries(kept), ...this.plan[when] };
  }
}
