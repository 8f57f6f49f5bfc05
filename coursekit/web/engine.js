// The simulator's engine: Python in a worker, one for the whole page, started when it is first wanted.
//
//   const engine = await loadEngine();            rejects if this browser cannot run it
//   const answer = await engine.ask(request);     {run, svg, …} or {error: {id, …}}
//   engine.ask(request, "brand")                  undefined if a newer request for "brand" overtook it
//
//   await near(element)                           when it comes within 600 px of the window

import { engineWorker } from "./supply.js";

const PATIENCE = 20_000; // ms; a slow phone on a slow line still gets there

let starting;

export function loadEngine() {
  starting ??= start();
  return starting;
}

export function near(element) {
  return new Promise((resolve) => {
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        resolve();
      },
      { rootMargin: "600px" },
    );
    watch.observe(element);
  });
}

async function start() {
  const worker = await engineWorker();
  const ready = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.ready ? resolve() : reject(new Error(data.failed)));
    worker.onerror = (event) => reject(new Error(event.message));
    setTimeout(() => reject(new Error("the engine did not start in time")), PATIENCE);
  });
  try {
    await ready;
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return new Engine(worker);
}

// One question at a time is with the worker; of those that wait on one topic only the newest is kept.
class Engine {
  #worker;
  #asked;
  #waiting = [];

  constructor(worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#answered(data);
  }

  ask(request, topic) {
    return new Promise((resolve) => {
      const overtaken = topic ? this.#waiting.findIndex((each) => each.topic === topic) : -1;
      if (overtaken >= 0) this.#waiting.splice(overtaken, 1)[0].resolve(undefined);
      this.#waiting.push({ text: JSON.stringify(request), topic, resolve });
      this.#next();
    });
  }

  #next() {
    if (this.#asked || this.#waiting.length === 0) return;
    this.#asked = this.#waiting.shift();
    this.#worker.postMessage(this.#asked.text);
  }

  #answered(text) {
    const { resolve } = this.#asked;
    this.#asked = undefined;
    this.#next();
    resolve(JSON.parse(text));
  }
}
