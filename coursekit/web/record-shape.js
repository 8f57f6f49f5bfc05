// What a record holds, in every schema that was ever released, and how two records become one.
//
//   answers    {item: {response, score, points, attempts, at, …}}  as quiz-item.js keeps them
//   quizzes    {quiz: {attempt, taken, best?, items?, before?, after?, at}}  quiz-attempt.js, quiz-forms.js
//   beliefs    {misconception: {item, at, gone?}}                  missed.js
//   reviews    {item: {due, at, last?, s?, d?, n?, lapses?}}       missed.js, review-schedule.js
//   journal    {date: {brand, find, engage, relate, …, at}}        journal.js
//   exercises  {exercise: {solved, plan, at}}
//   pages      {page: at}                                          when it was read first
//   plan, readings                                                 the simulator's
//   settings   {seed, route?}
//
// Ids are those of the course; an id that the course does not know (any more) is kept and not counted.
//
// Two records become one by these rules; merging twice changes nothing:
//   answers, exercises, reviews, journal   each entry by itself, the later `at` stays
//   beliefs                                the same, by when it showed or was last put right
//   quizzes                                the entry with more attempts; best and taken: the higher;
//                                          a form's first result: the earlier
//   pages, plan, readings, settings        what is here stays, what is missing is added

export const SCHEMA = 2;

// From each old schema to the next.
const MOVES = {
  1: (data) => ({ ...data, schema: 2 }), // quizzes, beliefs, reviews and journal were added, nothing was changed
};

const MAPS = {
  answers: (entry) => Number.isFinite(entry.score) && Number.isInteger(entry.attempts),
  beliefs: (entry) => typeof entry.item === "string",
  exercises: () => true,
  journal: (entry, date) => /^\d{4}-\d\d-\d\d$/.test(date) && PILLARS.every((pillar) => entry[pillar] >= 0 && entry[pillar] <= 25),
  quizzes: (entry) => Number.isInteger(entry.attempt) && Number.isInteger(entry.taken),
  reviews: (entry) => Number.isInteger(entry.due),
};
const SINGLE = ["plan", "readings"];
const PILLARS = ["brand", "find", "engage", "relate"];

// Whether `found` is a record that sound() can read.
export function isRecord(found) {
  return isObject(found) && Number.isInteger(found.schema) && found.schema >= 1 && found.schema <= SCHEMA;
}

// A record of the present schema that can be worked on, whatever was found: what is of the wrong kind is left out.
export function sound(found) {
  let known = isRecord(found) ? structuredClone(found) : {};
  while (known.schema < SCHEMA) known = MOVES[known.schema](known);
  const data = { ...known, schema: SCHEMA };
  for (const part of [...Object.keys(MAPS), "pages", "settings"]) data[part] = isObject(known[part]) ? known[part] : {};
  for (const part of SINGLE) data[part] = known[part] ?? null;
  for (const [part, isEntry] of Object.entries(MAPS)) {
    for (const [id, entry] of Object.entries(data[part])) {
      if (!isObject(entry) || !isEntry(entry, id)) delete data[part][id];
    }
  }
  return data;
}

// Both sound records in one.
export function merged(ours, theirs) {
  return {
    ...theirs,
    ...ours,
    answers: both(ours.answers, theirs.answers, later),
    beliefs: both(ours.beliefs, theirs.beliefs, later),
    exercises: both(ours.exercises, theirs.exercises, later),
    journal: both(ours.journal, theirs.journal, later),
    quizzes: both(ours.quizzes, theirs.quizzes, further),
    reviews: both(ours.reviews, theirs.reviews, later),
    pages: { ...theirs.pages, ...ours.pages },
    plan: ours.plan ?? theirs.plan,
    readings: ours.readings ?? theirs.readings,
    settings: { ...theirs.settings, ...ours.settings },
  };
}

function both(ours, theirs, choose) {
  const found = { ...ours };
  for (const [id, entry] of Object.entries(theirs)) found[id] = id in ours ? choose(ours[id], entry) : entry;
  return found;
}

function later(mine, other) {
  const at = (entry) => String(entry.gone > entry.at ? entry.gone : entry.at);
  return at(mine) >= at(other) ? mine : other;
}

function further(mine, other) {
  const ahead = mine.attempt === other.attempt ? later(mine, other) : mine.attempt > other.attempt ? mine : other;
  const found = { ...mine, ...other, ...ahead, taken: Math.max(mine.taken, other.taken) };
  const best = [mine.best, other.best].filter(Number.isFinite);
  if (best.length) found.best = Math.max(...best);
  for (const form of ["before", "after"]) {
    if (mine[form] && other[form]) found[form] = later(mine[form], other[form]) === mine[form] ? other[form] : mine[form];
  }
  return found;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
