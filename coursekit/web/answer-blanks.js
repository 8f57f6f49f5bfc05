// Questions of type match, cloze and sort: native selects, one for each blank.

import { blanks } from "./graders.js";
import { shuffled } from "./shuffle.js";

const FEEDBACK = {
  match: (blank) => `pairs.${blank}`,
  cloze: (blank, chosen) => `gaps.${blank}.${chosen}`,
  sort: (blank) => `entries.${blank}`,
};

export default {
  // The sides of pairs are the same list at each; the options of a gap are its own; pillars keep
  // their order, and what is to be sorted is mixed.
  arrange({ form, key, seed }) {
    if (key.type === "sort") {
      const table = form.querySelector(".item__entries");
      table.append(...shuffled([...table.tBodies], seed));
      return;
    }
    for (const select of selects(form)) {
      const own = key.type === "cloze" ? `${seed}/${select.dataset.blank}` : seed;
      select.append(...shuffled([...select.options].filter(({ value }) => value), own));
    }
  },

  read: ({ form }) => Object.fromEntries(selects(form).map((select) => [select.dataset.blank, select.value || null])),

  write({ form }, response) {
    for (const select of selects(form)) select.value = response[select.dataset.blank];
  },

  mark(item, response) {
    for (const [blank, wanted] of Object.entries(blanks(item.key))) {
      const right = response[blank] === wanted;
      const { text: answer } = selectOf(item.form, blank).querySelector(`option[value="${CSS.escape(wanted)}"]`);
      const feedback = FEEDBACK[item.key.type](blank, response[blank]);
      item.annotate(item.part(blank), right, [right ? "mark.right" : "mark.partner"], feedback, { answer });
    }
  },
};

function selects(form) {
  return [...form.querySelectorAll("select[data-blank]")];
}

function selectOf(form, blank) {
  return form.querySelector(`select[data-blank="${CSS.escape(blank)}"]`);
}
