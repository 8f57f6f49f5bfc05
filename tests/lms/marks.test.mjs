import assert from "node:assert/strict";
import { test } from "node:test";

import { joined, marked, newDevice, read, standing, written } from "../../coursekit/web/lms/marks.js";

test("marks come back as they were written, and a device has one", () => {
  const marks = marked(marked(marked([], "abc", 1), "0de", 70_000), "abc", 2);

  assert.deepEqual(marks, [["0de", 70_000], ["abc", 2]]);
  assert.deepEqual(read(written(marks)), [["0de", 36 ** 3 - 1], ["abc", 2]]);
  assert.match(newDevice(), /^[0-9a-z]{3}$/);
});

test("of many devices the last six are told", () => {
  const names = Array.from({ length: 9 }, (_, number) => `dv${number}`);

  const marks = names.reduce((found, name) => marked(found, name, 1), []);

  assert.deepEqual(marks.map(([name]) => name), names.slice(-6));
  assert.equal(standing(marks, "dv0", 1, []), "after");
});

test("a state stands after the one it was made from, beside one it passed over, or has nothing to do with it", () => {
  const marks = [["one", 4], ["two", 9]];
  const stands = (device, changes, before = [[device, changes]]) => standing(marks, device, changes, before);

  assert.deepEqual([stands("one", 3), stands("one", 4), stands("one", 5)], ["after", "after", "beside"]);
  assert.deepEqual([stands("six", 1), stands("six", 1, [["two", 8], ["six", 1]])], ["strange", "beside"]);
  assert.deepEqual([standing([], "one", 3, []), stands("six", undefined)], ["after", "after"]);
  assert.equal(standing(read(written([["one", 90_000]])), "one", 90_000, []), "after");
});

test("a state that two were joined to was made from both", () => {
  const marks = joined([["one", 4], ["two", 2]], [["two", 9], ["six", 1]]);

  assert.deepEqual(new Map(marks), new Map([["one", 4], ["two", 9], ["six", 1]]));
});
