// Words come from the page: a script of JSON inside the element that speaks them.

export function wordsOf(element, name) {
  return JSON.parse(element.querySelector(name).textContent);
}

// "Answered: {done} of {count}" with its values.
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
