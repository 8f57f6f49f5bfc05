// <course-assumptions>: one plan, run by our assumptions and by the reader's. Both stay in the record.

import { AssumptionFields, choose } from "./assumption-fields.js";
import { Comparison } from "./comparison.js";
import { PlanElement } from "./plan-element.js";
import { Steps } from "./plan-form.js";
import { fill } from "./words.js";

export default class CourseAssumptions extends PlanElement {
  makeFields(signal) {
    return new AssumptionFields(this.form, this.data.words, signal);
  }

  makeResult() {
    return new Comparison(this, this.data);
  }

  prepare(signal) {
    this.start = this.part("start");
    this.plan = this.part("plan");
    const undo = this.form.querySelector("[data-action=undo]");
    this.steps = new Steps(undo, () => this.state, (state) => this.#change(state), signal);
  }

  begin(signal) {
    this.#offerOwn();
    this.#fillIn(this.record.settings.assumptions ?? {});
    this.steps.note();
    this.form.addEventListener("plan-moved", () => this.drawMoved(), { signal });
    this.form.addEventListener("plan-settled", () => this.#settle(), { signal });
    for (const choice of [this.start, this.plan]) choice.addEventListener("change", () => this.#settle(), { signal });
    this.on("reset", () => this.#change({ run: this.state.run }), signal);
  }

  // What is kept: the assumptions that differ from ours, and what they are tried on.
  get state() {
    return { ...this.fields.value, run: { start: this.start.value, plan: this.plan.value } };
  }

  get request() {
    const { name, labels, weeks } = this.data;
    const assumptions = this.fields.value;
    return { verb: "compare", id: name, labels, lead: this.#lead(assumptions), plan: { ...this.#start(), ...this.#plan(), weeks }, assumptions };
  }

  drawn({ shares }) {
    this.fields.shares = shares;
  }

  // The pillars whose weights are changed are drawn large, as far as two have room.
  #lead({ weights = {} }) {
    const pillars = this.fields.pillars.filter((pillar) => Object.keys(weights).some((id) => pillar.querySelector(`[data-weight="${id}"]`)));
    return pillars.length > 2 ? [] : pillars.map(({ dataset }) => dataset.pillar);
  }

  #start() {
    if (this.start.value === "own") return { start: this.record.readings };
    return this.start.value === "example" ? { start: this.data.example } : { preset: this.start.value };
  }

  #plan() {
    if (this.plan.value !== "own") return this.data.plans[this.plan.value];
    const { weekly = {}, once = {}, navigator = false } = this.record.plan;
    return this.start.value === "own" ? { weekly, once, navigator } : { weekly, once };
  }

  // Own readings and an own plan are there once the simulator has kept some.
  #offerOwn() {
    for (const [choice, kept] of [[this.start, this.record.readings], [this.plan, this.record.plan]]) {
      const own = choice.querySelector("[value=own]");
      own.hidden = own.disabled = !kept;
    }
  }

  #fillIn({ run = {}, ...assumptions }) {
    choose(this.start, run.start ?? this.data.shown.start);
    choose(this.plan, run.plan ?? this.data.shown.plan);
    this.fields.value = assumptions;
    this.#tellChanges();
  }

  #change(state) {
    this.#fillIn(state);
    this.#settle();
  }

  async #settle() {
    this.#tellChanges();
    this.draw();
    this.steps.note();
    await this.record.saveSettings({ assumptions: this.state });
  }

  #tellChanges() {
    const changes = this.fields.changes.map((change) => {
      const item = document.createElement("li");
      item.textContent = fill(this.data.words.change, change);
      return item;
    });
    this.part("changes").replaceChildren(...changes);
    this.part("unchanged").hidden = changes.length > 0;
    this.querySelector("[data-action=reset]").disabled = changes.length === 0;
  }
}
