// What a final answer leaves to come back to: beliefs that it showed, and items to be asked again.
//
// An item is missed when its last answer is not right, or right but a guess. It comes back the next day; from then
// on review-schedule.js sets the days. Days are whole numbers, counted from 1970 where the learner is.

const DAY = 86_400_000; // ms

export function dayOf(date) {
  return Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / DAY);
}

// Midnight of a day, in UTC: formatted there, it is the learner's date.
export function dateOf(day) {
  return new Date(day * DAY);
}

// Notes in `data`, a record, what an answer says: {item, right, sure, attempts, misconceptions}.
export function note(data, answer, now) {
  noteBeliefs(data.beliefs, answer, now.toISOString());
  if (isMissed(answer)) data.reviews[answer.item] = missedAgain(data.reviews[answer.item], dayOf(now));
}

export function isMissed({ right, sure }) {
  return !right || sure === "guess";
}

// A belief shows when it leads to a wrong answer; it is gone when the same item is answered rightly at once.
export function noteBeliefs(beliefs, answer, at) {
  const { item, right, attempts, misconceptions } = answer;
  for (const name of misconceptions) beliefs[name] = { item, at };
  if (!right || attempts > 1 || isMissed(answer)) return;
  for (const belief of Object.values(beliefs)) if (belief.item === item) belief.gone ??= at;
}

function missedAgain(entry, today) {
  return { at: today, ...entry, due: Math.min(today + 1, entry?.due ?? today + 1) };
}

// Ids of `items` that are to be asked on `today`, the longest due first.
export function dueItems(reviews, items, today) {
  return items
    .filter((item) => reviews[item]?.due <= today)
    .sort((one, other) => reviews[one].due - reviews[other].due);
}

// The next day on which any of `items` is due, and how many are: {day, count}; undefined if none is.
export function nextDue(reviews, items, today) {
  const days = items.map((item) => reviews[item]?.due).filter((due) => due > today);
  const day = Math.min(...days);
  return days.length ? { day, count: days.filter((each) => each === day).length } : undefined;
}
