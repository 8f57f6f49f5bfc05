import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { SCHEMA, merged, sound } from "../../coursekit/web/record-shape.js";
import { memoryStore } from "../../coursekit/web/record-store.js";
import { Record } from "../../coursekit/web/record.js";

const FIXTURES = new URL("../fixtures/records/", import.meta.url);
const MAPS = ["answers", "beliefs", "exercises", "journal", "pages", "quizzes", "reviews", "settings"];
const answer = (at, score = 1) => ({ response: "a", score, points: score, attempts: 1, at });

// Two tabs on one store, as IndexedDB behaves: each change reads what is there.
function sharedStore(data) {
  const heard = [];
  return {
    lasts: true,
    full: false,
    read: async () => structuredClone(data),
    async change(apply) {
      const next = apply(structuredClone(data));
      if (this.full) throw new DOMException("full", "QuotaExceededError");
      data = structuredClone(next);
      heard.forEach((tell) => tell());
      return next;
    },
    listen: (tell) => heard.push(tell),
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

test("a store that is full keeps what it has, and gets the rest when there is room again", async () => {
  const store = sharedStore();
  const record = await opened(store);
  await record.saveAnswer("x", answer("1"));

  store.full = true;
  await record.saveAnswer("y", answer("2"));
  await record.change((data) => delete data.answers.x);
  const refused = [record.kept, record.unsaved, Object.keys(record.answers), Object.keys((await store.read()).answers)];
  store.full = false;
  await record.saveAnswer("z", answer("3"));

  assert.deepEqual(refused, [false, true, ["y"], ["x"]]);
  assert.deepEqual([record.kept, record.unsaved], [true, false]);
  assert.deepEqual(Object.keys((await store.read()).answers), ["y", "z"]);
});

test("what one tab could not store goes in once another tab has made room", async () => {
  const store = sharedStore();
  const [one, two] = [await opened(store), await opened(store)];
  store.full = true;
  await one.saveAnswer("x", answer("1"));
  store.full = false;

  await two.saveAnswer("y", answer("2"));
  await one.change(() => {});

  assert.deepEqual(Object.keys((await store.read()).answers).sort(), ["x", "y"]);
});

test("a store that cannot be read leaves an empty record and is not written over", async () => {
  const store = sharedStore({ schema: SCHEMA, answers: { x: answer("1") } });
  const record = await opened({ ...store, read: () => Promise.reject(new Error("broken")) });

  await record.saveAnswer("y", answer("2"));

  assert.deepEqual(Object.keys((await store.read()).answers), ["x", "y"]);
});

test("a record that a newer version wrote meanwhile is not written over", async () => {
  let newer = false;
  let written;
  const store = {
    lasts: true,
    read: async () => undefined,
    change: async (apply) => (written = apply(newer ? { schema: SCHEMA + 1, answers: "new kind" } : written)),
    listen() {},
  };
  const record = await opened(store);
  newer = true;

  await record.saveAnswer("x", answer("1"));

  assert.equal(record.kept, false);
  assert.equal(written.answers.x, undefined);
  assert.ok(record.answers.x);
});

for (const bad of [
  undefined, null, 7, "text", [], {}, { schema: 99 }, { schema: 0 }, { schema: "2" },
  { schema: 1, answers: 3, pages: [], settings: "s" },
  { schema: 1, answers: { x: null, y: { score: "1" } } },
  { schema: 2, quizzes: { x: {}, y: 3 }, beliefs: { x: "b" }, reviews: { x: { due: "soon" } } },
  { schema: 2, journal: { "2026-03-02": { brand: 26, find: 1, engage: 1, relate: 1 }, "today": { brand: 2, find: 1, engage: 1, relate: 1 } } },
]) {
  test(`a record is sound whatever was found: ${JSON.stringify(bad)}`, () => {
    const data = sound(bad);

    assert.equal(data.schema, SCHEMA);
    for (const part of MAPS) assert.deepEqual(data[part], {}, part);
  });
}

test("what is sound stays, key by key", () => {
  const found = {
    schema: SCHEMA,
    answers: { x: answer("1") },
    beliefs: { b: { item: "x", at: "1" } },
    exercises: { e: { solved: true } },
    journal: { "2026-03-02": { brand: 13.4, find: 10.7, engage: 11.1, relate: 25, at: "1" } },
    pages: { p: "1" },
    quizzes: { q: { attempt: 2, taken: 1, best: 0.5, items: ["x"], at: "1" } },
    reviews: { x: { due: 20_000, at: 19_999 } },
    plan: { a: 1 },
    readings: { brand: 13.4 },
    settings: { seed: 5, route: "sells" },
    later: { part: "of a later release" },
  };

  assert.deepEqual(sound(found), found);
});

// Records as released versions of the course have written them; none is ever changed or taken away.
for (const name of readdirSync(FIXTURES)) {
  const text = readFileSync(new URL(name, FIXTURES), "utf-8");
  const released = JSON.parse(text);

  test(`${name} is still read whole`, async () => {
    const record = await opened(sharedStore(released));
    const parts = Object.keys(released).filter((part) => part !== "schema");

    for (const part of parts) assert.deepEqual(record[part], released[part], part);
    assert.ok(parts.length > 5 && Object.keys(record.answers).length > 5);
  });

  test(`${name} is still taken as a file`, async () => {
    const record = await opened(memoryStore());

    assert.equal(await record.import(text), "added");

    for (const part of MAPS.filter((each) => each !== "settings" && released[each])) assert.deepEqual(record[part], released[part], part);
  });
}

test("every schema that was released has a record to be tried on", () => {
  const tried = new Set(readdirSync(FIXTURES).map((name) => JSON.parse(readFileSync(new URL(name, FIXTURES))).schema));

  assert.deepEqual([...tried].sort(), Array.from({ length: SCHEMA }, (_, place) => place + 1));
});

test("of two answers to one item the later stays", () => {
  const ours = sound({ schema: 1, answers: { x: answer("2026-02-01", 0), y: answer("2026-02-01", 0) }, settings: { seed: 1 } });
  const theirs = sound({ schema: 1, answers: { x: answer("2026-03-01"), y: answer("2026-01-01"), z: answer("2026-01-01") }, settings: { seed: 2 } });

  const both = merged(ours, theirs);

  assert.deepEqual([both.answers.x.score, both.answers.y.score, both.answers.z.score], [1, 0, 1]);
  assert.equal(both.settings.seed, 1);
});

test("of two records of a quiz the further one stays, with the best result of both and the first of each form", () => {
  const quiz = (entry) => sound({ schema: SCHEMA, quizzes: { q: entry } });
  const ours = quiz({ attempt: 2, taken: 1, best: 0.9, items: ["x"], before: { at: "2", parts: { brand: [1, 2] } }, at: "2" });
  const theirs = quiz({ attempt: 3, taken: 2, best: 0.5, items: ["y"], before: { at: "1", parts: { brand: [0, 2] } }, at: "1" });

  const both = merged(ours, theirs).quizzes.q;

  assert.deepEqual(both, { attempt: 3, taken: 2, best: 0.9, items: ["y"], before: { at: "1", parts: { brand: [0, 2] } }, at: "1" });
  assert.deepEqual(merged(theirs, ours).quizzes.q, both);
});

test("merging twice changes nothing, whichever comes first in rows, reviews and beliefs", () => {
  const row = (brand, at) => ({ brand, find: 1, engage: 1, relate: 1, at });
  const ours = sound({ schema: SCHEMA, journal: { "2026-03-02": row(1, "1"), "2026-03-09": row(2, "2") }, reviews: { x: { due: 9, at: 8 } }, beliefs: { b: { item: "x", at: "1" } } });
  const theirs = sound({ schema: SCHEMA, journal: { "2026-03-02": row(3, "3") }, reviews: { x: { due: 12, at: 9 }, y: { due: 4, at: 3 } }, beliefs: { b: { item: "x", at: "1", gone: "2" } } });

  const both = merged(ours, theirs);

  assert.deepEqual(both.journal, { "2026-03-02": row(3, "3"), "2026-03-09": row(2, "2") });
  assert.deepEqual(both.reviews, { x: { due: 12, at: 9 }, y: { due: 4, at: 3 } });
  assert.equal(both.beliefs.b.gone, "2");
  assert.deepEqual(merged(both, theirs), both);
  assert.deepEqual(merged(theirs, ours).reviews, both.reviews);
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

for (const [text, said] of [["", "bad"], ["no JSON", "bad"], ["[]", "bad"], ["{}", "bad"], ['{"schema":"1"}', "bad"], ['{"schema":0}', "bad"], ['{"schema":99}', "newer"]]) {
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

  for (const part of MAPS.filter((each) => each !== "settings")) assert.deepEqual(record[part], {}, part);
  assert.notEqual(record.settings.seed, seed);
});
