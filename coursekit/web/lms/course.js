// The facts of a course (coursekit/export/facts.py), ready to be asked: things by their number and by their id.

import { hash } from "../shuffle.js";

export const LISTS = ["items", "pages", "exercises", "quizzes", "modules", "beliefs", "inputs"];

export class Course {
  constructor(facts) {
    this.facts = facts;
    this.items = new Map(facts.items.map((item) => [item.id, item]));
    this.ids = Object.fromEntries(LISTS.map((list) => [list, facts[list].map((each) => each.id ?? each)]));
    this.numbers = Object.fromEntries(LISTS.map((list) => [list, new Map(this.ids[list].map((id, number) => [id, number]))]));
  }

  // The key of an item that is still asked.
  key(item) {
    return this.items.get(item)?.key;
  }

  // Undefined for what the course does not know.
  number(list, id) {
    return this.numbers[list].get(id);
  }

  get counts() {
    return LISTS.map((list) => this.ids[list].length);
  }

  // Tells whether numbers mean what they meant: 24 bits of the first things of each list and of what the items ask.
  // Undefined where the course does not have as many.
  signature(counts) {
    if (LISTS.some((list, place) => counts[place] > this.ids[list].length)) return undefined;
    const known = LISTS.map((list, place) => this.ids[list].slice(0, counts[place]));
    const asked = this.facts.items.slice(0, counts[0]).map((item) => item.hash);
    return hash(JSON.stringify([known, asked])) >>> 8;
  }
}
