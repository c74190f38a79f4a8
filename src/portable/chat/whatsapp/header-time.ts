import type { DayPeriod } from './day-periods.ts';
import { dayPeriodOf } from './day-periods.ts';
import type { Glyphs } from './glyphs.ts';
import { digitRow, digitValue, isMark, isSpace } from './glyphs.ts';

const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
const STOP = 0x2e;
const SMALL_H = 0x68;
const COMMA = 0x2c;
const ARABIC_COMMA = 0x60c;
const BRACKET_END = 0x5d;
const LONGEST_WORD = 32;

/** Reads the time of a header. Fields hold the last time read. */
export class TimeReader {
  hour = 0;
  minute = 0;
  /** -1 when the header has no seconds. */
  second = -1;
  period: DayPeriod = 'none';
  clock: '24' | '12-ascii' | '12-before' | '12-after' = '24';
  upper = false;
  separator: ':' | '.' | 'h' = ':';

  readonly #g: Glyphs;

  constructor(glyphs: Glyphs) {
    this.#g = glyphs;
  }

  /** Reads a time at the glyphs' place, and leaves the place right behind it. False leaves it anywhere. */
  read(): boolean {
    const g = this.#g;
    g.skipMarks();
    this.period = 'none';
    this.clock = '24';
    if (digitRow(g.peek()) < 0 && !this.#wordBefore()) return false;
    this.hour = this.#number(1);
    if (this.hour < 0 || !this.#separator()) return false;
    this.minute = this.#number(2);
    if (this.minute < 0 || this.minute > 59) return false;
    this.second = this.#seconds();
    if (this.second > 59) return false;
    return this.clock !== '24' || this.#wordAfter();
  }

  /** A number of one or two digits, at least `least`; -1 when there is none. */
  #number(least: number): number {
    const g = this.#g;
    g.skipMarks();
    const row = digitRow(g.peek());
    if (row < 0) return -1;
    let value = 0;
    let width = 0;
    for (; width < 3 && digitRow(g.peek()) === row; width += 1) {
      value = value * 10 + digitValue(g.peek(), row);
      g.skip(g.peek());
    }
    return width >= least && width <= 2 ? value : -1;
  }

  #separator(): boolean {
    const g = this.#g;
    const code = g.peek();
    if (code === COLON || code === WIDE_COLON) this.separator = ':';
    else if (code === STOP) this.separator = '.';
    else if (code === SMALL_H || code === 0x20) return this.#letterH();
    else return false;
    g.skip(code);
    return true;
  }

  /** `15 h 05`, as in Canadian French. */
  #letterH(): boolean {
    const g = this.#g;
    g.skipSpaces();
    this.separator = 'h';
    if (!g.take(SMALL_H)) return false;
    g.skipSpaces();
    return true;
  }

  /** Two digits behind the separator that stood before the minutes; -1 when there are none. */
  #seconds(): number {
    const g = this.#g;
    const back = g.at;
    const code = g.peek();
    if (this.separator === '.' ? code === STOP : code === COLON || code === WIDE_COLON) {
      g.skip(code);
      const second = this.#number(2);
      if (second >= 0) return second;
    }
    g.at = back;
    return -1;
  }

  #wordBefore(): boolean {
    const word = this.#word();
    if (word === null) return false;
    this.period = dayPeriodOf(word);
    this.clock = '12-before';
    this.#g.skipSpaces();
    return this.period !== 'unknown' && this.period !== 'none';
  }

  /** True unless something stands behind the time that cannot belong to it. */
  #wordAfter(): boolean {
    const g = this.#g;
    const back = g.at;
    g.skipSpaces();
    if (this.#atWordEnd()) {
      g.at = back;
      return true;
    }
    this.upper = g.peek() === 0x41 || g.peek() === 0x50;
    const word = this.#word();
    if (word === null) return false;
    this.period = dayPeriodOf(word);
    if (this.period === 'none') return true;
    this.clock = word === 'am' || word === 'pm' ? '12-ascii' : '12-after';
    return this.period !== 'unknown' || (this.hour >= 1 && this.hour <= 12 && /[^\0-\x7f]/.test(word));
  }

  /** A word in lower case without stops, spaces and quotation marks; null when it is empty or too long. */
  #word(): string | null {
    const g = this.#g;
    let word = '';
    let end = g.at;
    while (!this.#atWordEnd()) {
      const code = g.peek();
      g.skip(code);
      if (isSpace(code) || isMark(code)) continue;
      if (!isSilent(code)) word += String.fromCodePoint(code);
      if (word.length > LONGEST_WORD) return null;
      end = g.at;
    }
    g.at = end;
    return word === '' ? null : word.toLowerCase();
  }

  #atWordEnd(): boolean {
    const code = this.#g.peek();
    if (code < 0 || code === BRACKET_END || code === COLON || code === COMMA) return true;
    return code === ARABIC_COMMA || isDash(code) || digitRow(code) >= 0;
  }
}

/** Hyphen-minus, en dash, em dash. */
export function isDash(code: number): boolean {
  return code === 0x2d || code === 0x2013 || code === 0x2014;
}

/** Full stop, quotation marks and the Hebrew marks used in abbreviations. */
function isSilent(code: number): boolean {
  return (
    code === STOP || code === 0x22 || code === 0x27 || code === 0x2019 || code === 0x5f3 || code === 0x5f4
  );
}
