// Where a plan starts: four readings or a preset, for how many weeks, with or without Sales Navigator.
//
//   const start = new PlanStart(form, { example, words }, signal);
//   start.value      {start | preset, weeks, navigator?}; can be set
//   start.choice     "example", "own" or a preset's id

import { number, parsed } from "./plan-words.js";
import { fill } from "./words.js";

export class PlanStart {
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
