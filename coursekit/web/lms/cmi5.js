// A session with a cmi5 platform; the interface is scorm.js's. What is kept is one document of state, replaced only
// where nobody else has replaced it; what is reported are statements, in the order that cmi5 asks for: initialized
// first, completed once, passed or failed once in a session and passed once for all, terminated last.

import { Lrs, LrsError, fetchToken, remember, remembered } from "./lrs.js";
import { outcomeOf } from "./outcome.js";
import { readState } from "./state.js";
import { answered, completed, initialized, judged, terminated } from "./statements.js";

const STATE = "activities/state";
const ROOM = 40_000; // characters; a page that goes away may send 64 KB in all
const REFUSALS = [400, 403, 409];
const NEEDED = ["endpoint", "fetch", "actor", "registration", "activityId"];

export function findCmi5({ search }, course) {
  const query = new URLSearchParams(search);
  return NEEDED.every((name) => query.get(name)) ? new Cmi5(Object.fromEntries(query), course) : undefined;
}

export class Cmi5 {
  room = ROOM;

  #query;
  #course;
  #lrs;
  #launch;
  #first; // the statement that begins the session: the same one however often it is tried
  #kept = {}; // {text, place, completed, passed}, as the platform has it
  #only = {}; // headers with which that is replaced, and nothing else
  #isBlind = false; // the platform cannot tell one version from the next
  #taken = 0; // tests handed in before this session
  #statements = new Map(); // of answers that are tried again: the same each time
  #started = performance.now();
  #said = new Set(); // completed, passed: in this session
  #closed = false;

  constructor(query, course) {
    this.#query = query;
    this.#course = course;
  }

  get learner() {
    return this.#query.actor;
  }

  get mastery() {
    return this.#launch?.data.masteryScore;
  }

  get returnUrl() {
    return this.#launch?.data.returnURL;
  }

  // A session that has ended cannot be gone on with: a page loaded anew has to be launched anew.
  async open() {
    const { endpoint, fetch: url, registration, activityId } = this.#query;
    if (remembered(this.#ended)) throw new Error("the session has ended");
    const actor = JSON.parse(this.#query.actor);
    this.#lrs ??= new Lrs(endpoint, await fetchToken(url));
    this.#launch ??= { actor, registration, activityId, data: {} };
    const { document } = await this.#lrs.get(STATE, this.#address("LMS.LaunchData"));
    this.#launch.data = document ?? {};
    await this.#lrs.get("agents/profile", { agent: this.#query.actor, profileId: "cmi5LearnerPreferences" }).catch(() => {});
    this.#first ??= initialized(this.#launch);
    await this.#lrs.send(this.#first);
    await this.#read();
    const before = readState(this.#kept.text, this.#course).record;
    this.#taken = before ? outcomeOf(before, this.#course).taken : 0;
    const mode = String(this.#launch.data.launchMode ?? "Normal").toLowerCase();
    return { learner: this.learner, mode, text: this.#kept.text, place: this.#kept.place };
  }

  // Undefined when it is stored; what another session has stored (state.js) where that was faster.
  async save({ text, place = this.#kept.place, outcome }) {
    if (this.#closed) throw new Error("the session has ended");
    const isStored = (text === this.#kept.text && place === this.#kept.place) || (await this.#write({ text, place }));
    if (isStored) await this.#judge(outcome);
    return text === this.#kept.text ? undefined : readState(this.#kept.text, this.#course);
  }

  async answer(report) {
    if (!this.#statements.has(report.id)) this.#statements.set(report.id, answered(this.#launch, report));
    await this.#lrs.send(this.#statements.get(report.id));
    this.#statements.delete(report.id);
  }

  // Where another session has been faster, the browser keeps it for the next one.
  hide({ text, place = this.#kept.place }) {
    if (this.#closed || (text === this.#kept.text && place === this.#kept.place)) return;
    this.#lrs.put(STATE, this.#address(), { ...this.#kept, text, place }, this.#only, { keepalive: true }).catch(() => {});
  }

  // What goes out with the page arrives in any order: so all that must be in order is one request.
  close(values) {
    if (this.#closed) return [];
    if (values) this.hide(values);
    this.#closed = true;
    remember(this.#ended, "ended");
    const time = this.#time;
    const last = (values?.answered ?? []).map((report) => this.#statements.get(report.id) ?? answered(this.#launch, report));
    if (values && this.#hasFailed(values.outcome)) last.push(judged(this.#launch, time, values.outcome));
    this.#lrs.send([...last, terminated(this.#launch, time)], { keepalive: true }).catch(() => {});
    return []; // what arrived, nobody is left to hear
  }

  get #ended() {
    return `${this.#query.fetch} ended`;
  }

  get #time() {
    return performance.now() - this.#started;
  }

  // Completed and passed, once each in a registration.
  async #judge(outcome) {
    if (outcome.complete) await this.#once("completed", () => completed(this.#launch, this.#time));
    if (outcome.success === true) await this.#once("passed", () => judged(this.#launch, this.#time, outcome));
  }

  // What the platform refuses it has already, or does not want: saying it again would change nothing.
  async #once(name, make) {
    if (!this.#kept[name] && !this.#said.has(name)) {
      await this.#lrs.send(make()).catch((error) => {
        if (!REFUSALS.includes(error.status)) throw error;
      });
    }
    this.#said.add(name);
    while (!this.#kept[name] && !(await this.#write({ [name]: true })));
  }

  // Said at the end, as another try may still be passed: a session has room for one of the two.
  #hasFailed({ success, taken }) {
    return success === false && taken > this.#taken && !this.#kept.passed && !this.#said.has("passed");
  }

  async #read() {
    const { document, only } = await this.#lrs.get(STATE, this.#address());
    this.#only = this.#isBlind ? {} : only;
    const isOurs = typeof document === "object" && document !== null && typeof document.text === "string";
    this.#kept = isOurs ? document : { text: document === undefined ? "" : JSON.stringify(document), place: "" };
  }

  // False if the platform holds another version than the one that we knew; then we know that one.
  async #write(change) {
    const before = JSON.stringify(this.#only);
    const document = { ...this.#kept, ...change };
    const next = await this.#lrs.put(STATE, this.#address(), document, this.#only);
    if (next !== false) return this.#wrote(document, next);
    await this.#read();
    if (JSON.stringify(this.#only) !== before) return false;
    if (this.#isBlind) throw new LrsError(`PUT ${STATE}`, 412);
    this.#isBlind = true; // a proxy changes the tags on their way, and none will ever fit
    this.#only = {};
    return this.#write(change);
  }

  // A store that does not say which version it has now is asked, unless somebody else has been there meanwhile.
  async #wrote(document, next) {
    this.#kept = document;
    if (this.#isBlind) return true;
    const found = next ? { document, only: next } : await this.#lrs.get(STATE, this.#address());
    if (JSON.stringify(found.document) === JSON.stringify(document)) this.#only = found.only;
    return true;
  }

  #address(stateId = "course-record") {
    const { activityId, actor, registration } = this.#query;
    return { activityId, agent: actor, registration, stateId };
  }
}
