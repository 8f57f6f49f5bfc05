// The HTML of single questions, for pages that ask them again: a file for each quiz and language, loaded when one of
// its questions is wanted.

import { json } from "./supply.js";

const loaded = new Map();

// The HTML of `item`, undefined if the quiz does not have it. Rejects if the file cannot be had.
export async function questionOf(quiz, item, folder) {
  if (!loaded.has(quiz)) loaded.set(quiz, json(`${folder}${quiz}.json`));
  try {
    return (await loaded.get(quiz))[item];
  } catch (error) {
    loaded.delete(quiz); // to be tried again
    throw error;
  }
}
