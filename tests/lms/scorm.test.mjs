import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Scorm, findScorm } from "../../coursekit/web/lms/scorm.js";
import { findApi } from "../../coursekit/web/lms/scorm-api.js";
import { scorm12 } from "../../coursekit/web/lms/scorm12.js";
import { scorm2004 } from "../../coursekit/web/lms/scorm2004.js";
import { reportOf } from "../../coursekit/web/lms/interactions.js";
import { uuid } from "../../coursekit/web/lms/uuid.js";
import { course } from "./facts.mjs";
import { platform } from "./platform.mjs";
import { chance, someResponse } from "./records.mjs";

const STANDARDS = { scorm12, scorm2004 };
const NOTHING = { complete: false, read: false, taken: 0, scaled: undefined, success: undefined };
const values = (more = {}) => ({ text: "ssi1.state", place: "brand/profile.html", outcome: { ...NOTHING, ...more } });
const only = (lms, verb) => lms.log.filter(([each]) => each === verb);
const setTo = (lms, field) => lms.log.filter(([verb, name]) => verb === "set" && name === field).map(([, , value]) => value);

// The report of a question of one choice, answered with its first option.
function oneAnswer() {
  const known = course();
  const { id, key } = known.facts.items.find(({ key }) => key?.type === "single");
  return reportOf({ id: uuid(), item: id, response: key.options[0].id, attempts: 1, at: "2026-03-02T18:00:00.000Z" }, known);
}

async function launched(name, options) {
  const lms = platform(name, options);
  const session = new Scorm(lms.api, STANDARDS[name]);
  return { lms, session, given: await session.open() };
}

test("the API is found in a window around ours or behind it, past windows that must not be looked into", () => {
  const api = {};
  const closed = { get API() { throw new Error("another origin"); }, get parent() { return top; } }; // prettier-ignore
  const top = { API: api };
  top.parent = top;
  const inner = { parent: closed };
  const alone = { opener: inner };
  alone.parent = alone.top = alone;
  const nowhere = {};
  nowhere.parent = nowhere.top = nowhere;

  assert.equal(findApi(inner, "API"), api);
  assert.equal(findApi(alone, "API"), api);
  assert.equal(findApi(nowhere, "API"), undefined);
  assert.equal(findScorm(nowhere, scorm12), undefined);
});

