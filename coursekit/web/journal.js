// The private journal of readings: {date: {brand, find, engage, relate, …, at}}, one row a date.

export const PILLARS = ["brand", "find", "engage", "relate"];
export const CONTEXT = ["industry_mean", "network_mean", "industry_rank", "network_rank"];

const WEEK = 7 * 86_400_000; // ms

// The rows, oldest first: [{date, …}].
export function rowsOf(journal) {
  return Object.keys(journal).sort().map((date) => ({ date, ...journal[date] }));
}

// What the learner's dashboard showed last, as far as the record knows; null if it does not.
export function newestReadings({ readings, journal }) {
  return readings ?? readingsOf(rowsOf(journal).at(-1)) ?? null;
}

export function readingsOf(row) {
  return row && Object.fromEntries(PILLARS.map((pillar) => [pillar, row[pillar]]));
}

export function totalOf(row) {
  return PILLARS.reduce((sum, pillar) => sum + row[pillar], 0);
}

// Notes a row in `data`, a record; the newest one is also where plans start. Returns what stood there before.
export function noteRow(data, date, row) {
  const before = data.journal[date];
  data.journal[date] = row;
  if (rowsOf(data.journal).at(-1).date === date) data.readings = readingsOf(row);
  return before;
}

// The journal as `ssi-calc fit` reads it: in order of date, one row a week, the last of each.
export function csvOf(journal) {
  const rows = oneAWeek(rowsOf(journal));
  const context = CONTEXT.filter((name) => rows.some((row) => Number.isFinite(row[name])));
  const columns = ["date", ...PILLARS, ...context];
  const lines = rows.map((row) => columns.map((name) => row[name] ?? "").join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\n`).join("");
}

// Weeks are counted from the first row, as ssi_calc/journal.py counts them.
function oneAWeek(rows) {
  const kept = [];
  const week = (date) => Math.round((Date.parse(date) - Date.parse(kept[0]?.date ?? date)) / WEEK);
  for (const row of rows) {
    if (kept.length && week(row.date) === week(kept.at(-1).date)) kept.pop();
    kept.push(row);
  }
  return kept;
}
