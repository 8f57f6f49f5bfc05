// A learner's browsers, and what session.js does in them, without a page.

import { begun } from "../../coursekit/web/lms/kept.js";
import { PlatformStore } from "../../coursekit/web/lms/platform-store.js";
import { readState } from "../../coursekit/web/lms/state.js";
import { Record } from "../../coursekit/web/record.js";

// What a browser keeps, and what several windows of it share; while it is `broken` it keeps nothing.
export function browser() {
  const heard = [];
  let value;
  const place = {
    lasts: true,
    broken: false,
    read: async () => structuredClone(value),
    async change(apply) {
      if (place.broken) throw new Error("full");
      value = structuredClone(apply(structuredClone(value)));
      heard.forEach((tell) => tell());
      return structuredClone(value);
    },
    listen: (tell) => heard.push(tell),
  };
  return place;
}

// The course in a window: its store and record, the notices shown, what the learner is asked about, what was given.
export async function launched(session, course, place) {
  const given = await session.open();
  const kept = begun(readState(given.text, course), given.text, await place.read(), course);
  await place.change(() => kept);
  const notices = told();
  const store = new PlatformStore(session, place, kept, course, notices);
  const record = new Record(store);
  await record.open();
  return { store, record, notices, offer: kept.offer, given };
}

function told() {
  const shown = new Set();
  return { shown, toggle: (name, is) => (is ? shown.add(name) : shown.delete(name)) };
}

export async function until(isSo) {
  for (let turn = 0; turn < 1000 && !(await isSo()); turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}
