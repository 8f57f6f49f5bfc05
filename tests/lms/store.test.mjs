import assert from "node:assert/strict";
import { test } from "node:test";

import { begun, hasMore } from "../../coursekit/web/lms/kept.js";
import { outcomeOf } from "../../coursekit/web/lms/outcome.js";
import { decimal, long, range, rightParts, short } from "../../coursekit/web/lms/patterns.js";
import { Scorm } from "../../coursekit/web/lms/scorm.js";
import { scorm12 } from "../../coursekit/web/lms/scorm12.js";
import { readState, writeState } from "../../coursekit/web/lms/state.js";
import { clockTime, duration, timestamp } from "../../coursekit/web/lms/times.js";
import { formOf } from "../../coursekit/web/draw.js";
import { handIn } from "../../coursekit/web/quiz-forms.js";
import { sound } from "../../coursekit/web/record-shape.js";
import { browser, launched, until } from "./browsers.mjs";
import { course } from "./facts.mjs";
import { platform } from "./platform.mjs";
import { chance, someRecord } from "./records.mjs";

const known = course();
const [item, other, third] = known.facts.items.filter(({ key }) => key?.type === "single");
const words = known.facts.items.find(({ key }) => key?.type === "reflect");
const AT = "2026-03-02T18:00:00.000Z";
const entry = (response = "a", at = AT) => ({ response, score: 0, points: 0, attempts: 1, at });

const launch = (lms, place) => launched(new Scorm(lms.api, scorm12), known, place);
const heldBy = (lms) => readState(lms.kept.cmi?.suspend_data ?? "", known).record ?? sound();

test("an answer is said to be saved when the platform has stored it", async () => {
  const lms = platform("scorm12");
  const { record, store } = await launch(lms, browser());

  await record.saveAnswer(item.id, entry());

  assert.equal(record.kept, true);
  assert.deepEqual(heldBy(lms).answers[item.id].response, "a");
  const reported = () => Object.values(lms.kept.cmi.interactions).map(({ id }) => id);
  await until(() => reported().length);
  assert.deepEqual(reported(), [item.id]);
  store.close();
  assert.deepEqual(lms.complaints, []);
});

test("answers of a test are reported when it is handed in, those of the first form too, each with its time", async () => {
  const lms = platform("scorm12");
  const { record, store } = await launch(lms, browser());
  const quiz = known.facts.quizzes.find(({ forms }) => Object.keys(forms).length);
  const form = quiz.forms[formOf({ quiz: quiz.id, role: "before", forms: quiz.forms }, record.settings.seed)];
  const asked = form.filter((id) => known.key(id).type === "single").slice(0, 2);
  for (const id of asked) await record.saveAnswer(id, { ...entry(known.key(id).options[0].id), attempts: 0 });
  assert.deepEqual(lms.kept.cmi.interactions, {});

  const keys = form.map((id) => known.key(id));
  await record.change((data) => handIn(data, { quiz: quiz.id, role: "before", modules: {} }, keys, new Date(AT)));
  const reported = () => Object.values(lms.kept.cmi.interactions);
  await until(() => reported().length === 2);

  assert.deepEqual(reported().map(({ id }) => id).sort(), [...asked].sort());
  assert.equal(lms.log.filter(([verb, field]) => verb === "set" && field.endsWith(".latency")).length, 2);
  assert.deepEqual(lms.complaints, []);
  store.close();
});

test("when the platform refuses, nothing is said to be saved, the learner is told, and the next answer brings both", async () => {
  const lms = platform("scorm12");
  const { record, notices, store } = await launch(lms, browser());
  lms.faults.commit = true;
  await record.saveAnswer(item.id, entry());
  assert.deepEqual([record.kept, record.unsaved, [...notices.shown]], [false, true, ["unsent"]]);
  lms.faults.commit = false;

  await record.saveAnswer(other.id, entry());

  assert.deepEqual([record.kept, record.unsaved, [...notices.shown]], [true, false, []]);
  assert.deepEqual(Object.keys(heldBy(lms).answers).sort(), [item.id, other.id].sort());
  store.close();
});

