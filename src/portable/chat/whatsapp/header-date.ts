import type { Glyphs } from './glyphs.ts';
import { digitRow, digitValue } from './glyphs.ts';

const SLASH = 0x2f;
const STOP = 0x2e;
const HYPHEN = 0x2d;
/** The characters for year, month and day in Chinese and Japanese, then in Korean. */
const NAMED_PARTS = [
  [0x5e74, 0x6708, 0x65e5],
  [0xb144, 0xc6d4, 0xc77c],
];
/** First years of the Japanese eras by their letter, less one. */
const ERAS: Record<number, number> = { 0x52: 2018, 0x48: 1988, 0x53: 1925, 0x54: 1911, 0x4d: 1867 };
/** The same eras by the two characters of their name: the second one, and the first year less one. */
const NAMED_ERAS: Record<number, readonly [second: number, before: number]> = {
  0x4ee4: [0x548c, 2018],
  0x5e73: [0x6210, 1988],
  0x662d: [0x548c, 1925],
};
/** Words after a year that change nothing: "of the year", and the names of the eras BE and AD. */
const AFTER_YEAR = new Set(['г', 'be', 'ad', 'ce', 'พศ', 'm', 'م', 'р']);
const LONGEST_AFTER_YEAR = 4;

/** Reads the date of a header. Fields hold the last date read. */
export class DateReader {
  a = 0;
  b = 0;
  c = 0;
  separator: '/' | '.' | '-' | 'cjk' = '/';
  yearPlace: 'first' | 'last' | 'unknown' = 'unknown';
  twoDigitYear = false;
  digits = 0;
  /** False when a day or month below 10 stands with one digit. */
  padded = true;

  readonly #g: Glyphs;
  #width = 0;
  /** True when the year is counted from the beginning of a Japanese era. */
  era = false;

  constructor(glyphs: Glyphs) {
    this.#g = glyphs;
  }

  /** Reads `number separator number separator number` at the glyphs' place; false leaves the place anywhere. */
  read(): boolean {
    this.era = false;
    this.a = this.#part();
    const aWidth = this.#width;
    if (aWidth === 0 || !this.#firstSeparator()) return false;
    this.b = this.#part();
    const bWidth = this.#width;
    if (bWidth === 0 || bWidth > 2 || !this.#nextSeparator(1)) return false;
    this.c = this.#part();
    const cWidth = this.#width;
    if (cWidth === 0 || !this.#placeYear(aWidth, cWidth)) return false;
    this.padded = this.#isPadded(aWidth, bWidth, cWidth);
    return this.#afterDate();
  }

  #part(): number {
    const g = this.#g;
    g.skipMarks();
    const era = this.#eraBefore();
    const row = digitRow(g.peek());
    this.#width = 0;
    if (row < 0) return 0;
    let value = 0;
    for (; digitRow(g.peek()) === row && this.#width < 5; this.#width += 1) {
      value = value * 10 + digitValue(g.peek(), row);
      g.skip(g.peek());
    }
    this.digits = row;
    if (era === undefined) return value;
    this.era = this.#width <= 2;
    this.#width = this.era ? 4 : 0;
    return era + value;
  }

  /** The year before the first of the era that is named here. */
  #eraBefore(): number | undefined {
    const g = this.#g;
    const code = g.peek();
    const named = NAMED_ERAS[code];
    if (named) {
      const back = g.at;
      g.skip(code);
      if (g.take(named[0])) return named[1];
      g.at = back;
      return undefined;
    }
    const era = ERAS[code];
    if (era !== undefined) g.skip(code);
    return era;
  }

  #firstSeparator(): boolean {
    const g = this.#g;
    g.skipMarks();
    const code = g.peek();
    if (code === SLASH) this.separator = '/';
    else if (code === STOP) this.separator = '.';
    else if (code === HYPHEN) this.separator = '-';
    else if (NAMED_PARTS.some(([year]) => year === code)) this.separator = 'cjk';
    else return false;
    return this.#nextSeparator(0);
  }

  #nextSeparator(place: number): boolean {
    const g = this.#g;
    g.skipMarks();
    const code = g.peek();
    if (!this.#isSeparator(code, place)) return false;
    g.skip(code);
    if (code !== SLASH && code !== HYPHEN) g.skipSpaces();
    return true;
  }

  #isSeparator(code: number, place: number): boolean {
    if (this.separator === '/') return code === SLASH;
    if (this.separator === '.') return code === STOP;
    if (this.separator === '-') return code === HYPHEN;
    return NAMED_PARTS.some(parts => parts[place] === code);
  }

  #placeYear(aWidth: number, cWidth: number): boolean {
    const long = aWidth === 4 ? 'first' : cWidth === 4 ? 'last' : 'unknown';
    const short = long === 'first' ? cWidth : aWidth;
    if (short > 2 || aWidth > 4 || cWidth > 4 || aWidth === 3 || cWidth === 3) return false;
    this.yearPlace = this.separator === 'cjk' ? 'first' : long;
    this.twoDigitYear = long === 'unknown';
    if (!this.twoDigitYear) return true;
    if (this.separator === 'cjk' || cWidth === 1) this.yearPlace = 'first';
    else if (aWidth === 1) this.yearPlace = 'last';
    return aWidth === 2 || cWidth === 2;
  }

  #isPadded(aWidth: number, bWidth: number, cWidth: number): boolean {
    return bWidth > 1 && (this.yearPlace === 'first' ? cWidth : aWidth) > 1;
  }

  #afterDate(): boolean {
    const g = this.#g;
    if (this.separator === 'cjk') {
      const day = g.peek();
      return NAMED_PARTS.some(parts => parts[2] === day) && g.take(day);
    }
    if (this.separator === '.') g.take(STOP);
    const back = g.at;
    g.skipSpaces();
    if (digitRow(g.peek()) >= 0 || !AFTER_YEAR.has(this.#word())) g.at = back;
    return true;
  }

  #word(): string {
    const g = this.#g;
    let word = '';
    for (let code = g.peek(); word.length < LONGEST_AFTER_YEAR; code = g.peek()) {
      if (code < 0 || code === 0x2c || code === 0x20 || code === 0x5d) break;
      if (code !== STOP) word += String.fromCodePoint(code).toLowerCase();
      g.skip(code);
    }
    g.take(STOP);
    return word;
  }
}
