// xAPI statements as cmi5 defines and allows them. `launch` is what the platform told: {actor, activityId, registration,
// data}, data being its LMS.LaunchData.

import { long, range, rightParts, typeOf } from "./patterns.js";
import { duration } from "./times.js";
import { uuid } from "./uuid.js";

const CMI5 = { id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" };
const MOVE_ON = { id: "https://w3id.org/xapi/cmi5/context/categories/moveon" };
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
const OBJECTIVE = "http://adlnet.gov/expapi/activities/objective";
const VERBS = {
  initialized: "http://adlnet.gov/expapi/verbs/initialized",
  completed: "http://adlnet.gov/expapi/verbs/completed",
  passed: "http://adlnet.gov/expapi/verbs/passed",
  failed: "http://adlnet.gov/expapi/verbs/failed",
  terminated: "http://adlnet.gov/expapi/verbs/terminated",
  answered: "http://adlnet.gov/expapi/verbs/answered",
};

export const initialized = (launch) => defined(launch, "initialized", undefined);
export const terminated = (launch, time) => defined(launch, "terminated", { duration: duration(time) });
export const completed = (launch, time) => defined(launch, "completed", { completion: true, duration: duration(time) }, [MOVE_ON]);

export function judged(launch, time, { success, scaled }) {
  const score = { scaled: round(scaled, 4), raw: round(scaled * 100, 2), min: 0, max: 100 };
  const statement = defined(launch, success ? "passed" : "failed", { success, score, duration: duration(time) }, [MOVE_ON]);
  const mastery = launch.data.masteryScore;
  if (mastery !== undefined) statement.context.extensions = { ...statement.context.extensions, [MASTERY]: mastery };
  return statement;
}

// An answer: a statement that cmi5 allows, without its categories. Its id is the answer's own, so that a store that has
// it already takes it for the same.
export function answered(launch, report) {
  const { key, parts, score, right, latency } = report;
  const graded = key.type !== "reflect";
  const statement = base(launch, "answered", {
    id: `${launch.activityId}/${report.quiz}/${report.item}`,
    objectType: "Activity",
    definition: definition(report),
  });
  statement.id = report.id;
  statement.result = {
    ...(parts !== undefined && { response: long(parts) }),
    ...(graded && { success: right, score: { scaled: round(score, 4) } }),
    ...(Number.isFinite(latency) && { duration: duration(latency) }),
  };
  const objective = { id: `${launch.activityId}/objectives/${report.objective}`, definition: { type: OBJECTIVE } };
  const { contextActivities } = statement.context;
  statement.context.contextActivities = {
    ...contextActivities,
    parent: [...(contextActivities?.parent ?? []), { id: launch.activityId }],
    other: [...(contextActivities?.other ?? []), objective],
  };
  return statement;
}

function definition({ key, item, text, language }) {
  const right = key.type === "numeric" ? range(key) : rightParts(key) && long(rightParts(key));
  return {
    type: INTERACTION,
    name: { [language]: item },
    description: { [language]: text },
    interactionType: typeOf(key) === "fill-in" ? "long-fill-in" : typeOf(key),
    ...(right !== undefined && { correctResponsesPattern: [right] }),
    ...components(key),
  };
}

// The ids that a response is made of, for reports that show what there was to choose from.
function components(key) {
  const list = (ids) => [...new Set(ids)].map((id) => ({ id }));
  const ids = (entries) => list(entries.map(({ id }) => id));
  if (key.options) return { choices: ids(key.options) };
  if (key.steps) return { choices: list(key.steps) };
  if (key.turns) return { steps: list(Object.keys(key.turns)) };
  if (key.reasons) return { source: list(["answer", "reason"]), target: list(["true", "false", ...key.reasons.map(({ id }) => id)]) };
  if (key.pairs) return { source: list(Object.keys(key.pairs)), target: list(Object.values(key.pairs)) };
  if (key.gaps) return { source: ids(key.gaps), target: list(key.gaps.flatMap(({ options }) => options.map(({ id }) => id))) };
  return key.entries ? { source: ids(key.entries), target: list(["brand", "find", "engage", "relate", "none"]) } : {};
}

function defined(launch, verb, result, more = []) {
  const statement = base(launch, verb, { id: launch.activityId, objectType: "Activity" });
  const { contextActivities } = statement.context;
  const known = [CMI5, ...more].map(({ id }) => id);
  const others = (contextActivities?.category ?? []).filter(({ id }) => !known.includes(id));
  statement.context.contextActivities = { ...contextActivities, category: [...others, CMI5, ...more] };
  return { ...statement, ...(result && { result }) };
}

// Everything starts from the context that the platform gives, which holds the session's id.
function base({ actor, registration, data }, verb, object) {
  return {
    id: uuid(),
    actor,
    verb: { id: VERBS[verb], display: { en: verb } },
    object,
    context: { ...structuredClone(data.contextTemplate ?? {}), registration },
    timestamp: new Date().toISOString(),
  };
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
