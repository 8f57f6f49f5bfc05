// The only module that defines tags. Each element has a module of its own.

import { watchScrollers } from "./course-scroll.js";
import { CourseSearch } from "./course-search.js";

// tag -> its module, whose default export is the element; loaded when the tag is on the page
const TAGS = {
  "claim-search": () => import("./claim-search.js"),
  "course-assumptions": () => import("./course-assumptions.js"),
  "course-exercise": () => import("./course-exercise.js"),
  "course-journal": () => import("./course-journal.js"),
  "course-placement": () => import("./course-placement.js"),
  "course-progress": () => import("./course-progress.js"),
  "course-quiz": () => import("./course-quiz.js"),
  "course-review": () => import("./course-review.js"),
  "course-routes": () => import("./course-routes.js"),
  "course-simulator": () => import("./course-simulator.js"),
  "course-test": () => import("./course-test.js"),
  "quiz-item": () => import("./quiz-item.js"),
};

// tag -> tag of the element that brings it in later
const BROUGHT = { "quiz-item": "course-review" };

// selector -> its module, whose default export is called once; for behaviour of plain HTML
const BEHAVIOURS = {
  "a.claim": () => import("./claim-marks.js"),
  "[data-course-page]": () => import("./reading.js"),
};

customElements.define("course-search", CourseSearch);
watchScrollers();

for (const [tag, load] of Object.entries(TAGS)) {
  if (document.querySelector(`${tag}, ${BROUGHT[tag] ?? tag}`)) {
    load().then((module) => customElements.define(tag, module.default));
  }
}

for (const [selector, load] of Object.entries(BEHAVIOURS)) {
  if (document.querySelector(selector)) load().then((module) => module.default());
}
