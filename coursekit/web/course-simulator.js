// <course-simulator>: readings and a plan go in, a picture in ranges comes out. Both stay in the record.

import { loadEngine, near } from "./engine.js";
import { PlanFields, Steps } from "./plan-form.js";
import { PlanResult } from "./plan-result.js";
import { number, parsed } from "./plan-words.js";
import { openRecord } from "./record.js";
import { fill } from "./words.js";

export default class CourseSimulator extends HTMLElement {
  async connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.data = JSON.parse(this.querySelector(".plan-data").textContent);
    this.form = this.querySelector("form");
    this.fields = new PlanFields(this.form, this.data.words, signal);
    this.start = new Start(this.form, this.data, signal);
    this.result = new PlanResult(this, this.data, signal);
    this.steps = new Steps(this.#action("undo"), () => this.plan, (plan) => this.#change(plan), signal);

    this.record = await openRecord();
    this.#restore(this.#kept());
    this.form.inert = false;
    this.steps.note();
    this.form.addEventListener("plan-moved", () => this.#draw(), { signal });
    this.form.addEventListener("plan-settled", () => this.#settle(), { signal });
    this.#action("clear").addEventListener("click", () => this.#change({ ...this.plan, weekly: {}, once: {} }), { signal });
    this.#action("reset").addEventListener("click", () => this.#change(this.data.example), { signal });
    await this.#begin();
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  get plan() {
    return { ...this.start.value, ...this.fields.plan };
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
      this.classList.add("plan--failed");
      state.textContent = this.data.words.failed;
    } finally {
      clearTimeout(patience);
      if (this.engine) state.textContent = "";
    }
  }

  // The plan kept in the record, as far as it concerns this form; the example if there is none.
  #kept() {
    const { plan, readings } = this.record;
    const kept = { ...(plan ?? this.data.example) };
    if (!kept.preset && readings) kept.start = readings;
    return { ...this.data.example, ...kept };
  }

  #restore(plan) {
    this.start.value = plan;
    this.fields.plan = plan;
    this.#draw();
  }

  #change(plan) {
    this.#restore(plan);
    this.#settle();
  }

  async #draw() {
    this.fields.navigator = this.start.hasNavigator;
    if (!this.engine) return;
    const { labels, name, words } = this.data;
    const request = { verb: "simulate", plan: this.plan, labels, id: `${name}-chart` };
    const answer = await this.engine.ask(request, name);
    if (!answer || !this.isConnected) return;
    this.#part("state").textContent = answer.error ? words.refused : "";
    if (answer.error) return;
    this.result.show(answer);
    this.start.follow(answer.run.weeks[0]);
    this.#showMinutes(Math.max(...answer.run.minutes));
    this.dispatchEvent(new CustomEvent("plan-drawn", { bubbles: true }));
  }

  #showMinutes(minutes) {
    this.#part("minutes").textContent = fill(this.data.words.minutes, { minutes: number(Math.round(minutes)) });
    const hint = minutes > this.data.softLimit ? this.data.words["minutes-hint"] : "";
    if (this.#part("minutes-hint").textContent !== hint) this.#part("minutes-hint").textContent = hint;
  }

  async #settle() {
    this.#draw();
    this.steps.note();
    const { plan } = this;
    const others = (when) => {
      const mine = new Set(this.fields.fields.filter((field) => field.when === when).map(({ id }) => id));
      return Object.fromEntries(Object.entries(this.record.plan?.[when] ?? {}).filter(([id]) => !mine.has(id)));
    };
    const weekly = { ...others("weekly"), ...plan.weekly };
    const once = { ...others("once"), ...plan.once };
    await this.record.savePlan({ ...plan, weekly, once });
    if (plan.start && this.start.choice === "own") await this.record.saveReadings(plan.start);
  }

  #part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  #action(name) {
    return this.querySelector(`[data-action=${name}]`);
  }
}

