import assert from "node:assert/strict";
import { test } from "node:test";

import { asked } from "../../coursekit/web/quiz-attempt.js";
import { handIn, isHandedIn, noted, total } from "../../coursekit/web/quiz-forms.js";
import { sound } from "../../coursekit/web/record-shape.js";

const option = (id, correct) => ({ id, correct, misconception: correct ? null : `belief-${id}` });
const key = (id) => ({ id, type: "single", points: 1, attempts: 2, options: [option("a", true), option("b", false)] });
const keys = ["a1", "a2", "a3", "b1", "b2", "b3"].map(key);
const forms = { a: ["a1", "a2", "a3"], b: ["b1", "b2", "b3"] };
const modules = Object.fromEntries(keys.map(({ id }) => [id, id.endsWith("1") ? "start" : "brand"]));
const before = { quiz: "final", role: "before", forms, modules };
const after = { ...before, role: "after" };
const now = new Date("2026-03-02T10:00:00Z");
const mine = (plan, record) => asked(plan, keys, record);

// A record in which all of a form but its last item is answered: the first wrongly, the second rightly by a guess.
function answered(plan) {
  const data = sound({ schema: 2, settings: { seed: 3 } });
  const [wrong, lucky] = mine(plan, data);
  data.answers[wrong.id] = { response: "b", score: 0, attempts: 0 };
  data.answers[lucky.id] = { response: "a", score: 1, attempts: 0, sure: "guess" };
  return data;
}

test("before and after ask different questions, whoever asks", () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const record = sound({ schema: 2, settings: { seed } });
    const both = [...mine(before, record), ...mine(after, record)].map(({ id }) => id);

    assert.deepEqual(both.sort(), keys.map(({ id }) => id));
  }
});

test("what is noted counts before it is handed in, whatever the tries", () => {
  const data = answered(before);

  const { results, points } = noted(mine(before, data), data.answers);

  assert.deepEqual([results.size, points], [2, 1]);
});

test("the first form keeps points by module and nothing that would tell an answer", () => {
  const data = answered(before);

  assert.equal(isHandedIn(before, data), false);
  handIn(data, before, mine(before, data), now);

  assert.equal(isHandedIn(before, data), true);
  assert.equal(isHandedIn(after, data), false);
  assert.deepEqual(data.quizzes.final.before.parts, { start: [0, 1], brand: [1, 2] });
  assert.deepEqual([data.reviews, data.beliefs], [{}, {}]);
  assert.ok(Object.values(data.answers).every(({ attempts }) => attempts === 0));
});

test("the second form makes its answers final, and what was missed comes back", () => {
  const data = answered(after);
  const [wrong, lucky, open] = mine(after, data).map(({ id }) => id);

  handIn(data, after, mine(after, data), now);

  assert.equal(isHandedIn(after, data), true);
  assert.deepEqual([data.answers[wrong].attempts, data.answers[lucky].attempts, data.answers[open]], [2, 2, undefined]);
  assert.deepEqual(Object.keys(data.reviews).sort(), [wrong, lucky].sort());
  assert.equal(data.beliefs["belief-b"].item, wrong);
  assert.equal(data.quizzes.final.best, 1 / 3);
});

test("the first result of a form stays for the comparison", () => {
  const data = answered(after);
  handIn(data, after, mine(after, data), now);
  const first = structuredClone(data.quizzes.final.after);

  data.quizzes.final.attempt = 2;
  for (const { id } of mine(after, data)) data.answers[id] = { response: "a", score: 1, attempts: 0 };
  handIn(data, after, mine(after, data), new Date("2026-04-02T10:00:00Z"));

  assert.deepEqual(data.quizzes.final.after, first);
  assert.deepEqual([data.quizzes.final.best, data.quizzes.final.taken], [1, 2]);
});

test("the parts of a form add up", () => {
  assert.deepEqual(total({ start: [0, 1], brand: [1.5, 2] }), [1.5, 3]);
});
