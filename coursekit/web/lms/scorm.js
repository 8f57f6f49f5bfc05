// A session with a SCORM platform of either standard. The interface is the same as cmi5.js's:
//
//   room                      characters that the state may have
//   await open(begin)         {learner, mode, text, place}: who, how, and what was kept; throws if there is no session;
//                             begin(place) is called as soon as the page is known
//   await save(values)        keeps {text, place, outcome}; resolves when the platform has stored it, else throws
//   await answer(answered)    reports an answer: interactions.js
//   hide(values)              the page goes out of sight: all that must not be lost, at once
//   close(values)             the page goes away: the same, with {answered: [report, …]}, and the session ends; returns
//                             the reports that are known to have arrived; does nothing the second time

import { Api, findApi } from "./scorm-api.js";

// Calls hold the whole window up: after a slow one the page is loaded, painted and heard before the next, for as long
// as the call took, at most
const SLOW = 50; // ms
const TURN = 200; // ms
const REST = 1000; // ms where a report of an answer goes on, for which nobody waits

export function findScorm(view, standard) {
  const api = findApi(view, standard.api);
  return api && new Scorm(api, standard);
}

export class Scorm {
  #api;
  #standard;
  #started = performance.now();
  #statuses = [];
  #places = new Map(); // item -> number of its interaction
  #next = 0;
  #closed = false;

  constructor(api, standard) {
    this.#api = new Api(api, standard.verbs);
    this.#standard = standard;
  }

  get room() {
    return this.#standard.room;
  }

  async open(begin = () => {}) {
    const { learner, mode, state, place, status } = this.#standard.fields;
    this.#initialize();
    const found = { place: await this.#get(place) };
    begin(found.place);
    Object.assign(found, { learner: await this.#get(learner), mode: await this.#get(mode), text: await this.#get(state) });
    if (found.mode === "review" || found.mode === "browse") return found;
    const before = [];
    for (const field of status) before.push(await this.#get(field));
    this.#statuses = this.#standard.first(before);
    this.#setStatuses(this.#statuses.map((word, number) => (word === before[number] ? undefined : word)));
    this.#next = Number.parseInt(await this.#get("cmi.interactions._count"), 10) || 0;
    return found;
  }

  async save(values) {
    await this.#turn(TURN);
    this.#set(values);
    this.#api.commit();
  }

  async answer(answered) {
    for (const _ of this.#report(answered)) await this.#turn(REST);
    this.#setTime();
    this.#api.commit();
  }

  hide(values) {
    if (!this.#closed) this.#flush(values);
  }

  close(values) {
    if (this.#closed) return [];
    this.#closed = true;
    if (values) this.#api.trySet(this.#standard.fields.exit, "suspend");
    const reported = this.#flush(values);
    attempt(() => this.#api.terminate());
    return reported;
  }

  // A page that was loaded anew finds the session of before still running.
  #initialize() {
    try {
      this.#api.initialize();
    } catch (error) {
      if (error.code !== this.#standard.running || !this.#api.get(this.#standard.fields.learner)) throw error;
    }
  }

  async #get(field) {
    await this.#turn(TURN);
    return this.#api.get(field);
  }

  async #turn(most) {
    if (this.#api.held > SLOW) await pause(Math.min(this.#api.held, most));
    if (this.#closed) throw new Error("the session has ended");
  }

  #flush(values) {
    if (!values) return []; // nothing is written: review, browse
    attempt(() => this.#set(values));
    attempt(() => this.#setTime());
    attempt(() => this.#api.commit());
    const reported = (values.answered ?? []).filter((answered) => attempt(() => [...this.#report(answered)]));
    return reported.length && attempt(() => this.#api.commit()) ? reported : [];
  }

  #set({ text, place, outcome }) {
    const { fields } = this.#standard;
    if (text !== undefined) this.#api.set(fields.state, text);
    if (place !== undefined && place.length <= this.#standard.place) this.#api.trySet(fields.place, place);
    this.#statuses = this.#standard.statuses(this.#statuses, outcome);
    this.#setStatuses(this.#statuses);
    if (outcome.scaled === undefined) return;
    for (const [name, value] of this.#standard.score(outcome.scaled)) this.#api.trySet(`${fields.score}.${name}`, value);
  }

  #setStatuses(words) {
    words.forEach((word, number) => word && word !== "unknown" && this.#api.trySet(this.#standard.fields.status[number], word));
  }

  #setTime() {
    this.#api.trySet(this.#standard.fields.time, this.#standard.time(performance.now() - this.#started));
  }

  // Stops before each call; what the platform does not keep of the details is left out.
  *#report(answered) {
    const number = this.#places.get(answered.item) ?? this.#next;
    const vital = this.#standard.interaction(answered);
    for (const [place, [name, value]] of [...vital, ...this.#standard.details(answered)].entries()) {
      yield;
      const field = `cmi.interactions.${number}.${name}`;
      if (place < vital.length) this.#api.set(field, value);
      else this.#api.trySet(field, value);
      if (place === 0) this.#claim(answered.item, number);
    }
  }

  #claim(item, number) {
    this.#places.set(item, number);
    this.#next = Math.max(this.#next, number + 1);
  }
}

// Whether it was done. If not, the page goes away and nobody is left to be told; the browser keeps what was not stored.
function attempt(act) {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
