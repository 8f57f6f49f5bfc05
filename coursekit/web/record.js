// The learner's record: one JSON document without words, kept in this browser and nowhere else.
//
//   {schema, answers: {item: {response, score, points, attempts, at}}, exercises: {id: {solved, plan, at}},
//    pages: {id: at}, plan, readings, settings: {seed}}
//
//   const record = await openRecord();      one for the whole page
//   record.answers                          what is known, to be read only
//   await record.saveAnswer(id, entry)      resolves when it is kept; every tab then hears 'record-changed'
//   record.kept                             false if this browser keeps nothing: the record lasts as the page
//   record.newer                            true if a newer version's record was found and set aside

export const SCHEMA = 1;

const KEY = "record";
const PARTS = ["answers", "exercises", "pages", "plan", "readings", "settings"];

let opening;

export function openRecord() {
  opening ??= browserStore()
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
  newer = false;

  constructor(store) {
    this.#store = store;
  }

  async open() {
    const { found, aside } = await this.#store.read().catch(() => ({}));
    this.newer = Boolean(aside) && aside.schema > SCHEMA;
    this.#data = sound(found);
    if (this.#data.settings.seed === undefined) await this.#change(() => {});
    this.#store.listen?.(async () => {
      this.#data = sound((await this.#store.read()).found);
      announce();
    });
  }

  get kept() {
    return this.#store.lasts;
  }

  get answers() {
    return this.#data.answers;
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
    return this.saveAnswers({ [item]: entry });
  }

  saveAnswers(entries) {
    return this.#change((data) => Object.assign(data.answers, entries));
  }

  dropAnswers(items) {
    return this.#change((data) => items.forEach((item) => delete data.answers[item]));
  }

  saveExercise(id, entry) {
    return this.#change((data) => (data.exercises[id] = entry));
  }

  // Keeps the first time; says nothing if the page is read already.
  async savePage(id) {
    if (!this.pages[id]) await this.#change((data) => (data.pages[id] ??= new Date().toISOString()));
  }

  savePlan(plan) {
    return this.#change((data) => (data.plan = plan));
  }

  saveReadings(readings) {
    return this.#change((data) => (data.readings = readings));
  }

  saveSettings(settings) {
    return this.#change((data) => Object.assign(data.settings, settings));
  }

  erase() {
    return this.#change((data) => Object.assign(data, sound()));
  }

  // The record as the text of a file.
  export() {
    return JSON.stringify(this.#data, null, 1);
  }

  // Adds a file's record to this one; "bad" or "newer" if it is not one that can be read.
  async import(text) {
    const theirs = parsed(text);
    if (!isObject(theirs) || !Number.isInteger(theirs.schema) || theirs.schema < 1) return "bad";
    if (theirs.schema > SCHEMA) return "newer";
    await this.#change((data) => Object.assign(data, merged(data, sound(theirs))));
    return "added";
  }

  // Read, changed and written in one transaction, so that no other tab's answer is lost between.
  async #change(change) {
    const apply = (found) => {
      if (found?.schema > SCHEMA) throw new Error(`record of schema ${found.schema}`);
      const next = sound(found);
      change(next);
      next.settings.seed ??= Math.floor(Math.random() * 2 ** 32);
      return next;
    };
    try {
      this.#data = await this.#store.change(apply);
    } catch {
      this.#store = memoryStore(this.#data);
      this.#data = await this.#store.change(apply);
    }
    announce();
  }
}

// A record that can be worked on, whatever was found: parts of the wrong kind are left out.
export function sound(found) {
  const known = isObject(found) && found.schema === SCHEMA ? structuredClone(found) : {};
  const data = { ...known, schema: SCHEMA };
  for (const part of PARTS) {
    if (part !== "plan" && part !== "readings") data[part] = isObject(known[part]) ? known[part] : {};
    else data[part] = known[part] ?? null;
  }
  for (const [item, entry] of Object.entries(data.answers)) {
    if (!isAnswer(entry)) delete data.answers[item];
  }
  return data;
}

// Both records in one: of two answers the later, pages and exercises of both, otherwise ours first.
export function merged(ours, theirs) {
  const later = (mine, other) => (mine && String(mine.at) >= String(other.at) ? mine : other);
  const all = (part) => {
    const found = { ...ours[part] };
    for (const [id, entry] of Object.entries(theirs[part])) {
      if (isObject(entry)) found[id] = later(found[id], entry);
    }
    return found;
  };
  return {
    ...ours,
    answers: all("answers"),
    exercises: all("exercises"),
    pages: { ...theirs.pages, ...ours.pages },
    plan: ours.plan ?? theirs.plan,
    readings: ours.readings ?? theirs.readings,
    settings: { ...theirs.settings, ...ours.settings },
  };
}

function isAnswer(entry) {
  return isObject(entry) && Number.isFinite(entry.score) && Number.isInteger(entry.attempts);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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

// IndexedDB. What is not a record of ours is moved aside once, and never written over.
async function browserStore() {
  const { createStore, get, setMany, update } = await import("../vendor/idb-keyval.js");
  const place = createStore("ssi-course", "record");
  const channel = new BroadcastChannel("ssi-course");
  const first = await get(KEY, place);
  let aside;
  if (first !== undefined && first?.schema !== SCHEMA) {
    aside = first;
    await setMany([[`aside-${Date.now()}`, first], [KEY, sound()]], place);
  }
  return {
    lasts: true,
    read: async () => ({ found: await get(KEY, place), aside }),
    async change(apply) {
      let next;
      await update(KEY, (found) => (next = apply(found)), place);
      channel.postMessage("changed");
      return next;
    },
    listen: (heard) => channel.addEventListener("message", heard),
  };
}

// For browsers that keep nothing: lasts as long as the page.
export function memoryStore(kept) {
  let data = kept?.schema ? kept : undefined;
  return {
    lasts: false,
    read: async () => ({ found: data }),
    change: async (apply) => (data = apply(data)),
  };
}
