// <quiz-item>: one question. Grades, keeps and shows the learner's answer; what the page shows always
// follows from the record, so a reload, another tab and another language show the same.

import { grade, inOrder, isComplete, isFinal } from "./grade.js";
import { decimalExample, readResponse, writeResponse } from "./quiz-answers.js";
import { openRecord } from "./record.js";
import { scrambled, shuffled } from "./shuffle.js";
import { fill, wordsOf } from "./words.js";

export default class QuizItem extends HTMLElement {
  async connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.key = JSON.parse(this.querySelector(".item__key").textContent);
    this.words = wordsOf(this.closest("course-quiz"), ".quiz__words");
    this.form = this.querySelector("form");
    this.button = this.querySelector("[data-do=check]");
    this.output = this.querySelector("output");
    this.dataset.state = "open";
    this.number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
    this.form.addEventListener("submit", (event) => this.check(event), { signal });
    this.addEventListener("click", (event) => this.move(event), { signal });
    this.showHints(signal);

    this.record = await openRecord();
    this.shuffle();
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

  shuffle() {
    const seed = `${this.record.settings.seed}:${this.key.id}`;
    for (const list of this.querySelectorAll(".item__choices")) list.append(...shuffled([...list.children], seed));
    for (const select of this.querySelectorAll("select")) {
      select.append(...shuffled([...select.options].filter(({ value }) => value), seed));
    }
    if (this.key.type === "order") {
      const steps = this.key.steps;
      this.start = scrambled(steps, steps, seed);
      writeResponse(this.key, this.form, this.start);
    }
  }

  async check(event) {
    event.preventDefault();
    const response = readResponse(this.key, this.form);
    if (this.dataset.state === "final" || this.busy) return;
    if (!isComplete(this.key, response)) {
      const unread = this.key.type === "numeric" && this.form.querySelector("[name=number]").value.trim();
      this.say(unread ? fill(this.words["no-number"], { example: decimalExample() }) : this.words["no-answer"]);
      return;
    }
    this.busy = true;
    const { score, points } = grade(this.key, response);
    const attempts = (this.entry?.attempts ?? 0) + 1;
    await this.record.saveAnswer(this.key.id, { response, score, points, attempts, at: new Date().toISOString() });
    this.busy = false;
    if (this.dataset.state === "final") this.output.focus();
    const detail = { item: this.key.id, response, score, points, attempts };
    this.dispatchEvent(new CustomEvent("item-answered", { bubbles: true, detail }));
  }

  // Shows what the record says of this question; does nothing if that is what is shown.
  follow() {
    const found = this.record.answers[this.key.id];
    const entry = found && isComplete(this.key, found.response) ? found : undefined;
    if (JSON.stringify(entry) === JSON.stringify(this.entry)) return;
    this.entry = entry;
    this.clear();
    if (!entry) {
      this.form.reset();
      if (this.start) writeResponse(this.key, this.form, this.start);
    } else {
      writeResponse(this.key, this.form, entry.response);
      const result = grade(this.key, entry.response);
      if (isFinal({ ...entry, score: result.score })) this.showFinal(entry.response, result);
      else this.showNudge(result);
    }
  }

  clear() {
    this.dataset.state = "open";
    this.removeAttribute("data-result");
    this.button.textContent = this.words.check;
    this.button.parentElement.hidden = false;
    this.querySelectorAll(".item__mark, fieldset .item__why").forEach((part) => part.remove());
    this.controls.forEach((control) => (control.disabled = false));
    this.say();
  }

  showNudge({ feedback }) {
    this.dataset.state = "again";
    this.button.textContent = this.words["check-again"];
    const near = feedback.find((name) => name.startsWith("near."));
    const nudge = near ? this.why(near) : copy(this.querySelector("[data-part=nudge]").content);
    this.say(this.words["try-again"], nudge);
  }

  showFinal(response, { score, points, right, misconceptions, feedback }) {
    this.dataset.state = "final";
    this.dataset.result = right ? "right" : score > 0 ? "partly" : "wrong";
    this.button.parentElement.hidden = true;
    this.controls.forEach((control) => (control.disabled = true));
    this.mark(response);
    const verdict = [
      this.words[this.dataset.result],
      fill(this.words.points, { points: this.number.format(points), all: this.number.format(this.key.points) }),
      this.record.kept ? this.words.saved : "",
    ];
    const reasons = feedback.filter((name) => /^(feedback|near)\./.test(name)).map((name) => this.why(name));
    const answer = this.querySelector("[data-feedback='feedback.right'] > p");
    if (answer && !right) reasons.push(copy(answer));
    this.say(verdict.filter(Boolean).join(" "), ...reasons, this.cures(misconceptions));
  }

  // Sets a mark and the reason beside every part of the answer.
  mark(response) {
    const { type, options, reasons, pairs, steps } = this.key;
    for (const part of this.querySelectorAll("fieldset [data-id]")) {
      const { id } = part.dataset;
      if (options || reasons) {
        const chosen = [response.reason ?? response].flat().includes(id);
        const right = (options ?? reasons).find((each) => each.id === id)?.correct;
        this.annotate(part, right, optionMarks(type, chosen, right), `${options ? "options" : "reasons"}.${id}`);
      } else if (pairs) {
        const right = response[id] === pairs[id];
        const answer = part.querySelector(`option[value="${CSS.escape(pairs[id])}"]`).text;
        this.annotate(part, right, [right ? "mark.right" : "mark.partner"], `pairs.${id}`, { answer });
      } else {
        const right = inOrder(steps, response).includes(id);
        const place = this.number.format(steps.indexOf(id) + 1);
        this.annotate(part, right, [right ? "mark.in-order" : "mark.belongs"], `steps.${id}`, { place });
      }
    }
  }

  annotate(part, right, marks, feedback, values = {}) {
    if (marks.length) {
      const mark = document.createElement("p");
      mark.className = `item__mark item__mark--${right ? "right" : "wrong"}`;
      mark.textContent = marks.map((name) => fill(this.words[name], values)).join(" · ");
      part.append(mark);
    }
    part.append(this.why(feedback));
  }

  // Order: one step up or down, and a word about where it is now.
  move({ target }) {
    const button = target.closest("[data-move]");
    if (!button) return;
    const step = button.closest("li");
    const other = button.dataset.move === "1" ? step.nextElementSibling : step.previousElementSibling;
    if (other) button.dataset.move === "1" ? other.after(step) : other.before(step);
    button.focus();
    const place = [...step.parentElement.children].indexOf(step) + 1;
    this.querySelector("[data-part=moved]").textContent = fill(this.words.moved, {
      place: this.number.format(place),
      count: this.number.format(step.parentElement.children.length),
      step: step.querySelector(".item__step").textContent,
    });
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
      const cure = this.closest("course-quiz").querySelector(`[data-misconception="${CSS.escape(name)}"]`);
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

function optionMarks(type, chosen, right) {
  if (chosen) return ["mark.chosen", right ? "mark.right" : "mark.wrong"];
  if (right) return [type === "multi" ? "mark.missed" : "mark.right"];
  return [];
}

function copy(node) {
  return node.cloneNode(true);
}
