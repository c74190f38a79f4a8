import type { DateOrderName } from '../reading.ts';
import type { DateParts } from './calendar.ts';
import { dayUnder } from './calendar.ts';

/** Days since 1970 outside which no message can be. `latest` is null when nobody knows when the file was sealed. */
export interface DayLimits {
  readonly earliest: number;
  readonly latest: number | null;
}

export const ORDERS: readonly DateOrderName[] = ['DMY', 'MDY', 'YMD', 'YDM'];

/** How the dates look under one order: all that is kept of them, however many there are. */
export interface Travel {
  readonly order: DateOrderName;
  /** Dates that the order cannot read or that lie outside the limits. */
  readonly failures: number;
  readonly firstFailure: DateParts | null;
  readonly backward: number;
  readonly daysTravelled: number;
  readonly agreeing: number;
}

class OrderTally implements Travel {
  readonly order: DateOrderName;
  failures = 0;
  firstFailure: DateParts | null = null;
  backward = 0;
  daysTravelled = 0;
  agreeing = 0;
  #last: number | null = null;

  constructor(order: DateOrderName) {
    this.order = order;
  }

  add(parts: DateParts, day: number | null): void {
    if (day === null) {
      this.failures += 1;
      this.firstFailure ??= parts;
      return;
    }
    if (this.#last !== null && day < this.#last) this.backward += 1;
    if (this.#last !== null) this.daysTravelled += Math.abs(day - this.#last);
    this.#last = day;
  }
}

/**
 * The dates of the headers of one shape, in file order and consecutive equal ones once, tried under every order: within
 * both limits, and with the later one left aside.
 */
export class DateTally {
  readonly twoDigitYear: boolean;
  readonly limits: DayLimits;
  /** How many dates were added. */
  dates = 0;
  witnesses = 0;
  readonly #limited = ORDERS.map(order => new OrderTally(order));
  readonly #open = ORDERS.map(order => new OrderTally(order));
  /** For two orders by their places, whether every date was the same day under both. */
  readonly #same = ORDERS.map(() => ORDERS.map(() => true));

  constructor(twoDigitYear: boolean, limits: DayLimits) {
    this.twoDigitYear = twoDigitYear;
    this.limits = limits;
  }

  add(parts: DateParts): void {
    this.dates += 1;
    const { earliest, latest } = this.limits;
    const days = ORDERS.map(order => dayUnder(order, parts, this.twoDigitYear));
    days.forEach((day, i) => {
      const known = day === null || day < earliest ? null : day;
      this.#open[i]?.add(parts, known);
      this.#limited[i]?.add(parts, known !== null && latest !== null && known > latest ? null : known);
      days.forEach((other, k) => {
        if (other !== day) (this.#same[i] as boolean[])[k] = false;
      });
    });
  }

  /** A date from another clock (the name of a media file) beside the date of the message that carries it. */
  witness(parts: DateParts, day: number): void {
    this.witnesses += 1;
    for (const tallies of [this.#limited, this.#open])
      for (const tally of tallies)
        if (dayUnder(tally.order, parts, this.twoDigitYear) === day) tally.agreeing += 1;
  }

  /** The dates under each of these orders; `hasLatest` false leaves the later limit aside. */
  under(orders: readonly DateOrderName[], hasLatest: boolean): Travel[] {
    return orders.map(order => (hasLatest ? this.#limited : this.#open)[ORDERS.indexOf(order)] as Travel);
  }

  /** True when every date is the same day under all of these orders. */
  areSame(orders: readonly DateOrderName[]): boolean {
    const places = orders.map(order => ORDERS.indexOf(order));
    return places.every(i => places.every(k => this.#same[i]?.[k] === true));
  }
}
