// Who has had a hand in a state of the platform's: [[device, changes], …], the last one last. A device is a browser with
// what it keeps; `changes` is how many it had made when it stored. So a browser sees whether a state that it finds was
// made from the last one of its own: SCORM, which has no versions, does not tell.

const MOST = 6; // devices; what was stored before these is not told
const SIGNS = 3; // of each number, in base 36
const END = 36 ** SIGNS;
const MARK = new RegExp(`[0-9a-z]{${2 * SIGNS}}`, "g");

const sign = (number) => Math.min(number, END - 1).toString(36).padStart(SIGNS, "0");

export function newDevice() {
  return sign(Math.floor(Math.random() * END));
}

// The marks with those of this device, which stores now.
export function marked(marks, device, changes) {
  return [...marks.filter(([name]) => name !== device), [device, changes]].slice(-MOST);
}

// The marks of a state that two were joined to.
export function joined(ours, theirs) {
  const all = new Map(theirs);
  for (const [device, changes] of ours) all.set(device, Math.max(changes, all.get(device) ?? 0));
  return [...all].slice(-MOST);
}

// How a state with these marks stands to the last one that a device stored, with its marks then: "after" it, "beside" it,
// or, where both have nothing in common, "strange". Where it cannot be told it is taken as after.
export function standing(marks, device, changes, before) {
  if (changes === undefined || !marks.length) return "after";
  const own = marks.find(([name]) => name === device)?.[1];
  if (own !== undefined) return own >= Math.min(changes, END - 1) ? "after" : "beside";
  if (marks.length === MOST) return "after";
  return marks.some(([name]) => before.some(([other]) => other === name)) ? "beside" : "strange";
}

export function written(marks) {
  return marks.map(([device, changes]) => device + sign(changes)).join("");
}

export function read(text) {
  return (text.match(MARK) ?? []).map((mark) => [mark.slice(0, SIGNS), Number.parseInt(mark.slice(SIGNS), 36)]);
}
