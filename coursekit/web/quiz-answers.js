// Between a question's native controls and its response, in both directions, for every type.

import { readNumber } from "./grade.js";

const format = () => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 6, useGrouping: false });

// What the form says now; parts that are not answered yet are null or NaN.
export function readResponse({ type, pairs }, form) {
  const data = new FormData(form);
  switch (type) {
    case "single":
      return data.get("choice");
    case "multi":
      return data.getAll("choice");
    case "truefalse":
      return { answer: { true: true, false: false }[data.get("verdict")] ?? null, reason: data.get("reason") };
    case "match":
      return Object.fromEntries(Object.keys(pairs).map((pair) => [pair, data.get(`pair-${pair}`)]));
    case "order":
      return [...form.querySelectorAll(".item__steps > li")].map((step) => step.dataset.id);
    default:
      return readNumber(data.get("number"), groupSign());
  }
}

// Puts `response` into the form.
export function writeResponse({ type }, form, response) {
  switch (type) {
    case "single":
    case "multi":
      check(form, "choice", [response].flat());
      break;
    case "truefalse":
      check(form, "verdict", [String(response.answer)]);
      check(form, "reason", [response.reason]);
      break;
    case "match":
      for (const [pair, side] of Object.entries(response)) {
        const select = form.querySelector(`select[name="pair-${CSS.escape(pair)}"]`);
        if (select) select.value = side;
      }
      break;
    case "order": {
      const list = form.querySelector(".item__steps");
      const steps = [...list.children];
      list.append(...response.map((id) => steps.find((step) => step.dataset.id === id)));
      break;
    }
    default:
      form.querySelector("[name=number]").value = format().format(response);
  }
}

export function decimalExample() {
  return format().format(13.4);
}

function groupSign() {
  const parts = new Intl.NumberFormat(document.documentElement.lang).formatToParts(1234567);
  return parts.find(({ type }) => type === "group")?.value ?? "";
}

function check(form, name, values) {
  for (const input of form.querySelectorAll(`input[name="${name}"]`)) {
    input.checked = values.includes(input.value);
  }
}
