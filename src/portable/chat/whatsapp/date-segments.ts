import type { DateParts } from '../clocks/calendar.ts';
import { dayNumber, dayUnder } from '../clocks/calendar.ts';
import type { DateHabit, DatedSegment, DayLimits, DecidedOrder } from '../clocks/date-order.ts';
import { decideDateOrder } from '../clocks/date-order.ts';
import { millisOfInstant } from '../clocks/iso.ts';
import type { HeaderTable, ShapeUse } from './header-table.ts';

/** WhatsApp opened to the public in 2009. */
const SERVICE_BEGAN_DAY = dayNumber(2009, 1, 1) as number;

/** A date from a media file's name in message `n`. */
export interface Witness {
  readonly n: number;
  readonly day: number;
}

/** The last day a message can bear: one day after sealing, for zones ahead of UTC. */
export function limitsFor(sealedAt: string | undefined): DayLimits {
  const sealed = sealedAt === undefined ? null : millisOfInstant(sealedAt);
  return {
    earliest: SERVICE_BEGAN_DAY,
    latest: sealed === null ? null : Math.floor(sealed / 86_400_000) + 1,
  };
}

function clockHabit({ shape, upper }: ShapeUse): DateHabit['clock'] {
  if (shape.clock === '24') return '24';
  if (shape.clock === '12-before') return '12-east-asian';
  if (shape.clock === '12-after') return '12-other';
  return upper ? '12-ascii-upper' : '12-ascii-lower';
}

function yearPlaceOf({ shape, oneDigitFirst, oneDigitLast }: ShapeUse): DatedSegment['yearPlace'] {
  if (!shape.twoDigitYear) return shape.yearPlace;
  if (oneDigitFirst === oneDigitLast) return 'unknown';
  return oneDigitFirst ? 'last' : 'first';
}

function segmentOf(
  use: ShapeUse,
): DatedSegment & { dates: DateParts[]; witnesses: DatedSegment['witnesses'][number][] } {
  const { separator, twoDigitYear } = use.shape;
  return {
    yearPlace: yearPlaceOf(use),
    twoDigitYear,
    dates: [],
    habit: { separator, clock: clockHabit(use), padded: use.padded },
    witnesses: [],
  };
}

/** Decides the date order of each shape of the table; the answer has the shape's index. */
export function decideOrders(
  headers: HeaderTable,
  limits: DayLimits,
  witnesses: readonly Witness[] = [],
): DecidedOrder[] {
  const segments = headers.shapes.map(segmentOf);
  const lastKeys = segments.map(() => -1);
  for (let i = 0; i < headers.length; i++) {
    const shape = headers.shape.at(i);
    const key = headers.dateKey(i);
    if (lastKeys[shape] === key) continue;
    lastKeys[shape] = key;
    segments[shape]?.dates.push(headers.partsOf(i));
  }
  for (const { n, day } of witnesses)
    segments[headers.shape.at(n)]?.witnesses.push({ parts: headers.partsOf(n), day });
  return segments.map(segment => decideDateOrder(segment, limits));
}

/** What one header's date may mean. */
export interface Days {
  /** The likelier reading; null when no order gives a date at which the service existed. */
  readonly day: number | null;
  readonly otherDay: number | null;
  /** True when the order that the other headers have does not fit this one. */
  readonly misfit: boolean;
}

function dayOf(order: DecidedOrder['order'], headers: HeaderTable, i: number): number | null {
  if (order === null) return null;
  const day = dayUnder(order, headers.partsOf(i), headers.shapeOf(i).twoDigitYear);
  return day === null || day < SERVICE_BEGAN_DAY ? null : day;
}

/** The readings of one header's date. */
export function daysOf(headers: HeaderTable, orders: readonly DecidedOrder[], i: number): Days {
  const { order, other, decision, conflict } = orders[headers.shape.at(i)] as DecidedOrder;
  const day = dayOf(order, headers, i);
  if (decision === 'certain') return { day, otherDay: null, misfit: false };
  const otherDay = dayOf(other, headers, i);
  if (conflict && day === null) return { day: otherDay, otherDay: null, misfit: otherDay !== null };
  return { day, otherDay: conflict && decision === 'inferred' ? null : otherDay, misfit: false };
}
