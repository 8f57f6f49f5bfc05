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
    this.opened = openRecord();
    this.prepare(signal);
    this.addEventListener("click", ({ target }) => this.press(target.dataset.do), { signal });
    this.record = await this.opened;
    document.addEventListener("record-changed", () => this.show(), { signal });
    this.show();
    this.dataset.ready = "";
  }

  // A press before the record is there is not lost.
  async press(name) {
    if (!this.constructor.ACTIONS.includes(name)) return;
    await this.opened;
    this[name]();
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
