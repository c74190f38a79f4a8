import { dayNumber } from '../clocks/calendar.ts';
import type { DateHabit, DatedSegment, DecidedOrder } from '../clocks/date-order.ts';
import { decideDateOrder } from '../clocks/date-order.ts';
import { DateTally, type DayLimits } from '../clocks/date-tally.ts';
import { millisOfInstant } from '../clocks/iso.ts';
import type { DateOrderName } from '../reading.ts';
import type { HeaderBatch } from './header-batch.ts';
import type { KnownShape, ShapeTable } from './shape-table.ts';
import { unpackDate } from './shape-table.ts';

/** WhatsApp opened to the public in 2009. */
export const SERVICE_BEGAN_DAY = dayNumber(2009, 1, 1) as number;

/** The last day a message can bear: one day after sealing, for zones ahead of UTC. */
export function limitsFor(sealedAt: string | undefined): DayLimits {
  const sealed = sealedAt === undefined ? null : millisOfInstant(sealedAt);
  return {
    earliest: SERVICE_BEGAN_DAY,
    latest: sealed === null ? null : Math.floor(sealed / 86_400_000) + 1,
  };
}

function clockHabit({ shape, upper }: KnownShape): DateHabit['clock'] {
  if (shape.clock === '24') return '24';
  if (shape.clock === '12-before') return '12-east-asian';
  if (shape.clock === '12-after') return '12-other';
  return upper ? '12-ascii-upper' : '12-ascii-lower';
}

function yearPlaceOf({ shape, oneDigitFirst, oneDigitLast }: KnownShape): DatedSegment['yearPlace'] {
  if (!shape.twoDigitYear) return shape.yearPlace;
  if (oneDigitFirst === oneDigitLast) return 'unknown';
  return oneDigitFirst ? 'last' : 'first';
}

/** How many headers each shape has, and their dates: what one pass over a file learns of its clocks. */
export class ShapeDates {
  readonly counts: number[] = [];
  readonly #table: ShapeTable;
  readonly #limits: DayLimits;
  readonly #tallies: DateTally[] = [];
  readonly #last: number[] = [];

  constructor(table: ShapeTable, limits: DayLimits) {
    this.#table = table;
    this.#limits = limits;
  }

  /** Takes the headers from `from` up to `to`, each header once in a pass. */
  learn(batch: HeaderBatch, from: number, to: number): void {
    const { shape: shapes, date: dates } = batch;
    for (let i = from; i < to;) {
      const shape = shapes[i] as number;
      const date = dates[i] as number;
      const first = i;
      while (i < to && shapes[i] === shape && dates[i] === date) i += 1;
      this.counts[shape] = (this.counts[shape] ?? 0) + i - first;
      if (this.#last[shape] === date) continue;
      this.#last[shape] = date;
      this.#tallyOf(shape).add(unpackDate(date, this.#shapeOf(shape).shape));
    }
  }

  /** A date in the name of a media file, beside the date of the message that carries it. */
  witness(shape: number, date: number, day: number): void {
    this.#tallyOf(shape).witness(unpackDate(date, this.#shapeOf(shape).shape), day);
  }

  /** The order of each shape's dates, by the number of the shape. */
  decide(declared: DateOrderName | null): DecidedOrder[] {
    return this.#table.shapes.map((_, shape) => decideDateOrder(this.#segmentOf(shape), declared));
  }

  /** The shape of most headers, the earlier one of equals. */
  main(): number {
    let best = 0;
    this.counts.forEach((count, shape) => {
      if (count > (this.counts[best] ?? 0)) best = shape;
    });
    return best;
  }

  #shapeOf(shape: number): KnownShape {
    return this.#table.shapes[shape] as KnownShape;
  }

  #tallyOf(shape: number): DateTally {
    return (this.#tallies[shape] ??= new DateTally(this.#shapeOf(shape).shape.twoDigitYear, this.#limits));
  }

  #segmentOf(shape: number): DatedSegment {
    const known = this.#shapeOf(shape);
    const habit = { separator: known.shape.separator, clock: clockHabit(known), padded: known.padded };
    return { yearPlace: yearPlaceOf(known), habit, tally: this.#tallyOf(shape) };
  }
}
