// When a missed item is asked again: FSRS, the scheduler of npm's ts-fsrs, in steps of whole days.
// Loaded on the review page only.
//
// Kept of an item: {due, at, s, d, n, lapses}: the days on which it is due and was last asked, FSRS's
// stability [day] and difficulty, how often it was asked and forgotten. Before its first review: {due, at}.

import { Rating, State, createEmptyCard, fsrs } from "../vendor/ts-fsrs.js";
import { dateOf, isMissed } from "./missed.js";

const LONGEST = 180; // days; a course is no language, nobody keeps its questions for years
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: LONGEST });

// The entry after an answer on `today`: {right, sure, attempts} as in missed.js.
export function reviewed(entry, answer, today) {
  const { card } = scheduler.next(cardOf(entry), dateOf(Math.max(today, entry.at)), ratingOf(answer));
  return {
    due: dayIn(card.due),
    at: dayIn(card.last_review),
    s: short(card.stability),
    d: short(card.difficulty),
    n: card.reps,
    lapses: card.lapses,
  };
}

// Right at once is good, right after a nudge or by a guess is hard, the rest is again.
function ratingOf(answer) {
  if (!answer.right) return Rating.Again;
  return answer.attempts > 1 || isMissed(answer) ? Rating.Hard : Rating.Good;
}

// The miss itself is the first review, and it was not known.
function cardOf({ due, at, s, d, n, lapses }) {
  const missed = scheduler.next(createEmptyCard(dateOf(at)), dateOf(at), Rating.Again).card;
  if (!Number.isFinite(s) || !Number.isFinite(d)) return missed;
  return { ...missed, due: dateOf(due), last_review: dateOf(at), stability: s, difficulty: d, reps: n, lapses, state: State.Review };
}

function dayIn(date) {
  return Math.round(date.getTime() / 86_400_000);
}

function short(number) {
  return Math.round(number * 100) / 100;
}
