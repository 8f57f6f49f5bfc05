// The parts of a packed record, in their order. Each writes what it carries of a record, and reads it back in the
// same order into `found`, a record in the making; `at` is when it was packed, the one time that is carried.
//
// A part is never changed: another form of it is another version of the pack (pack.js).

import { isComplete, grade } from "../grade.js";
import { PILLARS, CONTEXT } from "../journal.js";
import { isCarried, numberOf, responseOf } from "./responses.js";

const SURE = [undefined, "guess", "fairly", "certain"];
const MOST_TRIES = 3;
const FIRST_DAY = 20454; // 2026-01-01, counted from 1970
const DAY = 86_400_000; // ms

const round = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;
const dayOf = (text) => Math.floor(Date.parse(text) / DAY);
const count = (value) => (Number.isSafeInteger(value) && value > 0 ? value : 0); // a record may hold anything
const isPair = (pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite);
const isForm = (form) => typeof form?.parts === "object" && form.parts !== null;
const dateOf = (day) => new Date(day * DAY).toISOString();

// One bit for each thing of a list, and behind it what `write` adds.
function writeEach(bits, ids, map, write = () => {}) {
  for (const id of ids) if (bits.flag(Object.hasOwn(map, id) && map[id] !== undefined)) write(map[id], id);
}

function readEach(bits, ids, read) {
  const found = {};
  for (const id of ids) {
    if (!bits.flag()) continue;
    const value = read(id);
    if (value !== undefined) found[id] = value;
  }
  return found;
}

function writeDay(bits, day) {
  bits.signed(day - FIRST_DAY, 6);
}

function readDay(bits) {
  return bits.signed(6) + FIRST_DAY;
}

// Scores follow from the response and the key; what a key cannot explain is not carried.
const answers = {
  write(bits, { answers }, course) {
    const carried = {};
    for (const [id, entry] of Object.entries(answers)) {
      const key = course.key(id);
      if (key && isCarried(key) && isComplete(key, entry.response)) carried[id] = entry;
    }
    writeEach(bits, course.ids.items, carried, ({ response, attempts, sure }, id) => {
      bits.put(Math.min(count(attempts), MOST_TRIES), 2);
      bits.put(Math.max(SURE.indexOf(sure), 0), 2);
      bits.whole(numberOf(course.key(id), response));
    });
  },

  read(bits, found, course, at) {
    found.answers = readEach(bits, course.ids.items, (id) => {
      const attempts = bits.take(2);
      const sure = SURE[bits.take(2)];
      const number = bits.big();
      const key = course.key(id); // none if the item is asked no more
      if (!key) return undefined;
      const response = responseOf(key, number);
      if (!isComplete(key, response)) return undefined;
      const { score, points } = grade(key, response);
      return { response, score, points, attempts, ...(sure && { sure }), at };
    });
  },
};

const quizzes = {
  write(bits, { quizzes }, course) {
    writeEach(bits, course.ids.quizzes, quizzes, (entry) => {
      bits.whole(count(entry.attempt));
      bits.whole(count(entry.taken));
      if (bits.flag(Number.isFinite(entry.best))) bits.decimal(round(entry.best, 6));
      writeDraw(bits, entry.items, course);
      for (const form of ["before", "after"]) if (bits.flag(isForm(entry[form]))) writeForm(bits, entry[form], course);
    });
  },

  read(bits, found, course, at) {
    found.quizzes = readEach(bits, course.ids.quizzes, () => {
      const entry = { attempt: bits.whole(), taken: bits.whole(), at };
      if (bits.flag()) entry.best = bits.decimal();
      if (bits.flag()) entry.items = readDraw(bits, course);
      for (const form of ["before", "after"]) if (bits.flag()) entry[form] = readForm(bits, course);
      return entry;
    });
  },
};

// The numbers of the items drawn, each as its distance from the one before.
function writeDraw(bits, items, course) {
  if (!bits.flag(Array.isArray(items))) return;
  const numbers = items.map((id) => course.number("items", id)).filter((number) => number !== undefined);
  bits.whole(numbers.length);
  let last = 0;
  for (const number of numbers) {
    bits.signed(number - last, 4);
    last = number;
  }
}

function readDraw(bits, course) {
  let last = 0;
  return Array.from({ length: bits.whole() }, () => course.ids.items[(last += bits.signed(4))]);
}

function writeForm(bits, { at, parts }, course) {
  writeDay(bits, dayOf(at) || FIRST_DAY);
  const sound = Object.fromEntries(Object.entries(parts).filter(([, pair]) => isPair(pair)));
  writeEach(bits, course.ids.modules, sound, (pair) => pair.forEach((points) => bits.decimal(round(points, 4))));
}

