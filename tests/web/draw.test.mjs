import assert from "node:assert/strict";
import { test } from "node:test";

import { drawn, formOf } from "../../coursekit/web/draw.js";

const bank = (sizes) => sizes.flatMap((size, group) => Array.from({ length: size }, (_, place) => ({ id: `${group}-${place}`, objective: `o${group}` })));
const seeds = Array.from({ length: 100 }, (_, place) => `${place * 7919}:quiz:1`);
const group = (id) => id.split("-")[0];
const counts = (ids) => [...new Set(ids.map(group))].sort().map((name) => ids.filter((id) => group(id) === name).length);

test("the same learner and attempt draw the same, others something else", () => {
  const items = bank([5, 5, 5]);
  const draws = seeds.map((seed) => drawn(items, 8, seed));

  assert.deepEqual(drawn(items, 8, seeds[3]), draws[3]);
  assert.ok(new Set(draws.map(String)).size > 90);
});

test("every objective is asked as often as any other, as far as its items go", () => {
  for (const seed of seeds) {
    assert.deepEqual(counts(drawn(bank([5, 5, 5]), 8, seed)).sort(), [2, 3, 3]);
    assert.deepEqual(counts(drawn(bank([1, 6, 6]), 7, seed)), [1, 3, 3]);
  }
});

test("a draw stands in the order of the bank, and holds no item twice", () => {
  const items = bank([4, 4, 4]);
  for (const seed of seeds) {
    const places = drawn(items, 7, seed).map((id) => items.findIndex((item) => item.id === id));
    assert.deepEqual(places, [...new Set(places)].sort((one, other) => one - other));
    assert.equal(places.length, 7);
  }
});

for (const [sizes, count] of [[[5, 5, 5], 8], [[1, 1, 7], 3], [[1, 1, 1, 1], 2], [[2, 2], 3], [[8], 4]]) {
  test(`of ${sizes} items by objective, the next draw of ${count} asks all it can of what the last did not`, () => {
    const items = bank(sizes);
    for (const seed of seeds) {
      const last = drawn(items, count, seed);
      const again = drawn(items, count, `${seed}:2`, last);
      const fresh = again.filter((id) => !last.includes(id));

      assert.notDeepEqual(again, last);
      for (const name of new Set(fresh.map(group))) {
        const repeated = again.filter((id) => group(id) === name && last.includes(id));
        const unused = items.filter(({ id }) => group(id) === name && !last.includes(id) && !again.includes(id));
        assert.ok(!repeated.length || !unused.length, `${last} then ${again}`);
      }
    }
  });
}

test("a draw of more than there is takes everything", () => {
  assert.equal(drawn(bank([2, 1]), 9, "s").length, 3);
});

test("half the learners get one form first, and everybody gets the other one after", () => {
  const forms = { a: ["x"], b: ["y"] };
  const first = seeds.map((_, seed) => formOf({ quiz: "final", role: "before", forms }, seed * 7919));
  const second = seeds.map((_, seed) => formOf({ quiz: "final", role: "after", forms }, seed * 7919));

  const share = first.filter((form) => form === "a").length;
  assert.ok(share > 30 && share < 70, String(share));
  assert.ok(first.every((form, place) => form !== second[place]));
});
