// What a record is worth to a learning platform, by the rule of the course (`completion` of its facts).

import { passes } from "../grade.js";

//   {complete, read, success, scaled}: whether the rule is met; whether all that it asks for is read; whether the
//   test is passed, undefined before it was handed in; its best result, from 0 to 1
export function outcomeOf(record, { facts: { completion } }) {
  const { pages, test, needs, pass } = completion;
  const read = pages.every((page) => record.pages[page]);
  const taken = test ? record.quizzes[test] : undefined;
  const scaled = taken?.taken > 0 && Number.isFinite(taken.best) ? Math.min(1, Math.max(0, taken.best)) : undefined;
  const success = scaled === undefined ? undefined : passes(scaled, pass);
  const tested = { passed: success === true, taken: success !== undefined, nothing: true }[needs];
  return { complete: read && tested, read, success, scaled };
}
