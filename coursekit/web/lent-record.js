// A record for questions that are asked again: their answers last until the next one, and the answers that the
// learner's own record keeps stay as they are. It has what quiz-item.js uses of a record.

export function lentRecord({ kept, settings }, seed) {
  const answers = {};
  return {
    answers,
    kept,
    settings: { ...settings, seed },
    async saveAnswer(item, entry) {
      answers[item] = entry;
      document.dispatchEvent(new Event("record-changed"));
    },
  };
}
