// What a learning platform keeps of us, as one text:
//
//   ssi1.<packed record><checksum>         id of the course, version of the pack
//   ssi1.<packed record><checksum>~<text>  behind it a text that could not be read, as it was found
//
// Nothing that a platform gives us is dropped: what is not ours, is broken, or was left by a newer version is set
// aside, behind the new state where there is room.

import { hash } from "../shuffle.js";
import { opened, packed } from "./pack.js";

const VERSION = 1;
const ASIDE = "~"; // no sign of a packed record
const SIGNS = 6; // of a checksum, in base 36

// {record, at, aside}: the record that `text` holds, if any, and when it was packed; and what is set aside.
export function readState(text, course) {
  const [own, ...rest] = text.split(ASIDE);
  const found = text && recordIn(own, course);
  return found ? { ...found, aside: rest.join(ASIDE) } : { record: undefined, at: undefined, aside: text };
}

// {text, left, hasRoom}: `left` names parts for which there is no room; hasRoom says whether there is for `aside`.
export function writeState(record, aside, course, { room = Infinity, ...options } = {}) {
  const head = headOf(course);
  const { text: body, left } = packed(record, course, { room: room - head.length - SIGNS, ...options });
  const own = `${head}${body}${checksum(body)}`;
  const whole = aside ? `${own}${ASIDE}${aside}` : own;
  const hasRoom = whole.length <= room;
  return { text: hasRoom ? whole : own, left, hasRoom };
}

function recordIn(own, course) {
  const head = headOf(course);
  const body = own.slice(head.length, -SIGNS);
  if (!own.startsWith(head) || own.slice(-SIGNS) !== checksum(body)) return undefined;
  try {
    return opened(body, course);
  } catch {
    return undefined; // of a newer release, or of another course by the same name
  }
}

function headOf(course) {
  return `${course.facts.course}${VERSION}.`;
}

function checksum(body) {
  return hash(body).toString(36).slice(-SIGNS).padStart(SIGNS, "0");
}
