// A learner with three browsers, one of them with two windows, does things in any order: launches, answers, leaves; lines
// drop, tabs are killed. In the end every browser is opened once more, and then once more.

import assert from "node:assert/strict";
import { test } from "node:test";

import { findCmi5 } from "../../coursekit/web/lms/cmi5.js";
import { Scorm } from "../../coursekit/web/lms/scorm.js";
import { scorm12 } from "../../coursekit/web/lms/scorm12.js";
import { scorm2004 } from "../../coursekit/web/lms/scorm2004.js";
import { readState } from "../../coursekit/web/lms/state.js";
import { browser, launched, until } from "./browsers.mjs";
import { DocumentStore, launchQuery } from "./document-store.mjs";
import { course } from "./facts.mjs";
import { platform } from "./platform.mjs";
import { chance } from "./records.mjs";

const known = course();
const ITEMS = known.facts.items.filter(({ key }) => key?.type === "single").map(({ id }) => id);
const START = Date.UTC(2026, 2, 2, 18);
const STEP = 17_000; // ms, so that some things happen in the same minute
const SEEDS = 15;
const STEPS = 50;

// One platform for all windows: session(line) opens one whose line can be cut; text() is what it keeps; where it `joins`
// what several store, nothing is gone from it at any time.
const PLATFORMS = { scorm12: scorm("scorm12", scorm12), scorm2004: scorm("scorm2004", scorm2004), cmi5 };

function scorm(name, standard) {
  return () => {
    const kept = {};
    const session = (line) => {
      const faults = {};
      Object.defineProperty(faults, "throws", { get: () => line.isCut });
      return new Scorm(platform(name, { kept, faults }).api, standard);
    };
    return { session, text: () => kept.cmi?.suspend_data ?? "" };
  };
}

function cmi5(t) {
  const store = new DocumentStore();
  const lines = [];
  t.mock.method(globalThis, "fetch", async (address, request) => {
    if (lines[new URL(address).pathname.split("/")[1]].isCut) throw new TypeError("no line");
    return store.fetch(address, request);
  });
  const session = (line) => findCmi5({ search: launchQuery(`https://lrs.example/${lines.push(line) - 1}/`) }, known);
  return { session, text: () => (store.document ? JSON.parse(store.document).text : ""), joins: true };
}

class Learner {
  saved = new Set();
  asked = 0;
  #platform;
  #windows;
  #dead = [];

  constructor(found) {
    this.#platform = found;
    const [shared, second, third] = [browser(), browser(), browser()];
    this.#windows = [shared, shared, second, third].map((place) => ({ place }));
  }

  async act({ below, pick }) {
    const window = pick(this.#windows);
    if (!window.open) return this.launch(window);
    const act = pick(["answer", "answer", "answer", "cut", "leave", "kill"]);
    if (act === "answer") await this.#answer(window, ITEMS[below(ITEMS.length)]);
    if (act === "cut") window.line.isCut = !window.line.isCut;
    if (act === "leave") await this.leave(window);
    if (act === "kill") this.#kill(window);
    return undefined;
  }

  async launch(window) {
    window.line = { isCut: false };
    window.own = { ...window.place }; // broken by itself when its tab is killed
    window.open = await launched(this.#platform.session(window.line), known, window.own);
    if (!window.open.offer) return;
    this.asked += 1;
    await window.open.store.add(window.open.offer);
  }

  async leave(window) {
    window.open.store.close();
    window.open = undefined;
    await rest();
  }

  async endAll() {
    for (const window of this.#windows) if (window.open) await this.leave(window);
    for (let round = 0; round < 2; round += 1) {
      for (const window of this.#windows) {
        await this.launch(window);
        await until(async () => !(await window.place.read()).pending);
        window.last = Object.keys(window.open.record.answers);
        await this.leave(window);
      }
    }
    for (const { store } of this.#dead) store.close(); // a tab that is gone tries nothing again
    return this.#windows.map(({ last }) => last);
  }

  async #answer({ open }, id) {
    if (id in open.record.answers) return;
    const response = known.key(id).options[0].id;
    await open.record.saveAnswer(id, { response, score: 0, points: 0, attempts: 1, at: new Date().toISOString() });
    if (open.record.kept) this.saved.add(id);
  }

  #kill(window) {
    window.line.isCut = true;
    window.own.change = () => Promise.reject(new Error("the tab is gone"));
    this.#dead.push(window.open);
    window.open = undefined;
  }
}

const rest = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

for (const [name, found] of Object.entries(PLATFORMS)) {
  test(`whatever is done on three devices, what was said to be saved is on all of them in the end: ${name}`, async (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: START });
    let [saved, asked] = [0, 0];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const [random, lms] = [chance(seed), found(t)];
      const learner = new Learner(lms);
      const check = (answers, where) => {
        const lost = [...learner.saved].filter((id) => !answers.includes(id));
        assert.deepEqual(lost, [], `seed ${seed}: ${where}`);
      };
      const held = () => Object.keys(readState(lms.text(), known).record?.answers ?? {});
      for (let step = 0; step < STEPS; step += 1) {
        await learner.act(random);
        t.mock.timers.tick(STEP);
        if (lms.joins) check(held(), `platform, step ${step}`);
      }

      const ends = await learner.endAll();
      check(held(), "platform");
      for (const [window, answers] of ends.entries()) check(answers, `window ${window}`);
      saved += learner.saved.size;
      asked += learner.asked;
      t.mock.restoreAll();
    }
    t.diagnostic(`${saved} answers saved, asked ${asked} times`);
    assert.ok(saved > SEEDS * 5);
  });
}
