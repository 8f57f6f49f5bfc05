// The learner's record: one JSON document without words, kept in this browser or by a learning platform.
// What it holds, and how two become one: record-shape.js. Where it is kept: record-store.js.
//
//   const record = await openRecord();      one for the whole page
//   record.answers                          what is known, to be read only
//   await record.saveAnswer(id, entry)      resolves when it is tried; every tab then hears 'record-changed'
//   await record.change((data) => …)        any change of several parts, whole or not at all
//   record.kept                             false if not all of it will outlive the page
//   record.unsaved                          true if the store is full or broken: the rest is tried again
//   record.newer                            true if a newer version's record was found and set aside
//   record.inPlatform                       true if a learning platform keeps it: lms/session.js tells how that goes

import { SCHEMA, isRecord, merged, sound } from "./record-shape.js";
import { browserStore, lentStore, memoryStore } from "./record-store.js";

let opening;

export function openRecord() {
  opening ??= lentStore()
    .then((lent) => lent ?? browserStore())
    .catch(memoryStore)
    .then(async (store) => {
      const record = new Record(store);
      await record.open();
      return record;
    });
  return opening;
}

export class Record {
  #store;
  #data = sound();
  #unsaved = []; // changes that are shown and that the store has refused
  #last = Promise.resolve();

  constructor(store) {
    this.#store = store;
  }

  async open() {
    this.#data = sound(await this.#store.read().catch(() => undefined));
    if (this.settings.seed === undefined) await this.change(() => {});
    this.#store.listen(() => this.#next(() => this.#follow()));
  }

  get kept() {
    return this.#store.lasts && !this.unsaved;
  }

  get unsaved() {
    return this.#unsaved.length > 0 || Boolean(this.#store.unsent);
  }

  get inPlatform() {
    return Boolean(this.#store.platform);
  }

  get newer() {
    return this.#store.newer;
  }

  get answers() {
    return this.#data.answers;
  }

  get quizzes() {
    return this.#data.quizzes;
  }

  get beliefs() {
    return this.#data.beliefs;
  }

  get reviews() {
    return this.#data.reviews;
  }

  get journal() {
    return this.#data.journal;
  }

  get exercises() {
    return this.#data.exercises;
  }

  get pages() {
    return this.#data.pages;
  }

  get plan() {
    return this.#data.plan;
  }

  get readings() {
    return this.#data.readings;
  }

  get settings() {
    return this.#data.settings;
  }

  saveAnswer(item, entry) {
    return this.change((data) => (data.answers[item] = entry));
  }

  saveExercise(id, entry) {
    return this.change((data) => (data.exercises[id] = entry));
  }

  // Keeps the first time; says nothing if the page is read already.
  async savePage(id) {
    if (!this.pages[id]) await this.change((data) => (data.pages[id] ??= new Date().toISOString()));
  }

  savePlan(plan) {
    return this.change((data) => (data.plan = plan));
  }

  saveReadings(readings) {
    return this.change((data) => (data.readings = readings));
  }

  saveSettings(settings) {
    return this.change((data) => Object.assign(data.settings, settings));
  }

  erase() {
    return this.change((data) => {
      for (const part of Object.keys(data)) delete data[part];
      Object.assign(data, sound());
    });
  }

  // The record as the text of a file.
  export() {
    return JSON.stringify(this.#data, null, 1);
  }

  // Adds a file's record to this one; "bad" or "newer" if it is not one that can be read.
  async import(text) {
    const theirs = parsed(text);
    if (theirs?.schema > SCHEMA) return "newer";
    if (!isRecord(theirs)) return "bad";
    await this.change((data) => Object.assign(data, merged(data, sound(theirs))));
    return "added";
  }

  // Changes follow each other, and each is read, made and written in one transaction: no tab's answer is lost.
  change(change) {
    return this.#next(() => this.#write([change]));
  }

  #next(act) {
    this.#last = this.#last.then(act);
    return this.#last;
  }

  async #write(changes) {
    const all = [...this.#unsaved, ...changes];
    try {
      this.#data = await this.#store.change((found) => changed(found, all));
      this.#unsaved = [];
    } catch {
      this.#data = changed(this.#data, changes);
      this.#unsaved = all;
    }
    announce();
  }

  // Another tab has written: perhaps there is room again.
  async #follow() {
    if (this.#unsaved.length) return this.#write([]);
    const found = await this.#store.read().catch(() => undefined);
    if (!isRecord(found)) return undefined;
    this.#data = sound(found);
    return announce();
  }
}

function changed(found, changes) {
  if (found?.schema > SCHEMA) throw new Error(`record of schema ${found.schema}`);
  const next = sound(found);
  for (const change of changes) change(next);
  next.settings.seed ??= Math.floor(Math.random() * 2 ** 32);
  return next;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function announce() {
  globalThis.document?.dispatchEvent(new Event("record-changed"));
}
