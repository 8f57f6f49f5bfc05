// Plain data as bits: for what has no form of its own, such as plans and settings.

// Words that such data is made of, by their place: only added to, at the end.
const NAMES = [
  "weekly", "once", "weeks", "navigator", "start", "preset", "changes", "from", "brand", "find", "engage", "relate",
  "run", "plan", "window", "weights", "route", "assumptions", "own", "example", "sells", "looks", "recruits", "builds",
  "industry_mean", "network_mean", "industry_rank", "network_rank", "steady", "dormant", "average-member",
]; // prettier-ignore

const WHEN = ["weekly", "once"];
const TAG = 3; // bits
const [NULL, NO, YES, COUNT, DECIMAL, TEXT, LIST, OBJECT] = [0, 1, 2, 3, 4, 5, 6, 7];
const [NAMED, INPUT, OTHER] = [0, 1, 2];

export class Values {
  constructor(course) {
    this.inputs = course.ids.inputs;
  }

  write(bits, value) {
    const tag = tagOf(value);
    bits.put(tag, TAG);
    if (tag === COUNT) bits.whole(value, 4);
    if (tag === DECIMAL) bits.decimal(value);
    if (tag === TEXT) this.#writeText(bits, value);
    if (tag === LIST || tag === OBJECT) this.#writeAll(bits, value, tag);
  }

  read(bits) {
    const tag = bits.take(TAG);
    if (tag === COUNT) return bits.whole(4);
    if (tag === DECIMAL) return bits.decimal();
    if (tag === TEXT) return this.#readText(bits);
    if (tag === LIST) return Array.from({ length: bits.whole(2) }, () => this.read(bits));
    if (tag === OBJECT) {
      return Object.fromEntries(Array.from({ length: bits.whole(2) }, () => [this.#readText(bits), this.read(bits)]));
    }
    return { [NULL]: null, [NO]: false, [YES]: true }[tag];
  }

  // A plan: how much of each input a week and once, as far as these are amounts of inputs; the rest as it is.
  writePlan(bits, plan) {
    const rest = { ...plan };
    for (const when of WHEN) {
      if (!bits.flag(this.#areAmounts(plan[when]))) continue;
      for (const id of this.inputs) if (bits.flag(Object.hasOwn(plan[when], id))) writeAmount(bits, plan[when][id]);
      delete rest[when];
    }
    this.write(bits, rest);
  }

  readPlan(bits) {
    const plan = {};
    for (const when of WHEN) {
      if (!bits.flag()) continue;
      plan[when] = {};
      for (const id of this.inputs) if (bits.flag()) plan[when][id] = bits.flag() ? bits.decimal() : bits.whole(4);
    }
    return { ...plan, ...this.read(bits) };
  }

  #areAmounts(found) {
    if (typeof found !== "object" || found === null || Array.isArray(found)) return false;
    return Object.entries(found).every(([id, value]) => this.inputs.includes(id) && Number.isFinite(value));
  }

  #writeAll(bits, value, tag) {
    const entries = Object.entries(value).filter(([, each]) => tag === LIST || each !== undefined);
    bits.whole(entries.length, 2);
    for (const [name, each] of entries) {
      if (tag === OBJECT) this.#writeText(bits, name);
      this.write(bits, each);
    }
  }

  #writeText(bits, text) {
    const lists = [NAMES, this.inputs];
    const kind = lists.findIndex((list) => list.includes(text));
    bits.put(kind < 0 ? OTHER : kind, 2);
    if (kind < 0) bits.bytes(text);
    else bits.whole(lists[kind].indexOf(text), 4);
  }

  #readText(bits) {
    const kind = bits.take(2);
    if (kind === NAMED) return NAMES[bits.whole(4)];
    return kind === INPUT ? this.inputs[bits.whole(4)] : bits.bytes();
  }
}

function writeAmount(bits, value) {
  if (bits.flag(!isCount(value))) bits.decimal(value);
  else bits.whole(value, 4);
}

const isCount = (value) => Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);

function tagOf(value) {
  if (value === null || value === undefined) return NULL;
  if (typeof value === "boolean") return value ? YES : NO;
  if (typeof value === "number") return isCount(value) ? COUNT : Number.isFinite(value) ? DECIMAL : NULL;
  if (typeof value === "string") return TEXT;
  return Array.isArray(value) ? LIST : OBJECT;
}
