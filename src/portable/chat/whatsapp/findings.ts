import { formatWritten } from '../clocks/calendar.ts';
import type { DayLimits, DecidedOrder } from '../clocks/date-order.ts';
import type { Precision, Span } from '../reading.ts';
import type { AngleBodies } from './angle-bodies.ts';
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
  readonly orders: readonly DecidedOrder[];
  readonly angles: AngleBodies;
  readonly limits: DayLimits;
}

/** The times that a header may mean, in seconds since 1970 on the file's own clock. */
export interface Times {
  readonly at: number | null;
  readonly other: number | null;
  readonly precision: Precision;
  /** True when the date does not fit the order that the other headers have. */
  readonly misfit: boolean;
}

export function timesOf({ headers, orders }: Pick<Findings, 'headers' | 'orders'>, n: number): Times {
  const { day, otherDay, misfit } = daysOf(headers, orders, n);
  if (day === null) return { at: null, other: null, precision: 'none', misfit };
  const second = headers.secondOfDay.at(n);
  const precision = headers.shapeOf(n).seconds ? 'second' : 'minute';
  const at = day * DAY_SECONDS + second;
  if (otherDay !== null && otherDay !== day)
    return { at, other: otherDay * DAY_SECONDS + second, precision, misfit };
  const open = headers.openHour.at(n) === 1 && second < HALF_DAY_SECONDS;
  return { at, other: open ? at + HALF_DAY_SECONDS : null, precision, misfit };
}

/** `YYYY-MM-DDTHH:MM[:SS]` for seconds on the file's own clock. */
export function writtenOf(seconds: number, precision: Precision): string {
  const day = Math.floor(seconds / DAY_SECONDS);
  return formatWritten(day, seconds - day * DAY_SECONDS, precision);
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
