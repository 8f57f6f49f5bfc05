// SCORM 2004, 4th edition: completion and success apart, times and patterns of its own.

import { decimal, long, range, rightParts, typeOf } from "./patterns.js";
import { duration, timestamp } from "./times.js";

const OPEN = ["", "unknown", "not attempted"]; // a completion that says nothing

export const scorm2004 = {
  api: "API_1484_11",
  verbs: { initialize: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", terminate: "Terminate", code: "GetLastError" },
  running: "103",
  room: 60_000, // of 64,000 characters
  place: 1000,
  fields: {
    learner: "cmi.learner_id",
    mode: "cmi.mode",
    state: "cmi.suspend_data",
    place: "cmi.location",
    time: "cmi.session_time",
    exit: "cmi.exit",
    status: ["cmi.completion_status", "cmi.success_status"],
    score: "cmi.score",
  },
  time: duration,

  first: ([completion, success]) => [OPEN.includes(completion) ? "incomplete" : completion, success],

  statuses([completion, before], { complete, success }) {
    const said = before === "passed" || success === undefined ? before : success ? "passed" : "failed";
    return [complete ? "completed" : completion, said];
  },

  score: (scaled) => [
    ["scaled", decimal(Number(scaled.toFixed(4)))],
    ["raw", decimal(Math.round(scaled * 10_000) / 100)],
    ["min", "0"],
    ["max", "100"],
  ],

  // In the order that the standard asks for: an id first, the type before what depends on it.
  interaction({ item, key, parts, at }) {
    const type = typeOf(key) === "fill-in" ? "long-fill-in" : typeOf(key);
    return [["id", item], ["type", type], ["timestamp", timestamp(at)], ...(parts === undefined ? [] : [["learner_response", long(parts)]])];
  },

  details({ key, objective, score, right, latency, weight, text, language }) {
    const pattern = key.type === "numeric" ? range(key) : rightParts(key) && long(rightParts(key));
    return [
      ["result", key.type === "reflect" ? "neutral" : right ? "correct" : score > 0 ? decimal(Number(score.toFixed(4))) : "incorrect"],
      ...(Number.isFinite(latency) ? [["latency", duration(latency)]] : []),
      ["objectives.0.id", objective],
      ["weighting", decimal(weight)],
      ["description", `{lang=${language}}${text}`.slice(0, 250)],
      ...(pattern === undefined ? [] : [["correct_responses.0.pattern", pattern]]),
    ];
  },
};
