// The form of the journal: a date, four readings, and what may stand beside them.

import { CONTEXT, PILLARS } from "./journal.js";
import { readNumber } from "./numbers.js";
import { fill } from "./words.js";

const MOST = { industry_mean: 100, network_mean: 100, industry_rank: 100, network_rank: 100 };

export class JournalForm {
  constructor(form, words, number) {
    this.form = form;
    this.words = words;
    this.number = number;
  }

  // The row that the form holds, {date, row}; undefined, with a word beside each field that is wrong, if it is not whole.
  read(today) {
    const date = this.form.elements.date.value;
    const wrong = [this.#tell("date", date && date <= today ? "" : this.words["date-error"])];
    const row = {};
    for (const name of [...PILLARS, ...CONTEXT]) {
      const typed = this.form.elements[name].value;
      const optional = CONTEXT.includes(name) && !typed.trim();
      if (!optional) row[name] = readNumber(typed);
      wrong.push(this.#tell(name, optional || this.#fits(row[name], MOST[name] ?? 25) ? "" : this.#error(name)));
    }
    const first = wrong.find(Boolean);
    if (first) this.#open(first);
    return first ? undefined : { date, row };
  }

  clear(today) {
    this.form.reset();
    this.form.elements.date.value = this.form.elements.date.max = today;
  }

  #fits(value, most) {
    return value >= 0 && value <= most;
  }

  #error(name) {
    return fill(this.words["number-error"], { most: this.number.format(MOST[name] ?? 25), example: this.number.format(13.4) });
  }

  // Says what is wrong with a field, or takes it back; returns the field if it is wrong.
  #tell(name, message) {
    const field = this.form.elements[name];
    const line = this.form.querySelector(`#${field.getAttribute("aria-describedby").split(" ").at(-1)}`);
    field.setAttribute("aria-invalid", Boolean(message));
    line.hidden = !message;
    line.textContent = message;
    return message ? field : undefined;
  }

  #open(field) {
    const closed = field.closest("details");
    if (closed) closed.open = true;
    field.focus();
  }
}