test("a platform that comes back gets by itself what it missed, and its answers' reports once", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(performance, "now", () => 0); // no call seems slow, or its pause would never end
  const lms = platform("scorm12", { faults: {} });
  const { record, store, notices } = await launch(lms, browser());
  lms.faults.throws = true;
  await record.saveAnswer(item.id, entry());
  lms.faults.throws = false;

  t.mock.timers.tick(1000);
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  t.mock.timers.tick(1000);
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();

  assert.deepEqual([record.kept, [...notices.shown]], [true, []]);
  assert.ok(heldBy(lms).answers[item.id]);
  t.mock.timers.reset();
  store.close();
  assert.deepEqual(Object.values(lms.kept.cmi.interactions).map(({ id }) => id), [item.id]);
});

test("what the platform never got is given to it by the next session in the same browser", async () => {
  const place = browser();
  const first = platform("scorm12");
  const { record, store } = await launch(first, place);
  await record.saveAnswer(item.id, entry());
  first.faults.throws = true;
  await record.saveAnswer(other.id, entry());
  store.close();

  const second = platform("scorm12", { kept: first.kept });
  const again = await launch(second, place);
  const reported = () => Object.values(second.kept.cmi.interactions ?? {}).map(({ id }) => id);
  await until(() => reported().includes(other.id));

  assert.deepEqual(Object.keys(again.record.answers).sort(), [item.id, other.id].sort());
  assert.deepEqual(Object.keys(heldBy(second).answers).sort(), [item.id, other.id].sort());
  assert.ok(reported().includes(other.id));
  again.store.close();
});

test("two windows of one learner lose nothing of each other", async () => {
  const place = browser();
  const kept = {};
  const one = await launch(platform("scorm12", { kept }), place);
  const two = await launch(platform("scorm12", { kept }), place);

  await one.record.saveAnswer(item.id, entry());
  await until(() => two.record.answers[item.id]);
  await two.record.saveAnswer(other.id, entry());
  one.store.close();
  two.store.close();

  const lms = { kept };
  assert.deepEqual(Object.keys(heldBy(lms).answers).sort(), [item.id, other.id].sort());
});

test("a page that goes away leaves a state as it is that the platform has already", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: new Date(AT) });
  const lms = platform("scorm12");
  const { record, store } = await launch(lms, browser());
  await record.saveAnswer(item.id, entry());
  const stored = lms.kept.cmi.suspend_data;
  t.mock.timers.setTime(Date.parse(AT) + 90_000);

  store.close();

  assert.equal(lms.kept.cmi.suspend_data, stored);
});

test("what another device wrote over at the platform comes back from the browser where it was done", async () => {
  const [place, kept] = [browser(), {}];
  const before = await launch(platform("scorm12", { kept }), place);
  await before.record.saveAnswer(item.id, entry());
  before.store.close();
  const one = await launch(platform("scorm12", { kept }), place);
  const two = await launch(platform("scorm12", { kept }), browser());
  await one.record.saveAnswer(other.id, entry());
  await two.record.saveAnswer(third.id, entry());
  one.store.close();
  two.store.close();
  assert.deepEqual(Object.keys(heldBy({ kept }).answers).sort(), [item.id, third.id].sort());

  const again = await launch(platform("scorm12", { kept }), place);
  await until(() => heldBy({ kept }).answers[other.id]);

  assert.deepEqual(Object.keys(heldBy({ kept }).answers).sort(), [item.id, other.id, third.id].sort());
  again.store.close();
});

test("what another device went on with is taken as it is, by one too that had nothing to add but a report", async () => {
  const [place, second, kept] = [browser(), browser(), {}];
  const one = await launch(platform("scorm12", { kept }), place);
  await one.record.saveAnswer(item.id, entry());
  one.store.close();
  (await launch(platform("scorm12", { kept }), second)).store.close();
  await second.change((found) => ({ ...found, queue: [{ id: "late", item: item.id, response: "a", attempts: 1, at: AT }] }));
  const reports = await launch(platform("scorm12", { kept }), second);
  await until(() => kept.cmi.interactions && Object.keys(kept.cmi.interactions).length);
  reports.store.close();
  const two = await launch(platform("scorm12", { kept }), browser());
  await two.record.change((data) => delete data.answers[item.id]);
  two.store.close();

  const again = await launch(platform("scorm12", { kept }), place);

  assert.deepEqual([again.record.answers, again.offer], [{}, undefined]);
  again.store.close();
  const late = await launch(platform("scorm12", { kept }), second);
  assert.deepEqual([late.record.answers, late.offer], [{}, undefined]);
  late.store.close();
});

