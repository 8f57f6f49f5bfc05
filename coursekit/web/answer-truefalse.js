// Questions of type truefalse: a verdict and a reason, both native radios.

import { markOptions, shuffleChoices, tick } from "./answer-choice.js";

export default {
  arrange: ({ form, seed }) => shuffleChoices(form, seed),

  read({ form }) {
    const data = new FormData(form);
    return { answer: { true: true, false: false }[data.get("verdict")] ?? null, reason: data.get("reason") };
  },

  write({ form }, { answer, reason }) {
    tick(form, "verdict", [String(answer)]);
    tick(form, "reason", [reason]);
  },

  mark(item, { reason }) {
    markOptions(item, "reasons", [reason]);
  },
};
