// <course-search>: searches the page index of one language, fetched when the field gets focus.
// Words come from attributes; the field and the empty list are in the page (partials/search.html).

import { json } from "./supply.js";
import { fold, termsOf } from "./search-terms.js";
import { fill } from "./words.js";

const MOST = 12; // results shown
const AROUND = 70; // characters of context on each side of the first hit
const WORD = /[\p{L}\p{M}\p{N}]+(?:["'״׳’][\p{L}\p{M}\p{N}]+)*/gu;

export class CourseSearch extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.panel = this.querySelector(".course-search__panel");
    this.count = this.querySelector("[role=status]");
    this.list = this.querySelector("ol");
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.field.addEventListener("focus", () => this.show(), { signal });
    this.field.addEventListener("input", () => this.show(), { signal });
    this.querySelector("form").addEventListener("submit", (event) => this.submit(event), { signal });
    this.addEventListener("keydown", (event) => this.steer(event), { signal });
    this.addEventListener("focusout", (event) => this.leave(event.relatedTarget), { signal });
    document.addEventListener("pointerdown", (event) => this.leave(event.target), { signal });
    this.addEventListener("toggle", (event) => event.newState === "open" && this.field.focus(), { signal });
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  load() {
    this.ready ??= this.fetchIndex().catch(() => {
      this.ready = undefined; // the next key tries again
      this.report(this.getAttribute("words-failed"));
    });
    return this.ready;
  }

  async fetchIndex() {
    const parts = [import("../vendor/minisearch.js"), json(this.getAttribute("index"))];
    const [{ default: MiniSearch }, sections] = await Promise.all(parts);
    const engine = new MiniSearch({
      idField: "url",
      fields: ["title", "page", "text"],
      storeFields: ["url", "page", "title", "text"],
      tokenize: (text) => text.match(WORD) ?? [],
      processTerm: termsOf,
    });
    engine.addAll(sections);
    this.engine = engine;
  }

  async show() {
    await this.load();
    if (!this.engine) return;
    const query = this.field.value.trim();
    if (!query) return this.close();
    const results = find(this.engine, query);
    this.list.replaceChildren(...results.slice(0, MOST).map((result) => this.item(result)));
    this.report(this.summary(results.length));
  }

  summary(count) {
    if (count === 0) return this.getAttribute("words-none");
    if (count === 1) return this.getAttribute("words-one");
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const values = { count: number.format(count), shown: number.format(MOST) };
    return fill(this.getAttribute(count > MOST ? "words-first" : "words-many"), values);
  }

  report(words) {
    this.panel.hidden = false;
    this.count.textContent = words;
  }

  close() {
    this.panel.hidden = true;
    this.count.textContent = "";
    this.list.replaceChildren();
  }

  item({ url, page, title, text, terms }) {
    const link = document.createElement("a");
    const root = this.getAttribute("root");
    link.href = `${root.endsWith("/") ? root : `${root}/`}${url}`;
    link.append(part("course-search__title", marked(title, terms)));
    if (page) link.append(" ", part("course-search__page", [page]));
    link.append(part("course-search__excerpt", excerpt(text, terms)));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  submit(event) {
    event.preventDefault();
    this.links[0]?.focus();
  }

  steer(event) {
    const places = [this.field, ...this.links];
    const here = places.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && here >= 0 && places[here + step]) {
      event.preventDefault();
      places[here + step].focus();
    } else if (event.key === "Escape" && (!this.panel.hidden || this.field.value)) {
      event.preventDefault();
      event.stopPropagation();
      this.field.value = "";
      this.close();
      this.field.focus();
    }
  }

  // `to` is nothing when another window takes the focus.
  leave(to) {
    if (to && !this.contains(to)) this.close();
  }

  get links() {
    return [...this.list.querySelectorAll("a")];
  }
}

// All words must occur, each in one of its forms; the last may be unfinished. Typing errors are
// forgiven only when nothing is found without forgiving them.
function find(engine, query) {
  const words = (query.match(WORD) ?? []).map(termsOf);
  const search = (options) =>
    engine.search(
      { combineWith: "AND", queries: words.map((forms) => ({ combineWith: "OR", queries: forms })) },
      { boost: { title: 5, page: 2 }, prefix: true, weights: { prefix: 0.6, fuzzy: 0.2 }, tokenize: (term) => [term], processTerm: (term) => term, ...options },
    );
  const exact = search({});
  return exact.length ? exact : search({ fuzzy: (term) => (term.length > 4 ? 0.2 : false) });
}

function part(name, content) {
  const element = document.createElement("span");
  element.className = name;
  element.append(...content);
  return element;
}

// The text as strings and <mark> elements; a word is marked if one of its forms was hit.
function marked(text, terms) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isHit(match[0], terms)) continue;
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    parts.push(text.slice(end, match.index), mark);
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

function excerpt(text, terms) {
  const hit = [...text.matchAll(WORD)].find((match) => isHit(match[0], terms));
  const middle = hit ? hit.index : 0;
  const start = middle <= AROUND ? 0 : text.indexOf(" ", middle - AROUND) + 1;
  const last = text.lastIndexOf(" ", middle + 2 * AROUND);
  const end = text.length <= middle + 2 * AROUND || last <= middle ? text.length : last;
  return [start > 0 ? "… " : "", ...marked(text.slice(start, end), terms), end < text.length ? " …" : ""];
}

function isHit(word, terms) {
  const forms = termsOf(word);
  return terms.some((term) => forms.includes(term) || fold(word).startsWith(term));
}
