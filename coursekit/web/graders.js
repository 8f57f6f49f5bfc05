// One grader for each type of question:
//
//   complete(item, response)  whether the response answers all of the item; may throw at nonsense
//   grade(item, response)     {score from 0 to 1, feedback by name, misconceptions}

export const ALMOST = 1e-9; // binary fractions: 0.1 + 0.2 is within 0.05 of 0.35

const WORTH = { good: 1, fair: 0.5, poor: 0 };

const has = (entries, id) => entries.some((entry) => entry.id === id);
const find = (entries, id) => entries.find((entry) => entry.id === id);

const single = {
  complete: ({ options }, response) => has(options, response),

  grade({ options }, response) {
    const { correct, misconception } = find(options, response);
    return { score: correct ? 1 : 0, feedback: [`options.${response}`], misconceptions: [misconception] };
  },
};

// Each right choice counts, each wrong one takes a right one back, and never below nothing.
const multi = {
  complete: ({ options }, response) => response.length > 0 && response.every((id) => has(options, id)),

  grade({ options }, response) {
    const chosen = options.filter(({ id }) => response.includes(id));
    const right = chosen.filter(({ correct }) => correct).length;
    const all = options.filter(({ correct }) => correct).length;
    return {
      score: Math.max(0, right - (chosen.length - right)) / all,
      feedback: options.map(({ id }) => `options.${id}`),
      misconceptions: chosen.map(({ misconception }) => misconception),
    };
  },
};

// Half for the verdict, half for the reason.
const truefalse = {
  complete: ({ reasons }, { answer, reason }) => typeof answer === "boolean" && has(reasons, reason),

  grade({ answer, reasons }, response) {
    const reason = find(reasons, response.reason);
    const verdict = response.answer === answer;
    return {
      score: (verdict ? 0.5 : 0) + (reason.correct ? 0.5 : 0),
      feedback: [`feedback.${verdict ? "right" : "wrong"}`, `reasons.${reason.id}`],
      misconceptions: [reason.misconception],
    };
  },
};

const match = {
  complete: ({ pairs }, response) => Object.keys(pairs).every((pair) => Object.values(pairs).includes(response[pair])),

  grade({ pairs }, response) {
    const { score, wrong } = filled(pairs, response);
    return { score, feedback: wrong.map((pair) => `pairs.${pair}`) };
  },
};

const cloze = {
  complete: ({ gaps }, response) => gaps.every(({ id, options }) => has(options, response[id])),

  grade(item, response) {
    const chosen = item.gaps.map(({ id, options }) => find(options, response[id]));
    return {
      score: filled(blanks(item), response).score,
      feedback: item.gaps.map(({ id }) => `gaps.${id}.${response[id]}`),
      misconceptions: chosen.map(({ misconception }) => misconception),
    };
  },
};

const PILLARS = ["brand", "find", "engage", "relate", "none"];

const sort = {
  complete: ({ entries }, response) => entries.every(({ id }) => PILLARS.includes(response[id])),

  grade(item, response) {
    const { score, wrong } = filled(blanks(item), response);
    return {
      score,
      feedback: wrong.map((entry) => `entries.${entry}`),
      misconceptions: wrong.map((entry) => find(item.entries, entry).misconception),
    };
  },
};

// The longest run in the right order, less the one step that is always in order with itself: one
// step in the wrong place costs one share, wherever it went; all backwards earns nothing.
const order = {
  complete: ({ steps }, response) =>
    Array.isArray(response) && response.length === steps.length && steps.every((step) => response.includes(step)),

  grade({ steps }, response) {
    const run = inOrder(steps, response);
    return {
      score: (run.length - 1) / (steps.length - 1),
      feedback: steps.filter((step) => !run.includes(step)).map((step) => `steps.${step}`),
    };
  },
};

const numeric = {
  complete: (_, response) => Number.isFinite(response),

  grade({ answer, tolerance, near }, response) {
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

// The mean of what the choices on the way are worth.
const scenario = {
  complete(item, response) {
    const { steps, next } = walked(item, response);
    return Array.isArray(response) && steps.length === response.length && !Object.hasOwn(item.turns, next);
  },

  grade(item, response) {
    const { steps, next } = walked(item, response);
    return {
      score: steps.reduce((sum, { value }) => sum + WORTH[value], 0) / steps.length,
      feedback: [...steps.map(({ turn, id }) => `turns.${turn}.${id}`), `endings.${next}`],
      misconceptions: steps.map(({ misconception }) => misconception),
    };
  },
};

// Not graded: the points are none, and whatever is written will do.
const reflect = {
  complete: (_, response) => response.trim() !== "",
  grade: () => ({ score: 1, feedback: [] }),
};

export const graders = { single, multi, truefalse, match, order, numeric, cloze, sort, scenario, reflect };

// What belongs into each blank of a match, a cloze or a sort.
export function blanks({ pairs, gaps, entries }) {
  if (gaps) return Object.fromEntries(gaps.map(({ id, options }) => [id, options.find(({ correct }) => correct).id]));
  if (entries) return Object.fromEntries(entries.map(({ id, pillar }) => [id, pillar]));
  return pairs;
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

// The choices that `path` makes from the start, as far as it can be followed, and where it leads.
export function walked({ start, turns }, path) {
  const steps = [];
  let next = start;
  for (const id of path) {
    const choice = Object.hasOwn(turns, next) && turns[next].find((each) => each.id === id);
    if (!choice) break;
    steps.push({ turn: next, ...choice });
    next = choice.to;
  }
  return { steps, next };
}

// The share of the blanks that are filled rightly, and those that are not.
function filled(right, response) {
  const all = Object.keys(right);
  const wrong = all.filter((blank) => response[blank] !== right[blank]);
  return { score: (all.length - wrong.length) / all.length, wrong };
}
