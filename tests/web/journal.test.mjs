import assert from "node:assert/strict";
import { test } from "node:test";

import { PILLARS, csvOf, newestReadings, noteRow, rowsOf, totalOf } from "../../coursekit/web/journal.js";
import { layout } from "../../coursekit/web/journal-chart.js";
import { sound } from "../../coursekit/web/record-shape.js";

const row = (brand, more = {}) => ({ brand, find: 10.7, engage: 11.1, relate: 25, at: "1", ...more });
const journal = { "2026-03-16": row(14.8), "2026-03-02": row(13.4), "2026-03-09": row(14.2, { industry_rank: 9 }) };

test("rows stand in order of date", () => {
  assert.deepEqual(rowsOf(journal).map(({ date }) => date), ["2026-03-02", "2026-03-09", "2026-03-16"]);
  assert.equal(totalOf(journal["2026-03-02"]), 60.2);
});

test("the newest row is also where plans start, an older one is not", () => {
  const data = sound();

  assert.equal(noteRow(data, "2026-03-09", row(14.2)), undefined);
  noteRow(data, "2026-03-02", row(13.4));

  assert.equal(data.readings.brand, 14.2);
  assert.deepEqual(Object.keys(data.readings), PILLARS);
  assert.equal(noteRow(data, "2026-03-09", row(14.5)).brand, 14.2);
  assert.equal(newestReadings(data).brand, 14.5);
});

test("without readings there is nothing to go by, and a journal is enough", () => {
  assert.equal(newestReadings(sound()), null);
  assert.equal(newestReadings(sound({ schema: 2, journal })).brand, 14.8);
});

test("the file holds what was noted and no column that is empty", () => {
  assert.equal(csvOf(journal), "date,brand,find,engage,relate,industry_rank\n2026-03-02,13.4,10.7,11.1,25,\n2026-03-09,14.2,10.7,11.1,25,9\n2026-03-16,14.8,10.7,11.1,25,\n");
});

test("of two rows in one week the later goes into the file", () => {
  const days = ["2026-03-02", "2026-03-04", "2026-03-09", "2026-03-11", "2026-03-14", "2026-03-18"];

  const dates = csvOf(Object.fromEntries(days.map((day) => [day, row(13)]))).split("\n").slice(1, -1).map((line) => line.slice(0, 10));

  assert.deepEqual(dates, ["2026-03-04", "2026-03-14", "2026-03-18"]);
});

test("time runs by date, whatever the pauses, and 25 lies at the top", () => {
  const { lines, area } = layout(rowsOf({ "2026-03-02": row(25), "2026-03-09": row(0), "2026-03-30": row(12.5) }));
  const [first, second, third] = lines[0].points;

  assert.deepEqual([first[1], second[1], third[1]], [area.top, area.bottom, (area.top + area.bottom) / 2]);
  assert.ok(Math.abs((second[0] - first[0]) * 3 - (third[0] - second[0])) < 0.5);
});

for (const readings of [[10, 10, 10, 10], [0, 0, 0, 0], [25, 25, 25, 25], [11, 11.2, 10.9, 25], [0, 0.1, 24.9, 25]]) {
  test(`names beside ${readings} do not cover each other, nor leave the picture`, () => {
    const { lines, size } = layout([{ date: "2026-03-02", ...Object.fromEntries(PILLARS.map((pillar, place) => [pillar, readings[place]])) }]);
    const heights = lines.map(({ name }) => name[1]).sort((one, other) => one - other);

    for (const [place, height] of heights.entries()) if (place) assert.ok(height - heights[place - 1] >= 13, String(heights));
    assert.ok(heights[0] > 0 && heights.at(-1) < size.height, String(heights));
  });
}
