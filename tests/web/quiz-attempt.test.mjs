import assert from "node:assert/strict";
import { test } from "node:test";

import { asked, finish, giveBack, isNews, redrawn, standing, take, tally } from "../../coursekit/web/quiz-attempt.js";
import { sound } from "../../coursekit/web/record-shape.js";

const option = (id, correct) => ({ id, correct, misconception: correct ? null : `belief-${id}` });
const key = (id) => ({ id, type: "single", points: 1, attempts: 2, options: [option("a", true), option("b", false)] });
const keys = [..."stuvwxyz"].map(key);
const objectives = Object.fromEntries(keys.map(({ id }, place) => [id, place < 4 ? "first" : "second"]));
const whole = { quiz: "q", role: "quiz", objectives };
const bank = { ...whole, draw: 4 };
const right = { response: "a", score: 1, attempts: 1 };
const wrong = { response: "b", score: 0, attempts: 2 };
const open = { response: "b", score: 0, attempts: 1 };
const ids = (found) => found.map(({ id }) => id);
const recordWith = (answers, more = {}) => sound({ schema: 2, answers, settings: { seed: 7 }, ...more });

test("a whole quiz asks all its items, a bank as many as it draws", () => {
  assert.deepEqual(asked(whole, keys, recordWith({})), keys);
  assert.equal(asked(bank, keys, recordWith({})).length, 4);
});

test("a draw stays while the attempt lasts, and items that the course has retired are not missed", () => {
  const record = recordWith({}, { quizzes: { q: { attempt: 2, taken: 1, items: ["s", "gone", "z"] } } });

  assert.deepEqual(ids(asked(bank, keys, record)), ["s", "z"]);
});

test("when all items of a draw are retired there is a new one", () => {
  const record = recordWith({}, { quizzes: { q: { attempt: 2, taken: 1, items: ["gone"] } } });

  assert.equal(asked(bank, keys, record).length, 4);
});

test("an attempt is done when every item has its last answer, and answers that mean nothing do not count", () => {
  const three = keys.slice(0, 3);

  const half = standing(three, { s: right, t: open, u: { response: ["?"], score: 9, attempts: 2 }, other: right });
  const done = standing(three, { s: right, t: wrong, u: right });

  assert.deepEqual([half.done, half.points, [...half.results.keys()]], [false, 1, ["s"]]);
  assert.deepEqual([done.done, done.points, done.all, done.wrong], [true, 2, 3, ["t"]]);
});

test("points are counted objective by objective", () => {
  const found = tally(keys, standing(keys, { s: right, t: wrong, z: right }), objectives);

  assert.deepEqual(found, { first: { points: 1, all: 4 }, second: { points: 1, all: 4 } });
});

test("attempts are counted once they are finished, and the best result stays", () => {
  const data = recordWith({ s: right, t: wrong });
  const two = keys.slice(0, 2);

  assert.equal(isNews(whole, { share: 0.5 }, data), true);
  finish(data, whole, two, 0.5, "1");
  assert.equal(isNews(whole, { share: 0.5 }, data), false);
  take(data, whole, ["s"], two, "2");
  assert.deepEqual([data.quizzes.q.attempt, data.quizzes.q.taken], [2, 1]);
  finish(data, whole, two, 0.25, "3");

  assert.deepEqual(data.quizzes.q, { attempt: 2, taken: 2, best: 0.5, at: "3" });
});

test("an attempt that is given up does not count", () => {
  const data = recordWith({ s: right });

  take(data, whole, ["s"], keys, "1");
  take(data, whole, [], keys, "2");

  assert.deepEqual([data.quizzes.q.attempt, data.quizzes.q.taken], [1, 0]);
});

test("taking answers back can be undone to the letter", () => {
  const data = recordWith({ s: right, t: wrong, other: right }, { quizzes: { q: { attempt: 1, taken: 1, best: 0.5, items: ["s", "t"], at: "1" } } });
  const before = structuredClone(data);

  const taken = take(data, bank, ["t"], asked(bank, keys, data), "2");
  assert.deepEqual(Object.keys(data.answers), ["s", "other"]);
  giveBack(data, bank, taken);

  assert.deepEqual(data, before);
});

test("a new draw asks nothing of the last one while there is something else", () => {
  const record = recordWith({});

  const again = redrawn(bank, keys, record);

  assert.equal(again.length, 4);
  assert.deepEqual(ids(again).filter((id) => ids(asked(bank, keys, record)).includes(id)), []);
});

test("questions inside a lesson keep no attempts", () => {
  const data = recordWith({ s: wrong });

  take(data, { ...whole, role: "lesson" }, ["s"], keys, "1");

  assert.deepEqual(data.quizzes, {});
});
