// What the learner has to know about the record: whether it lasts, and whether something is not stored yet.

export function showNotes(element, record) {
  const shown = { memory: !record.kept && !record.unsaved, unsaved: record.unsaved, newer: record.newer };
  for (const [name, is] of Object.entries(shown)) {
    const note = element.querySelector(`[data-part=${name}]`);
    if (note) note.hidden = !is;
  }
}
