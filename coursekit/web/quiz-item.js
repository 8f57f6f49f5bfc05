// <quiz-item>: one question. Grades, keeps and shows the learner's answer; what the page shows always
// follows from the record, so a reload, another tab and another language show the same.
//
// What differs between the types of question stands in a module each, answer-*.js, that exports
//
//   arrange(item)         the learner's own order of what there is to choose from (optional)
//   read(item)            the response that the form holds; parts not answered yet are null or NaN
//   write(item, response) puts a response into the form
//   reset(item)           what else an emptied form needs (optional)
//   goOn(item)            takes a step towards an answer; true if there is more to come (optional)
//   complaint(item)       what to say when the answer is not whole (optional)
//   mark(item, response)  sets a mark and the reason beside each part of the answer
//   result(item, found)   the line about the result, instead of the points (optional)
//   actions               the words of the button by state, where they are not the usual ones (optional)

import { grade, isComplete, judge } from "./grade.js";
import { tick } from "./answer-choice.js";
import { openRecord } from "./record.js";
import { fill, wordsOf } from "./words.js";

const MODULES = {
  single: () => import("./answer-choice.js"),
  multi: () => import("./answer-choice.js"),
  truefalse: () => import("./answer-truefalse.js"),
  match: () => import("./answer-blanks.js"),
  cloze: () => import("./answer-blanks.js"),
  sort: () => import("./answer-blanks.js"),
  order: () => import("./answer-order.js"),
  numeric: () => import("./answer-numeric.js"),
  scenario: () => import("./answer-scenario.js"),
  reflect: () => import("./answer-reflect.js"),
};

const ACTIONS = { open: "check", again: "check-again" }; // no button when the answer is final
const IN_TEST = { open: "note", noted: "note-again" }; // until the test is handed in: course-test.js

export default class QuizItem extends HTMLElement {
  async connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.key = JSON.parse(this.querySelector(".item__key").textContent);
    this.host = this.closest(".quiz"); // a review lends a record that does not last
    this.words = wordsOf(this.host, ".quiz__words");
    this.form = this.querySelector("form");
    this.button = this.querySelector("[data-do=check]");
    this.output = this.querySelector("output");
    this.number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
    this.form.addEventListener("submit", (event) => this.check(event), { signal });
    this.showHints(signal);

    const [{ default: type }, record] = await Promise.all([MODULES[this.key.type](), this.host.lent ?? openRecord()]);
    this.type = type;
    this.record = record;
    this.seed = `${record.settings.seed}:${this.key.id}`;
    type.arrange?.(this);
    this.clear();
    this.reset();
    document.addEventListener("record-changed", () => this.follow(), { signal });
    this.follow();
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  // One at a time: opening a hint brings out the next.
  showHints(signal) {
    const hints = [...this.querySelectorAll(".item__hint")];
    hints.forEach((hint, place) => {
      hint.hidden = place > 0;
      hint.addEventListener("toggle", () => hint.open && (hints[place + 1] ?? hint).removeAttribute("hidden"), { signal });
    });
  }

  async check(event) {
    event.preventDefault();
    if (this.button.parentElement.hidden || this.busy || !this.type || this.type.goOn?.(this)) return;
    const response = this.type.read(this);
    if (!isComplete(this.key, response)) {
      this.say(this.type.complaint?.(this) ?? this.words["no-answer"]);
      return;
    }
    this.busy = true;
    const { score, points } = grade(this.key, response);
    const attempts = this.isInTest ? 0 : (this.entry?.attempts ?? 0) + 1;
    const sure = new FormData(this.form).get("sure") ?? undefined;
    await this.record.saveAnswer(this.key.id, { response, score, points, attempts, sure, at: new Date().toISOString() });
    this.busy = false;
    // what had the focus is locked now, or, in a conversation, closed
    if (this.dataset.state === "final" || this.type.goOn) this.output.focus();
    const detail = { item: this.key.id, response, score, points, attempts, sure };
    this.dispatchEvent(new CustomEvent("item-answered", { bubbles: true, detail }));
  }

