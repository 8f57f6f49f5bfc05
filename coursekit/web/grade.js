// Grades one response against one key; pure, without words and without the page.
//
// item      the JSON that coursekit/render/quiz.py's item_key() puts beside each question
// response  single "a" · multi ["a", "c"] · truefalse {answer, reason} · match {pair: right side}
//           · order [step, …] · numeric 60.2
// Feedback is named by the ids that the words have in quizzes/*.yml: "options.a", "near.1".

export const TRIES = 2;

const ALMOST = 1e-9; // binary fractions: 0.1 + 0.2 is within 0.05 of 0.35

export function grade(item, response) {
  const { score, feedback, misconceptions = [] } = graders[item.type](item, response);
  return {
    score,
    points: score * item.points,
    right: score === 1,
    feedback,
    misconceptions: [...new Set(misconceptions.filter(Boolean))],
  };
}

// A response is final when it is right or the last try is used.
export function isFinal({ score, attempts }) {
  return score === 1 || attempts >= TRIES;
}

// Whether a share of the points reaches the pass mark; 0.7 of 10 points is 7.
export function passes(share, mark) {
  return share >= mark - ALMOST;
}

// Whether every part of the item is answered, with nothing that the item does not offer.
export function isComplete(item, response) {
  try {
    return complete[item.type](item, response);
  } catch {
    return false; // a record may hold anything
  }
}

// "13,4", "13.4", "1 234,5", "1.234,5", "−3"; NaN for the rest. `group` is the sign that the
// learner's language puts between thousands: "4.188" is four thousand in Italian, "13.4" is not.
export function readNumber(text, group = "") {
  let plain = text.replace(/[\s\u200e\u200f\u2066-\u2069'’]/gu, "").replace("−", "-");
  const thousands = /^[+-]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*((?!\1)[.,]\d*)?$/.exec(plain);
  if (thousands && (thousands[1] === group || plain.match(/[.,]/g).length > 1)) {
    plain = plain.replaceAll(thousands[1], "");
  }
  plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

// The steps that already follow each other rightly: one longest run in the right order.
export function inOrder(steps, response) {
  const places = response.map((step) => steps.indexOf(step));
  const runs = []; // the longest run that ends at each place
  for (const [here, place] of places.entries()) {
    const before = runs.filter((_, there) => places[there] < place);
    const best = before.reduce((one, other) => (other.length > one.length ? other : one), []);
    runs[here] = [...best, response[here]];
  }
  return runs.reduce((one, other) => (other.length > one.length ? other : one), []);
}

const graders = {
  single({ options }, response) {
    const chosen = options.find(({ id }) => id === response);
    return {
      score: chosen.correct ? 1 : 0,
      feedback: [`options.${response}`],
      misconceptions: [chosen.misconception],
    };
  },

  // Each right choice counts, each wrong one takes a right one back, and never below nothing.
  multi({ options }, response) {
    const chosen = options.filter(({ id }) => response.includes(id));
    const right = chosen.filter(({ correct }) => correct).length;
    const all = options.filter(({ correct }) => correct).length;
    return {
      score: Math.max(0, right - (chosen.length - right)) / all,
      feedback: options.map(({ id }) => `options.${id}`),
      misconceptions: chosen.map(({ misconception }) => misconception),
    };
  },

  // Half for the verdict, half for the reason.
  truefalse({ answer, reasons }, response) {
    const reason = reasons.find(({ id }) => id === response.reason);
    const verdict = response.answer === answer;
    return {
      score: (verdict ? 0.5 : 0) + (reason.correct ? 0.5 : 0),
      feedback: [`feedback.${verdict ? "right" : "wrong"}`, `reasons.${reason.id}`],
      misconceptions: [reason.misconception],
    };
  },

  match({ pairs }, response) {
    const wrong = Object.keys(pairs).filter((pair) => response[pair] !== pairs[pair]);
    const all = Object.keys(pairs).length;
    return { score: (all - wrong.length) / all, feedback: wrong.map((pair) => `pairs.${pair}`) };
  },

  // The longest run in the right order, less the one step that is always in order with itself: one
  // step in the wrong place costs one share, wherever it went; all backwards earns nothing.
  order({ steps }, response) {
    const run = inOrder(steps, response);
    return {
      score: (run.length - 1) / (steps.length - 1),
      feedback: steps.filter((step) => !run.includes(step)).map((step) => `steps.${step}`),
    };
  },

  numeric({ answer, tolerance, near }, response) {
    const within = (value, room) => Math.abs(response - value) <= room + ALMOST;
    if (within(answer, tolerance)) return { score: 1, feedback: ["feedback.right"] };
    const miss = near.findIndex((each) => within(each.value, each.tolerance));
    return {
      score: 0,
      feedback: [...(miss < 0 ? [] : [`near.${miss + 1}`]), "feedback.wrong"],
      misconceptions: [near[miss]?.misconception],
    };
  },
};

const has = (entries, id) => entries.some((entry) => entry.id === id);

const complete = {
  single: ({ options }, response) => has(options, response),
  multi: ({ options }, response) => response.length > 0 && response.every((id) => has(options, id)),
  truefalse: ({ reasons }, { answer, reason }) => typeof answer === "boolean" && has(reasons, reason),
  match: ({ pairs }, response) =>
    Object.keys(pairs).every((pair) => Object.values(pairs).includes(response[pair])),
  order: ({ steps }, response) =>
    response.length === steps.length && steps.every((step) => response.includes(step)),
  numeric: (_, response) => Number.isFinite(response),
};
