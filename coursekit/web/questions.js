// The HTML of single questions, for pages that ask them again: a file for each quiz and language, loaded when one of
// its questions is wanted. An edition that runs from file://, where nothing can be fetched, puts the same JSON into
// the page: <script type="application/json" data-questions="QUIZ">.

const loaded = new Map();

// The HTML of `item`, undefined if the quiz does not have it. Rejects if the file cannot be had.
export async function questionOf(quiz, item, folder) {
  if (!loaded.has(quiz)) loaded.set(quiz, inPage(quiz) ?? fetched(`${folder}${quiz}.json`));
  try {
    return (await loaded.get(quiz))[item];
  } catch (error) {
    loaded.delete(quiz); // to be tried again
    throw error;
  }
}

function inPage(quiz) {
  const script = document.querySelector(`script[data-questions="${CSS.escape(quiz)}"]`);
  return script && JSON.parse(script.textContent);
}

async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
