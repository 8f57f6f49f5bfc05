// What the simulator and the exercises share: a form, a result, the engine, and what is shown when it fails.
// An element adds prepare(signal), before the record is open; begin(signal), after; `request`, what it asks
// the engine; and drawn(answer), what else it shows. makeFields and makeResult may be others.

import { loadEngine, near } from "./engine.js";
import { PlanFields } from "./plan-form.js";
import { PlanResult } from "./plan-result.js";
import { openRecord } from "./record.js";
import { wordsOf } from "./words.js";

const PATIENCE = 400; // ms before the page says that the calculator is starting

export class PlanElement extends HTMLElement {
  async connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.data = wordsOf(this, ".plan-data");
    this.form = this.querySelector("form");
    this.fields = this.makeFields(signal);
    this.result = this.makeResult(signal);
    this.prepare(signal);
    this.record = await openRecord();
    this.begin(signal);
    this.form.inert = false;
    await near(this);
    await this.#start();
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  makeFields(signal) {
    return new PlanFields(this.form, this.data.words, signal);
  }

  makeResult(signal) {
    return new PlanResult(this, this.data, signal);
  }

  part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  on(action, act, signal) {
    this.querySelector(`[data-action=${action}]`).addEventListener("click", act, { signal });
  }

  async #start() {
    const state = this.part("state");
    const patience = setTimeout(() => (state.textContent = this.data.words.starting), PATIENCE);
    try {
      this.engine = await loadEngine();
      await this.draw();
      this.dataset.ready = "";
    } catch {
      this.form.inert = true;
      this.classList.add("plan--failed");
      for (const button of this.querySelectorAll(".plan-result button")) button.disabled = true;
      state.textContent = this.data.words.failed;
    } finally {
      clearTimeout(patience);
    }
  }

  // While a slider moves, the table is filled only if it is open; "plan-settled" follows.
  drawMoved() {
    return this.draw(this.result.showsWeeks ? "all" : "ends");
  }

  async draw(weeks = "all") {
    if (!this.engine) return;
    const answer = await this.engine.ask({ verb: "simulate", weeks, ...this.request }, this.data.name);
    if (answer) this.show(answer);
  }

  // True if there was something to show.
  show(answer) {
    const said = answer.error ? this.data.words.refused : "";
    if (this.part("state").textContent !== said) this.part("state").textContent = said;
    if (answer.error) return false;
    this.result.show(answer);
    this.drawn(answer);
    this.dispatchEvent(new CustomEvent("plan-drawn", { bubbles: true }));
    return true;
  }
}
