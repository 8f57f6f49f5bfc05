// Where a record is kept. A store has one interface, whatever is behind it:
//
//   lasts                 whether what it keeps outlives the page
//   newer                 true if a newer version's record was found and set aside
//   await read()          what it holds
//   await change(apply)   puts apply(what it holds) in its place, in one transaction; returns it
//   listen(heard)         calls heard() when another tab has changed it
//   platform              true if a learning platform keeps it, and speaks for itself when it does not
//   unsent                true while the platform does not have the last changes

import { SCHEMA, isRecord, sound } from "./record-shape.js";

const NAME = "ssi-course";
const KEY = "record";

// A learning platform lends a store to the pages in its frame: coursekit/web/lms/session.js. Undefined where there is
// none; a window of another origin around us is none.
export async function lentStore() {
  try {
    const { parent } = window;
    if (parent === window || !(parent.courseStore || parent.document.querySelector("body[data-lms]"))) return undefined;
    const isLoading = !parent.courseStore && parent.document.readyState !== "complete";
    if (isLoading) await new Promise((resolve) => parent.addEventListener("load", resolve, { once: true }));
    return await parent.courseStore;
  } catch {
    return undefined;
  }
}

// One value in IndexedDB, whatever it is; fails where the browser keeps nothing.
export async function shelf(key) {
  const { createStore, get, setMany, update } = await import("../vendor/idb-keyval.js");
  const place = createStore(NAME, "record");
  const channel = new BroadcastChannel(NAME);
  await get(key, place);
  return {
    lasts: true,
    read: () => get(key, place),
    // moves what is there to `name`, and puts `value` in its place
    moveAside: (name, found, value) => setMany([[name, found], [key, value]], place),
    async change(apply) {
      let next;
      await update(key, (found) => (next = apply(found)), place);
      channel.postMessage("changed");
      return next;
    },
    listen: (heard) => channel.addEventListener("message", heard),
  };
}

// IndexedDB. What is not a record of ours is moved aside once, and never written over.
export async function browserStore() {
  const { moveAside, ...store } = await shelf(KEY);
  const first = await store.read();
  const strange = first !== undefined && !isRecord(first);
  if (strange) await moveAside(`aside-${Date.now()}`, first, sound());
  return { ...store, newer: strange && first?.schema > SCHEMA };
}

// For browsers that keep nothing: lasts as long as the page.
export function memoryStore() {
  let data;
  return {
    lasts: false,
    newer: false,
    read: async () => data,
    change: async (apply) => (data = apply(data)),
    listen() {},
  };
}
