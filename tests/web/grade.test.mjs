import assert from "node:assert/strict";
import { test } from "node:test";

import { grade, inOrder, isComplete, isFinal, readNumber } from "../../coursekit/web/grade.js";

const option = (id, correct) => ({ id, correct, misconception: correct ? null : `belief-${id}` });
const single = { type: "single", points: 2, options: [option("a", true), option("b", false)] };
const multi = { type: "multi", points: 1, options: [..."abc"].map((id) => option(id, true)).concat([..."de"].map((id) => option(id, false))) };
const truefalse = { type: "truefalse", points: 1, answer: false, reasons: [option("a", true), option("b", false)] };
const match = { type: "match", points: 4, pairs: { one: "one", two: "two", three: "one", four: "four" } };
const order = { type: "order", points: 1, steps: [..."abcde"] };
const numeric = { type: "numeric", points: 1, answer: 60.2, tolerance: 0.05, near: [{ value: 60, tolerance: 0.05, misconception: "rounded" }] };

const near = (value, expected) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} is not ${expected}`);

test("the right option earns all points", () => {
  const result = grade(single, "a");

  assert.deepEqual(result, { score: 1, points: 2, right: true, feedback: ["options.a"], misconceptions: [] });
});

test("a wrong option names what it reveals", () => {
  const result = grade(single, "b");

  assert.deepEqual(result, { score: 0, points: 0, right: false, feedback: ["options.b"], misconceptions: ["belief-b"] });
});

for (const [response, score] of [["abc", 1], ["ab", 2 / 3], ["abcd", 2 / 3], ["abcde", 1 / 3], ["ad", 0], ["de", 0], ["ade", 0], ["a", 1 / 3]]) {
  test(`of several, '${response}' earns ${score.toFixed(2)}`, () => near(grade(multi, [...response]).score, score));
}

for (const [answer, reason, score] of [[false, "a", 1], [false, "b", 0.5], [true, "a", 0.5], [true, "b", 0]]) {
  test(`verdict ${answer} for reason ${reason} earns ${score}`, () => near(grade(truefalse, { answer, reason }).score, score));
}

test("every right pair counts, and pairs may share a right side", () => {
  const result = grade(match, { one: "one", two: "four", three: "one", four: "four" });

  near(result.points, 3);
  assert.deepEqual(result.feedback, ["pairs.two"]);
});

for (const [response, score] of [["abcde", 1], ["bcdea", 0.75], ["eabcd", 0.75], ["bacde", 0.75], ["badce", 0.5], ["edcba", 0]]) {
  test(`the order ${response} earns ${score}`, () => near(grade(order, [...response]).score, score));
}

test("the steps that break the order are the ones explained", () => {
  const result = grade(order, [..."acdbe"]);

  assert.deepEqual(result.feedback, ["steps.b"]);
  assert.deepEqual(inOrder(order.steps, [..."acdbe"]), [..."acde"]);
});

test("a number within the tolerance is right, binary fractions or not", () => {
  assert.equal(grade(numeric, 60.25).score, 1);
  assert.equal(grade(numeric, 60.15).score, 1);
  assert.equal(grade(numeric, 60.26).score, 0);
});

test("a near miss explains itself", () => {
  const result = grade(numeric, 60);

  assert.deepEqual(result.feedback, ["near.1", "feedback.wrong"]);
  assert.deepEqual(result.misconceptions, ["rounded"]);
});

test("an answer is final when right or when the tries are used", () => {
  assert.equal(isFinal({ score: 1, attempts: 1 }), true);
  assert.equal(isFinal({ score: 0.5, attempts: 1 }), false);
  assert.equal(isFinal({ score: 0, attempts: 2 }), true);
});

for (const [text, group, number] of [
  ["13.4", ",", 13.4], ["13,4", ",", 13.4], ["13,4", ".", 13.4], ["13.4", ".", 13.4], [" 65 ", "", 65], ["−3", "", -3], ["+3", "", 3],
  ["4.188", ".", 4188], ["4,188", ",", 4188], ["4,188", ".", 4.188], ["0.123", ".", 0.123], ["1.234.567", "", 1234567], ["1.234,5", ".", 1234.5],
  ["1,234.5", ",", 1234.5], ["10 000", "\u00a0", 10000], ["10\u202f000,5", "", 10000.5], ["\u200f13.4", ",", 13.4], [".5", "", 0.5], ["5.", "", 5],
]) {
  test(`'${text}' is read as ${number} where thousands are parted by '${group}'`, () => assert.equal(readNumber(text, group), number));
}

for (const text of ["", "abc", "1e5", "12..3", "1,2,3", "--2", "13.4 points", "Infinity", "0x10"]) {
  test(`'${text}' is no number`, () => assert.ok(Number.isNaN(readNumber(text))));
}

for (const [item, good, ...bad] of [
  [single, "a", null, "z", ["a"], undefined],
  [multi, ["a"], [], ["z"], null, 3],
  [truefalse, { answer: true, reason: "a" }, { answer: null, reason: "a" }, { answer: true, reason: null }, null, "a"],
  [match, match.pairs, {}, { one: "one" }, { ...match.pairs, one: "" }, null],
  [order, [..."edcba"], [..."abcd"], [..."abcdd"], null, 7],
  [numeric, 0, NaN, "60.2", null],
]) {
  test(`of type ${item.type}, only whole answers to what is asked are taken`, () => {
    assert.equal(isComplete(item, good), true);
    for (const response of bad) assert.equal(isComplete(item, response), false, JSON.stringify(response));
  });
}
