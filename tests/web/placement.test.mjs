import assert from "node:assert/strict";
import { test } from "node:test";

import { PILLARS, serves, suggest } from "../../coursekit/web/placement.js";

const known = (...points) => Object.fromEntries(PILLARS.map((pillar, place) => [pillar, { points: points[place], all: 2 }]));
const readings = (...values) => Object.fromEntries(PILLARS.map((pillar, place) => [pillar, values[place]]));
const all = known(2, 2, 2, 2);

for (const [situation, given, pillar, why] of [
  ["nothing speaks for any pillar", { known: all }, "brand", "order"],
  ["one pillar was not known", { known: known(2, 2, 0, 2) }, "engage", "answers"],
  ["two were known equally little, the first of the course", { known: known(2, 1, 2, 1) }, "find", "answers"],
  ["all is known and one reading is low", { known: all, readings: readings(20, 18, 3, 20) }, "engage", "reading"],
  ["the purpose asks for it", { known: all, route: "seeks" }, "brand", "purpose"],
  ["the purpose asks for find", { known: known(1, 2, 2, 2), route: "sells" }, "find", "purpose"],
  ["what is not known weighs as much as the purpose", { known: known(2, 2, 0, 2), route: "sells" }, "engage", "answers"],
  ["the pillar that serves is full", { known: all, readings: readings(12, 25, 12, 12), route: "sells" }, "engage", "reading"],
  ["every pillar is full", { known: all, readings: readings(25, 25, 25, 25), route: "recruits" }, "find", "purpose"],
  ["the purpose is all four", { known: known(2, 2, 2, 0), route: "all" }, "relate", "answers"],
]) {
  test(`when ${situation}, begin with ${pillar}`, () => {
    const found = suggest({ readings: null, route: undefined, ...given });

    assert.deepEqual([found.pillar, found.why], [pillar, why]);
  });
}

test("every answer is a place to begin", () => {
  for (const route of [undefined, "all", "sells", "seeks", "recruits", "expert", "strange"]) {
    for (let code = 0; code < 81; code += 1) {
      const points = [0, 1, 2, 3].map((place) => Math.floor(code / 3 ** place) % 3);
      assert.ok(PILLARS.includes(suggest({ known: known(...points), readings: null, route }).pillar));
    }
  }
});

test("a purpose names what serves it first and next", () => {
  assert.deepEqual(PILLARS.map((pillar) => serves(pillar, "expert")), [1, 0, 2, 0]);
  assert.equal(serves("brand", "all"), undefined);
});
