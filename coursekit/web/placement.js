// Which pillar to begin with. Three things speak for a pillar, each with up to two points:
//
//   purpose   what the learner comes for: 2 for the pillar that serves it first, 1 for the next
//   answers   2 times the share of its questions that was not known
//   reading   2 times the room that is left in its reading, of 25
//
// What is not known adds nothing. A pillar that is full is left out. Of equals the first in the course is taken.

export const PILLARS = ["brand", "find", "engage", "relate"];

const FULL = 24.5;
const SERVES = {
  sells: ["find", "engage"],
  seeks: ["brand", "relate"],
  recruits: ["find", "relate"],
  expert: ["brand", "engage"],
};

// `known` is what the questions earned by pillar: {brand: {points, all}}; `readings` {brand: 13.4, …} or null.
// Returns {pillar, why, rows}: why is the name of what spoke most for it, "order" if nothing did.
export function suggest({ known, readings, route }) {
  const rows = PILLARS.map((pillar) => ({ pillar, ...reasons(pillar, known[pillar], readings?.[pillar], SERVES[route] ?? []) }));
  const open = rows.filter(({ pillar }) => !(readings?.[pillar] >= FULL));
  const best = (open.length ? open : rows).reduce((one, other) => (sum(other) > sum(one) ? other : one));
  return { pillar: best.pillar, why: strongest(best), rows };
}

// The place of `pillar` among those that serve a purpose: 1, 2, or 0 if it is not among them; undefined if no purpose
// is known.
export function serves(pillar, route) {
  return SERVES[route] && SERVES[route].indexOf(pillar) + 1;
}

function reasons(pillar, earned, reading, order) {
  return {
    purpose: Math.max(0, 2 - (order.includes(pillar) ? order.indexOf(pillar) : 2)),
    answers: earned?.all ? 2 * (1 - earned.points / earned.all) : 0,
    reading: Number.isFinite(reading) ? 2 * (1 - reading / 25) : 0,
  };
}

function sum({ purpose, answers, reading }) {
  return purpose + answers + reading;
}

function strongest(row) {
  const [name, points] = ["purpose", "answers", "reading"]
    .map((each) => [each, row[each]])
    .reduce((one, other) => (other[1] > one[1] ? other : one));
  return points > 0 ? name : "order";
}
