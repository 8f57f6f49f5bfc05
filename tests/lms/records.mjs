// Records by chance: the same seed gives the same one, and every part of a record takes every form.

import { grade } from "../../coursekit/web/grade.js";
import { responseOf } from "../../coursekit/web/lms/responses.js";
import { sound } from "../../coursekit/web/record-shape.js";

const MOST_FIELDS = 19; // in the form of one exercise

// mulberry32
export function chance(state) {
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return { next, below, is: (share) => next() < share, pick: (list) => list[below(list.length)] };
}

// Some response that the key allows.
export function someResponse(key, { below, next, pick }) {
  if (key.type === "numeric") return pick([0, -1, below(1000), 60.2, next() * 100, -next(), 1e21, 5e-324]);
  if (key.type === "reflect") return "words of their own";
  const found = responseOf(key, BigInt(below(2 ** 40)));
  return key.type === "multi" && !found.length ? [key.options[0].id] : found;
}

// A record made of what the course has; `share` is how much of it is done, `at` the one time in it.
export function someRecord(course, { random, share = 0.5, at = "2026-03-02T18:00:00.000Z" }) {
  const { below, is, pick } = random;
  const some = (ids, make) => Object.fromEntries(ids.filter(() => is(share)).map((id) => [id, make(id)]));
  const items = course.ids.items.filter((id) => course.key(id) && course.key(id).type !== "reflect");
  const day = () => 20454 + below(2000);
  const plan = () => ({ weekly: some(course.ids.inputs, () => pick([0, 1, below(30), below(30) / 2])), once: some(course.ids.inputs, () => below(20)) });
  return sound({
    schema: 2,
    answers: some(items, (id) => {
      const response = someResponse(course.key(id), random);
      const { score, points } = grade(course.key(id), response);
      return { response, score, points, attempts: below(4), ...(is(0.5) && { sure: pick(["guess", "fairly", "certain"]) }), at };
    }),
    beliefs: some(course.ids.beliefs, () => ({ item: pick(items), at, ...(is(0.3) && { gone: at }) })),
    exercises: some(course.ids.exercises, () => ({ solved: is(0.5), attempts: below(9), at, ...(is(0.9) && { plan: plan() }) })),
    pages: some(course.ids.pages, () => at),
    quizzes: some(course.ids.quizzes, () => ({
      attempt: 1 + below(9),
      taken: below(9),
      at,
      ...(is(0.7) && { best: Math.round(random.next() * 1e6) / 1e6 }),
      ...(is(0.6) && { items: items.filter(() => is(0.08)) }),
      ...(is(0.2) && { before: form(course, random) }),
      ...(is(0.2) && { after: form(course, random) }),
    })),
    reviews: some(items, () => {
      const at = day();
      const entry = { due: at + below(180), at };
      return is(0.6) ? { ...entry, s: below(40000) / 100, d: (100 + below(901)) / 100, n: 1 + below(20), lapses: below(5) } : entry;
    }),
    plan: is(0.5) ? { preset: "steady", weeks: 8, navigator: is(0.5), ...plan() } : null,
    settings: { seed: below(2 ** 32), ...(is(0.5) && { route: "recruits" }), ...(is(0.3) && { assumptions: { window: 60, weights: { comments: 0.123 } } }) },
  });
}

function form(course, { is, below }) {
  const parts = course.ids.modules.filter(() => is(0.8)).map((id) => [id, [below(40000) / 10000, 1 + below(9)]]);
  return { at: "2026-02-14T00:00:00.000Z", parts: Object.fromEntries(parts) };
}

export function someJournal({ below, is }, count) {
  const rows = Array.from({ length: count }, (_, week) => {
    const date = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
    const reading = () => below(2501) / 100;
    const row = { brand: reading(), find: reading(), engage: reading(), relate: reading(), at: "2026-03-02T18:00:00.000Z" };
    return [date, { ...row, ...(is(0.5) && { industry_mean: below(1000) / 10, network_rank: below(100) }) }];
  });
  return Object.fromEntries(rows);
}

// All items answered and missed, all beliefs shown, everything read, taken, planned and reviewed.
export function everything(known, random, at = "2026-03-02T18:00:00.000Z") {
  const record = someRecord(known, { random: { ...random, is: () => true }, at });
  const inputs = Object.fromEntries(known.ids.inputs.map((id) => [id, 1 + random.below(20)]));
  const fields = Object.fromEntries(Object.entries(inputs).slice(0, MOST_FIELDS));
  for (const entry of Object.values(record.exercises)) entry.plan = { weekly: fields, once: {} };
  for (const entry of Object.values(record.quizzes)) {
    entry.items = known.ids.items.filter((_, number) => number % 19 === 0);
    delete entry.before;
    delete entry.after;
  }
  const parts = Object.fromEntries(known.ids.modules.map((id) => [id, [random.below(40000) / 10000, 5]]));
  const form = { at: "2026-02-14T00:00:00.000Z", parts };
  record.quizzes[known.facts.completion.test] = { attempt: 3, taken: 3, best: 0.766667, before: form, after: form, at };
  return { ...record, plan: { preset: "steady", weeks: 12, weekly: inputs, once: inputs } }; // more than any form holds
}
