// The only module that defines tags. Each element has a module of its own.

import { watchScrollers } from "./course-scroll.js";
import { CourseSearch } from "./course-search.js";

// tag -> module whose default export is the element; loaded when the tag is on the page
const TAGS = {
  "claim-search": "./claim-search.js",
  "course-assumptions": "./course-assumptions.js",
  "course-exercise": "./course-exercise.js",
  "course-journal": "./course-journal.js",
  "course-placement": "./course-placement.js",
  "course-progress": "./course-progress.js",
  "course-quiz": "./course-quiz.js",
  "course-review": "./course-review.js",
  "course-routes": "./course-routes.js",
  "course-simulator": "./course-simulator.js",
  "course-test": "./course-test.js",
  "quiz-item": "./quiz-item.js",
};

// tag -> tag of the element that brings it in later
const BROUGHT = { "quiz-item": "course-review" };

// selector -> module whose default export is called once; for behaviour of plain HTML
const BEHAVIOURS = {
  "a.claim": "./claim-marks.js",
  "[data-course-page]": "./reading.js",
};

customElements.define("course-search", CourseSearch);
watchScrollers();

for (const [tag, path] of Object.entries(TAGS)) {
  if (document.querySelector(`${tag}, ${BROUGHT[tag] ?? tag}`)) {
    import(path).then((module) => customElements.define(tag, module.default));
  }
}

for (const [selector, path] of Object.entries(BEHAVIOURS)) {
  if (document.querySelector(selector)) import(path).then((module) => module.default());
}
