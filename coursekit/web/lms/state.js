// What a learning platform keeps of us, as one text:
//
//   ssi2.<marks>.<packed record><checksum>         id of the course, version of the state; marks.js, pack.js
//   ssi2.<marks>.<packed record><checksum>~<text>  behind it a text that could not be read, as it was found
//   ssi1.<packed record><checksum>                 as it was before there were marks
//
// Nothing that a platform gives us is dropped: what is not ours, is broken, or was left by a newer version is set
// aside, behind the new state where there is room.

import { hash } from "../shuffle.js";
import { read, written } from "./marks.js";
import { opened, packed } from "./pack.js";

const BARE = 1;
const VERSION = 2;
const ASIDE = "~"; // no sign of a packed record
const SIGNS = 6; // of a checksum, in base 36

// {record, at, marks, aside}: the record that `text` holds, if any, when it was packed, whose hands were in it; and what
// is set aside.
export function readState(text, course) {
  const [own, ...rest] = text.split(ASIDE);
  const found = text && recordIn(own, course);
  return found ? { ...found, aside: rest.join(ASIDE) } : { record: undefined, at: undefined, marks: [], aside: text };
}

// {text, left, hasRoom}: `left` names parts for which there is no room; hasRoom says whether there is for `aside`.
export function writeState(record, aside, course, { room = Infinity, marks = [], ...options } = {}) {
  const head = `${headOf(course, VERSION)}.${written(marks)}.`;
  const { text: body, left } = packed(record, course, { room: room - head.length - SIGNS, ...options });
  const own = `${head}${body}${checksum(head + body)}`;
  const whole = aside ? `${own}${ASIDE}${aside}` : own;
  const hasRoom = whole.length <= room;
  return { text: hasRoom ? whole : own, left, hasRoom };
}

function recordIn(own, course) {
  const [checked, sum] = [own.slice(0, -SIGNS), own.slice(-SIGNS)];
  const [head, ...parts] = checked.split(".");
  const body = parts.pop() ?? "";
  const isBare = head === headOf(course, BARE) && parts.length === 0 && sum === checksum(body);
  const isMarked = head === headOf(course, VERSION) && parts.length === 1 && sum === checksum(checked);
  if (!isBare && !isMarked) return undefined;
  try {
    return { ...opened(body, course), marks: read(parts[0] ?? "") };
  } catch {
    return undefined; // of a newer release, or of another course by the same name
  }
}

function headOf(course, version) {
  return `${course.facts.course}${version}`;
}

function checksum(body) {
  return hash(body).toString(36).slice(-SIGNS).padStart(SIGNS, "0");
}