// Where the plan starts: four readings or a preset, for how many weeks, with or without Sales Navigator.
class Start {
  constructor(form, { example, words }, signal) {
    const part = (name) => form.querySelector(`[data-part=${name}]`);
    this.form = form;
    this.words = words;
    this.example = example;
    this.preset = part("preset");
    this.weeks = part("weeks");
    this.weeksValue = part("weeks-value");
    this.navigator = part("navigator");
    this.readings = [...form.querySelectorAll("[data-reading]")].map((element) => ({
      pillar: element.dataset.reading,
      box: element.querySelector("input"),
      error: element.querySelector(".plan-field__error"),
    }));
    this.good = example.start;
    this.preset.addEventListener("change", () => this.#chosen(), { signal });
    this.weeks.addEventListener("input", () => this.#tell("plan-moved"), { signal });
    this.weeks.addEventListener("change", () => this.#tell("plan-settled"), { signal });
    this.navigator?.addEventListener("change", () => this.#tell("plan-settled"), { signal });
    for (const { box } of this.readings) {
      box.addEventListener("input", () => this.#typed(), { signal });
      box.addEventListener("change", () => this.#check() && this.#tell("plan-settled"), { signal });
    }
  }

  get choice() {
    return this.preset.value;
  }

  get hasNavigator() {
    return Boolean(this.navigator?.checked);
  }

  get value() {
    const start = ["own", "example"].includes(this.choice) ? { start: this.good } : { preset: this.choice };
    const navigator = this.navigator ? { navigator: this.hasNavigator } : {};
    return { ...start, ...navigator, weeks: this.weeks.valueAsNumber };
  }

  set value({ start, preset, weeks, navigator }) {
    const known = [...this.preset.options].some(({ value }) => value === preset);
    const isExample = this.readings.every(({ pillar }) => start?.[pillar] === this.example.start[pillar]);
    this.preset.value = known ? preset : isExample ? "example" : "own";
    if (!known && this.readings.every(({ pillar }) => start?.[pillar] >= 0 && start[pillar] <= 25)) this.good = start;
    if (!known) this.#write(this.good);
    this.weeks.value = weeks;
    if (this.navigator) this.navigator.checked = Boolean(navigator);
    this.#dress();
  }

  // A preset's readings are the engine's to say.
  follow(week) {
    this.#dress();
    if (!["own", "example"].includes(this.choice)) {
      this.#write(Object.fromEntries(this.readings.map(({ pillar }) => [pillar, Math.round(week[pillar].mid * 10) / 10])));
    }
  }

  #chosen() {
    if (this.choice === "example") this.good = this.example.start;
    if (this.choice === "own") this.#read();
    if (this.choice === "example") this.#write(this.good);
    this.#tell("plan-settled");
  }

  #typed() {
    this.preset.value = "own";
    if (this.#read()) this.#tell("plan-moved");
  }

  // Takes the readings over if all four are right.
  #read() {
    const values = this.readings.map(({ box }) => parsed(box.value));
    const right = values.every((value) => value >= 0 && value <= 25);
    if (right) this.good = Object.fromEntries(this.readings.map(({ pillar }, place) => [pillar, values[place]]));
    if (right) this.#check();
    return right;
  }

  #check() {
    let right = true;
    for (const { box, error } of this.readings) {
      const value = parsed(box.value);
      const wrong = !(value >= 0 && value <= 25);
      box.setAttribute("aria-invalid", wrong);
      error.hidden = !wrong;
      error.textContent = wrong ? fill(this.words["reading-error"], { example: number(13.4) }) : "";
      right &&= !wrong;
    }
    return right;
  }

  #write(readings) {
    for (const { pillar, box } of this.readings) if (box !== document.activeElement) box.value = number(readings[pillar]);
    if (!this.readings.some(({ box }) => box === document.activeElement)) this.#check();
  }

  #dress() {
    const text = fill(this.words["weeks-value"], { count: number(this.weeks.valueAsNumber) });
    this.weeksValue.textContent = text;
    this.weeks.setAttribute("aria-valuetext", text);
    this.weeks.style.setProperty("--share", (this.weeks.value - this.weeks.min) / (this.weeks.max - this.weeks.min));
  }

  #tell(name) {
    this.#dress();
    this.form.dispatchEvent(new Event(name));
  }
}
