import type { DateParts } from '../clocks/calendar.ts';
import { dayNumber, dayUnder } from '../clocks/calendar.ts';
import type { DateHabit, DatedSegment, DayLimits, DecidedOrder } from '../clocks/date-order.ts';
import { decideDateOrder } from '../clocks/date-order.ts';
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
  const sealed = sealedAt === undefined ? Number.NaN : Date.parse(sealedAt);
  return {
    earliest: SERVICE_BEGAN_DAY,
    latest: Number.isNaN(sealed) ? null : Math.floor(sealed / 86_400_000) + 1,
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

/** The readings of one header's date: the likelier first. Both null when no order gives a date. */
export function daysOf(
  headers: HeaderTable,
  orders: readonly DecidedOrder[],
  i: number,
): { readonly day: number | null; readonly otherDay: number | null } {
  const decided = orders[headers.shape.at(i)] as DecidedOrder;
  const parts = headers.partsOf(i);
  const { twoDigitYear } = headers.shapeOf(i);
  const day = decided.order && dayUnder(decided.order, parts, twoDigitYear);
  const otherDay = decided.other && dayUnder(decided.other, parts, twoDigitYear);
  if (decided.conflict && day === null) return { day: otherDay, otherDay: null };
  return { day, otherDay: decided.decision === 'certain' ? null : otherDay };
}
