import { hourOfDay } from './day-periods.ts';
import { Glyphs, digitRow, isMark, isSpace } from './glyphs.ts';
import { DateReader } from './header-date.ts';
import type { HeaderShape } from './header-shape.ts';
import { TimeReader, isDash } from './header-time.ts';

const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const COLON = 0x3a;
const COMMA = 0x2c;
const ARABIC_COMMA = 0x60c;
/** No header seen is longer; a bound keeps the work per line constant. */
const LONGEST_HEADER = 160;
/** Words that some languages put between date and time. */
const BETWEEN = new Set('klo at kl kl. um à om la o в saat às ore alle u'.split(' '));

/**
 * Tries to read a message header at the start of a line. The fields hold the last header read; they are reused
 * so that a long file makes no garbage.
 */
export class HeaderReader {
  /** Byte offsets: the text of date and time, and the first byte after the header. */
  textStart = 0;
  textEnd = 0;
  contentStart = 0;
  shell: HeaderShape['shell'] = 'dash';
  timeFirst = false;
  comma = false;
  hour = 0;
  readonly date: DateReader;
  readonly time: TimeReader;
  /** Code points looked at, for tests of linear work. */
  steps = 0;

  readonly #g = new Glyphs();

  constructor() {
    this.date = new DateReader(this.#g);
    this.time = new TimeReader(this.#g);
  }

  /** True when a header stands at `lineStart` of the bytes; the line ends before `lineEnd`. */
  read(bytes: Uint8Array, lineStart: number, lineEnd: number): boolean {
    const g = this.#g;
    g.bytes = bytes;
    g.at = lineStart;
    g.end = Math.min(lineEnd, lineStart + LONGEST_HEADER);
    const found = this.#parts();
    this.steps += g.at - lineStart + 1;
    return found;
  }

  /** Keeps two headers of different layout apart, as a number. */
  shapeKey(): number {
    const { date, time } = this;
    let key = ['bracket', 'dash', 'long-dash', 'colon'].indexOf(this.shell);
    key = key * 2 + Number(this.timeFirst);
    key = key * 2 + Number(this.comma);
    key = key * 4 + ['/', '.', '-', 'cjk'].indexOf(date.separator);
    key = key * 3 + ['first', 'last', 'unknown'].indexOf(date.twoDigitYear ? 'unknown' : date.yearPlace);
    key = key * 2 + Number(date.twoDigitYear);
    key = key * 2 + Number(time.second >= 0);
    key = key * 3 + [':', '.', 'h'].indexOf(time.separator);
    key = key * 4 + ['24', '12-ascii', '12-before', '12-after'].indexOf(time.clock);
    return key * 8 + date.digits;
  }

  shape(): HeaderShape {
    const { date, time } = this;
    return {
      shell: this.shell,
      timeFirst: this.timeFirst,
      comma: this.comma,
      separator: date.separator,
      yearPlace: date.twoDigitYear ? 'unknown' : date.yearPlace,
      twoDigitYear: date.twoDigitYear,
      seconds: time.second >= 0,
      timeSeparator: time.separator,
      clock: time.clock,
      digits: date.digits,
    };
  }

  #parts(): boolean {
    const g = this.#g;
    g.skipMarks();
    const bracket = g.take(BRACKET);
    g.skipMarks();
    this.textStart = g.at;
    if (!this.#dateAndTime()) return false;
    this.textEnd = g.at;
    const hour = hourOfDay(this.time.hour, this.time.period);
    if (hour === null) return false;
    this.hour = hour;
    return bracket ? this.#endBracket() : this.#endPlain();
  }

  #dateAndTime(): boolean {
    const g = this.#g;
    this.timeFirst = false;
    if (this.date.read()) return this.#gap() && this.time.read();
    g.at = this.textStart;
    this.timeFirst = true;
    return this.time.read() && this.#gap() && this.date.read();
  }

  /** The comma, spaces and perhaps a word between date and time. */
  #gap(): boolean {
    const g = this.#g;
    g.skipMarks();
    this.comma = g.take(COMMA) || g.take(ARABIC_COMMA);
    const spaces = g.skipSpaces();
    if (digitRow(g.peek()) < 0) this.#wordBetween();
    return this.comma || spaces > 0 || this.date.separator === 'cjk';
  }

  #wordBetween(): void {
    const g = this.#g;
    const back = g.at;
    let word = '';
    for (let code = g.peek(); code >= 0 && !isSpace(code) && word.length < 5; code = g.peek()) {
      word += String.fromCodePoint(code);
      g.skip(code);
    }
    if (!BETWEEN.has(word) || g.skipSpaces() === 0) g.at = back;
  }

  #endBracket(): boolean {
    const g = this.#g;
    g.skipSpaces();
    if (!g.take(BRACKET_END)) return false;
    this.shell = 'bracket';
    return this.#contentFollows();
  }

  #endPlain(): boolean {
    const g = this.#g;
    if (g.peek() === COLON) {
      g.skip(COLON);
      this.shell = 'colon';
      return isSpace(g.peek()) && this.#contentFollows();
    }
    const spaces = g.skipSpaces();
    const dash = g.peek();
    if (spaces === 0 || !isDash(dash)) return false;
    g.skip(dash);
    this.shell = dash === 0x2d ? 'dash' : 'long-dash';
    return (g.peek() < 0 || isSpace(g.peek()) || isMark(g.peek())) && this.#contentFollows();
  }

  /** One space belongs to the header; everything after it is content. */
  #contentFollows(): boolean {
    const g = this.#g;
    if (isSpace(g.peek())) g.skip(g.peek());
    this.contentStart = g.at;
    return true;
  }
}
