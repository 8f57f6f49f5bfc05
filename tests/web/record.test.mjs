import assert from "node:assert/strict";
import { test } from "node:test";

import { Record, memoryStore, merged, sound } from "../../coursekit/web/record.js";

const answer = (at, score = 1) => ({ response: "a", score, points: score, attempts: 1, at });

// Two tabs on one store, as IndexedDB behaves: each change reads what is there.
function sharedStore(data) {
  return {
    lasts: true,
    read: async () => ({ found: data }),
    change: async (apply) => (data = structuredClone(apply(structuredClone(data)))),
  };
}

async function opened(store) {
  const record = new Record(store);
  await record.open();
  return record;
}

test("a new record is empty and has a seed", async () => {
  const record = await opened(sharedStore());

  assert.deepEqual(record.answers, {});
  assert.ok(Number.isInteger(record.settings.seed));
});

test("two tabs lose nothing of each other", async () => {
  const store = sharedStore();
  const [one, two] = [await opened(store), await opened(store)];

  await Promise.all([one.saveAnswer("x", answer("1")), two.saveAnswer("y", answer("2")), one.savePage("p")]);

  const both = await opened(store);
  assert.deepEqual(Object.keys(both.answers), ["x", "y"]);
  assert.ok(both.pages.p);
  assert.equal(both.settings.seed, one.settings.seed);
});

test("a store that fails leaves a record that lasts as the page", async () => {
  const store = { ...sharedStore(), change: () => Promise.reject(new Error("quota")) };
  const record = await opened(store);

  await record.saveAnswer("x", answer("1"));

  assert.equal(record.kept, false);
  assert.ok(record.answers.x);
});

test("a record that a newer version wrote meanwhile is not written over", async () => {
  let newer = false;
  let written;
  const store = { lasts: true, read: async () => ({}), change: async (apply) => (written = apply(newer ? { schema: 2, answers: "new kind" } : written)) };
  const record = await opened(store);
  newer = true;

  await record.saveAnswer("x", answer("1"));

  assert.equal(record.kept, false);
  assert.equal(written.answers.x, undefined);
  assert.ok(record.answers.x);
});

for (const bad of [undefined, null, 7, "text", [], {}, { schema: 99 }, { schema: 1, answers: 3, pages: [], settings: "s" }, { schema: 1, answers: { x: null, y: { score: "1" } } }]) {
  test(`a record is sound whatever was found: ${JSON.stringify(bad)}`, () => {
    const data = sound(bad);

    assert.equal(data.schema, 1);
    for (const part of ["answers", "exercises", "pages", "settings"]) assert.deepEqual(data[part], {}, part);
  });
}

test("what is sound stays, key by key", () => {
  const found = { schema: 1, answers: { x: answer("1") }, exercises: { e: { solved: true } }, pages: { p: "1" }, plan: { a: 1 }, readings: { brand: 13.4 }, settings: { seed: 5 } };

  assert.deepEqual(sound(found), found);
});

test("of two answers to one item the later stays", () => {
  const ours = sound({ schema: 1, answers: { x: answer("2026-02-01", 0), y: answer("2026-02-01", 0) }, settings: { seed: 1 } });
  const theirs = sound({ schema: 1, answers: { x: answer("2026-03-01"), y: answer("2026-01-01"), z: answer("2026-01-01") }, settings: { seed: 2 } });

  const both = merged(ours, theirs);

  assert.deepEqual([both.answers.x.score, both.answers.y.score, both.answers.z.score], [1, 0, 1]);
  assert.equal(both.settings.seed, 1);
});

test("a file comes back as it went out", async () => {
  const from = await opened(memoryStore());
  await from.saveAnswer("x", answer("1"));
  await from.saveExercise("e", { solved: true, at: "1" });
  await from.savePage("p");
  const to = await opened(memoryStore());

  assert.equal(await to.import(from.export()), "added");

  assert.deepEqual(to.answers, from.answers);
  assert.deepEqual(to.exercises, from.exercises);
  assert.deepEqual(to.pages, from.pages);
});

for (const [text, said] of [["", "bad"], ["no JSON", "bad"], ["[]", "bad"], ["{}", "bad"], ['{"schema":"1"}', "bad"], ['{"schema":2}', "newer"]]) {
  test(`the file '${text}' is ${said}, and changes nothing`, async () => {
    const record = await opened(memoryStore());
    await record.saveAnswer("x", answer("1"));

    assert.equal(await record.import(text), said);

    assert.deepEqual(Object.keys(record.answers), ["x"]);
  });
}

test("erasing leaves nothing, not even the seed", async () => {
  const record = await opened(memoryStore());
  await record.saveAnswer("x", answer("1"));
  const { seed } = record.settings;

  await record.erase();

  assert.deepEqual([record.answers, record.pages, record.exercises], [{}, {}, {}]);
  assert.notEqual(record.settings.seed, seed);
});
