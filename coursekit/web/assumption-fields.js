// What a reader assumes: memory, Sales Navigator, and weights in per cent of their pillar. No computing.
//
//   const fields = new AssumptionFields(form, words, signal);
//   fields.value         {window, navigator, weights}, only what differs from ours; can be set
//   fields.changes       [{name, yours, ours}] in words
//   fields.shares = …    what each weight makes of its pillar, by input id
//   form "plan-moved" and "plan-settled", as a plan's fields tell them

import { number, parsed } from "./plan-words.js";
import { fill } from "./words.js";

const share = new Intl.NumberFormat(document.documentElement.lang, { style: "percent", maximumFractionDigits: 1 });

export class AssumptionFields {
  constructor(form, words, signal) {
    this.form = form;
    this.words = words;
    this.window = form.querySelector("[data-part=window]");
    this.navigator = form.querySelector("[data-part=navigator]");
    this.pillars = [...form.querySelectorAll("[data-pillar]")];
    this.weights = [...form.querySelectorAll("[data-weight]")].map((element) => new Weight(element, words));
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    for (const choice of [this.window, this.navigator]) {
      choice.addEventListener("change", () => this.#tell("plan-settled"), { signal });
    }
    for (const weight of this.weights) {
      weight.element.addEventListener("input", ({ target }) => weight.follow(target) && this.#tell("plan-moved"), { signal });
      weight.element.addEventListener("change", () => weight.settle() && this.#tell("plan-settled"), { signal });
    }
  }

  get value() {
    const changed = this.weights.filter((weight) => weight.isChanged);
    const weights = Object.fromEntries(changed.map(({ id, value }) => [id, value / 100]));
    return {
      ...(this.window.value && { window: Number(this.window.value) }),
      ...(this.navigator.value && { navigator: this.navigator.value === "yes" }),
      ...(changed.length && { weights }),
    };
  }

  // What cannot be assumed here is left as ours.
  set value({ window, navigator, weights }) {
    choose(this.window, String(window ?? ""));
    choose(this.navigator, { true: "yes", false: "no" }[navigator] ?? "");
    for (const weight of this.weights) weight.value = weights?.[weight.id] * 100;
    this.#count();
  }

  get changes() {
    const chosen = [this.window, this.navigator]
      .filter((choice) => choice.value)
      .map((choice) => ({ name: choice.labels[0].textContent, yours: said(choice), ours: choice.options[0].textContent }));
    const moved = this.weights
      .filter((weight) => weight.isChanged)
      .map(({ name, value, middle }) => ({ name, yours: share.format(value / 100), ours: share.format(middle / 100) }));
    return [...chosen, ...moved];
  }

  set shares(shares) {
    for (const weight of this.weights) weight.share = shares[weight.id];
  }

  #count() {
    for (const pillar of this.pillars) {
      const count = this.weights.filter(({ element, isChanged }) => isChanged && pillar.contains(element)).length;
      pillar.querySelector("[data-count]").textContent = count ? fill(this.words["changed-count"], { count: number(count) }) : "";
    }
  }

  #tell(name) {
    this.#count();
    this.form.dispatchEvent(new Event(name));
  }
}

// Takes one of a select's values; the first one if it has no such.
export function choose(select, value) {
  const known = [...select.options].some((option) => option.value === value && !option.disabled);
  select.value = known ? value : select.options[0].value;
}

function said(select) {
  return select.selectedOptions[0].textContent;
}

// One weight: a slider and a number that show the same.
class Weight {
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = element.dataset.weight;
    this.middle = Number(element.dataset.middle);
    this.range = element.querySelector("[type=range]");
    this.box = element.querySelector("[type=text]");
    this.error = element.querySelector(".plan-field__error");
    this.#dress();
  }

  get name() {
    return this.element.querySelector("label").textContent;
  }

  get value() {
    return this.range.valueAsNumber;
  }

  set value(percent) {
    this.range.value = this.#fits(percent) ? percent : this.middle;
    this.box.value = number(this.value);
    this.check();
    this.#dress();
  }

  get isChanged() {
    return Math.abs(this.value - this.middle) > 1e-9;
  }

  set share(part) {
    this.element.querySelector("[data-share]").textContent = fill(this.words.share, { share: share.format(part) });
  }

  // True if what was moved or typed is a weight.
  follow(source) {
    const value = source === this.range ? this.value : parsed(this.box.value);
    if (!this.#fits(value)) return false;
    if (source === this.range) this.box.value = number(value);
    else this.range.value = value;
    this.check();
    this.#dress();
    return true;
  }

  // A number between two steps becomes that of the slider; true if it is a weight.
  settle() {
    const fine = this.check();
    if (fine) this.box.value = number(this.value);
    return fine;
  }

  check() {
    const fine = this.#fits(parsed(this.box.value));
    this.box.setAttribute("aria-invalid", !fine);
    this.error.hidden = fine;
    const limits = { low: number(this.#low), high: number(this.#high) };
    this.error.textContent = fine ? "" : fill(this.words["count-error"], limits);
    return fine;
  }

  get #low() {
    return Number(this.range.min);
  }

  get #high() {
    return Number(this.range.max);
  }

  #fits(value) {
    return value >= this.#low - 1e-9 && value <= this.#high + 1e-9;
  }

  #dress() {
    this.range.style.setProperty("--share", (this.value - this.#low) / (this.#high - this.#low));
    this.range.setAttribute("aria-valuetext", share.format(this.value / 100));
    this.element.toggleAttribute("data-changed", this.isChanged);
  }
}
