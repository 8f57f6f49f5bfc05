// Numbers as people write them.

// "13,4", "13.4", "1 234,5", "1.234,5", "−3"; NaN for the rest. `group` is the sign that the
// learner's language puts between thousands: "4.188" is four thousand in Italian, "13.4" is not.
export function readNumber(text, group = "") {
  let plain = text.replace(/[\s\u200e\u200f\u2066-\u2069'’]/gu, "").replace("−", "-");
  const thousands = /^[+-]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*((?!\1)[.,]\d*)?$/.exec(plain);
  if (thousands && (thousands[1] === group || plain.match(/[.,]/g).length > 1)) {
    plain = plain.replaceAll(thousands[1], "");
  }
  plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}
