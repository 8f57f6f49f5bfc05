// Makes a reveal.js deck of a page of slides. Without it the slides stand one below the other.

import Notes from "../vendor/reveal-notes.mjs";
import Reveal from "../vendor/reveal.mjs";

const SPEAKER_WINDOW = "reveal.js - Notes"; // the name under which the plugin opens it
const S_KEY = 83;

const root = document.querySelector(".deck");
const rtl = document.dir === "rtl";
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const notes = Notes();

root.classList.add("reveal");
const deck = new Reveal(root, {
  width: 1280,
  height: 720,
  margin: 0.04,
  rtl,
  hash: true,
  center: false,
  navigationMode: "linear",
  slideNumber: "c/t",
  transition: still ? "none" : "slide",
  backgroundTransition: "none",
  help: false, // its table of keys is English; the title slide names them
  pause: false,
  jumpToSlide: false,
  pdfSeparateFragments: false,
  keyboard: { [S_KEY]: openSpeakerView },
  plugins: [notes],
});
await deck.initialize();
setWords(root, JSON.parse(root.dataset.controls), (element, text) => element.setAttribute("aria-label", text));

const button = document.querySelector("button.speaker");
button.hidden = false;
button.addEventListener("click", openSpeakerView);

function openSpeakerView() {
  notes.open();
  const view = window.open("", SPEAKER_WINDOW)?.document; // the same window once more
  if (!view) return;
  view.documentElement.lang = document.documentElement.lang;
  view.querySelector(".speaker-controls-notes .value").dir = document.dir;
  view.querySelector(".speaker-layout-label").hidden = true; // it says in English what the list says
  setWords(view, JSON.parse(root.dataset.speaker), (element, text) => (element.firstChild.data = text));
}

function setWords(place, words, set) {
  for (const [selector, text] of Object.entries(words)) {
    place.querySelectorAll(selector).forEach((element) => set(element, text));
  }
}
