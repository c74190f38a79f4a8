import type { DateParts } from '../clocks/calendar.ts';
import type { HeaderReader } from './header.ts';
import type { HeaderShape } from './header-shape.ts';

/** A file in which headers have more shapes than this is no chat: lines of further shapes are text. */
const MOST_SHAPES = 500;
export const NO_SHAPE = -1;

/** One header shape of a file, with what its headers show together. */
export interface KnownShape {
  readonly shape: HeaderShape;
  /** AM and PM stand in capitals. */
  readonly upper: boolean;
  /** False once a day or month stands with one digit. */
  padded: boolean;
  /** A two-digit year cannot stand where a number of one digit stands. */
  oneDigitFirst: boolean;
  oneDigitLast: boolean;
}

/** The header shapes of a file, numbered by first appearance. Every pass over one file finds the same. */
export class ShapeTable {
  readonly shapes: KnownShape[] = [];
  readonly #byKey = new Map<number, number>();

  /** The number of a header's shape, which takes note of what this header shows of it; NO_SHAPE when there are too many. */
  idOf(header: HeaderReader): number {
    const key = header.shapeKey();
    let id = this.#byKey.get(key);
    if (id === undefined) {
      if (this.shapes.length >= MOST_SHAPES) return NO_SHAPE;
      id = this.shapes.push(newShape(header)) - 1;
      this.#byKey.set(key, id);
    }
    const known = this.shapes[id] as KnownShape;
    known.padded &&= header.date.padded;
    known.oneDigitFirst ||= header.date.twoDigitYear && header.date.yearPlace === 'last';
    known.oneDigitLast ||= header.date.twoDigitYear && header.date.yearPlace === 'first';
    return id;
  }
}

function newShape(header: HeaderReader): KnownShape {
  const { upper } = header.time;
  return { shape: header.shape(), upper, padded: true, oneDigitFirst: false, oneDigitLast: false };
}

/** The numbers of a date as one: the year, or with two digits the first number, in the ten thousands. */
export function packDate({ a, b, c }: DateParts, { yearPlace }: HeaderShape): number {
  return yearPlace === 'last' ? c * 10_000 + a * 100 + b : a * 10_000 + b * 100 + c;
}

/** The numbers of a packed date as they stand from left to right. */
export function unpackDate(packed: number, { yearPlace }: HeaderShape): DateParts {
  const large = Math.floor(packed / 10_000);
  const middle = Math.floor(packed / 100) % 100;
  const small = packed % 100;
  return yearPlace === 'last' ? { a: middle, b: small, c: large } : { a: large, b: middle, c: small };
}