test("a state that has nothing in common with the browser's is not filled from it until the learner has been asked", async () => {
  const [place, kept] = [browser(), {}];
  const one = await launch(platform("scorm12"), place);
  await one.record.saveAnswer(item.id, entry());
  one.store.close();
  const two = await launch(platform("scorm12", { kept }), browser());
  await two.record.saveAnswer(other.id, entry());
  two.store.close();

  const asked = await launch(platform("scorm12", { kept }), place);
  asked.store.close();
  const askedAgain = await launch(platform("scorm12", { kept }), place);

  assert.deepEqual(Object.keys(asked.record.answers), [other.id]);
  assert.deepEqual([Object.keys(asked.offer.answers), Object.keys(askedAgain.offer.answers)], [[item.id], [item.id]]);
  await askedAgain.store.settle();
  askedAgain.store.close();
  const last = await launch(platform("scorm12", { kept }), place);
  assert.equal(last.offer, undefined);
  last.store.close();
});

test("without room in the browser the platform alone keeps the record, and if it fails too the learner is warned", async () => {
  const place = { ...browser(), lasts: false };
  const lms = platform("scorm12");
  const { record, store, notices } = await launch(lms, place);
  place.change = async () => {
    throw new Error("full");
  };
  await record.saveAnswer(item.id, entry());
  assert.equal(record.kept, true);
  lms.faults.set = true;

  await record.saveAnswer(other.id, entry());

  assert.deepEqual([record.unsaved, [...notices.shown]], [true, ["unsafe"]]);
  assert.deepEqual(Object.keys(record.answers).sort(), [item.id, other.id].sort());
  store.close();
});

test("a foreign state stays behind ours, and comes back with it", async () => {
  const lms = platform("scorm12", { kept: { cmi: { suspend_data: "left by another course" } } });
  const { record, store, given } = await launch(lms, browser());
  assert.equal(given.text, "left by another course");

  await record.saveAnswer(item.id, entry());
  store.close();

  assert.equal(readState(lms.kept.cmi.suspend_data, known).aside, "left by another course");
  assert.ok(heldBy(lms).answers[item.id]);
});

test("the learner's own words and readings stay in the browser and are there again", async () => {
  const place = browser();
  const lms = platform("scorm12");
  const first = await launch(lms, place);
  const row = { brand: 13, find: 10, engage: 11, relate: 25, at: AT };
  await first.record.saveAnswer(words.id, { ...entry("mine alone"), score: 1 });
  await first.record.change((data) => (data.journal["2026-03-02"] = row));
  await first.record.saveReadings({ brand: 13, find: 10, engage: 11, relate: 25 });
  first.store.close();

  const again = await launch(platform("scorm12", { kept: lms.kept }), place);

  assert.equal(again.record.answers[words.id].response, "mine alone");
  assert.deepEqual([again.record.journal["2026-03-02"], again.record.readings.brand], [row, 13]);
  const sent = JSON.stringify(lms.log);
  assert.ok(!sent.includes("mine alone"));
  assert.deepEqual([heldBy(lms).journal, heldBy(lms).readings, heldBy(lms).answers[words.id]], [{}, null, undefined]);
  again.store.close();
});

test("a platform that begins anew is not filled by the browser unless the learner says so", async () => {
  const place = browser();
  const first = await launch(platform("scorm12"), place);
  await first.record.saveAnswer(item.id, entry());
  first.store.close();

  const lms = platform("scorm12");
  const { record, offer, store } = await launch(lms, place);
  assert.deepEqual([record.answers, offer.answers[item.id].response], [{}, "a"]);
  await store.add(offer);

  assert.ok(heldBy(lms).answers[item.id]);
  assert.ok(record.answers[item.id] || (await store.read()).answers[item.id]);
  store.close();
});

test("a state that the platform lost after storing it is given to it again", () => {
  const record = sound({ schema: 2, answers: { [item.id]: entry() } });
  const old = writeState(sound(), "", known, { now: new Date("2026-03-01T10:00:00Z") }).text;
  const sent = writeState(record, "", known, { now: new Date(AT) }).text;
  const own = { record, pending: false, sent, sentAt: AT, queue: [], change: 1 };

  const kept = begun(readState(old, known), old, own, known);

  assert.equal(kept.pending, true);
  assert.ok(kept.record.answers[item.id]);
});

