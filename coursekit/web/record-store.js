// Where a record is kept. A store has one interface, whatever is behind it:
//
//   lasts                 whether what it keeps outlives the page
//   newer                 true if a newer version's record was found and set aside
//   await read()          what it holds
//   await change(apply)   puts apply(what it holds) in its place, in one transaction; returns it
//   listen(heard)         calls heard() when another tab has changed it

import { SCHEMA, isRecord, sound } from "./record-shape.js";

const NAME = "ssi-course";
const KEY = "record";

// IndexedDB. What is not a record of ours is moved aside once, and never written over.
export async function browserStore() {
  const { createStore, get, setMany, update } = await import("../vendor/idb-keyval.js");
  const place = createStore(NAME, "record");
  const channel = new BroadcastChannel(NAME);
  const first = await get(KEY, place);
  const strange = first !== undefined && !isRecord(first);
  if (strange) await setMany([[`aside-${Date.now()}`, first], [KEY, sound()]], place);
  return {
    lasts: true,
    newer: strange && first?.schema > SCHEMA,
    read: () => get(KEY, place),
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
