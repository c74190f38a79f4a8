import type { DayPeriod } from './day-periods.ts';
import { hourOfDay } from './day-periods.ts';
import type { HeaderReader } from './header.ts';
import type { FoundHeader } from './header-table.ts';

const ZERO = 0x30;
const NINE = 0x39;
const SPACE = 0x20;
const MOST_TEMPLATES = 8;

/** A header that was read, as bytes in which every digit stands for any digit. */
interface Template {
  readonly bytes: Uint8Array;
  readonly textOffset: number;
  readonly textLength: number;
  readonly timeFirst: boolean;
  readonly hasSeconds: boolean;
  readonly period: DayPeriod;
  /** Index of the shape in the header table. */
  readonly shape: number;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/**
 * Remembers the last headers of a file and recognises the next one by its bytes: equal but for the digits. The
 * header reader would read such a line the same way, because it only looks at which bytes are digits until the
 * header ends, and at the values afterwards; lines whose values it would refuse are left to it.
 */
export class HeaderTemplates {
  /** Bytes looked at, for tests of linear work. */
  steps = 0;

  readonly #bytes: Uint8Array;
  /** The numbers of the line matched last, in the order they stand. */
  readonly #numbers = [0, 0, 0, 0, 0, 0];
  #hour = 0;
  readonly #templates: Template[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Remembers a header with ASCII digits that ends in a space; others are rare. */
  learn(lineStart: number, header: HeaderReader, shape: number): void {
    const { date, time } = header;
    const bytes = this.#bytes.slice(lineStart, header.contentStart);
    if (date.digits !== 0 || date.era || bytes.at(-1) !== SPACE || time.period === 'unknown') return;
    this.#templates.unshift({
      bytes,
      textOffset: header.textStart - lineStart,
      textLength: header.textEnd - header.textStart,
      timeFirst: header.timeFirst,
      hasSeconds: time.second >= 0,
      period: time.period,
      shape,
    });
    if (this.#templates.length > MOST_TEMPLATES) this.#templates.pop();
  }

  /** The header of the line, when it is like one of those remembered; null otherwise. */
  match(lineStart: number, lineEnd: number): FoundHeader | null {
    for (let i = 0; i < this.#templates.length; i++) {
      const template = this.#templates[i] as Template;
      if (!this.#fits(template, lineStart, lineEnd)) continue;
      if (i > 0) {
        this.#templates.splice(i, 1);
        this.#templates.unshift(template);
      }
      return this.#hasValues(template) ? this.#found(template, lineStart, lineEnd) : null;
    }
    return null;
  }

  #fits(template: Template, lineStart: number, lineEnd: number): boolean {
    const { bytes: wanted } = template;
    if (lineEnd - lineStart < wanted.length) return false;
    let number = -1;
    let inNumber = false;
    for (let i = 0; i < wanted.length; i++) {
      this.steps += 1;
      const byte = this.#bytes[lineStart + i] as number;
      if (isDigit(wanted[i] as number)) {
        if (!isDigit(byte)) return false;
        if (!inNumber) this.#numbers[++number] = 0;
        this.#numbers[number] = this.#number(number) * 10 + byte - ZERO;
        inNumber = true;
      } else {
        if (byte !== wanted[i]) return false;
        inNumber = false;
      }
    }
    return true;
  }

  #hasValues({ timeFirst, hasSeconds, period }: Template): boolean {
    const at = timeFirst ? 0 : 3;
    const hour = hourOfDay(this.#number(at), period);
    if (hour === null || this.#number(at + 1) > 59) return false;
    if (hasSeconds && this.#number(at + 2) > 59) return false;
    this.#hour = hour;
    return true;
  }

  #found(template: Template, lineStart: number, lineEnd: number): FoundHeader {
    const { timeFirst, hasSeconds, textOffset, textLength, shape } = template;
    const time = timeFirst ? 0 : 3;
    const date = timeFirst ? (hasSeconds ? 3 : 2) : 0;
    const second = hasSeconds ? this.#number(time + 2) : 0;
    const textStart = lineStart + textOffset;
    return {
      lineStart,
      lineEnd,
      textStart,
      textEnd: textStart + textLength,
      contentStart: lineStart + template.bytes.length,
      secondOfDay: this.#hour * 3600 + this.#number(time + 1) * 60 + second,
      a: this.#number(date),
      b: this.#number(date + 1),
      c: this.#number(date + 2),
      openHour: false,
      shape,
    };
  }

  #number(i: number): number {
    return this.#numbers[i] as number;
  }
}
