// Questions of type numeric: a text field that takes numbers as the learner's language writes them.

import { readNumber } from "./numbers.js";
import { fill } from "./words.js";

const format = () => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 6, useGrouping: false });

export default {
  read: ({ form }) => readNumber(field(form).value, groupSign()),

  write({ form }, response) {
    field(form).value = format().format(response);
  },

  complaint({ form, words }) {
    return field(form).value.trim() ? fill(words["no-number"], { example: format().format(13.4) }) : words["no-answer"];
  },

  mark() {}, // the reason stands with the result
};

function field(form) {
  return form.querySelector("[name=number]");
}

function groupSign() {
  const parts = new Intl.NumberFormat(document.documentElement.lang).formatToParts(1234567);
  return parts.find(({ type }) => type === "group")?.value ?? "";
}
