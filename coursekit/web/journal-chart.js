// The journal as a small line chart: one line a pillar, 0 to 25, time from left to right in every language.

import { PILLARS } from "./journal.js";

const SIZE = { width: 360, height: 170 };
const AREA = { left: 24, right: 280, top: 8, bottom: 146 };
const MOST = 25;
const TICKS = [0, 5, 10, 15, 20, 25];
const ROOM = 14; // between the names at the ends of the lines

// Where everything stands, for `rows` in order of date, at least one: {size, area, ticks, lines}. A line is
// {pillar, points: [[x, y], …], name: [x, y]}.
export function layout(rows) {
  const days = rows.map(({ date }) => Date.parse(date));
  const span = days.at(-1) - days[0];
  const x = (place) => (span ? AREA.left + 6 + ((days[place] - days[0]) / span) * (AREA.right - AREA.left - 12) : (AREA.left + AREA.right) / 2);
  const lines = PILLARS.map((pillar) => {
    const points = rows.map((row, place) => [round(x(place)), round(y(row[pillar]))]);
    return { pillar, points, name: [round(points.at(-1)[0] + 7), points.at(-1)[1] + 4] };
  });
  part(lines);
  return { size: SIZE, area: AREA, ticks: TICKS.map((value) => ({ value, y: round(y(value)) })), lines };
}

function y(value) {
  return AREA.bottom - (value / MOST) * (AREA.bottom - AREA.top);
}

// Moves names that would cover each other apart, and all of them up again if the last left the area.
function part(lines) {
  const sorted = [...lines].sort((one, other) => one.name[1] - other.name[1]);
  sorted.forEach((line, place) => {
    if (place) line.name[1] = Math.max(line.name[1], sorted[place - 1].name[1] + ROOM);
  });
  const over = Math.max(0, sorted.at(-1).name[1] - (AREA.bottom + 6));
  for (const line of sorted) line.name[1] = round(line.name[1] - over);
}

function round(value) {
  return Math.round(value * 10) / 10;
}

// The chart as an SVG element; `words` are the pillars' names and what the picture says to those who do not see it.
export function draw(rows, { names, alt, first, last }) {
  const { size, area, ticks, lines } = layout(rows);
  const svg = element("svg", { viewBox: `0 0 ${size.width} ${size.height}`, class: "journal__chart", role: "img", "aria-label": alt, direction: "ltr" });
  for (const { value, y: at } of ticks) {
    svg.append(element("path", { class: "journal__grid", d: `M${area.left} ${at}H${area.right}` }));
    svg.append(text(value, { x: area.left - 4, y: at + 4, "text-anchor": "end" }));
  }
  svg.append(text(isolated(first), { x: area.left, y: size.height - 6 }));
  if (rows.length > 1) svg.append(text(isolated(last), { x: area.right, y: size.height - 6, "text-anchor": "end" }));
  for (const line of lines) svg.append(drawn(line, names[line.pillar]));
  return svg;
}

function drawn({ pillar, points, name }, words) {
  const group = element("g", { class: `journal__line journal__line--${pillar}` });
  group.append(element("polyline", { points: points.map((point) => point.join()).join(" ") }));
  for (const [cx, cy] of points) group.append(element("circle", { cx, cy, r: 2.5 }));
  group.append(text(words, { x: name[0], y: name[1], class: "journal__name" }));
  return group;
}

// The picture runs from left to right; a date inside it in its own direction.
function isolated(words) {
  return `\u2068${words}\u2069`;
}

function text(words, attributes) {
  const made = element("text", attributes);
  made.textContent = words;
  return made;
}

function element(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
