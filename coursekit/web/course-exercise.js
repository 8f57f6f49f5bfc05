// <course-exercise>: a plan to make, checked in Python by the exercise's own check.py.

import { loadEngine, near } from "./engine.js";
import { PlanFields, Steps } from "./plan-form.js";
import { PlanResult } from "./plan-result.js";
import { number } from "./plan-words.js";
import { openRecord } from "./record.js";
import { fill } from "./words.js";

export default class CourseExercise extends HTMLElement {
  async connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.data = JSON.parse(this.querySelector(".plan-data").textContent);
    this.form = this.querySelector("form");
    this.fields = new PlanFields(this.form, this.data.words, signal);
    this.result = new PlanResult(this, this.data, signal);
    this.steps = new Steps(this.#action("undo"), () => this.fields.plan, (plan) => this.#change(plan), signal);
    this.#showOneByOne(signal);

    this.record = await openRecord();
    this.fields.plan = this.entry.plan ?? this.data.starter;
    this.form.inert = false;
    this.steps.note();
    this.form.addEventListener("plan-moved", () => this.#draw(), { signal });
    this.form.addEventListener("plan-settled", () => this.#settle(), { signal });
    this.#on("clear", () => this.#change({}), signal);
    this.#on("starter", () => this.#change(this.data.starter), signal);
    this.#on("solution", () => this.#change(this.data.solution), signal);
    this.#on("reset", () => this.#reset(), signal);
    this.#on("check", () => this.#check(), signal);
    document.addEventListener("record-changed", () => this.#follow(), { signal });
    this.#follow();
    await this.#begin();
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  // What the record knows of this exercise.
  get entry() {
    return this.record.exercises[this.data.id] ?? {};
  }

  async #begin() {
    await near(this);
    const state = this.#part("state");
    const patience = setTimeout(() => (state.textContent = this.data.words.starting), 400);
    try {
      this.engine = await loadEngine();
      await this.#draw();
      this.dataset.ready = "";
    } catch {
      this.form.inert = true;
      this.#action("check").disabled = true;
      this.classList.add("plan--failed");
      state.textContent = this.data.words.failed;
    } finally {
      clearTimeout(patience);
      if (this.engine) state.textContent = "";
    }
  }

  // Opening a hint brings out the next; the worked solution comes after some tries.
  #showOneByOne(signal) {
    const hints = [...this.querySelectorAll("[data-part=hint]")];
    hints.forEach((hint, place) => {
      hint.hidden = place > 0;
      hint.addEventListener("toggle", () => hint.open && (hints[place + 1] ?? hint).removeAttribute("hidden"), { signal });
    });
    this.#part("worked").hidden = true;
  }

  #follow() {
    const { attempts = 0, solved = false } = this.entry;
    this.#part("worked").hidden = !solved && attempts < this.data.tries;
    this.#part("solved").hidden = !solved;
    const text = attempts ? fill(this.data.words.attempts, { count: number(attempts) }) : "";
    this.#part("attempts").textContent = text;
  }

  #change(plan) {
    this.fields.plan = plan;
    this.#settle();
  }

  async #settle() {
    this.#draw();
    this.steps.note();
    await this.#keep({});
  }

  #keep(more) {
    const entry = { attempts: 0, solved: false, ...this.entry, plan: this.fields.plan, ...more };
    return this.record.saveExercise(this.data.id, { ...entry, at: new Date().toISOString() });
  }

  async #reset() {
    this.fields.plan = this.data.starter;
    this.#part("messages").replaceChildren();
    this.#draw();
    this.steps.note();
    await this.#keep({ attempts: 0, solved: false });
  }

  get request() {
    const { frame, labels, name } = this.data;
    return { plan: { ...frame, ...this.fields.plan }, labels, id: `${name}-starter` };
  }

  async #draw() {
    if (!this.engine) return;
    const answer = await this.engine.ask({ verb: "simulate", ...this.request }, this.data.name);
    if (answer) this.#show(answer);
  }

  async #check() {
    if (!this.engine || !this.fields.valid()) return;
    const answer = await this.engine.ask({ verb: "check", exercise: this.data.id, ...this.request });
    if (!this.#show(answer)) return;
    this.#say(answer.messages);
    const { attempts = 0, solved = false } = this.entry;
    await this.#keep({ attempts: attempts + 1, solved: solved || answer.solved });
    if (!answer.solved) return;
    const detail = { exercise: this.data.id };
    this.dispatchEvent(new CustomEvent("exercise-solved", { bubbles: true, detail }));
  }

  #show(answer) {
    this.#part("state").textContent = answer.error ? this.data.words.refused : "";
    if (answer.error) return false;
    this.result.show(answer);
    this.#showMinutes(Math.max(...answer.run.minutes));
    this.dispatchEvent(new CustomEvent("plan-drawn", { bubbles: true }));
    return true;
  }

  #showMinutes(most) {
    const { budget, words } = this.data;
    const over = most > budget + 0.01;
    const line = this.#part("minutes");
    const values = { minutes: number(Math.ceil(most - 0.01)), budget: number(budget) };
    line.textContent = fill(words[over ? "over-budget" : "budget"], values);
    line.toggleAttribute("data-over", over);
  }

  #say(messages) {
    const said = messages.map(({ id, values }) => {
      const message = document.createElement("div");
      message.className = `plan-message plan-message--${id === "solved" ? "good" : "open"}`;
      const figures = Object.entries(values).filter(([, value]) => typeof value === "number");
      const shown = figures.map(([name, value]) => [name, number(value, 0, name === "minutes" ? 0 : 1)]);
      message.innerHTML = fill(this.data.messages[id], Object.fromEntries(shown)); // rendered when the page was built
      message.append(...this.#pointer(values.input));
      return message;
    });
    this.#part("messages").replaceChildren(...said);
  }

  #pointer(id) {
    const field = id && this.fields.field(id);
    if (!field) return [];
    const link = document.createElement("button");
    link.type = "button";
    link.className = "plan-button plan-button--small";
    link.textContent = fill(this.data.words["go-to-field"], { field: field.name });
    link.addEventListener("click", () => field.box.focus());
    return [link];
  }

  #part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  #action(name) {
    return this.querySelector(`[data-action=${name}]`);
  }

  #on(name, act, signal) {
    this.#action(name).addEventListener("click", act, { signal });
  }
}
