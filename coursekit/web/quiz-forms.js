// Two equal forms of one test: what was earned before and after the course.

import { standing, tally } from "./quiz-attempt.js";

// Keeps what a form earned, by module, for the comparison: {at, parts: {brand: [1, 3]}}. The first time counts.
export function handIn(data, plan, keys, at) {
  const entry = data.quizzes[plan.quiz] ?? { attempt: 1, taken: 0 };
  data.quizzes[plan.quiz] = { ...entry, [plan.role]: entry[plan.role] ?? { at, parts: parts(keys, data.answers, plan) }, at };
}

// Unanswered questions count as not known, tries and finality do not matter.
function parts(keys, answers, { modules }) {
  const rows = Object.entries(tally(keys, standing(keys, answers, () => true), modules));
  return Object.fromEntries(rows.map(([module, { points, all }]) => [module, [points, all]]));
}

// All modules of a form together: [points, all].
export function total({ parts: rows }) {
  return Object.values(rows).reduce(([points, all], [more, most]) => [points + more, all + most], [0, 0]);
}
