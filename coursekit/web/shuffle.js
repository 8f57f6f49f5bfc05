// One order per learner and item: the same seed always gives the same order.

// `list` in the order that `seed` (any text) stands for; the list itself stays as it is.
export function shuffled(list, seed) {
  const random = generator(hash(seed));
  const found = [...list];
  for (let last = found.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [found[last], found[other]] = [found[other], found[last]];
  }
  return found;
}

// As `shuffled`, and never in the order of `right`.
export function scrambled(list, right, seed) {
  const found = shuffled(list, seed);
  return found.every((each, place) => each === right[place]) ? [...found.slice(1), found[0]] : found;
}

// FNV-1a, 32 bits
export function hash(text) {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ sign.codePointAt(0), 0x01000193);
  return value >>> 0;
}

// mulberry32: numbers from 0 to below 1
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
