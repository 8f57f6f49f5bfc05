// Two equal forms of one test, one before the course and one after it, under the same conditions: answers are
// noted, can be changed, and count once they are handed in. What is open then counts as not known.

import { finish, standing, tally } from "./quiz-attempt.js";
import { judge } from "./grade.js";
import { note } from "./missed.js";

const BEGUN = { attempt: 1, taken: 0 };

export function isHandedIn({ quiz, role }, { quizzes }) {
  const { attempt, taken, before } = quizzes[quiz] ?? BEGUN;
  return role === "before" ? Boolean(before) : taken >= attempt;
}

// What the answers are worth, handed in or not: neither tries nor finality matter.
export function noted(keys, answers) {
  return standing(keys, answers, () => true);
}

// Keeps in `data`, a record, what a form has earned. The first result of each stays, for the comparison.
export function handIn(data, plan, keys, now) {
  const { quiz, role, modules } = plan;
  const worth = noted(keys, data.answers);
  const at = now.toISOString();
  const parts = Object.entries(tally(keys, worth, modules)).map(([module, { points, all }]) => [module, [points, all]]);
  const entry = data.quizzes[quiz] ?? BEGUN;
  data.quizzes[quiz] = { ...entry, [role]: entry[role] ?? { at, parts: Object.fromEntries(parts) }, at };
  if (role === "before") return;
  settle(data, keys, now);
  finish(data, plan, keys, worth.share, at);
}

// Answers that were only noted are now the last ones, and tell what to come back to.
function settle(data, keys, now) {
  for (const key of keys) {
    const entry = data.answers[key.id];
    const result = judge(key, entry);
    if (!result || result.final) continue;
    entry.attempts = key.attempts;
    note(data, { ...result, item: key.id, sure: entry.sure, attempts: 1 }, now);
  }
}

// All parts of a form together: [points, all].
export function total(parts) {
  return Object.values(parts).reduce(([points, all], [more, most]) => [points + more, all + most], [0, 0]);
}
