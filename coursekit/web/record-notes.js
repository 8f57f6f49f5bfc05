// What the learner has to know about the record: whether it lasts, and whether something is not stored yet. In a
// learning platform the frame around the page says so.

export function showNotes(element, record) {
  const { kept, unsaved, newer, inPlatform } = record;
  const shown = { memory: !kept && !unsaved && !inPlatform, unsaved: unsaved && !inPlatform, newer };
  for (const [name, is] of Object.entries(shown)) {
    const note = element.querySelector(`[data-part=${name}]`);
    if (note) note.hidden = !is;
  }
}
