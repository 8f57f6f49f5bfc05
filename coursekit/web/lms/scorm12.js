// SCORM 1.2: its names, and how it says what SCORM 2004 says in other words.

import { decimal, rightParts, short, typeOf } from "./patterns.js";
import { clockTime, timeOfDay } from "./times.js";

const RANKS = ["incomplete", "failed", "completed", "passed"]; // what is reached is not taken back

export const scorm12 = {
  api: "API",
  verbs: { initialize: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", terminate: "LMSFinish", code: "LMSGetLastError" },
  running: "101", // of an Initialize: there is a session already
  room: 3500, // of the 4,096 characters that the standard promises
  place: 255,
  fields: {
    learner: "cmi.core.student_id",
    mode: "cmi.core.lesson_mode",
    state: "cmi.suspend_data",
    place: "cmi.core.lesson_location",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
    status: ["cmi.core.lesson_status"],
    score: "cmi.core.score",
  },
  time: clockTime,

  // Without a word from us the platform takes a look at the first page for a course completed.
  first: ([status]) => [RANKS.includes(status) ? status : "incomplete"],

  // One word for completion and success: a test that is failed shows once everything is read.
  statuses([before], { complete, read, success }) {
    const now = complete ? (success ? "passed" : "completed") : read && success === false ? "failed" : "incomplete";
    return [RANKS.indexOf(now) > RANKS.indexOf(before) ? now : before];
  },

  score: (scaled) => [["raw", decimal(Math.round(scaled * 10_000) / 100)], ["min", "0"], ["max", "100"]],

  // What an interaction is; then what may be missing.
  interaction({ item, key, parts, at }) {
    return [["id", item], ["type", typeOf(key)], ...(parts === undefined ? [] : [["student_response", short(parts)]]), ["time", timeOfDay(at)]];
  },

  details({ key, objective, score, right, latency, weight }) {
    const pattern = rightParts(key);
    return [
      ["result", key.type === "reflect" ? "neutral" : right ? "correct" : score > 0 ? decimal(Number(score.toFixed(2))) : "wrong"],
      ...(Number.isFinite(latency) ? [["latency", clockTime(latency)]] : []),
      ["objectives.0.id", objective],
      ["weighting", decimal(weight)],
      ...(pattern === undefined ? [] : [["correct_responses.0.pattern", short(pattern)]]),
    ];
  },
};
