// Numbers as a string of bits, written six to a sign in the URL alphabet of base 64.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SIGN = 6; // bits
const LEAST = 400n; // below the exponent of every number there is

export class BitWriter {
  #bits = [];

  flag(is) {
    this.#bits.push(is ? 1 : 0);
    return Boolean(is);
  }

  // `width` bits of a whole number from 0, the highest first.
  put(value, width) {
    for (let place = width - 1; place >= 0; place -= 1) this.#bits.push(Math.floor(value / 2 ** place) % 2);
  }

  // A whole number from 0 of any size, as a number or a BigInt: groups of bits, the lowest first, each behind a bit
  // that says whether more follow.
  whole(value, group = 3) {
    const base = 2 ** group;
    let rest = value;
    for (; rest > Number.MAX_SAFE_INTEGER; rest /= BigInt(base)) this.#group(Number(rest % BigInt(base)), group, true);
    for (rest = Number(rest); rest >= base; rest = Math.floor(rest / base)) this.#group(rest % base, group, true);
    this.#group(rest, group, false);
  }

  #group(value, width, more) {
    this.flag(more);
    this.put(value, width);
  }

  // A whole number that may be below 0.
  signed(value, group) {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value, group);
  }

  // Any finite number, to the last digit.
  decimal(value) {
    this.whole(asWhole(value));
  }

  bytes(text) {
    const all = new TextEncoder().encode(text);
    this.whole(all.length, 4);
    for (const each of all) this.put(each, 8);
  }

  get text() {
    let found = "";
    for (let start = 0; start < this.#bits.length; start += SIGN) {
      let value = 0;
      for (let place = start; place < start + SIGN; place += 1) value = value * 2 + (this.#bits[place] ?? 0);
      found += SIGNS[value];
    }
    return found;
  }
}

// Reads in the same order; throws where there is nothing left.
export class BitReader {
  #text;
  #place = 0;

  constructor(text) {
    this.#text = text;
  }

  flag() {
    const value = SIGNS.indexOf(this.#text.charAt(Math.floor(this.#place / SIGN)) || " ");
    if (value < 0) throw new RangeError("the packed record ends too early");
    const bit = (value >> (SIGN - 1 - (this.#place % SIGN))) & 1;
    this.#place += 1;
    return bit === 1;
  }

  take(width) {
    let value = 0;
    for (let place = 0; place < width; place += 1) value = value * 2 + (this.flag() ? 1 : 0);
    return value;
  }

  big(group = 3) {
    let value = 0n;
    let more = true;
    for (let weight = 0n; more; weight += BigInt(group)) {
      more = this.flag();
      value += BigInt(this.take(group)) << weight;
    }
    return value;
  }

  whole(group) {
    return Number(this.big(group));
  }

  signed(group) {
    const value = this.whole(group);
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  decimal() {
    return asDecimal(this.big());
  }

  bytes() {
    const all = Uint8Array.from({ length: this.whole(4) }, () => this.take(8));
    return new TextDecoder().decode(all);
  }
}

// A finite number as a whole one: its shortest digits, its exponent, its sign.
export function asWhole(value) {
  const [, sign, first, rest = "", power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential());
  const exponent = BigInt(power) - BigInt(rest.length);
  const folded = exponent < 0n ? -2n * exponent - 1n : 2n * exponent; // the usual ones are small
  return (BigInt(first + rest) * 2n * LEAST + folded) * 2n + (sign ? 1n : 0n);
}

export function asDecimal(whole) {
  const folded = (whole / 2n) % (2n * LEAST);
  const exponent = folded % 2n ? -(folded + 1n) / 2n : folded / 2n;
  return Number(`${whole % 2n ? "-" : ""}${whole / 2n / (2n * LEAST)}e${exponent}`);
}
