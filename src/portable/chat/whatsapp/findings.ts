import { formatDay, formatTime } from '../clocks/calendar.ts';
import type { DayLimits, DecidedOrder } from '../clocks/date-order.ts';
import type { OtherReading, Precision, Span } from '../reading.ts';
import type { AngleBodies } from './angle-bodies.ts';
import type { Days } from './date-segments.ts';
import { daysOf } from './date-segments.ts';
import type { HeaderTable } from './header-table.ts';
import type { Lines } from './speakers.ts';

const DAY_SECONDS = 86_400;
const HALF_DAY_SECONDS = DAY_SECONDS / 2;

/** What the passes over a file found: enough to make any of its messages. */
export interface Findings {
  readonly bytes: Uint8Array;
  readonly headers: HeaderTable;
  readonly lines: Lines;
  readonly clock: HeaderClock;
  readonly angles: AngleBodies;
  readonly limits: DayLimits;
  /** For a message that holds a line like a header: what the line says when it is a message by itself. */
  readonly pasted: ReadonlyMap<number, OtherReading>;
}

/** The times that a header may mean, in seconds since 1970 on the file's own clock. */
export interface Times {
  readonly at: number | null;
  readonly other: number | null;
  readonly precision: Precision;
  /** True when the date does not fit the order that the other headers have. */
  readonly misfit: boolean;
}

/** Tells the times of headers. Neighbours mostly share their date, so the last one is remembered. */
export class HeaderClock {
  readonly #headers: HeaderTable;
  readonly #orders: readonly DecidedOrder[];
  #day = Number.NaN;
  #dayText = '';
  #key = -1;
  #shape = -1;
  #days: Days = { day: null, otherDay: null, misfit: false };

  constructor(headers: HeaderTable, orders: readonly DecidedOrder[]) {
    this.#headers = headers;
    this.#orders = orders;
  }

  timesOf(n: number): Times {
    const { day, otherDay, misfit } = this.#daysOf(n);
    if (day === null) return { at: null, other: null, precision: 'none', misfit };
    const second = this.#headers.secondOfDay.at(n);
    const precision = this.#headers.shapeOf(n).seconds ? 'second' : 'minute';
    const at = day * DAY_SECONDS + second;
    if (otherDay !== null && otherDay !== day)
      return { at, other: otherDay * DAY_SECONDS + second, precision, misfit };
    const open = this.#headers.openHour.at(n) === 1 && second < HALF_DAY_SECONDS;
    return { at, other: open ? at + HALF_DAY_SECONDS : null, precision, misfit };
  }

  /** `YYYY-MM-DDTHH:MM[:SS]` for seconds on the file's own clock. */
  written(seconds: number, precision: Precision): string {
    const day = Math.floor(seconds / DAY_SECONDS);
    if (day !== this.#day) {
      this.#day = day;
      this.#dayText = formatDay(day);
    }
    return this.#dayText + formatTime(seconds - day * DAY_SECONDS, precision);
  }

  #daysOf(n: number): Days {
    const key = this.#headers.dateKey(n);
    const shape = this.#headers.shape.at(n);
    if (key !== this.#key || shape !== this.#shape) {
      this.#key = key;
      this.#shape = shape;
      this.#days = daysOf(this.#headers, this.#orders, n);
    }
    return this.#days;
  }
}

/** The bytes of message `n`: from its header to the next. */
export function spanOf({ bytes, headers }: Pick<Findings, 'bytes' | 'headers'>, n: number): Span {
  return [headers.start.at(n), n + 1 < headers.length ? headers.start.at(n + 1) : bytes.length];
}

/** Where the body of message `n` ends: before the last line end of its span. */
export function bodyEndOf(findings: Pick<Findings, 'bytes' | 'headers'>, n: number): number {
  const { bytes } = findings;
  const [start, end] = spanOf(findings, n);
  if (end === start || bytes[end - 1] !== 0x0a) return end;
  return bytes[end - 2] === 0x0d ? end - 2 : end - 1;
}
