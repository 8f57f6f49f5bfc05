// Questions of type single and multi: native radios or checkboxes. For the interface see quiz-item.js.

import { shuffled } from "./shuffle.js";

export default {
  arrange: ({ form, seed }) => shuffleChoices(form, seed),

  read({ form, key }) {
    const chosen = new FormData(form).getAll("choice");
    return key.type === "multi" ? chosen : (chosen[0] ?? null);
  },

  write: ({ form }, response) => tick(form, "choice", [response].flat()),

  mark(item, response) {
    markOptions(item, "options", [response].flat());
  },
};

// The same learner always gets the same order.
export function shuffleChoices(root, seed) {
  for (const list of root.querySelectorAll(".item__choices")) list.append(...shuffled([...list.children], seed));
}

export function tick(root, name, values) {
  for (const input of root.querySelectorAll(`input[name="${CSS.escape(name)}"]`)) {
    input.checked = values.includes(input.value);
  }
}

// Sets beside each of the item's options, or reasons, whether it was chosen and whether it is right.
export function markOptions(item, kind, chosen) {
  for (const { id, correct } of item.key[kind]) {
    const missed = item.key.type === "multi" ? "mark.missed" : "mark.right";
    const marks = chosen.includes(id) ? ["mark.chosen", correct ? "mark.right" : "mark.wrong"] : [missed];
    item.annotate(item.part(id), correct, correct || chosen.includes(id) ? marks : [], `${kind}.${id}`);
  }
}
