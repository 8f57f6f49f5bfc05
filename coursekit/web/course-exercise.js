// <course-exercise>: a plan to make, checked in Python by the exercise's own check.py.

import { PlanElement } from "./plan-element.js";
import { Steps } from "./plan-form.js";
import { number } from "./plan-words.js";
import { fill } from "./words.js";

export default class CourseExercise extends PlanElement {
  prepare(signal) {
    const undo = this.form.querySelector("[data-action=undo]");
    this.steps = new Steps(undo, () => this.fields.plan, (plan) => this.#change(plan), signal);
    this.#showOneByOne(signal);
  }

  begin(signal) {
    this.fields.plan = this.entry.plan ?? this.data.starter;
    this.steps.note();
    this.form.addEventListener("plan-moved", () => this.drawMoved(), { signal });
    this.form.addEventListener("plan-settled", () => this.#settle(), { signal });
    this.on("clear", () => this.#change({}), signal);
    this.on("starter", () => this.#change(this.data.starter), signal);
    this.on("solution", () => this.#change(this.data.solution), signal);
    this.on("reset", () => this.#reset(), signal);
    this.on("check", () => this.#check(), signal);
    document.addEventListener("record-changed", () => this.#follow(), { signal });
    this.#follow();
  }

  // What the record knows of this exercise.
  get entry() {
    return this.record.exercises[this.data.id] ?? {};
  }

  get request() {
    const { frame, goal, labels, lead, name } = this.data;
    return { plan: { ...frame, ...this.fields.plan }, labels, lead, goal, id: `${name}-starter` };
  }

  drawn({ run }) {
    const { budget, words } = this.data;
    const most = Math.max(...run.minutes);
    const over = most > budget + 0.01; // as check.py has it
    const values = { minutes: number(Math.ceil(most - 0.01)), budget: number(budget) };
    this.part("minutes").textContent = fill(words[over ? "over-budget" : "budget"], values);
    this.part("minutes").toggleAttribute("data-over", over);
  }

  // Opening a hint brings out the next; the worked solution comes after some tries.
  #showOneByOne(signal) {
    const hints = [...this.querySelectorAll("[data-part=hint]")];
    hints.forEach((hint, place) => {
      hint.hidden = place > 0;
      hint.addEventListener("toggle", () => hint.open && (hints[place + 1] ?? hint).removeAttribute("hidden"), { signal });
    });
    this.part("worked").hidden = true;
  }

  #follow() {
    const { attempts = 0, solved = false } = this.entry;
    this.part("worked").hidden = !solved && attempts < this.data.tries;
    this.part("solved").hidden = !solved;
    this.part("attempts").textContent = attempts ? fill(this.data.words.attempts, { count: number(attempts) }) : "";
  }

  #change(plan) {
    this.fields.plan = plan;
    this.#settle();
  }

  async #settle() {
    this.draw();
    this.steps.note();
    await this.#keep({});
  }

  #keep(more) {
    const entry = { attempts: 0, solved: false, ...this.entry, plan: this.fields.plan, ...more };
    return this.record.saveExercise(this.data.id, { ...entry, at: new Date().toISOString() });
  }

  async #reset() {
    this.fields.plan = this.data.starter;
    this.part("messages").replaceChildren();
    this.draw();
    this.steps.note();
    await this.#keep({ attempts: 0, solved: false });
  }

  async #check() {
    if (!this.engine || !this.fields.valid()) return;
    const answer = await this.engine.ask({ verb: "check", exercise: this.data.id, ...this.request });
    if (!this.show(answer)) return;
    this.#say(answer.messages);
    const { attempts = 0, solved = false } = this.entry;
    await this.#keep({ attempts: attempts + 1, solved: solved || answer.solved });
    if (!answer.solved) return;
    const detail = { exercise: this.data.id };
    this.dispatchEvent(new CustomEvent("exercise-solved", { bubbles: true, detail }));
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
    this.part("messages").replaceChildren(...said);
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
}