test("a state that another device stored since is what counts", () => {
  const record = sound({ schema: 2, answers: { [item.id]: entry("a") } });
  const newer = writeState(sound({ schema: 2, answers: { [item.id]: entry("b", "2026-03-05T10:00:00.000Z") } }), "", known, { now: new Date("2026-03-05T10:00:00Z") }).text;
  const own = { record, pending: false, sent: "older", sentAt: AT, queue: [], change: 1 };

  const kept = begun(readState(newer, known), newer, own, known);

  assert.deepEqual([kept.pending, kept.record.answers[item.id].response], [false, "b"]);
});

test("there is more only where something is missing", () => {
  const record = someRecord(known, { random: chance(4) });

  assert.equal(hasMore(record, record), false);
  assert.equal(hasMore(record, sound()), true);
  assert.equal(hasMore(sound(), record), false);
});

test("complete is who has read all lessons and passed the test; the rule of the course may ask for less", () => {
  const { completion } = known.facts;
  const pages = Object.fromEntries(completion.pages.map((id) => [id, AT]));
  const test = (best) => ({ [completion.test]: { attempt: 1, taken: 1, best } });
  const outcome = (record, change = {}, mastery = undefined) => outcomeOf(sound({ schema: 2, ...record }), { facts: { completion: { ...completion, ...change } } }, mastery);

  assert.deepEqual(outcome({}), { complete: false, read: false, taken: 0, scaled: undefined, success: undefined });
  assert.equal(outcome({ pages }).complete, false);
  assert.deepEqual([outcome({ pages, quizzes: test(0.69) }).complete, outcome({ pages, quizzes: test(0.7) }).complete], [false, true]);
  assert.equal(outcome({ quizzes: test(1) }).complete, false);
  assert.equal(outcome({ pages, quizzes: test(0.1) }, { needs: "taken" }).complete, true);
  assert.equal(outcome({ pages }, { needs: "nothing", test: null }).complete, true);
  assert.equal(outcome({}, { pages: [], needs: "nothing" }).complete, true);
  assert.equal(outcome({ quizzes: { [completion.test]: { attempt: 1, taken: 0, before: { at: AT, parts: {} } } } }).success, undefined);
  assert.deepEqual([outcome({ quizzes: test(0.75) }, {}, 0.8).success, outcome({ quizzes: test(0.75) }, {}, 0.6).success], [false, true]);
});

test("times are written as each standard reads them", () => {
  assert.deepEqual([0, 1, 59_999, 3_723_456, 36e8].map(clockTime), ["0000:00:00.00", "0000:00:00.00", "0000:01:00.00", "0001:02:03.46", "1000:00:00.00"]);
  assert.deepEqual([0, 4, 500, 59_990, 60_000, 3_600_000, 3_723_456].map(duration), ["PT0S", "PT0S", "PT0.5S", "PT59.99S", "PT1M", "PT1H", "PT1H2M3.46S"]);
  assert.equal(timestamp("2026-03-02T18:00:00.129Z"), "2026-03-02T18:00:00.12Z");
});

test("responses are ids in the pattern of each standard, numbers have a dot and no powers", () => {
  assert.deepEqual([short(["a", "c"]), long(["a", "c"])], ["a,c", "a[,]c"]);
  assert.deepEqual([short([["gap", "b"], ["two", "c"]]), long([["gap", "b"], ["two", "c"]])], ["gap.b,two.c", "gap[.]b[,]two[.]c"]);
  assert.deepEqual([decimal(60.2), decimal(-0.5), decimal(1e21), decimal(1e-9), decimal(0.1 + 0.2)], ["60.2", "-0.5", "1000000000000000000000", "0", "0.3"]);
  assert.equal(range({ answer: 65, tolerance: 0.5 }), "64.5[:]65.5");
  assert.equal(short(Array.from({ length: 200 }, () => "ab")).length <= 255, true);
  for (const { key } of known.facts.items.filter(({ key }) => key)) {
    assert.equal(rightParts(key) === undefined, key.type === "reflect", key.id);

  }
});
