// An element that shows what the learner's record holds, and shows it anew when the record changes.
//
//   prepare(signal)   reads the element's words and listens to its controls, before the record is there
//   show()            shows the record
//   ACTIONS           a class that names the buttons it answers to: a press of data-do=NAME calls its NAME()

import { openRecord } from "./record.js";

export class RecordElement extends HTMLElement {
  static ACTIONS = [];

  async connectedCallback() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.prepare(signal);
    this.addEventListener("click", ({ target }) => this.constructor.ACTIONS.includes(target.dataset.do) && this[target.dataset.do](), { signal });
    this.record = await openRecord();
    document.addEventListener("record-changed", () => this.show(), { signal });
    this.show();
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    this.stop.abort();
  }

  part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  do(name) {
    return this.querySelector(`[data-do=${name}]`);
  }
}
