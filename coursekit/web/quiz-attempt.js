// One attempt at a quiz: what it asks, what it earned so far, and what is kept of it in the record.
//
//   plan    {quiz, role, draw?, forms?, objectives: {item: objective}}, beside the quiz in the page
//   role    lesson      items inside a lesson: answers are kept, attempts are not counted
//           quiz        a whole quiz or a draw from its bank: attempts and the best result are kept
//           before, after, placement      see quiz-forms.js and course-placement.js
//   keys    the items' keys, as grade.js takes them
//   record  answers, quizzes, settings of the learner's record
//
// Kept of a quiz: {attempt, taken, best?, items?, at}. `taken` counts the attempts that were finished, `attempt` is
// the number of the present one, `items` its draw; what it earned follows from the answers.

import { drawn, formOf } from "./draw.js";
import { judge } from "./grade.js";

const COUNTED = ["quiz", "after"];

export const isCounted = ({ role }) => COUNTED.includes(role);

// The keys of the items that the learner is asked.
export function asked(plan, keys, record) {
  if (plan.forms) return pick(keys, plan.forms[formOf(plan, record.settings.seed)]);
  if (!plan.draw) return keys;
  const found = pick(keys, record.quizzes[plan.quiz]?.items ?? []);
  return found.length ? found : pick(keys, draw(plan, keys, record.settings.seed));
}

// What the answers to `keys` have earned; `done` when every item has an answer that counts: its last one.
export function standing(keys, answers, counts = ({ final }) => final) {
  const results = new Map();
  for (const key of keys) {
    const result = judge(key, answers[key.id]);
    if (result && counts(result)) results.set(key.id, result);
  }
  const points = sum([...results.values()].map((result) => result.points));
  const all = sum(keys.map((key) => key.points));
  const wrong = keys.filter(({ id }) => !results.get(id)?.right).map(({ id }) => id);
  return { results, points, all, share: all ? points / all : 1, wrong, done: results.size === keys.length };
}

// Points earned and to be had, by what `groups` says of each item: {brand: {points, all}}.
export function tally(keys, { results }, groups) {
  const found = {};
  for (const { id, points } of keys) {
    const row = (found[groups[id]] ??= { points: 0, all: 0 });
    row.points += results.get(id)?.points ?? 0;
    row.all += points;
  }
  return found;
}

// The three ways on, and the way back. Each changes `data`, a record; `take` returns what `giveBack` needs.

// The attempt is over: kept is how many there were, and the best.
export function finish(data, plan, keys, share, at) {
  const entry = begun(data, plan);
  const best = Math.max(share, entry.best ?? 0);
  data.quizzes[plan.quiz] = { ...entry, taken: entry.attempt, best, ...itemsOf(plan, keys), at };
}

export function isNews(plan, { share }, record) {
  const entry = begun(record, plan);
  return entry.taken < entry.attempt || share > (entry.best ?? 0);
}

// Takes the answers to `ids` back and begins the next attempt with `keys`, or with a new draw.
export function take(data, plan, ids, keys, at) {
  const before = { entry: data.quizzes[plan.quiz], answers: {} };
  for (const id of ids.filter((each) => data.answers[each])) {
    before.answers[id] = data.answers[id];
    delete data.answers[id];
  }
  if (isCounted(plan)) {
    const entry = begun(data, plan);
    data.quizzes[plan.quiz] = { ...entry, attempt: entry.taken + 1, ...itemsOf(plan, keys), at };
  }
  return before;
}

export function giveBack(data, plan, { entry, answers }) {
  Object.assign(data.answers, answers);
  if (entry) data.quizzes[plan.quiz] = entry;
  else delete data.quizzes[plan.quiz];
}

// The keys of the draw that follows the present one.
export function redrawn(plan, keys, record) {
  const attempt = begun(record, plan).attempt + 1;
  const last = asked(plan, keys, record).map(({ id }) => id);
  return pick(keys, draw(plan, keys, record.settings.seed, attempt, last));
}

function draw({ quiz, draw: count, objectives }, keys, seed, attempt = 1, last = []) {
  const items = keys.map(({ id }) => ({ id, objective: objectives[id] }));
  return drawn(items, count, `${seed}:${quiz}:${attempt}`, last);
}

function begun({ quizzes }, { quiz }) {
  return quizzes[quiz] ?? { attempt: 1, taken: 0 };
}

function itemsOf({ draw: count }, keys) {
  return count ? { items: keys.map(({ id }) => id) } : {};
}

function pick(keys, ids) {
  return keys.filter(({ id }) => ids.includes(id));
}

function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}