for (const name of Object.keys(STANDARDS)) {
  describe(name, () => {
    const status = name === "scorm12" ? "cmi.core.lesson_status" : "cmi.completion_status";

    test("a first launch is incomplete at once, so that a visit is not taken for a completion", async () => {
      const { lms, given } = await launched(name);

      assert.deepEqual(given, { learner: "ann", mode: "normal", text: "", place: "" });
      assert.deepEqual(setTo(lms, status), ["incomplete"]);
    });

    test("what is saved comes back at the next launch, and the session ends once", async () => {
      const { lms, session } = await launched(name);
      await session.save(values());
      session.hide(values());
      session.close(values());
      session.close(values());

      const { given } = await launched(name, { kept: lms.kept });

      assert.equal(given.text, "ssi1.state");
      assert.equal(given.place, "brand/profile.html");
      assert.equal(only(lms, "finish").length, 1);
      assert.deepEqual(lms.complaints, []);
      assert.equal(lms.log.at(-1)[0], "finish");
    });

    test("a session that is running already is taken up", async () => {
      const { lms } = await launched(name);

      const again = new Scorm(lms.api, STANDARDS[name]);

      assert.equal((await again.open()).learner, "ann");
    });

    test("a session that the platform refuses is none", async () => {
      await assert.rejects(launched(name, { faults: { initialize: true } }));
      await assert.rejects(launched(name, { faults: { throws: true } }));
    });

    for (const mode of ["review", "browse"]) {
      test(`in ${mode} nothing is written`, async () => {
        const { lms, session, given } = await launched(name, { faults: { mode } });
        session.close();

        assert.equal(given.mode, mode);
        assert.deepEqual([only(lms, "set"), only(lms, "commit")], [[], []]);
        assert.equal(only(lms, "finish").length, 1);
      });
    }

    test("a refused commit is an error, and all is set again before the next", async () => {
      const { lms, session } = await launched(name);
      lms.faults.commit = true;
      await assert.rejects(session.save(values()));
      lms.faults.commit = false;

      await session.save(values());

      assert.equal(setTo(lms, STANDARDS[name].fields.state).length, 2);
      assert.equal(lms.kept.commits, 1);
    });

    test("a platform that throws, or is gone at the end, breaks nothing", async () => {
      const { lms, session } = await launched(name);
      lms.faults.throws = true;

      await assert.rejects(session.save(values()));
      session.close(values());
    });

    test("what the platform has already is not set again", async () => {
      const { lms, session } = await launched(name);
      await session.save(values({ scaled: 0.5, success: false }));
      const before = only(lms, "set").length;

      await session.save(values({ scaled: 0.5, success: false }));

      assert.equal(only(lms, "set").length, before);
      assert.equal(only(lms, "commit").length, 1);
    });

    test("a score is told from 0 to 100, and before there is one none", async () => {
      const { lms, session } = await launched(name);
      const score = STANDARDS[name].fields.score;
      await session.save(values());
      assert.deepEqual(setTo(lms, `${score}.raw`), []);

      await session.save(values({ scaled: 23 / 30, success: true }));

      assert.deepEqual(["raw", "min", "max"].map((part) => setTo(lms, `${score}.${part}`)), [["76.67"], ["0"], ["100"]]);
      assert.deepEqual(setTo(lms, `${score}.scaled`), name === "scorm12" ? [] : ["0.7667"]);
      assert.deepEqual(lms.complaints, []);
    });

    test("an answer to every item of the course is taken, in the standard's own words", async () => {
      const { lms, session } = await launched(name);
      const known = course();
      const random = chance(21);
      for (const { id, key } of known.facts.items.filter(({ key }) => key)) {
        const response = key.type === "reflect" ? undefined : someResponse(key, random);
        await session.answer(reportOf({ id: uuid(), item: id, response, attempts: 1, at: "2026-03-02T18:00:00.000Z", latency: 12_345 }, known)).catch((error) => assert.fail(`${id} (${key.type}): ${error.message}: ${JSON.stringify(response)}`));
      }

      const refused = lms.log.filter(([verb]) => verb === "set").length;
      const { interactions } = lms.kept.cmi;
      const told = Object.values(interactions);

      assert.deepEqual(lms.complaints, []);
      assert.ok(refused > 0);
      assert.equal(told.length, known.facts.items.filter(({ key }) => key).length);
      assert.ok(told.every(({ id, type, result, latency }) => id && type && result && latency));
      assert.ok(told.every((each) => each.objectives["0"].id === known.items.get(each.id).objective));
      const open = told.filter((each) => !(each.student_response ?? each.learner_response));
      assert.ok(open.length < 10);
      assert.ok(open.every(({ id }) => ["reflect", "numeric"].includes(known.key(id).type))); // a number may be too large
    });

    test("the same item answered again in a session is told in its place", async () => {
      const { lms, session } = await launched(name);
      const known = course();
      const { id, key } = known.facts.items.find(({ key }) => key?.type === "single");
      const [right, wrong] = [key.options.find(({ correct }) => correct).id, key.options.find(({ correct }) => !correct).id];
      for (const [response, attempts] of [[wrong, 1], [right, 2]]) {
        await session.answer(reportOf({ id: uuid(), item: id, response, attempts, at: "2026-03-02T18:00:00.000Z" }, known));
      }

      assert.equal(Object.keys(lms.kept.cmi.interactions).length, 1);
      const results = setTo(lms, "cmi.interactions.0.result");
      assert.deepEqual(results, [name === "scorm12" ? "wrong" : "incorrect", "correct"]);
    });

    test("a slow platform lets the page have its turn between the calls of a report", async () => {
      const { lms, session } = await launched(name);
      lms.faults.delay = 60;
      let turns = 0;
      const clock = setInterval(() => (turns += 1), 1);

      await session.answer(oneAnswer());

      clearInterval(clock);
      assert.ok(turns >= 5, `${turns} turns`);
    });

    test("the page is known after two calls, so that it opens while a slow platform is asked for the rest", async () => {
      const { lms } = await launched(name, { kept: { cmi: {} } });
      const session = new Scorm(lms.api, STANDARDS[name]);
      lms.log.length = 0;
      let asked;

      await session.open((place) => (asked = [place, lms.log.filter(([verb]) => verb !== "code").length]));

      assert.equal(asked[0], "");
      assert.ok(asked[1] < lms.log.length - 3, `${asked[1]} of ${lms.log.length}`);
    });

    test("a session that has ended is not spoken to, though a report was under way", async () => {
      const { lms, session } = await launched(name);
      lms.faults.delay = 60;
      const telling = session.answer(oneAnswer());
      await new Promise((resolve) => setTimeout(resolve, 100));

      session.close(values());

      await assert.rejects(telling, /ended/);
      assert.deepEqual(lms.complaints, []);
    });
  });
}

const WORDS12 = [
  [{}, "incomplete"],
  [{ read: true }, "incomplete"],
  [{ taken: 1, scaled: 0.5, success: false }, "incomplete"],
  [{ read: true, taken: 1, scaled: 0.5, success: false }, "failed"],
  [{ taken: 1, scaled: 0.9, success: true }, "incomplete"],
  [{ read: true, complete: true, taken: 1, scaled: 0.9, success: true }, "passed"],
  [{ read: true, complete: true }, "completed"],
];

test("one word of SCORM 1.2 says completion and success, and what is reached is not taken back", () => {
  for (const [outcome, word] of WORDS12) {
    assert.deepEqual(scorm12.statuses(["incomplete"], { ...NOTHING, ...outcome }), [word]);
    assert.deepEqual(scorm12.statuses(["passed"], { ...NOTHING, ...outcome }), ["passed"]);
  }
  assert.deepEqual(scorm12.statuses(["failed"], { ...NOTHING, read: true, complete: true, success: true }), ["passed"]);
  assert.deepEqual(["", "not attempted", "unknown", "browsed", "passed", "failed"].map((word) => scorm12.first([word])[0]), ["incomplete", "incomplete", "incomplete", "incomplete", "passed", "failed"]);
});

test("SCORM 2004 says completion and success apart, and takes neither back", () => {
  const say = (before, outcome) => scorm2004.statuses(before, { ...NOTHING, ...outcome });

  assert.deepEqual(say(["incomplete", "unknown"], {}), ["incomplete", "unknown"]);
  assert.deepEqual(say(["incomplete", "unknown"], { success: false }), ["incomplete", "failed"]);
  assert.deepEqual(say(["incomplete", "failed"], { success: true, complete: true }), ["completed", "passed"]);
  assert.deepEqual(say(["completed", "passed"], { success: false }), ["completed", "passed"]);
  assert.deepEqual(say(["completed", "passed"], {}), ["completed", "passed"]);
});

