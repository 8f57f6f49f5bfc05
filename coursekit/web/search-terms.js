// A word as the search compares it: without case, accents and points, and in Hebrew also without
// the small words that are written together with it (ha-, ve-, be-, le-, mi-, she-, ke-).

const OTHER_LETTERS = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ı: "i", ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };
const PREFIX = /^[והבלמשכ]/;
const MOST_PREFIXES = 3;
const SHORTEST_STEM = 3;

export function fold(word) {
  return word
    .normalize("NFD")
    .replace(/[\p{M}"'״׳’]/gu, "")
    .toLowerCase()
    .replace(/[øæœßıךםןףץ]/g, (letter) => OTHER_LETTERS[letter]);
}

// The forms under which a word is found: those of the text and those of the question are the same.
export function termsOf(word) {
  const forms = [fold(word)];
  while (forms.length <= MOST_PREFIXES && PREFIX.test(forms.at(-1)) && forms.at(-1).length > SHORTEST_STEM) {
    forms.push(forms.at(-1).slice(1));
  }
  return forms;
}
