// A response as one whole number: its place among those that the item's key allows. How many digits it has and how
// many values each can take follows from the key, so nothing else is kept.
//
// Each kind tells its digits, [value, count] each, lowest first, and finds the response again from `digit(count)`.

import { asDecimal, asWhole } from "./bits.js";

const PILLARS = ["brand", "find", "engage", "relate", "none"];
const ids = (entries) => entries.map(({ id }) => id);

// Blanks, each to be filled with one of its choices.
function fillings(blanks) {
  return {
    digits: (key, response) => blanks(key).map(([id, choices]) => [choices.indexOf(response[id]), choices.length]),
    find: (key, digit) => Object.fromEntries(blanks(key).map(([id, choices]) => [id, choices[digit(choices.length)]])),
  };
}

const KINDS = {
  single: {
    digits: ({ options }, response) => [[ids(options).indexOf(response), options.length]],
    find: ({ options }, digit) => options[digit(options.length)].id,
  },
  multi: {
    digits: ({ options }, response) => options.map(({ id }) => [response.includes(id) ? 1 : 0, 2]),
    find: ({ options }, digit) => ids(options.filter(() => digit(2) === 1)),
  },
  truefalse: {
    digits: ({ reasons }, { answer, reason }) => [[answer ? 1 : 0, 2], [ids(reasons).indexOf(reason), reasons.length]],
    find: ({ reasons }, digit) => ({ answer: digit(2) === 1, reason: reasons[digit(reasons.length)].id }),
  },
  match: fillings(({ pairs }) => {
    const rights = [...new Set(Object.values(pairs))].sort();
    return Object.keys(pairs).sort().map((pair) => [pair, rights]);
  }),
  cloze: fillings(({ gaps }) => gaps.map(({ id, options }) => [id, ids(options)])),
  sort: fillings(({ entries }) => entries.map(({ id }) => [id, PILLARS])),
  order: {
    digits(key, response) {
      const left = [...key.steps];
      return response.map((step) => {
        const digit = [left.indexOf(step), left.length];
        left.splice(digit[0], 1);
        return digit;
      });
    },
    find(key, digit) {
      const left = [...key.steps];
      return key.steps.map(() => left.splice(digit(left.length), 1)[0]);
    },
  },
  scenario: {
    digits: ({ start, turns }, response) => {
      let next = start;
      return response.map((id) => {
        const choices = turns[next];
        next = choices.find((choice) => choice.id === id).to;
        return [ids(choices).indexOf(id), choices.length];
      });
    },
    find({ start, turns }, digit) {
      const response = [];
      for (let next = start; Object.hasOwn(turns, next); ) {
        const choice = turns[next][digit(turns[next].length)];
        response.push(choice.id);
        next = choice.to;
      }
      return response;
    },
  },
};

// Whether responses to the item are carried at all: what learners write in their own words is theirs.
export const isCarried = ({ type }) => type !== "reflect";

// The response as a BigInt; it has to be a whole one, as grade.js's isComplete() says.
export function numberOf(key, response) {
  if (key.type === "numeric") return asWhole(response);
  const digits = KINDS[key.type].digits(key, response);
  return digits.reduceRight((all, [value, count]) => all * BigInt(count) + BigInt(value), 0n);
}

export function responseOf(key, number) {
  if (key.type === "numeric") return asDecimal(number);
  let rest = number;
  return KINDS[key.type].find(key, (count) => {
    const value = Number(rest % BigInt(count));
    rest /= BigInt(count);
    return value;
  });
}
