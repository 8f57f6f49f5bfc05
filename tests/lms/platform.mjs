// A learning platform of the tests': scorm-again, and around it what it does not do. It keeps what was committed and
// nothing else, forgets and refuses as told, and complains where a strict platform would.
//
//   kept     {} before the first launch; holds what was committed, for the next one
//   faults   {initialize, commit, set, throws: true} refuse, or throw, while they are set; {mode, cap, delay}
//   store    puts what is kept where the next launch finds it; false if the line is down
//   ended    is called at the end of the session
//   pause    holds a call up for so many milliseconds
//   log      every call, as [verb, …values]
//   took     how long each call was held up [ms]

import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";

const STANDARDS = {
  scorm12: {
    make: () => new Scorm12API({ autocommit: false, logLevel: 5 }),
    verbs: { LMSInitialize: "initialize", LMSGetValue: "get", LMSSetValue: "set", LMSCommit: "commit", LMSFinish: "finish", LMSGetLastError: "code", LMSGetErrorString: "text", LMSGetDiagnostic: "text" },
    fields: { learner: "core.student_id", mode: "core.lesson_mode", entry: "core.entry" },
    time: /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/,
    results: ["correct", "wrong", "neutral"],
    types: ["choice", "matching", "sequencing", "numeric", "performance", "fill-in", "true-false"],
    statuses: ["passed", "failed", "completed", "incomplete"],
  },
  scorm2004: {
    make: () => new Scorm2004API({ autocommit: false, logLevel: 5 }),
    verbs: { Initialize: "initialize", GetValue: "get", SetValue: "set", Commit: "commit", Terminate: "finish", GetLastError: "code", GetErrorString: "text", GetDiagnostic: "text" },
    fields: { learner: "learner_id", mode: "mode", entry: "entry" },
    time: /^PT(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
    results: ["correct", "incorrect", "neutral"],
    types: ["choice", "matching", "sequencing", "numeric", "performance", "long-fill-in", "true-false"],
    statuses: ["passed", "failed", "completed", "incomplete"],
  },
};

export function platform(standard, { kept = {}, faults = {}, store = () => true, ended = () => {}, pause = wait } = {}) {
  const { make, verbs, fields } = STANDARDS[standard];
  const inner = make();
  inner.loadFromJSON(launched(kept, fields, faults), "cmi");
  const log = [];
  const took = [];
  const complaints = [];
  let finished = false;

  function call(name, verb, values) {
    log.push([verb, ...values]);
    if (faults.delay) took.push(held(pause, faults.delay));
    if (finished && verb !== "code") complaints.push(`${name} after the end`);
    if (faults.throws && verb !== "code") throw new Error("the platform is gone");
    if (faults[verb]) return "false";
    if (verb === "set") complaints.push(...wrong(STANDARDS[standard], values, faults.cap ?? 4096));
    const answer = String(inner[name](...values));
    if (verb === "commit" && answer === "true") {
      const next = { ...kept, cmi: JSON.parse(JSON.stringify(inner.cmi)), commits: (kept.commits ?? 0) + 1 };
      if (!store(next)) return "false";
      Object.assign(kept, next);
    }
    if (verb === "finish") {
      finished = true;
      ended();
    }
    return answer;
  }

  const api = Object.fromEntries(Object.entries(verbs).map(([name, verb]) => [name, (...values) => call(name, verb, values)]));
  return { api, log, took, complaints, kept, faults, get finished() { return finished; } }; // prettier-ignore
}

// What a platform hands to the next launch: all but the interactions, which it has taken into its own books.
function launched({ cmi }, fields, { mode = "normal", learner = "ann" }) {
  const data = structuredClone(cmi ?? {});
  delete data.interactions;
  delete data.objectives;
  for (const [name, value] of Object.entries({ learner, mode, entry: cmi ? "resume" : "ab-initio" })) {
    const path = fields[name].split(".");
    const last = path.pop();
    const inside = path.reduce((found, part) => (found[part] ??= {}), data);
    inside[last] = value;
  }
  return data;
}

// What scorm-again lets through, and others do not.
function wrong({ time, results, types, statuses }, [field, value], cap) {
  const found = [];
  const name = field.split(".").at(-1);
  const say = (is, what) => is || found.push(`${field}: ${what}: ${String(value).slice(0, 60)}`);
  say(typeof value === "string", "not a text");
  say(value !== "" || name === "suspend_data", "empty");
  say(!field.includes("nav.request"), "not in a package of one part");
  if (name === "suspend_data") say(value.length <= cap, `more than ${cap} characters`);
  if (["lesson_location", "location"].includes(name)) say(value.length <= 255, "too long");
  if (["session_time", "latency"].includes(name)) say(time.test(value), "no time");
  if (name === "timestamp") say(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}Z)?$/.test(value), "no timestamp");
  if (name === "time") say(/^\d\d:\d\d:\d\d(\.\d{1,2})?$/.test(value), "no time of day");
  if (name === "result") say(results.includes(value) || /^(0?\.\d+|[01])$/.test(value), "no result");
  if (name === "type") say(types.includes(value), "no type");
  if (name === "id") say(/^[A-Za-z_][A-Za-z0-9_.-]{0,249}$/.test(value), "no id");
  if (name.endsWith("status")) say(statuses.includes(value), "no status");
  if (name === "exit") say(["suspend", ""].includes(value), "not for coming back");
  if (name === "student_response") say(value.length <= 255, "too long");
  if (["raw", "min", "max", "scaled", "weighting"].includes(name)) say(/^-?\d+(\.\d+)?$/.test(value), "no number");
  return found;
}

// A slow platform holds the whole page up: its calls are synchronous.
function held(pause, delay) {
  const began = performance.now();
  pause(delay);
  return performance.now() - began;
}

function wait(delay) {
  const end = performance.now() + delay;
  while (performance.now() < end);
}