  // Shows what the record says of this question; does nothing if that is what is shown.
  follow() {
    const found = this.record.answers[this.key.id];
    const result = judge(this.key, found);
    const entry = result && found;
    if (JSON.stringify(entry) === JSON.stringify(this.entry)) return;
    this.entry = entry;
    this.clear();
    if (!entry) return void this.reset();
    this.type.write(this, entry.response);
    tick(this.form, "sure", [entry.sure]);
    const explains = this.querySelector(".item__answers"); // the first form of a test does not
    if (!explains || entry.attempts === 0) this.showNoted();
    else if (result.final) this.showFinal(entry, result);
    else this.showNudge(entry, result);
  }

  get isInTest() {
    return this.host.hasAttribute("data-noting");
  }

  reset() {
    this.form.reset();
    this.type.reset?.(this);
  }

  clear() {
    this.dataset.state = "open";
    this.removeAttribute("data-result");
    this.querySelectorAll(".item__mark, fieldset .item__why").forEach((part) => part.remove());
    this.querySelector(".item__answers")?.removeAttribute("open");
    this.controls.forEach((control) => (control.disabled = false));
    this.label();
    this.say();
  }

  // The button says what it does now, and is away when there is nothing left to do.
  label() {
    const usual = this.isInTest ? IN_TEST : ACTIONS;
    const name = { ...usual, ...this.type.actions }[this.dataset.state];
    this.button.parentElement.hidden = !name;
    this.button.textContent = this.words[name] ?? "";
  }

  showNoted() {
    this.dataset.state = "noted";
    this.label();
    this.say(this.words.noted);
  }

  showNudge({ attempts, sure }, { feedback }) {
    this.dataset.state = "again";
    this.label();
    const near = feedback.find((name) => name.startsWith("near."));
    const nudge = near ? this.why(near) : copy(this.querySelector("[data-part=nudge]").content);
    const left = this.number.format(this.key.attempts - attempts);
    this.say(fill(this.words["try-again"], { count: left }), this.sureness(sure, false), nudge);
  }

  showFinal({ response, sure }, result) {
    this.dataset.state = "final";
    this.label();
    if (this.button.parentElement.hidden) this.controls.forEach((control) => (control.disabled = true));
    this.type.mark(this, response);
    const saved = this.record.kept ? this.words.saved : "";
    const line = this.type.result?.(this, result) ?? this.verdict(result);
    const reasons = result.feedback.filter((name) => /^(feedback|near)\./.test(name)).map((name) => this.why(name));
    const answer = this.querySelector("[data-feedback='feedback.right'] > p");
    if (answer && !result.right) reasons.push(copy(answer));
    this.say([line, saved].join(" ").trim(), this.sureness(sure, result.right), ...reasons, this.cures(result.misconceptions));
  }

  verdict({ score, points, right }) {
    this.dataset.result = right ? "right" : score > 0 ? "partly" : "wrong";
    const values = { points: this.number.format(points), all: this.number.format(this.key.points) };
    return `${this.words[this.dataset.result]} ${fill(this.words.points, values)}`;
  }

  // A word where certainty and answer do not go together.
  sureness(sure, right) {
    const name = { certain: right ? "" : "sure.wrong", guess: right ? "sure.lucky" : "" }[sure];
    return name ? paragraph(this.words[name]) : "";
  }

  annotate(part, right, marks, feedback, values = {}) {
    if (marks.length) {
      const mark = paragraph(marks.map((name) => fill(this.words[name], values)).join(" · "));
      mark.className = `item__mark item__mark--${{ true: "right", false: "wrong" }[right] ?? "so"}`;
      part.append(mark);
    }
    part.append(this.why(feedback));
  }

  // The part of the question that stands for an option, a step, a blank.
  part(id) {
    return this.form.querySelector(`fieldset [data-id="${CSS.escape(id)}"]`);
  }

  get controls() {
    return this.querySelectorAll("fieldset :is(input, select, button)");
  }

  why(name) {
    return copy(this.querySelector(`[data-feedback="${CSS.escape(name)}"] .item__why`));
  }

  cures(misconceptions) {
    const list = document.createElement("ul");
    for (const name of misconceptions) {
      const cure = this.host.querySelector(`[data-misconception="${CSS.escape(name)}"]`);
      if (cure) list.append(copy(cure));
    }
    list.childNodes.forEach((cure) => (cure.hidden = false));
    return list.hasChildNodes() ? list : "";
  }

  say(words = "", ...parts) {
    const verdict = document.createElement("strong");
    verdict.textContent = words;
    this.output.replaceChildren(...(words ? [verdict, ...parts] : []));
  }
}

function paragraph(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

function copy(node) {
  return node.cloneNode(true);
}
