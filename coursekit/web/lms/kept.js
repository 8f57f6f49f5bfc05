// What the browser keeps beside the platform, for each learner: the whole record, and how much of it the platform has.
//
//   {record, pending, sent, sentAt, left, queue, aside, change}
//     pending   whether the record holds something that the platform has not stored
//     sent      the last state that it has stored, and when that was packed
//     left      parts of the record for which there was no room in that: pack.js
//     queue     answers that are not reported yet: interactions.js
//     aside     a state of the platform's that could not be read
//     place     the page in the frame
//     change    counts the changes
//
// So nothing is lost when the platform fails, the line drops or the tab is killed: the next session in this browser
// gives the platform what it missed. What is private, or has no room there, stays in the browser and comes back here.

import { merged, sound } from "../record-shape.js";
import { isCarried } from "./responses.js";

export const isKept = (found) => typeof found?.record === "object" && Array.isArray(found?.queue);

// What a session begins with: what the platform gave us ({record, at, aside} and its text), and what the browser kept.
// `offer` is a record that the platform does not know (any more); whether it is taken, the learner says.
export function begun(given, text, kept, course) {
  if (!isKept(kept)) return { ...fresh(given, text), offer: undefined };
  const own = sound(kept.record);
  const aside = given.aside || kept.aside || "";
  const rest = { queue: kept.queue, aside, left: kept.left ?? [], change: kept.change ?? 0 };
  if (!given.record) {
    const isNew = kept.sent !== undefined && text === ""; // the platform had something of ours and begins anew
    if (!isNew) return { kept: { ...rest, record: own, pending: true, sent: undefined }, offer: undefined };
    const record = refilled(sound(), own, course);
    const offer = hasMore(own, record) ? own : undefined;
    return { kept: { ...rest, queue: [], record, pending: false, sent: undefined }, offer };
  }
  const behind = kept.sent !== undefined && kept.sent !== text && given.at <= kept.sentAt; // it lost what it had stored
  const pending = kept.pending || behind;
  const record = pending ? merged(own, given.record) : refilled(given.record, own, course, rest.left);
  return { kept: { ...rest, record, pending, sent: text, sentAt: given.at }, offer: undefined };
}

// What a session begins with when the platform does not answer: what the browser kept, to be given to the next one.
export function unanswered(kept) {
  return isKept(kept) ? kept : fresh({}, "").kept;
}

function fresh({ record, at, aside }, text) {
  const sent = record ? text : undefined;
  return { kept: { record: record ?? sound(), pending: false, sent, sentAt: at, left: [], queue: [], aside: aside ?? "", change: 0 } };
}

// Whether there is something in `own` that the record does not have.
export function hasMore(own, record) {
  return ["answers", "exercises", "journal", "pages", "quizzes"].some((part) => Object.keys(own[part]).some((id) => !(id in record[part])));
}

// The platform's record with what it does not carry: the learner's own words, readings, times, and what was left out.
function refilled(record, own, course, left = []) {
  const { start } = own.plan ?? {};
  const plan = left.includes("plans") ? own.plan : record.plan && start && !record.plan.preset ? { start, ...record.plan } : record.plan;
  return {
    ...record,
    answers: { ...words(own.answers, course), ...timed(record.answers, own.answers) },
    pages: timed(record.pages, own.pages),
    exercises: left.includes("plans") ? { ...record.exercises, ...own.exercises } : record.exercises,
    reviews: left.includes("reviews") ? own.reviews : record.reviews,
    beliefs: left.includes("beliefs") ? own.beliefs : record.beliefs,
    journal: { ...own.journal, ...record.journal },
    readings: record.readings ?? own.readings,
    plan,
  };
}

function words(answers, course) {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => course.key(id) && !isCarried(course.key(id))));
}

// An entry that says the same keeps the time that the browser knows.
function timed(entries, own) {
  const bare = (entry) => JSON.stringify(entry?.response ?? null) + (entry?.attempts ?? "");
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, id in own && bare(own[id]) === bare(entry) ? own[id] : entry]));
}
