import { dayUnder } from '../clocks/calendar.ts';
import type { DecidedOrder } from '../clocks/date-order.ts';
import type { DateOrderName } from '../reading.ts';
import { SERVICE_BEGAN_DAY } from './date-segments.ts';
import type { HeaderBatch } from './header-batch.ts';
import type { KnownShape, ShapeTable } from './shape-table.ts';
import { unpackDate } from './shape-table.ts';

const DAY_SECONDS = 86_400;
const HALF_DAY_SECONDS = DAY_SECONDS / 2;
/** Stands for a time that is not understood: before 1970, as no message is. */
export const NO_TIME = -1;

/**
 * Tells the times of headers, in seconds since 1970 on the file's own clock. The fields hold those of the header asked last.
 * Neighbours mostly share their date, so the last one is remembered.
 */
export class HeaderClock {
  /** NO_TIME when no order gives a date at which the service existed. */
  at = NO_TIME;
  /** The second possible time, NO_TIME when there is none. */
  other = NO_TIME;
  /** True when the date does not fit the order that the other headers have. */
  misfit = false;
  readonly #table: ShapeTable;
  readonly #orders: readonly DecidedOrder[];
  #date = -1;
  #shape = -1;
  #day: number | null = null;
  #otherDay: number | null = null;

  constructor(table: ShapeTable, orders: readonly DecidedOrder[]) {
    this.#table = table;
    this.#orders = orders;
  }

  look(batch: HeaderBatch, i: number): void {
    const date = batch.date[i] as number;
    const shape = batch.shape[i] as number;
    if (date !== this.#date || shape !== this.#shape) this.#lookAtDate(date, shape);
    const second = batch.second[i] as number;
    this.other = NO_TIME;
    if (this.#day === null) {
      this.at = NO_TIME;
      return;
    }
    this.at = this.#day * DAY_SECONDS + second;
    if (this.#otherDay !== null) this.other = this.#otherDay * DAY_SECONDS + second;
    else if (batch.openHour[i] === 1 && second < HALF_DAY_SECONDS) this.other = this.at + HALF_DAY_SECONDS;
  }

  /** The day of the header asked last; null when it is not understood. */
  get day(): number | null {
    return this.#day;
  }

  hasSeconds(batch: HeaderBatch, i: number): boolean {
    return (this.#table.shapes[batch.shape[i] as number] as KnownShape).shape.seconds;
  }

  #lookAtDate(date: number, shape: number): void {
    this.#date = date;
    this.#shape = shape;
    this.#otherDay = null;
    this.misfit = false;
    const decided = this.#orders[shape];
    this.#day = decided ? this.#dayUnder(decided.order) : null;
    if (!decided || decided.decision === 'certain') return;
    const { decision, conflict } = decided;
    const other = this.#dayUnder(decided.other);
    if (conflict && this.#day === null) {
      this.#day = other;
      this.misfit = other !== null;
    } else if (other !== this.#day && this.#day !== null && !(conflict && decision === 'inferred'))
      this.#otherDay = other;
  }

  #dayUnder(order: DateOrderName | null): number | null {
    if (order === null) return null;
    const { shape } = this.#table.shapes[this.#shape] as KnownShape;
    const day = dayUnder(order, unpackDate(this.#date, shape), shape.twoDigitYear);
    return day === null || day < SERVICE_BEGAN_DAY ? null : day;
  }
}
