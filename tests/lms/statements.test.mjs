import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { reportOf } from "../../coursekit/web/lms/interactions.js";
import { answered, completed, initialized, judged, terminated } from "../../coursekit/web/lms/statements.js";
import { uuid } from "../../coursekit/web/lms/uuid.js";
import { course } from "./facts.mjs";
import { chance, someResponse } from "./records.mjs";

const validate = createRequire(import.meta.url)("xapi-validation").default;
const faultsOf = (statement) => validate(statement, ["statement"]).map(({ path, typeName }) => `${path.join(".")}: ${typeName}`);

const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const launch = {
  actor: { objectType: "Agent", account: { homePage: "https://course.example", name: "ann" } },
  activityId: "https://course.example/ssi/he",
  registration: "7ab1e0a5-5f3b-4b2f-9a0e-000000000001",
  data: {
    masteryScore: 0.7,
    contextTemplate: {
      contextActivities: { grouping: [{ id: "https://course.example/publisher" }], category: [{ id: "https://course.example/own" }] },
      extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s1" },
    },
  },
};
const categories = ({ context }) => (context.contextActivities.category ?? []).map(({ id }) => id.replace(CATEGORY, ""));

test("each statement that cmi5 defines is valid, and built on the context that was given", () => {
  const outcome = { scaled: 23 / 30, success: true };
  const all = [initialized(launch), completed(launch, 61_000), judged(launch, 61_000, outcome), judged(launch, 0, { scaled: 0, success: false }), terminated(launch, 61_000)];

  for (const statement of all) {
    assert.deepEqual(faultsOf(statement), [], statement.verb.id);
    assert.equal(statement.context.registration, launch.registration);
    assert.deepEqual(statement.context.contextActivities.grouping, launch.data.contextTemplate.contextActivities.grouping);
  }
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  assert.deepEqual(all.map(categories).map((found) => found.slice(1)), [["cmi5"], ["cmi5", "moveon"], ["cmi5", "moveon"], ["cmi5", "moveon"], ["cmi5"]]);
  assert.deepEqual(all[2].result, { success: true, score: { scaled: 0.7667, raw: 76.67, min: 0, max: 100 }, duration: "PT1M1S" });
  assert.deepEqual(launch.data.contextTemplate.contextActivities.category.length, 1);
});

test("an answer to every item of the course is a valid statement, of no category of cmi5's", () => {
  const known = course();
  const random = chance(33);
  for (const { id, key } of known.facts.items.filter(({ key }) => key)) {
    const response = key.type === "reflect" ? undefined : someResponse(key, random);
    const statement = answered(launch, reportOf({ id: uuid(), item: id, response, attempts: 1, at: "2026-03-02T18:00:00.000Z", latency: 4321 }, known));

    assert.deepEqual(faultsOf(statement), [], id);
    assert.deepEqual(categories(statement), ["https://course.example/own"]);
    assert.equal("response" in statement.result || ["reflect", "numeric"].includes(key.type), true);
  }
});

test("the validator finds a fault that is planted", () => {
  const statement = { ...terminated(launch, 0), result: { duration: "PT" } };

  assert.deepEqual(faultsOf(statement), ["statement.result.duration: ISO Duration"]);
});
