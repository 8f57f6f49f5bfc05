// The fields of a plan: sliders with a number beside them, and boxes. No words, no computing.
//
//   const fields = new PlanFields(form, words, signal);
//   fields.plan          {weekly, once} of what is filled in and right; can be set
//   fields.valid()       shows what is wrong at its place; true if nothing is
//   form "plan-moved"    at every step of a slider or letter that makes a number
//   form "plan-settled"  when a change is done

import { number, parsed } from "./plan-words.js";
import { fill } from "./words.js";

export class PlanFields {
  constructor(form, words, signal) {
    this.form = form;
    this.words = words;
    this.fields = [...form.querySelectorAll("[data-input]")].map((element) => new Amount(element, words));
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    for (const field of this.fields) {
      field.element.addEventListener("input", (event) => this.#moved(field, event.target), { signal });
      field.element.addEventListener("change", () => field.check() && this.#tell("plan-settled"), { signal });
    }
  }

  get plan() {
    const plan = { weekly: {}, once: {} };
    for (const { id, when, value } of this.fields) if (value !== undefined) plan[when][id] = value;
    return plan;
  }

  set plan(plan) {
    for (const field of this.fields) field.value = plan[field.when]?.[field.id];
  }

  valid() {
    const wrong = this.fields.filter((field) => !field.check());
    wrong[0]?.box.focus();
    return wrong.length === 0;
  }

  set navigator(open) {
    for (const field of this.fields) field.open = open;
  }

  field(id) {
    return this.fields.find((field) => field.id === id);
  }

  #moved(field, source) {
    if (field.follow(source)) this.#tell("plan-moved");
  }

  #tell(name) {
    this.form.dispatchEvent(new Event(name));
  }
}

// One amount. Empty is not 0: it leaves a habit as it was.
class Amount {
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = element.dataset.input;
    this.when = element.dataset.when;
    this.range = element.querySelector("[type=range]");
    this.box = element.querySelector("[type=checkbox], [type=text]");
    this.error = element.querySelector(".plan-field__error");
    this.#dress();
  }

  get name() {
    return this.element.querySelector("label").textContent;
  }

  // Without Sales Navigator what needs it can be neither seen nor planned.
  set open(open) {
    if (this.element.hasAttribute("data-needs-navigator")) this.element.hidden = !open;
  }

  get value() {
    if (this.element.hidden) return undefined;
    if (this.box.type === "checkbox") return this.box.checked ? 1 : undefined;
    const value = parsed(this.box.value);
    return this.#fits(value) ? value : undefined;
  }

  set value(value) {
    if (this.box.type === "checkbox") this.box.checked = Boolean(value);
    else {
      this.box.value = value === undefined ? "" : number(value);
      this.range.value = value ?? 0;
      this.#dress();
      this.check();
    }
  }

  // Slider and number show the same; true if that is an amount.
  follow(source) {
    if (this.box.type === "checkbox") return true;
    if (source === this.range) this.box.value = number(this.range.valueAsNumber);
    else if (this.value !== undefined || !this.box.value.trim()) this.range.value = this.value ?? 0;
    this.#dress();
    const fine = this.value !== undefined || !this.box.value.trim();
    if (fine) this.check();
    return fine;
  }

  check() {
    if (this.box.type === "checkbox") return true;
    const wrong = this.box.value.trim() !== "" && this.value === undefined;
    this.box.setAttribute("aria-invalid", wrong);
    this.error.hidden = !wrong;
    const limits = { low: number(this.#low), high: number(this.#high) };
    this.error.textContent = wrong ? fill(this.words["count-error"], limits) : "";
    return !wrong;
  }

  get #low() {
    return Number(this.range.min);
  }

  get #high() {
    return Number(this.range.max);
  }

  #fits(value) {
    const steps = value / Number(this.range.step);
    return value >= this.#low && value <= this.#high && Math.abs(steps - Math.round(steps)) < 1e-9;
  }

  #dress() {
    if (!this.range) return;
    const empty = this.value === undefined;
    const share = (this.range.valueAsNumber - this.#low) / (this.#high - this.#low);
    this.range.style.setProperty("--share", share);
    this.element.toggleAttribute("data-empty", empty);
    this.range.setAttribute("aria-valuetext", empty ? this.words["as-before"] : number(this.value));
  }
}

// What was, to go back to: state() reads all there is to restore, restore(state) puts it back.
export class Steps {
  #past = [];

  constructor(button, state, restore, signal) {
    this.button = button;
    this.state = state;
    button.addEventListener(
      "click",
      () => {
        this.#now = this.#past.pop();
        this.#dress();
        restore(JSON.parse(this.#now));
      },
      { signal },
    );
  }

  #now;

  // Notes the present state; the first is where undoing ends.
  note() {
    const now = JSON.stringify(this.state());
    if (now === this.#now) return;
    if (this.#now !== undefined) this.#past.push(this.#now);
    this.#now = now;
    this.#dress();
  }

  #dress() {
    if (this.#past.length === 0 && document.activeElement === this.button) this.button.nextElementSibling?.focus();
    this.button.disabled = this.#past.length === 0;
  }
}
