// <course-routes>: shows the example of the route that the learner follows, on every page alike.

import { RecordElement } from "./record-element.js";

let count = 0;

export default class CourseRoutes extends RecordElement {
  prepare(signal) {
    this.radios = [...this.querySelectorAll(".routes__switch input")];
    count += 1;
    for (const radio of this.radios) radio.name = `route-${count}`; // a group for each block
    this.addEventListener("change", ({ target }) => this.choose(target.value), { signal });
  }

  async choose(route) {
    const record = await this.opened;
    await record.saveSettings({ route });
  }

  show() {
    const route = this.radios.find(({ value }) => value === this.record.settings.route)?.value ?? "all";
    for (const radio of this.radios) radio.checked = radio.value === route;
    for (const part of this.querySelectorAll(".routes__part")) {
      part.hidden = route !== "all" && part.dataset.route !== route;
    }
  }
}
