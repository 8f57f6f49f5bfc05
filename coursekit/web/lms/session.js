// The shell of an LMS package: a page with the course in a frame, and one session with the platform around it. The
// pages come and go; the session begins and ends once, with the shell. They take its store: record-store.js.
//
//   <body data-lms="scorm12 | scorm2004 | cmi5">, one <iframe>, and globalThis.courseFacts before this script

import { sound } from "../record-shape.js";
import { browserStore, memoryStore, shelf } from "../record-store.js";
import { findCmi5 } from "./cmi5.js";
import { Course } from "./course.js";
import { Frame } from "./frame.js";
import { begun, hasMore, unanswered } from "./kept.js";
import { Notices } from "./notices.js";
import { PlatformStore } from "./platform-store.js";
import { findScorm } from "./scorm.js";
import { scorm12 } from "./scorm12.js";
import { scorm2004 } from "./scorm2004.js";
import { readState } from "./state.js";

const FIND = {
  scorm12: () => findScorm(window, scorm12),
  scorm2004: () => findScorm(window, scorm2004),
  cmi5: (course) => findCmi5(location, course),
};
const TRIES = [0, 500, 1500]; // ms before each try to open a session

const course = new Course(globalThis.courseFacts);
const notices = new Notices(course.facts, document);
const frame = new Frame(document.querySelector("iframe"), course);

window.courseStore = begin().catch(() => alone("no-session"));

async function begin() {
  const session = FIND[document.body.dataset.lms](course);
  if (!session) return alone("no-platform");
  const given = await opened(session).catch(() => undefined);
  if (!given) return session.learner ? await later(session.learner) : alone("no-session");
  return given.mode === "review" || given.mode === "browse" ? look(session, given) : work(session, given);
}

// The first answer of a platform may be an accident.
async function opened(session) {
  let reason;
  for (const wait of TRIES) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      return await session.open((place) => frame.open(place));
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

// Without a platform the browser keeps the record, as on the site.
async function alone(reason) {
  notices.tell(reason);
  frame.open();
  return browserStore().catch(memoryStore);
}

// To look at only: nothing is written.
function look(session, { text, place }) {
  notices.toggle("look", true);
  const store = memoryStore();
  const found = readState(text, course).record ?? sound();
  frame.open(place);
  addEventListener("pagehide", () => session.close());
  reloadWhenBack();
  return store.change(() => found).then(() => ({ ...store, platform: true }));
}

// The platform is there and does not answer: the browser keeps the record for the learner's next session.
async function later(learner) {
  notices.toggle("no-session", true);
  const place = await placeOf(learner);
  const kept = unanswered(await place.read().catch(() => undefined));
  await place.change(() => kept).catch(() => {});
  const refuse = () => Promise.reject(new Error("no session"));
  const none = { save: refuse, answer: refuse, hide() {}, close: () => [] };
  const store = new PlatformStore(none, place, kept, course, { toggle() {} });
  frame.open(kept.place);
  frame.watch((page) => store.turned(page), () => store.left());
  return store;
}

function placeOf(learner) {
  return shelf(`lms:${course.facts.course}:${learner}`).catch(memoryStore);
}

async function work(session, given) {
  const place = await placeOf(given.learner);
  const state = readState(given.text, course);
  const kept = begun(state, given.text, await place.read().catch(() => undefined), course);
  await place.change(() => kept).catch(() => {});
  const store = new PlatformStore(session, place, kept, course, notices);
  if (state.aside && !state.record) notices.tell("aside");
  if (!place.lasts) notices.tell("private");
  frame.open(given.place);
  frame.watch((page) => store.turned(page), () => store.left());
  endWithPage(store);
  offered(store, kept.offer);
  if (session.returnUrl) notices.link("leave", session.returnUrl);
  return store;
}

function endWithPage(store) {
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && store.hide());
  addEventListener("pagehide", () => store.close());
  addEventListener("online", () => store.retry());
  addEventListener("beforeunload", (event) => store.unsent && !store.isSafe && event.preventDefault());
  reloadWhenBack();
}

// A page that comes back from the browser's cache has no session any more.
function reloadWhenBack() {
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}

// What this browser kept while there was no platform, or before the platform began anew: the learner says whose it is.
async function offered(store, offer) {
  const found = offer ?? (await left(await store.read()));
  if (found) notices.ask("offer", () => store.add(found), () => store.settle());
}

// The record that the browser keeps without a platform, if it holds something that this one does not.
async function left(record) {
  const found = await browserStore().then((store) => store.read(), () => undefined);
  return found && hasMore(sound(found), record) ? found : undefined;
}
