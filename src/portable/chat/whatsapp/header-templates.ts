import type { DayPeriod } from './day-periods.ts';
import { hourOfDay } from './day-periods.ts';
import type { HeaderReader } from './header.ts';
import type { HeaderShape } from './header-shape.ts';

const ZERO = 0x30;
const SPACE = 0x20;
const MOST_TEMPLATES = 8;
/** Stands in the bytes of a template for any digit: no header has this byte. */
const ANY_DIGIT = 0;

/** A header that was read, as bytes in which every digit stands for any digit. */
interface Template {
  readonly bytes: Uint8Array;
  /** Where each of its numbers begins, and how many digits it has, in the order they stand. */
  readonly numbers: readonly (readonly [at: number, digits: number])[];
  readonly textOffset: number;
  readonly textLength: number;
  /** Places in `numbers` of the hour and of the first number of the date. */
  readonly hour: number;
  readonly date: number;
  readonly hasSeconds: boolean;
  readonly period: DayPeriod;
  readonly layout: HeaderShape;
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
      bytes: bytes.map(byte => (isDigit(byte) ? ANY_DIGIT : byte)),
      numbers,
      textOffset: header.textStart - lineStart,
      textLength: header.textEnd - header.textStart,
      hour: timeFirst ? 0 : 3,
      date: timeFirst ? (hasSeconds ? 3 : 2) : 0,
      hasSeconds,
      period: time.period,
      layout: header.shape(),
      shape,
    });
    if (this.#templates.length > MOST_TEMPLATES) this.#templates.pop();
  }

  /** True when the line is like one of those remembered, and its values are possible. */
  match(bytes: Uint8Array, lineStart: number): boolean {
    for (let i = 0; i < this.#templates.length; i++) {
      const template = this.#templates[i] as Template;
      if (!this.#fits(template.bytes, bytes, lineStart)) continue;
      if (i > 0) {
        this.#templates.splice(i, 1);
        this.#templates.unshift(template);
      }
      return this.#read(template, bytes, lineStart);
    }
    return false;
  }

  #fits(wanted: Uint8Array, bytes: Uint8Array, lineStart: number): boolean {
    for (let i = 0; i < wanted.length; i++) {
      const byte = bytes[lineStart + i] as number;
      const want = wanted[i] as number;
      if (want === ANY_DIGIT ? byte < ZERO || byte > ZERO + 9 : byte !== want) {
        this.steps += i + 1;
        return false;
      }
    }
    this.steps += wanted.length;
    return lineStart + wanted.length <= bytes.length;
  }

  #read(template: Template, bytes: Uint8Array, lineStart: number): boolean {
    const { numbers, hour: hourAt, date, layout } = template;
    const number = (place: number): number => numberAt(bytes, lineStart, numbers[place] as [number, number]);
    const hour = hourOfDay(number(hourAt), template.period);
    const minute = number(hourAt + 1);
    const second = template.hasSeconds ? number(hourAt + 2) : 0;
    if (hour === null || minute > 59 || second > 59) return false;
    this.second = hour * 3600 + minute * 60 + second;
    const [a, b, c] = [number(date), number(date + 1), number(date + 2)];
    this.date = layout.yearPlace === 'last' ? c * 10_000 + a * 100 + b : a * 10_000 + b * 100 + c;
    this.textStart = lineStart + template.textOffset;
    this.textEnd = this.textStart + template.textLength;
    this.contentStart = lineStart + template.bytes.length;
    this.shape = template.shape;
    return true;
  }
}

function numberAt(bytes: Uint8Array, lineStart: number, [at, digits]: readonly [number, number]): number {
  let value = 0;
  for (let i = lineStart + at; i < lineStart + at + digits; i++)
    value = value * 10 + (bytes[i] as number) - ZERO;
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
