// The API that a SCORM platform puts into a window around or behind ours: every call is caught, and looked at.

const FARTHEST = 500; // windows up, as the standard has it; in a circle we give up

// The platform refused a call, or broke at it.
export class Refused extends Error {
  constructor(what, code) {
    super(`${what}: error ${code}`);
    this.code = String(code);
  }
}

export function findApi(start, name) {
  return above(start, name) ?? above(reach(() => start.opener), name) ?? above(reach(() => start.top.opener), name);
}

function above(start, name) {
  let view = start;
  for (let step = 0; view && step < FARTHEST; step += 1) {
    const api = reach(() => view[name]);
    if (api) return api;
    const parent = reach(() => view.parent);
    if (!parent || parent === view) return undefined;
    view = parent;
  }
  return undefined;
}

// A window of another origin answers with an exception.
function reach(look) {
  try {
    return look() ?? undefined;
  } catch {
    return undefined;
  }
}

// The calls of both standards by one name; `verbs` gives the names of a standard.
export class Api {
  held = 0; // how long the last call held the window up [ms]
  #api;
  #verbs;
  #known = new Map(); // what was set and is known to the platform
  #isBehind = false; // something was set that is not committed

  constructor(api, verbs) {
    this.#api = api;
    this.#verbs = verbs;
  }

  initialize() {
    this.#do("initialize", "");
  }

  get(field) {
    try {
      return String(this.#timed(this.#verbs.get, field) ?? "");
    } catch {
      return "";
    }
  }

  // Throws if it is refused; says nothing if the platform has this value already.
  set(field, value) {
    const text = String(value);
    if (this.#known.get(field) === text) return;
    this.#known.delete(field);
    this.#isBehind = true;
    this.#do("set", field, text);
    this.#known.set(field, text);
  }

  // For what may fail without harm.
  trySet(field, value) {
    try {
      this.set(field, value);
    } catch {
      // the platform does not keep it
    }
  }

  // What a failed commit has not stored is set again before the next one; with nothing to store, the platform is not asked.
  commit() {
    if (!this.#isBehind) return;
    try {
      this.#do("commit", "");
      this.#isBehind = false;
    } catch (error) {
      this.#known.clear();
      throw error;
    }
  }

  terminate() {
    this.#do("terminate", "");
  }

  get code() {
    try {
      return String(this.#api[this.#verbs.code]());
    } catch {
      return "";
    }
  }

  #do(verb, ...values) {
    const name = this.#verbs[verb];
    let answer;
    try {
      answer = this.#timed(name, ...values);
    } catch (error) {
      throw new Refused(`${name}(${values[0]})`, error?.message ?? "none");
    }
    if (String(answer) !== "true") throw new Refused(`${name}(${values[0]})`, this.code);
  }
  #timed(name, ...values) {
    const began = performance.now();
    try {
      return this.#api[name](...values);
    } finally {
      this.held = performance.now() - began;
    }
  }
}
