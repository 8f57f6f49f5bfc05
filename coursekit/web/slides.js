// Makes a reveal.js deck of a page of slides. Without it, and on a phone held upright, the slides
// stand one below the other with their notes.

import Notes from "../vendor/reveal-notes.mjs";
import Reveal from "../vendor/reveal.mjs";

const SPEAKER_WINDOW = "reveal.js - Notes"; // the name under which the plugin opens it
const S_KEY = 83;
const CHART = "0 0 360 452"; // ssi_calc/chart.py: the total above, from 180 on the pillars
const PILLARS_FROM = 180;

const root = document.querySelector(".deck");
const button = document.querySelector("button.speaker");
const notes = Notes();
const upright = matchMedia("(max-width: 40em) and (orientation: portrait)");
const asked = /receiver|print-pdf/.test(location.search);

if (asked || !upright.matches) start();
else upright.addEventListener("change", start, { once: true });

async function start() {
  root.classList.add("reveal");
  root.querySelectorAll("svg.ssi-chart").forEach(widen);
  await new Reveal(root, {
    width: 1280,
    height: 720,
    margin: 0.04,
    rtl: document.dir === "rtl",
    hash: true,
    center: false,
    navigationMode: "linear",
    slideNumber: "c/t",
    transition: matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "slide",
    backgroundTransition: "none",
    scrollActivationWidth: null,
    help: false, // its table of keys is English; the first slide names them
    pause: false,
    jumpToSlide: false,
    pdfSeparateFragments: false,
    keyboard: { [S_KEY]: openSpeakerView },
    plugins: [notes],
  }).initialize();
  setWords(root, root.dataset.controls, (element, text) => element.setAttribute("aria-label", text));
  button.hidden = false;
  button.addEventListener("click", openSpeakerView);
}

// The total beside the pillars: a slide is wider than it is high.
function widen(chart) {
  if (chart.getAttribute("viewBox") !== CHART) return;
  const { width, height } = chart.viewBox.baseVal;
  chart.setAttribute("viewBox", `0 0 ${2 * width} ${height - PILLARS_FROM}`);
  for (const panel of chart.querySelectorAll(":scope > g")) {
    const place = panel.transform.baseVal.getItem(0);
    const { e: x, f: y } = place.matrix;
    if (y >= PILLARS_FROM) place.setTranslate(x + width, y - PILLARS_FROM);
  }
}

function openSpeakerView() {
  notes.open();
  const view = window.open("", SPEAKER_WINDOW)?.document; // the same window once more
  if (!view) return;
  view.documentElement.lang = document.documentElement.lang;
  view.querySelector(".speaker-controls-notes .value").dir = document.dir;
  view.querySelector(".speaker-layout-label").hidden = true; // it says in English what the list says
  setWords(view, root.dataset.speaker, (element, text) => (element.firstChild.data = text));
}

function setWords(place, words, set) {
  for (const [selector, text] of Object.entries(JSON.parse(words))) {
    place.querySelectorAll(selector).forEach((element) => set(element, text));
  }
}
