// Times as each standard writes them; two decimals at most, as more are refused.

const SECOND = 1000; // ms

function split(ms) {
  const hundredths = Math.max(0, Math.round(ms / 10));
  const seconds = Math.floor(hundredths / 100);
  return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60, hundredths: hundredths % 100 };
}

const two = (number) => String(number).padStart(2, "0");

// SCORM 1.2: 0001:02:03.50
export function clockTime(ms) {
  const { hours, minutes, seconds, hundredths } = split(Math.min(ms, 9999 * 3600 * SECOND));
  return `${String(hours).padStart(4, "0")}:${two(minutes)}:${two(seconds)}.${two(hundredths)}`;
}

// SCORM 1.2, the time of day where the learner is: 18:01:00
export function timeOfDay(at) {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
}

// SCORM 2004 and xAPI: PT1H2M3.5S, and PT0S for none
export function duration(ms) {
  const { hours, minutes, seconds, hundredths } = split(ms);
  const rest = hundredths ? `${seconds}.${two(hundredths)}`.replace(/0$/, "") : String(seconds);
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, rest !== "0" && `${rest}S`].filter(Boolean);
  return `PT${parts.join("") || "0S"}`;
}

// SCORM 2004: a zone may stand only behind a fraction, which has two digits
export function timestamp(at) {
  return new Date(at).toISOString().replace(/\.(\d\d)\d?Z$/, ".$1Z");
}
