// What the browser keeps beside the platform, for each learner: the whole record, and how much of it the platform has.
//
//   {record, pending, sent, sentAt, stored, left, queue, aside, offer, place, change, device, marks}
//     pending   whether the record holds something that the platform has not stored
//     sent      the last state that it has stored, when that was packed, and `change` then
//     left      parts of the record for which there was no room in that: pack.js
//     queue     answers that are not reported yet: interactions.js
//     aside     a state of the platform's that could not be read
//     offer     a record that the platform does not have, and the learner has not said yet whose it is
//     place     the page in the frame
//     change    counts the changes
//     device    names this browser to others; marks are those of the platform's state: marks.js
//
// So nothing is lost when the platform fails, the line drops or the tab is killed: the next session in this browser
// gives the platform what it missed. What is private, or has no room there, stays in the browser and comes back here.

import { merged, sound } from "../record-shape.js";
import { joined, newDevice, standing } from "./marks.js";
import { isCarried } from "./responses.js";

export const isKept = (found) => typeof found?.record === "object" && Array.isArray(found?.queue);

// What a session begins with: what the platform gave us ({record, at, marks, aside} and its text), and what the browser
// kept. Where that holds something that the platform does not know (any more), it is `offer`: whose it is, the learner says.
export function begun(given, text, kept, course) {
  if (!isKept(kept)) return fresh(given, text);
  const own = sound(kept.record);
  const { queue, left = [], change = 0, device = newDevice(), offer } = kept;
  const rest = { queue, left, change, device, marks: given.marks, aside: given.aside || kept.aside || "" };
  if (!given.record) {
    const isNew = kept.sent !== undefined && text === ""; // the platform had something of ours and begins anew
    if (!isNew) return { ...rest, record: own, pending: true, offer };
    return offering({ ...rest, queue: [], record: refilled(sound(), own, course), pending: false }, own, offer);
  }
  const { marks = [], stored } = kept;
  const stands = standing(given.marks, device, stored, marks);
  const isOlder = kept.sent !== undefined && kept.sent !== text && given.at <= kept.sentAt;
  const hasLost = stands === "beside" || (isOlder && !given.marks.length); // without marks only the time tells
  const state = { ...rest, sent: text, sentAt: given.at, stored };
  if (kept.pending || hasLost) return { ...state, marks: joined(marks, given.marks), record: merged(own, given.record), pending: true, offer };
  const found = { ...state, record: refilled(given.record, own, course, left), pending: false };
  return offering(found, stands === "strange" ? own : undefined, offer);
}

// With all that is still to be asked about.
function offering(found, ...offers) {
  const all = offers.filter((offer) => offer && hasMore(offer, found.record));
  return { ...found, offer: all.length ? all.reduce(merged) : undefined };
}

// What a session begins with when the platform does not answer: what the browser kept, to be given to the next one.
export function unanswered(kept) {
  return isKept(kept) ? { device: newDevice(), marks: [], ...kept } : fresh({ marks: [] }, "");
}

function fresh({ record, at, marks, aside }, text) {
  const sent = record ? text : undefined;
  const nothing = { pending: false, left: [], queue: [], change: 0, device: newDevice() };
  return { ...nothing, record: record ?? sound(), sent, sentAt: at, marks, aside: aside ?? "" };
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
