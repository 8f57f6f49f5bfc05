// Numbers and lists as the page's language writes and reads them.

import { fill } from "./words.js";

const language = document.documentElement.lang;
const formats = new Map();

export function number(value, least = 0, most = Math.max(least, 2)) {
  const key = `${least}-${most}`;
  if (!formats.has(key)) {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: most, useGrouping: false };
    formats.set(key, new Intl.NumberFormat(language, digits));
  }
  return formats.get(key).format(value);
}

// A number with a comma or a point, whatever the language; NaN for anything else.
export function parsed(text) {
  return /^\d+([.,]\d*)?$|^[.,]\d+$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : NaN;
}

export function list(parts) {
  return new Intl.ListFormat(language, { type: "unit", style: "short" }).format(parts);
}

// Keeps figures in their order inside right-to-left words.
export function isolated(text) {
  return `\u2066${text}\u2069`;
}

// Whole points, halves upwards, as the dashboard rounds.
export function wholeRange(words, { low, high }) {
  const [least, most] = [Math.floor(low + 0.5), Math.floor(high + 0.5)];
  return least === most ? number(least) : fill(words.range, { low: number(least), high: number(most) });
}
