// The store that a platform's session lends to the pages (record-store.js says what a store is). A change is kept in
// the browser, then stored by the platform; it resolves when that is done, or has failed, which the learner is told.

import { merged, sound } from "../record-shape.js";
import { answeredBetween, answeredNow, reportOf } from "./interactions.js";
import { isKept } from "./kept.js";
import { outcomeOf } from "./outcome.js";
import { joined, marked } from "./marks.js";
import { writeState } from "./state.js";

const PATIENCE = 3000; // ms that an answer waits for the platform before the page goes on
const WAITS = [1, 2, 4, 8, 16, 30, 60].map((seconds) => seconds * 1000); // ms between tries
const AT_ONCE = 20; // answers to report while a page goes away
const TRIES = 5; // to report an answer; its state is stored all the same

export class PlatformStore {
  platform = true;
  newer = false;
  unsent = false;
  place; // of the page in the frame

  #session;
  #shelf;
  #course;
  #notices;
  #kept;
  #heard = new Set();
  #sending;
  #isReporting = false;
  #again = false;
  #isClosed = false;
  #failures = 0;
  #tries = 0;
  #retry;
  #since = performance.now();
  #times = new Map(); // how long each answer took [ms]; under undefined what was none

  constructor(session, shelf, kept, course, notices) {
    [this.#session, this.#shelf, this.#kept, this.#course, this.#notices] = [session, shelf, kept, course, notices];
    this.#shelf.listen(() => this.#follow());
    if (kept.pending || kept.queue.length) this.#send();
  }

  get lasts() {
    return true; // the platform keeps it, or `unsent` says that it does not
  }

  // Whether what the platform does not have is safe in this browser.
  get isSafe() {
    return this.#shelf.lasts;
  }

  async read() {
    return structuredClone(this.#kept.record);
  }

  async change(apply) {
    await this.#keep((kept) => {
      const record = sound(apply(structuredClone(kept.record)));
      this.#times.set(answeredNow(kept.record, record), performance.now() - this.#since);
      const answered = answeredBetween(kept.record, record, this.#course, this.#times);
      return { ...kept, record, place: this.place, pending: true, queue: [...kept.queue, ...answered], change: kept.change + 1 };
    });
    this.#since = performance.now();
    await within(PATIENCE, this.#send());
    if (this.#sending) this.#tellUnsent(true);
    return structuredClone(this.#kept.record);
  }

  listen(heard) {
    this.#heard.add(heard);
  }

  // Another page is in the frame; `left` is told before, when the one that was there goes.
  turned(place) {
    this.#since = performance.now();
    this.place = place ?? this.place;
  }

  left() {
    this.#heard.clear();
  }

  hide() {
    if (this.#isBehind) this.#session.hide(this.#values());
  }

  // What is left over of a long queue is reported by the next session.
  close() {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    const last = this.#kept.queue.slice(0, AT_ONCE).map((each) => reportOf(each, this.#course));
    const reported = this.#session.close({ ...this.#values(), answered: last.filter(Boolean) }).map(({ id }) => id);
    if (reported.length) this.#keep((kept) => ({ ...kept, queue: kept.queue.filter(({ id }) => !reported.includes(id)) }));
  }

  // A record joins the one that is here.
  async add(record) {
    await this.change((data) => merged(sound(data), sound(record)));
    await this.settle();
    this.#tellPages();
  }

  // The learner has said whose the record is that the browser kept.
  async settle() {
    await this.#keep((kept) => ({ ...kept, offer: undefined }));
  }

  // The line is back, or the learner asks for another try.
  retry() {
    if (this.unsent || this.#kept.queue.length) this.#send();
  }

  get #isBehind() {
    return this.#kept.pending || this.place !== undefined;
  }

  // In one transaction in the browser; where that fails, in this window.
  async #keep(step) {
    try {
      this.#kept = await this.#shelf.change((found) => step(isKept(found) ? found : this.#kept));
    } catch {
      this.#kept = step(this.#kept);
    }
  }

  async #follow() {
    const found = await this.#shelf.read().catch(() => undefined);
    if (!isKept(found) || found.change <= this.#kept.change) return;
    this.#kept = found;
    this.#tellPages();
  }

  // What the platform has already stays as it is: packed anew, it would take the place of what others stored since.
  #values() {
    const { record, pending, sent, left } = this.#kept;
    const state = sent !== undefined && !pending ? { text: sent, left } : this.#packed();
    return { ...state, place: this.place, outcome: outcomeOf(record, this.#course, this.#session.mastery) };
  }

  // With the marks that are in it.
  #packed() {
    const { record, aside, change, device } = this.#kept;
    const marks = marked(this.#kept.marks, device, change);
    return { ...writeState(record, aside, this.#course, { room: this.#session.room, marks }), marks };
  }

  // One at a time; what changes meanwhile is sent right after.
  #send() {
    this.#again = true;
    this.#sending ??= this.#deliver();
    return this.#sending;
  }

  async #deliver() {
    clearTimeout(this.#retry);
    try {
      while (this.#again) await this.#store();
      this.#failures = 0;
      this.#tellUnsent(false);
    } catch {
      if (!this.#isClosed) this.#tellUnsent(true);
      this.#later();
      return;
    } finally {
      this.#sending = undefined; // at once: what changes from here on is sent anew
    }
    if (!this.#isReporting) this.#report();
  }

  async #store() {
    this.#again = false;
    const { change } = this.#kept;
    const values = this.#values();
    const others = await this.#session.save(values);
    if (others !== undefined) return void (await this.#adopt(others));
    this.#notices.toggle("full", values.left.length > 0);
    if (!values.marks) return; // there was nothing new
    const at = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
    const { text: sent, left, marks } = values;
    const stored = (kept) => ({ ...kept, sent, sentAt: at, stored: change, left, marks, pending: kept.change !== change });
    if (this.#kept.change === change) this.#kept = stored(this.#kept);
    this.#keep(stored);
  }

  // Another session of the learner's has stored something since: both become one, and that is sent.
  async #adopt({ record, marks, aside }) {
    await this.#keep((kept) => {
      const both = record ? sound(merged(kept.record, record)) : kept.record;
      const more = { marks: joined(kept.marks, marks), aside: aside || kept.aside };
      return { ...kept, ...more, record: both, pending: true, change: kept.change + 1 };
    });
    this.#again = true;
    this.#tellPages();
  }

  // Behind the state, in the background: what each answer was.
  async #report() {
    this.#isReporting = true;
    try {
      while (this.#kept.queue.length && !this.unsent && (await this.#hasReported(this.#kept.queue[0])));
    } finally {
      this.#isReporting = false;
    }
  }

  // False if it is to be tried again later.
  async #hasReported(queued) {
    const report = reportOf(queued, this.#course);
    try {
      if (report) await this.#session.answer(report);
    } catch {
      this.#tries += 1;
      if (this.#tries < TRIES) {
        this.#later();
        return false;
      }
    }
    this.#tries = 0;
    await this.#keep((kept) => ({ ...kept, queue: kept.queue.filter(({ id }) => id !== queued.id) }));
    return true;
  }

  #later() {
    clearTimeout(this.#retry);
    if (this.#isClosed) return;
    this.#retry = setTimeout(() => this.#send(), WAITS[Math.min(this.#failures, WAITS.length - 1)]);
    this.#failures += 1;
  }

  #tellUnsent(is) {
    this.#notices.toggle(this.isSafe ? "unsent" : "unsafe", is);
    if (is === this.unsent) return;
    this.unsent = is;
    this.#tellPages();
  }

  #tellPages() {
    for (const heard of this.#heard) heard();
  }
}

// Resolves with the promise, or when the time is over.
async function within(ms, promise) {
  let timer;
  const over = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([promise, over]).finally(() => clearTimeout(timer));
}

