// A response as an LMS is told it: a type of the standards' vocabulary, and ids of options in the standard's pattern.
//
//   typeOf(key)                 choice, matching, sequencing, numeric, performance or fill-in
//   partsOf(key, response)      ["a", "c"], or pairs [["gap", "option"], …], or a number; undefined: not told
//   rightParts(key)             the same of the right answer; undefined if there is none
//   short(parts), long(parts)   as SCORM 1.2 writes them, and as SCORM 2004 and xAPI do

import { blanks, walked } from "../graders.js";

const TYPES = {
  single: "choice",
  multi: "choice",
  truefalse: "matching", // the verdict and the reason
  match: "matching",
  cloze: "matching",
  sort: "matching",
  order: "sequencing",
  numeric: "numeric",
  scenario: "performance", // what was said at each turn
  reflect: "fill-in",
};
const TOO_LARGE = 100_000; // five digits before the dot are what platforms take
const MOST = 255; // characters of a response in SCORM 1.2

export const typeOf = ({ type }) => TYPES[type];

export function partsOf(key, response) {
  if (key.type === "single") return [response];
  if (key.type === "truefalse") return [["answer", String(response.answer)], ["reason", response.reason]];
  if (key.type === "scenario") return walked(key, response).steps.map(({ turn, id }) => [turn, id]);
  if (key.type === "reflect") return undefined; // the learner's own words stay with the learner
  if (typeOf(key) === "matching") return Object.keys(blanks(key)).map((blank) => [blank, response[blank]]);
  return key.type === "numeric" && Math.abs(response) >= TOO_LARGE ? undefined : response;
}

export function rightParts(key) {
  const right = (options) => options.filter(({ correct }) => correct).map(({ id }) => id);
  if (key.options) return right(key.options);
  if (key.type === "truefalse") return [["answer", String(key.answer)], ["reason", right(key.reasons)[0]]];
  if (key.type === "order") return key.steps;
  if (key.type === "numeric") return key.answer;
  if (key.type === "scenario") return partsOf(key, bestPath(key, key.start));
  return key.type === "reflect" ? undefined : Object.entries(blanks(key));
}

export function short(parts) {
  if (typeof parts === "number") return decimal(parts);
  const all = parts.map((part) => [part].flat().join("."));
  while (all.join(",").length > MOST) all.pop();
  return all.join(",");
}

export function long(parts) {
  if (typeof parts === "number") return decimal(parts);
  return parts.map((part) => [part].flat().join("[.]")).join("[,]");
}

// What a right number may be: from[:]to.
export function range({ answer, tolerance }) {
  return `${decimal(answer - tolerance)}[:]${decimal(answer + tolerance)}`;
}

// Never in powers, and with a dot; seven decimals, as SCORM 2004 has them.
export function decimal(value) {
  return String(Number(value.toFixed(7))).includes("e") ? BigInt(Math.round(value)).toString() : String(Number(value.toFixed(7)));
}

// Choices that are good throughout, from a turn to an ending; undefined if none lead there.
function bestPath(key, turn) {
  if (!Object.hasOwn(key.turns, turn)) return [];
  for (const choice of key.turns[turn].filter(({ value }) => value === "good")) {
    const rest = bestPath(key, choice.to);
    if (rest) return [choice.id, ...rest];
  }
  return undefined;
}
