import assert from "node:assert/strict";
import { test } from "node:test";

import { findCmi5 } from "../../coursekit/web/lms/cmi5.js";
import { readState, writeState } from "../../coursekit/web/lms/state.js";
import { merged, sound } from "../../coursekit/web/record-shape.js";
import { DocumentStore, launchQuery } from "./document-store.mjs";
import { course } from "./facts.mjs";

const known = course();
const [item, other, third] = known.facts.items.filter(({ key }) => key?.type === "single");
const NOTHING = { complete: false, success: undefined, taken: 0 };
const holding = (...ids) => {
  const at = "2026-03-02T18:00:00.000Z";
  const answers = Object.fromEntries(ids.map((id) => [id, { response: "a", score: 0, points: 0, attempts: 1, at }]));
  return sound({ schema: 2, answers });
};
const values = (record) => ({ text: writeState(record, "", known).text, place: "", outcome: NOTHING });

let store;

function use(t, how) {
  store = new DocumentStore(how);
  t.mock.method(globalThis, "fetch", (...request) => store.fetch(...request));
}

async function launch() {
  const session = findCmi5({ search: launchQuery() }, known);
  await session.open();
  return session;
}

// What platform-store.js does: where somebody else has been faster, both records become one, and that is stored.
async function save(session, record, outcome = NOTHING) {
  for (let turn = 0, own = record; turn < 5; turn += 1) {
    const others = await session.save({ ...values(own), outcome });
    if (!others) return;
    own = merged(own, others.record);
  }
  assert.fail("it is never stored");
}

const held = () => Object.keys(readState(JSON.parse(store.document).text, known).record.answers).sort();
const BOTH = [item.id, other.id].sort();

for (const [what, how] of Object.entries({
  "that tells its versions": {},
  "that tells its versions when it is asked, and only then": { tells: ["GET"] },
  "that lets anybody write over anything": { forbids: false },
})) {
  test(`two first sessions at once lose nothing of each other in a store ${what}`, async (t) => {
    use(t, how);
    const [one, two] = [await launch(), await launch()];

    await save(one, holding(item.id));
    await save(two, holding(other.id));

    assert.deepEqual(held(), BOTH);
  });

  test(`what a page sends while it goes away takes the place of nobody else's in a store ${what}`, async (t) => {
    use(t, how);
    const one = await launch();
    await save(one, holding(item.id));
    await save(await launch(), holding(item.id, other.id));

    one.hide(values(holding(item.id, third.id)));
    await new Promise((resolve) => setTimeout(resolve, 5));

    assert.deepEqual(held(), BOTH);
  });
}

test("what another session stores between our writing and our asking for the version is not written over", async (t) => {
  use(t, { tells: ["GET"] });
  const session = await launch();
  const { answer } = store;
  store.answer = (method, ...rest) => {
    const found = answer.call(store, method, ...rest);
    if (method !== "PUT") return found;
    store.write(JSON.stringify(values(holding(other.id))));
    store.answer = answer;
    return found;
  };
  await save(session, holding(item.id));
  assert.deepEqual(held(), [other.id]);

  await save(session, holding(item.id, third.id));

  assert.deepEqual(held(), [...BOTH, third.id].sort());
});

test("what another session stores while this one says that it is completed is not written over", async (t) => {
  use(t);
  const session = await launch();
  const { answer } = store;
  store.answer = (method, name, headers, body) => {
    if (method === "PUT" && JSON.parse(body).completed) {
      store.write(JSON.stringify(values(holding(other.id))));
      store.answer = answer;
    }
    return answer.call(store, method, name, headers, body);
  };

  await save(session, holding(item.id), { ...NOTHING, complete: true });

  assert.deepEqual(held(), BOTH);
  assert.equal(JSON.parse(store.document).completed, true);
});

for (const [what, how] of Object.entries({
  "tells no versions and compares none": { tells: [], compares: false, forbids: false },
  "stands behind a proxy that changes every tag": { changes: (tag) => `W/${tag}`, forbids: false },
})) {
  test(`a store that ${what} keeps what the last session stored`, async (t) => {
    use(t, how);
    const session = await launch();

    await save(session, holding(item.id));
    await save(session, holding(item.id, other.id));

    assert.deepEqual(held(), BOTH);
  });
}

test("a store that can be told nothing is an error, and not asked for ever", async (t) => {
  use(t, { changes: (tag) => `W/${tag}` });
  const session = await launch();
  await save(session, holding(item.id));
  store.log = [];

  await assert.rejects(session.save(values(holding(item.id, other.id))), /412/);

  assert.ok(store.log.length <= 4, store.log.join());
  assert.deepEqual(held(), [item.id]);
});
