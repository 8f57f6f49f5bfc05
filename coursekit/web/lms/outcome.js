// What a record is worth to a learning platform, by the rule of the course (`completion` of its facts).

import { passes } from "../grade.js";

//   complete   whether the rule is met
//   read       whether all that it asks for is read
//   taken      how often the test was handed in
//   scaled     its best result, from 0 to 1; undefined before there is one
//   success    whether that passes: the course's mark, or the platform's if it has one
export function outcomeOf(record, { facts: { completion } }, mastery) {
  const { pages, test, needs, pass } = completion;
  const read = pages.every((page) => record.pages[page]);
  const { taken = 0, best } = record.quizzes[test] ?? {};
  const scaled = taken > 0 && Number.isFinite(best) ? Math.min(1, Math.max(0, best)) : undefined;
  const success = scaled === undefined ? undefined : passes(scaled, mastery ?? pass);
  const tested = { passed: success === true, taken: success !== undefined, nothing: true }[needs];
  return { complete: read && tested, read, taken, scaled, success };
}
