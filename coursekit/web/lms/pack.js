// A learner's record as a short text, for places that have little room (adr/0011): counts of what the course had,
// a signature of it, when it was packed, and the parts in their order.
//
//   pack(record, course, {now, journal})   the text
//   packed(record, course, {now, journal, room})   {text, left}: the text that fits, and the parts left out for it
//   unpack(text, course)                   the record; throws if it is none that this course can read
//   opened(text, course)                   {record, at}

import { SCHEMA, sound } from "../record-shape.js";
import { BitReader, BitWriter } from "./bits.js";
import { LISTS } from "./course.js";
import { PARTS } from "./pack-parts.js";
import { Values } from "./values.js";

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000; // ms
const SIGNATURE = 24; // bits

export function pack(record, course, { now = new Date(), journal = course.facts.journal } = {}) {
  const bits = new BitWriter();
  for (const count of course.counts) bits.whole(count, 4);
  bits.put(course.signature(course.counts), SIGNATURE);
  bits.whole(Math.max(0, Math.floor((now - START) / MINUTE)), 7);
  const values = new Values(course);
  for (const part of PARTS) part.write(bits, record, course, values, { journal });
  return bits.text;
}

export function unpack(text, course) {
  return opened(text, course).record;
}

// {record, at}: at is when it was packed, to the minute.
export function opened(text, course) {
  const bits = new BitReader(text);
  const counts = LISTS.map(() => bits.whole(4));
  const signature = bits.take(SIGNATURE);
  if (course.signature(counts) !== signature) throw new RangeError("the record was packed for another course");
  const then = asOf(course, counts);
  const at = new Date(START + bits.whole(7) * MINUTE).toISOString();
  const found = { schema: SCHEMA };
  const values = new Values(then);
  for (const part of PARTS) part.read(bits, found, then, at, values);
  return { record: sound(found), at };
}

// What is left out, in this order, when there is not room for everything; answers, pages and results stay.
const DISPENSABLE = [
  ["journal", (record) => ({ ...record, journal: monthly(record.journal) })],
  ["journal", (record) => ({ ...record, journal: {} })],
  ["plans", (record) => ({ ...record, plan: null, exercises: withoutPlans(record.exercises) })],
  ["reviews", (record) => ({ ...record, reviews: {} })],
  ["beliefs", (record) => ({ ...record, beliefs: {} })],
];

export function packed(record, course, { room = Infinity, ...options } = {}) {
  let [kept, text, left] = [record, pack(record, course, options), []];
  for (const [name, without] of DISPENSABLE) {
    if (text.length <= room) break;
    kept = without(kept);
    const shorter = pack(kept, course, options);
    if (shorter.length < text.length) left = [...new Set([...left, name])];
    text = shorter;
  }
  return { text, left };
}

// Of each month the last line; of the newest month all.
function monthly(journal) {
  const dates = Object.keys(journal).sort();
  const newest = dates.at(-1)?.slice(0, 7);
  const last = Object.fromEntries(dates.map((date) => [date.slice(0, 7), date]));
  return Object.fromEntries(dates.filter((date) => date.startsWith(newest) || last[date.slice(0, 7)] === date).map((date) => [date, journal[date]]));
}

function withoutPlans(exercises) {
  return Object.fromEntries(Object.entries(exercises).map(([id, { plan, ...rest }]) => [id, rest]));
}

// The course with the lists as long as they were: numbers beyond them had no bits.
function asOf(course, counts) {
  const then = Object.create(course);
  then.ids = Object.fromEntries(LISTS.map((list, place) => [list, course.ids[list].slice(0, counts[place])]));
  return then;
}
