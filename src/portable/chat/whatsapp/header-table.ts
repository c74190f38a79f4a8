import { Column } from '../column.ts';
import type { HeaderReader } from './header.ts';
import type { HeaderShape } from './header-shape.ts';
import type { DateParts } from '../clocks/calendar.ts';

/** One header shape of the file, with what its headers show together. */
export interface ShapeUse {
  readonly shape: HeaderShape;
  count: number;
  /** AM and PM stand in capitals. */
  upper: boolean;
  /** False once a day or month stands with one digit. */
  padded: boolean;
  /** A two-digit year cannot stand where a number of one digit stands. */
  oneDigitFirst: boolean;
  oneDigitLast: boolean;
}

/** One header as it goes into the table. Offsets in bytes; `a`, `b`, `c` are the numbers of its date. */
export interface FoundHeader extends DateParts {
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly textStart: number;
  readonly textEnd: number;
  readonly contentStart: number;
  readonly secondOfDay: number;
  /** The word beside the time is not known. */
  readonly openHour: boolean;
  readonly shape: number;
}

/** Every header found in a file, in file order, as columns. */
export class HeaderTable {
  readonly start = new Column();
  readonly textStart = new Column();
  readonly textEnd = new Column();
  readonly contentStart = new Column();
  /** End of the header's line, without its line end. */
  readonly lineEnd = new Column();
  readonly secondOfDay = new Column();
  readonly shape = new Column();
  /** 1 when the word beside the time is not known, so that the hour may be 12 hours later. */
  readonly openHour = new Column();
  readonly shapes: ShapeUse[] = [];

  readonly #date = new Column();
  readonly #byKey = new Map<number, number>();

  get length(): number {
    return this.start.length;
  }

  push(found: FoundHeader): void {
    const use = this.shapes[found.shape] as ShapeUse;
    use.count += 1;
    this.start.push(found.lineStart);
    this.textStart.push(found.textStart);
    this.textEnd.push(found.textEnd);
    this.contentStart.push(found.contentStart);
    this.lineEnd.push(found.lineEnd);
    this.secondOfDay.push(found.secondOfDay);
    this.openHour.push(found.openHour ? 1 : 0);
    this.#date.push(packDate(found, use.shape));
    this.shape.push(found.shape);
  }

  shapeOf(i: number): HeaderShape {
    return (this.shapes[this.shape.at(i)] as ShapeUse).shape;
  }

  /** The numbers of the date as they stand from left to right. */
  partsOf(i: number): DateParts {
    const packed = this.#date.at(i);
    const large = Math.floor(packed / 10_000);
    const middle = Math.floor(packed / 100) % 100;
    const small = packed % 100;
    return this.shapeOf(i).yearPlace === 'last'
      ? { a: middle, b: small, c: large }
      : { a: large, b: middle, c: small };
  }

  /** Equal for equal dates of one shape. */
  dateKey(i: number): number {
    return this.#date.at(i);
  }

  /** Drops the headers for which `keep` is false: their lines become text of the message before. */
  retain(keep: (i: number) => boolean): void {
    const columns = [this.start, this.textStart, this.textEnd, this.contentStart, this.lineEnd];
    columns.push(this.secondOfDay, this.shape, this.openHour, this.#date);
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      if (keep(i)) {
        for (const column of columns) column.set(kept, column.at(i));
        kept += 1;
      } else (this.shapes[this.shape.at(i)] as ShapeUse).count -= 1;
    }
    for (const column of columns) column.cut(kept);
  }

  /** The number of a header's shape, which takes note of what this header shows of it. */
  shapeId(header: HeaderReader): number {
    const key = header.shapeKey();
    let id = this.#byKey.get(key);
    if (id === undefined) {
      id = this.shapes.push(newUse(header)) - 1;
      this.#byKey.set(key, id);
    }
    const use = this.shapes[id] as ShapeUse;
    use.padded &&= header.date.padded;
    use.oneDigitFirst ||= header.date.twoDigitYear && header.date.yearPlace === 'last';
    use.oneDigitLast ||= header.date.twoDigitYear && header.date.yearPlace === 'first';
    return id;
  }
}

function newUse(header: HeaderReader): ShapeUse {
  const { upper } = header.time;
  return { shape: header.shape(), count: 0, upper, padded: true, oneDigitFirst: false, oneDigitLast: false };
}

/** The year, or with two digits the first number, in the ten thousands. */
function packDate({ a, b, c }: DateParts, { yearPlace }: HeaderShape): number {
  return yearPlace === 'last' ? c * 10_000 + a * 100 + b : a * 10_000 + b * 100 + c;
}
