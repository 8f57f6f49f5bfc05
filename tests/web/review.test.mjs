import assert from "node:assert/strict";
import { register } from "node:module";
import { test } from "node:test";

import { createEmptyCard, fsrs } from "../../node_modules/ts-fsrs/dist/index.mjs";
import { dateOf, dayOf, dueItems, isMissed, nextDue, note } from "../../coursekit/web/missed.js";
import { sound } from "../../coursekit/web/record-shape.js";

register("./vendor.mjs", import.meta.url);
const { reviewed } = await import("../../coursekit/web/review-schedule.js");

const now = new Date(2026, 2, 2, 23, 30);
const today = dayOf(now);
const right = { item: "x", right: true, attempts: 1, misconceptions: [] };
const wrong = { item: "x", right: false, attempts: 2, misconceptions: ["belief"] };
const [AGAIN, HARD, GOOD] = [1, 2, 3];

test("a day is the learner's, not the clock's of Greenwich", () => {
  assert.equal(dayOf(new Date(2026, 2, 2, 0, 5)), dayOf(new Date(2026, 2, 2, 23, 55)));
  assert.equal(dayOf(new Date(2026, 2, 3, 0, 5)), dayOf(new Date(2026, 2, 2, 23, 55)) + 1);
  assert.equal(dateOf(today).toISOString().slice(0, 10), "2026-03-02");
});

for (const [answer, missed] of [[right, false], [{ ...right, sure: "certain" }, false], [{ ...right, sure: "guess" }, true], [wrong, true], [{ ...wrong, sure: "certain" }, true]]) {
  test(`an answer that is ${answer.right ? "right" : "wrong"} and ${answer.sure ?? "not rated"} is ${missed ? "" : "not "}missed`, () => {
    assert.equal(isMissed(answer), missed);
  });
}

test("what is missed comes back the next day, and what is known does not", () => {
  const data = sound();

  note(data, wrong, now);
  note(data, { ...right, item: "y" }, now);

  assert.deepEqual(data.reviews, { x: { at: today, due: today + 1 } });
});

test("what is missed again in a quiz keeps what the scheduler knows of it and comes back tomorrow", () => {
  const data = sound({ schema: 2, reviews: { x: { due: today + 40, at: today - 14, s: 40.5, d: 5, n: 4, lapses: 0 } } });

  note(data, wrong, now);

  assert.deepEqual(data.reviews.x, { due: today + 1, at: today - 14, s: 40.5, d: 5, n: 4, lapses: 0 });
});

test("a belief shows with a wrong answer and is gone when the same item is right at once", () => {
  const data = sound();
  note(data, wrong, now);
  note(data, { ...right, item: "other" }, now);
  note(data, { ...right, attempts: 2 }, now);
  note(data, { ...right, sure: "guess" }, now);
  const before = structuredClone(data.beliefs.belief);

  note(data, right, now);

  assert.deepEqual(before, { item: "x", at: now.toISOString() });
  assert.equal(data.beliefs.belief.gone, now.toISOString());
});

test("a belief that shows again is open again", () => {
  const data = sound({ schema: 2, beliefs: { belief: { item: "x", at: "1", gone: "2" } } });

  note(data, wrong, now);

  assert.equal(data.beliefs.belief.gone, undefined);
});

test("the longest due is asked first, and items that the course has retired are not counted", () => {
  const reviews = { x: { due: today }, y: { due: today - 3 }, z: { due: today + 2 }, v: { due: today + 2 }, gone: { due: today - 9 } };

  assert.deepEqual(dueItems(reviews, ["x", "y", "z", "v"], today), ["y", "x"]);
  assert.deepEqual(nextDue(reviews, ["x", "y", "z", "v"], today), { day: today + 2, count: 2 });
  assert.equal(nextDue(reviews, ["x"], today), undefined);
});

// The scheduler itself, with nothing rounded and nothing left out.
function whole(ratings) {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 180 });
  let card = scheduler.next(createEmptyCard(dateOf(today)), dateOf(today), AGAIN).card;
  return ratings.map((rating) => (card = scheduler.next(card, card.due, rating).card).scheduled_days);
}

for (const [name, answers, ratings] of [
  ["right every time", Array(9).fill(right), Array(9).fill(GOOD)],
  ["forgotten twice", [right, right, wrong, right, wrong, right], [GOOD, GOOD, AGAIN, GOOD, AGAIN, GOOD]],
  ["right by a nudge or a guess", [{ ...right, attempts: 2 }, { ...right, sure: "guess" }], [HARD, HARD]],
]) {
  test(`what is ${name} comes back when FSRS says, small numbers or not`, () => {
    let entry = { due: today + 1, at: today };
    const pauses = answers.map((answer) => {
      const day = entry.due;
      entry = reviewed(entry, answer, day);
      return entry.due - day;
    });

    assert.deepEqual(pauses, whole(ratings));
    assert.ok(pauses.every((pause) => pause >= 1 && pause <= 181), String(pauses));
    assert.ok(JSON.stringify(entry).length < 70, JSON.stringify(entry));
  });
}

test("pauses grow with right answers, and a clock that was set back breaks nothing", () => {
  let entry = { due: today + 1, at: today };
  entry = reviewed(entry, right, today + 1);
  const later = reviewed(entry, right, entry.due);

  assert.ok(later.due - later.at > entry.due - entry.at);
  assert.ok(reviewed(later, right, today - 30).due > later.at);
});

test("an entry that something has spoilt is asked as if it were new", () => {
  const entry = reviewed({ due: today, at: today - 1, s: "soon", d: null }, right, today);

  assert.ok(entry.due > today && Number.isFinite(entry.s));
});
