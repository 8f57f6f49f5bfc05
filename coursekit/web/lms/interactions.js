// Which answers a change of the record brings, and what an LMS is told of each.

import { grade, isComplete } from "../grade.js";
import { formOf } from "../draw.js";
import { partsOf } from "./patterns.js";
import { uuid } from "./uuid.js";

// New answers between two records, as they are queued: {id, item, response, attempts, at, latency?}. An answer counts once
// it is checked, one of a test when that is handed in; `times` keeps by item how long [ms] it took until it was given.
export function answeredBetween(before, after, course, times) {
  const noted = firstForms(before, after, course);
  const found = Object.entries(after.answers).filter(([id, entry]) => {
    const key = course.key(id);
    if (!key || !isComplete(key, entry.response)) return false;
    return noted.has(id) || (entry.attempts > 0 && !isSame(entry, before.answers[id]));
  });
  return found.map(([item, { response, attempts, at }]) => ({
    id: uuid(),
    item,
    response: course.key(item).type === "reflect" ? undefined : response,
    attempts,
    at,
    ...(times.has(item) && { latency: times.get(item) }),
  }));
}

// All that is reported of a queued answer; undefined if the item is asked no more.
export function reportOf(queued, course) {
  const found = course.items.get(queued.item);
  if (!found?.key) return undefined;
  const { key, quiz, objective, text } = found;
  const isOwnWords = queued.response === undefined;
  const { score, right } = isOwnWords ? { score: 1, right: true } : grade(key, queued.response);
  const parts = isOwnWords ? undefined : partsOf(key, queued.response);
  return { ...queued, key, quiz, objective, text, score, right, parts, weight: key.points, language: course.facts.language };
}

// The item that a change answers, if it is one: noted or checked.
export function answeredNow(before, after) {
  const found = Object.entries(after.answers).filter(([id, entry]) => !isSame(entry, before.answers[id]));
  return found.length === 1 ? found[0][0] : undefined;
}

function isSame(one, other) {
  return other && one.attempts === other.attempts && JSON.stringify(one.response) === JSON.stringify(other.response);
}

function firstForms(before, after, course) {
  const handedIn = course.facts.quizzes.filter(({ id }) => after.quizzes[id]?.before && !before.quizzes[id]?.before);
  const plans = handedIn.filter(({ forms }) => Object.keys(forms ?? {}).length === 2);
  return new Set(plans.flatMap(({ id, forms }) => forms[formOf({ quiz: id, role: "before", forms }, after.settings.seed)]));
}
