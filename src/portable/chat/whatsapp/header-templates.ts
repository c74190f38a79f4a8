import type { DayPeriod } from './day-periods.ts';
import { hourOfDay } from './day-periods.ts';
import type { HeaderReader } from './header.ts';
import { ANY_DIGIT, BytePattern } from './template-words.ts';

const ZERO = 0x30;
const SPACE = 0x20;
const MOST_TEMPLATES = 8;

/** A header that was read, as bytes in which every digit stands for any digit. */
interface Template {
  readonly pattern: BytePattern;
  /** For each number of it, in the order they stand, where it begins and how many digits it has. */
  readonly places: Uint8Array;
  readonly digits: Uint8Array;
  readonly textOffset: number;
  readonly textLength: number;
  /** Places in `numbers` of the hour and of the first number of the date. */
  readonly hour: number;
  readonly date: number;
  readonly dateLength: number;
  readonly hasSeconds: boolean;
  readonly period: DayPeriod;
  readonly isYearLast: boolean;
  /** Marks or words that are not ASCII are part of it. */
  readonly isStrange: boolean;
  /** Number of the shape in the shape table. */
  readonly shape: number;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

/**
 * Remembers the last headers of a file and recognises the next one by its bytes: equal but for the digits. The
 * header reader would read such a line the same way, because it only looks at which bytes are digits until the
 * header ends, and at the values afterwards; lines whose values it would refuse are left to it. The fields hold the
 * header recognised last.
 */
export class HeaderTemplates {
  /** Bytes looked at, for tests of linear work. */
  steps = 0;
  textStart = 0;
  textEnd = 0;
  contentStart = 0;
  second = 0;
  date = 0;
  shape = 0;
  isStrange = false;
  /** Words of the date read last. */
  #first = 0;
  #middle = 0;
  #last = 0;
  #templates: Template[] = [];

  /** Remembers a header with ASCII digits that ends in a space; others are rare. */
  learn(line: Uint8Array, lineStart: number, header: HeaderReader, shape: number): void {
    const { date, time, timeFirst } = header;
    const bytes = line.slice(lineStart, header.contentStart);
    if (date.digits !== 0 || date.era || bytes.at(-1) !== SPACE || time.period === 'unknown') return;
    if (bytes.includes(ANY_DIGIT)) return;
    const numbers = numbersIn(bytes);
    const hasSeconds = time.second >= 0;
    if (numbers.length !== (hasSeconds ? 6 : 5)) return;
    this.#templates.unshift({
      pattern: new BytePattern(bytes.map(byte => (isDigit(byte) ? ANY_DIGIT : byte))),
      places: Uint8Array.from(numbers, ([at]) => at),
      digits: Uint8Array.from(numbers, ([, digits]) => digits),
      textOffset: header.textStart - lineStart,
      textLength: header.textEnd - header.textStart,
      hour: timeFirst ? 0 : 3,
      date: timeFirst ? (hasSeconds ? 3 : 2) : 0,
      dateLength: dateLengthOf(numbers, timeFirst ? (hasSeconds ? 3 : 2) : 0),
      hasSeconds,
      period: time.period,
      isStrange: bytes.some(byte => byte >= 0x80),
      isYearLast: header.shape().yearPlace === 'last',
      shape,
    });
    if (this.#templates.length > MOST_TEMPLATES) this.#templates.pop();
  }

  /** True when the line is like one of those remembered, and its values are possible. */
  match(view: DataView, lineStart: number): boolean {
    for (let i = 0; i < this.#templates.length; i++) {
      const template = this.#templates[i] as Template;
      const { pattern } = template;
      this.steps += pattern.length;
      if (lineStart + pattern.length > view.byteLength || !pattern.fits(view, lineStart)) continue;
      if (i > 0) {
        this.#templates.splice(i, 1);
        this.#templates.unshift(template);
      }
      return this.#read(template, view, lineStart);
    }
    return false;
  }

  #read(template: Template, view: DataView, lineStart: number): boolean {
    const { hour: hourAt, places, digits } = template;
    const written = numberAt(view, lineStart + (places[hourAt] as number), digits[hourAt] as number);
    const minute = numberAt(view, lineStart + (places[hourAt + 1] as number), 2);
    const second = template.hasSeconds ? numberAt(view, lineStart + (places[hourAt + 2] as number), 2) : 0;
    const hour = template.period === 'none' && written < 24 ? written : hourOfDay(written, template.period);
    if (hour === null || minute > 59 || second > 59) return false;
    this.second = hour * 3600 + minute * 60 + second;
    if (!this.#isSameDate(template, view, lineStart)) this.#readDate(template, view, lineStart);
    this.textStart = lineStart + template.textOffset;
    this.textEnd = this.textStart + template.textLength;
    this.contentStart = lineStart + template.pattern.length;
    this.shape = template.shape;
    this.isStrange = template.isStrange;
    return true;
  }

  /** True when the date is written as the one read last: neighbours mostly share it. */
  #isSameDate(template: Template, view: DataView, lineStart: number): boolean {
    const from = lineStart + (template.places[template.date] as number);
    const [first, middle, last] = [from, from + 2, from + template.dateLength - 4];
    const isSame =
      template.shape === this.shape &&
      view.getInt32(first, true) === this.#first &&
      view.getInt32(middle, true) === this.#middle &&
      view.getInt32(last, true) === this.#last;
    if (isSame && template.dateLength <= 10) return true;
    this.#first = view.getInt32(first, true);
    this.#middle = view.getInt32(middle, true);
    this.#last = view.getInt32(last, true);
    return false;
  }

  #readDate({ places, digits, date, isYearLast }: Template, view: DataView, lineStart: number): void {
    const a = numberAt(view, lineStart + (places[date] as number), digits[date] as number);
    const b = numberAt(view, lineStart + (places[date + 1] as number), digits[date + 1] as number);
    const c = numberAt(view, lineStart + (places[date + 2] as number), digits[date + 2] as number);
    this.date = isYearLast ? c * 10_000 + a * 100 + b : a * 10_000 + b * 100 + c;
  }
}

function numberAt(view: DataView, at: number, digits: number): number {
  let value = view.getUint8(at) - ZERO;
  for (let i = 1; i < digits; i++) value = value * 10 + view.getUint8(at + i) - ZERO;
  return value;
}

function numbersIn(bytes: Uint8Array): (readonly [number, number])[] {
  const found: [number, number][] = [];
  bytes.forEach((byte, i) => {
    if (!isDigit(byte)) return;
    const last = found.at(-1);
    if (last && last[0] + last[1] === i) last[1] += 1;
    else found.push([i, 1]);
  });
  return found;
}

/** How many bytes the date takes, from the first digit to the last. */
function dateLengthOf(numbers: readonly (readonly [number, number])[], date: number): number {
  const [first, last] = [numbers[date] as [number, number], numbers[date + 2] as [number, number]];
  return last[0] + last[1] - first[0];
}
