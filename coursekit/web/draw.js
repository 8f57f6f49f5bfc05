// Which items a learner is asked: a draw from a bank, or one of two equal forms.

import { shuffled } from "./shuffle.js";

// The ids of `count` items, in the order of the bank: of each objective as many, first those not asked last time.
// The same seed gives the same draw.
//   items   [{id, objective}]
//   last    the ids of the draw before
export function drawn(items, count, seed, last = []) {
  const groups = shuffled(Object.entries(byObjective(items)), seed).map(([objective, ids]) => ({
    waiting: shuffled(ids, `${seed}:${objective}`).sort((one, other) => last.includes(one) - last.includes(other)),
    taken: 0,
  }));
  const found = new Set();
  while (found.size < Math.min(count, items.length)) {
    const group = next(groups, last);
    found.add(group.waiting.shift());
    group.taken += 1;
  }
  return items.map(({ id }) => id).filter((id) => found.has(id));
}

// The name of the form: half the learners get one of them before and the other after, half the reverse.
export function formOf({ quiz, role, forms }, seed) {
  const [first, second] = shuffled(Object.keys(forms).sort(), `${seed}:${quiz}`);
  return role === "before" ? first : second;
}

// The objective that was asked least; of several the one that has something new to ask.
function next(groups, last) {
  const open = groups.filter(({ waiting }) => waiting.length);
  const fewest = Math.min(...open.map(({ taken }) => taken));
  const least = open.filter(({ taken }) => taken === fewest);
  return least.find(({ waiting }) => !last.includes(waiting[0])) ?? least[0];
}

function byObjective(items) {
  const found = {};
  for (const { id, objective } of items) (found[objective] ??= []).push(id);
  return found;
}
