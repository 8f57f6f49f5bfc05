// Grades one response against one key; pure, without words and without the page.
//
// item      the JSON that coursekit/content/key.py's item_key() puts beside each question
// response  single "a" · multi ["a", "c"] · truefalse {answer, reason} · match {pair: right side}
//           · order [step, …] · numeric 60.2 · cloze {gap: option} · sort {entry: pillar}
//           · scenario [choice, …] from the start to an ending · reflect "text"
// Feedback is named by the ids that the words have in quizzes/*.yml: "options.a", "near.1".

import { ALMOST, graders } from "./graders.js";

export function grade(item, response) {
  const { score, feedback, misconceptions = [] } = graders[item.type].grade(item, response);
  return {
    score,
    points: score * item.points,
    right: score === 1,
    feedback,
    misconceptions: [...new Set(misconceptions.filter(Boolean))],
  };
}

// Whether every part of the item is answered, with nothing that the item does not offer.
export function isComplete(item, response) {
  try {
    return graders[item.type].complete(item, response);
  } catch {
    return false; // a record may hold anything
  }
}

// The result of what a record keeps about an item, undefined if that is no answer to it. It is
// final when it is right or the last try is used; with no try used it is noted and not checked yet.
export function judge(item, entry) {
  if (!entry || !isComplete(item, entry.response)) return undefined;
  const result = grade(item, entry.response);
  return { ...result, final: entry.attempts > 0 && (result.right || entry.attempts >= item.attempts) };
}

// Whether a share of the points reaches the pass mark; 0.7 of 10 points is 7.
export function passes(share, mark) {
  return share >= mark - ALMOST;
}
