import assert from "node:assert/strict";
import { test } from "node:test";

import { scrambled, shuffled } from "../../coursekit/web/shuffle.js";

const seeds = Array.from({ length: 400 }, (_, place) => `${place * 7919}:item`);

test("the same learner and item give the same order", () => {
  assert.deepEqual(shuffled([..."abcd"], "17:item"), shuffled([..."abcd"], "17:item"));
});

test("learners and items get orders of their own", () => {
  const orders = new Set(seeds.map((seed) => shuffled([..."abcd"], seed).join("")));

  assert.equal(orders.size, 24);
});

test("every option comes first about equally often", () => {
  for (const option of "abcd") {
    const first = seeds.filter((seed) => shuffled([..."abcd"], seed)[0] === option).length;
    assert.ok(first > 60 && first < 140, `${option}: ${first} of ${seeds.length}`);
  }
});

test("nothing is lost or doubled, and the list itself stays", () => {
  const list = [..."abcdefgh"];

  assert.deepEqual(shuffled(list, "3").sort(), list);
  assert.deepEqual(list, [..."abcdefgh"]);
});

test("steps never start in the right order", () => {
  for (const seed of seeds) assert.notDeepEqual(scrambled([..."abc"], [..."abc"], seed), [..."abc"]);
});