function readForm(bits, course) {
  const at = dateOf(readDay(bits));
  return { at, parts: readEach(bits, course.ids.modules, () => [bits.decimal(), bits.decimal()]) };
}

const beliefs = {
  write(bits, { beliefs }, course) {
    writeEach(bits, course.ids.beliefs, beliefs, ({ item, gone }) => {
      bits.flag(gone);
      bits.whole((course.number("items", item) ?? -1) + 1, 4); // 0: an item that the course does not know
    });
  },

  read(bits, found, course, at) {
    found.beliefs = readEach(bits, course.ids.beliefs, () => {
      const gone = bits.flag();
      const item = course.ids.items[bits.whole(4) - 1] ?? "";
      return { item, at, ...(gone && { gone: at }) };
    });
  },
};

const reviews = {
  write(bits, { reviews }, course) {
    writeEach(bits, course.ids.items, reviews, ({ due, at, s, d, n, lapses }) => {
      const asked = Number.isSafeInteger(at) ? at : due;
      writeDay(bits, asked);
      bits.signed(due - asked, 7);
      if (!bits.flag(s >= 0 && s < 1e6 && d >= 0 && d <= 100)) return;
      bits.whole(Math.round(s * 100), 7);
      bits.whole(Math.round(d * 100), 10);
      bits.whole(count(n));
      bits.whole(count(lapses), 2);
    });
  },

  read(bits, found, course) {
    found.reviews = readEach(bits, course.ids.items, () => {
      const at = readDay(bits);
      const entry = { due: at + bits.signed(7), at };
      if (!bits.flag()) return entry;
      return { ...entry, s: bits.whole(7) / 100, d: bits.whole(10) / 100, n: bits.whole(), lapses: bits.whole(2) };
    });
  },
};

const pages = {
  write: (bits, { pages }, course) => writeEach(bits, course.ids.pages, pages),

  read(bits, found, course, at) {
    found.pages = readEach(bits, course.ids.pages, () => at);
  },
};

const exercises = {
  write(bits, { exercises }, course, values) {
    writeEach(bits, course.ids.exercises, exercises, ({ solved, attempts, plan }) => {
      bits.flag(solved);
      bits.whole(count(attempts));
      if (bits.flag(plan)) values.writePlan(bits, plan);
    });
  },

  read(bits, found, course, at, values) {
    found.exercises = readEach(bits, course.ids.exercises, () => {
      const entry = { solved: bits.flag(), attempts: bits.whole(), at };
      if (bits.flag()) entry.plan = values.readPlan(bits);
      return entry;
    });
  },
};

// The readings of the learner's own dashboard go with the journal, and without it not at all.
const plans = {
  write(bits, { plan, readings }, course, values, { journal }) {
    const { start, ...rest } = plan ?? {};
    if (bits.flag(plan)) values.writePlan(bits, journal ? plan : rest);
    values.write(bits, journal ? readings : null);
  },

  read(bits, found, course, at, values) {
    found.plan = bits.flag() ? values.readPlan(bits) : null;
    found.readings = values.read(bits);
  },
};

const settings = {
  write(bits, { settings: { seed, ...rest } }, course, values) {
    const usual = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32;
    if (bits.flag(usual)) bits.put(seed, 32);
    values.write(bits, usual ? rest : { seed, ...rest });
  },

  read(bits, found, course, at, values) {
    const seed = bits.flag() ? { seed: bits.take(32) } : {};
    found.settings = { ...seed, ...values.read(bits) };
  },
};

const journal = {
  write(bits, { journal }, course, values, { journal: carried }) {
    const dates = carried ? Object.keys(journal).filter((date) => dayOf(date)).sort() : [];
    bits.whole(dates.length);
    for (const date of dates) {
      writeDay(bits, dayOf(date));
      for (const pillar of PILLARS) bits.whole(Math.round(journal[date][pillar] * 100), 6);
      for (const name of CONTEXT) if (bits.flag(Number.isFinite(journal[date][name]))) bits.decimal(journal[date][name]);
    }
  },

  read(bits, found, course, at) {
    found.journal = {};
    for (let left = bits.whole(); left > 0; left -= 1) {
      const row = (found.journal[dateOf(readDay(bits)).slice(0, 10)] = { at });
      for (const pillar of PILLARS) row[pillar] = bits.whole(6) / 100;
      for (const name of CONTEXT) if (bits.flag()) row[name] = bits.decimal();
    }
  },
};

export const PARTS = [settings, pages, answers, quizzes, exercises, plans, beliefs, reviews, journal];
