import assert from "node:assert/strict";
import { test } from "node:test";

import { grade, isComplete, judge } from "../../coursekit/web/grade.js";
import { inOrder } from "../../coursekit/web/graders.js";
import { readNumber } from "../../coursekit/web/numbers.js";

const option = (id, correct) => ({ id, correct, misconception: correct ? null : `belief-${id}` });
const single = { type: "single", points: 2, options: [option("a", true), option("b", false)] };
const multi = { type: "multi", points: 1, options: [..."abc"].map((id) => option(id, true)).concat([..."de"].map((id) => option(id, false))) };
const truefalse = { type: "truefalse", points: 1, answer: false, reasons: [option("a", true), option("b", false)] };
const match = { type: "match", points: 4, pairs: { one: "one", two: "two", three: "one", four: "four" } };
const order = { type: "order", points: 1, steps: [..."abcde"] };
const numeric = { type: "numeric", points: 1, answer: 60.2, tolerance: 0.05, near: [{ value: 60, tolerance: 0.05, misconception: "rounded" }] };
const cloze = { type: "cloze", points: 3, gaps: ["one", "two", "three"].map((id) => ({ id, options: [option("a", true), option("b", false)] })) };
const sort = {
  type: "sort",
  points: 4,
  entries: ["brand", "find", "none", "none"].map((pillar, place) => ({ id: `e${place}`, pillar, misconception: `belief-${pillar}` })),
};
const choice = (id, value, to) => ({ id, value, to, misconception: value === "poor" ? `belief-${id}` : null });
const scenario = {
  type: "scenario",
  points: 2,
  start: "hello",
  turns: {
    hello: [choice("a", "good", "end"), choice("b", "fair", "more"), choice("c", "poor", "more")],
    more: [choice("a", "good", "end"), choice("b", "poor", "constructor")],
  },
};
const reflect = { type: "reflect", points: 0 };

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

for (const [response, score, reveals] of [
  ["aaa", 1, []], ["aab", 2 / 3, ["belief-b"]], ["bba", 1 / 3, ["belief-b"]], ["bbb", 0, ["belief-b"]],
]) {
  test(`gaps filled with ${response} earn ${score.toFixed(2)}`, () => {
    const [one, two, three] = response;

    const result = grade(cloze, { one, two, three });

    near(result.score, score);
    assert.deepEqual(result.feedback, [`gaps.one.${one}`, `gaps.two.${two}`, `gaps.three.${three}`]);
    assert.deepEqual(result.misconceptions, reveals);
  });
}

test("every right place counts, and a wrong one names what it reveals", () => {
  const result = grade(sort, { e0: "brand", e1: "brand", e2: "none", e3: "relate" });

  near(result.points, 2);
  assert.deepEqual(result.feedback, ["entries.e1", "entries.e3"]);
  assert.deepEqual(result.misconceptions, ["belief-find", "belief-none"]);
});

for (const [path, score, end] of [["a", 1, "end"], ["ba", 0.75, "end"], ["ca", 0.5, "end"], ["bb", 0.25, "constructor"], ["cb", 0, "constructor"]]) {
  test(`the way ${path} through a conversation earns ${score}`, () => {
    const result = grade(scenario, [...path]);

    near(result.score, score);
    assert.equal(result.feedback.at(-1), `endings.${end}`);
  });
}

test("whatever is written in reflection will do, and earns nothing", () => {
  assert.deepEqual(grade(reflect, "a"), { score: 1, points: 0, right: true, feedback: [], misconceptions: [] });
});

for (const [attempts, used, response, final] of [[2, 1, "a", true], [2, 1, "b", false], [2, 2, "b", true], [1, 1, "b", true], [3, 2, "b", false], [3, 3, "b", true]]) {
  test(`of ${attempts} tries, answer '${response}' on try ${used} is ${final ? "final" : "not final"}`, () => {
    assert.equal(judge({ ...single, attempts }, { response, attempts: used }).final, final);
  });
}

for (const entry of [undefined, null, {}, { response: "z", attempts: 1 }]) {
  test(`${JSON.stringify(entry)} is no answer to judge`, () => assert.equal(judge({ ...single, attempts: 2 }, entry), undefined));
}

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
  [order, [..."edcba"], [..."abcd"], [..."abcdd"], "abcde", null, 7],
  [numeric, 0, NaN, "60.2", null],
  [cloze, { one: "a", two: "b", three: "a" }, {}, { one: "a", two: "b" }, { one: "a", two: "b", three: "z" }, { one: "a", two: "b", three: null }, null, "aaa"],
  [sort, { e0: "find", e1: "find", e2: "none", e3: "none" }, {}, { e0: "find", e1: "find", e2: "none", e3: "total" }, null],
  [scenario, ["b", "a"], [], ["b"], ["a", "a"], ["b", "a", "a"], ["z"], ["b", null], null, "a", "zz", { 0: "a" }],
  [reflect, "text", "", "  ", null, 3, ["text"]],
]) {
  test(`of type ${item.type}, only whole answers to what is asked are taken`, () => {
    assert.equal(isComplete(item, good), true);
    for (const response of bad) assert.equal(isComplete(item, response), false, JSON.stringify(response));
  });
}
