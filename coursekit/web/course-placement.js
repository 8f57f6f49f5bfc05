// <course-placement>: questions on all pillars, the readings and the purpose, and from them a pillar to begin with.

import { newestReadings } from "./journal.js";
import { PILLARS, serves, suggest } from "./placement.js";
import { standing, tally } from "./quiz-attempt.js";
import { RecordElement } from "./record-element.js";
import { fill, wordsOf } from "./words.js";

const PLACES = { 0: "no", 1: "first", 2: "also" }; // undefined: the purpose is not said

export default class CoursePlacement extends RecordElement {
  prepare(signal) {
    this.words = wordsOf(this, ".placement__words");
    this.plan = wordsOf(this, ".quiz__plan");
    this.keys = [...this.querySelectorAll(".item__key")].map((key) => JSON.parse(key.textContent));
    this.number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
    this.radios = [...this.querySelectorAll("[name=purpose]")];
    this.addEventListener("change", ({ target }) => target.name === "purpose" && this.choose(target.value), { signal });
  }

  async choose(route) {
    const record = await this.opened;
    await record.saveSettings({ route });
  }

  show() {
    const { route } = this.record.settings;
    for (const radio of this.radios) radio.checked = radio.value === route;
    const now = standing(this.keys, this.record.answers);
    const readings = newestReadings(this.record);
    this.part("readings").hidden = !readings;
    this.part("no-readings").hidden = Boolean(readings);
    for (const name of ["result", "reasons"]) this.part(name).hidden = !now.done;
    this.part("waiting").hidden = now.done;
    if (now.done) this.showResult(tally(this.keys, now, this.plan.modules), readings, route);
  }

  showResult(known, readings, route) {
    const { pillar, why } = suggest({ known, readings, route });
    for (const answer of this.querySelectorAll("[data-begin]")) answer.hidden = answer.dataset.begin !== pillar;
    const reading = readings ? this.number.format(readings[pillar]) : "";
    this.part("why").textContent = fill(this.words[why], { reading });
    for (const each of PILLARS) this.showRow(each, known[each], readings?.[each], PLACES[serves(each, route)] ?? "unsaid", each === pillar);
  }

  showRow(pillar, earned, reading, place, chosen) {
    const row = this.querySelector(`tr[data-pillar=${pillar}]`);
    const cell = (name) => row.querySelector(`[data-cell=${name}]`);
    row.toggleAttribute("data-chosen", chosen);
    cell("answers").textContent = fill(this.words["of-all"], {
      points: this.number.format(earned.points),
      all: this.number.format(earned.all),
    });
    cell("reading").textContent = reading === undefined ? this.words.unknown : this.number.format(reading);
    cell("purpose").textContent = this.words[place];
  }
}
