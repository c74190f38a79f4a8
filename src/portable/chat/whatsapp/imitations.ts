import type { DecidedOrder } from '../clocks/date-order.ts';
import { dayUnder } from '../clocks/calendar.ts';
import { daysOf } from './date-segments.ts';
import type { HeaderTable } from './header-table.ts';

const DAY_SECONDS = 86_400;
/** A run of foreign headers at the end of the file is text only when it is this short. */
const LONGEST_RUN_AT_END = 3;

function secondsOf(headers: HeaderTable, orders: readonly DecidedOrder[], i: number): number | null {
  const { day } = daysOf(headers, orders, i);
  return day === null ? null : day * DAY_SECONDS + headers.secondOfDay.at(i);
}

/** True when some order of day and month puts header `i` between the two times (null is no bound). */
function fitsBetween(headers: HeaderTable, i: number, from: number | null, to: number | null): boolean {
  const { twoDigitYear } = headers.shapeOf(i);
  const parts = headers.partsOf(i);
  // Minute clocks beside second clocks: a minute is compared with the end of the minute.
  const slack = 60;
  return (['DMY', 'MDY', 'YMD', 'YDM'] as const).some(order => {
    const day = dayUnder(order, parts, twoDigitYear);
    if (day === null) return false;
    const at = day * DAY_SECONDS + headers.secondOfDay.at(i);
    return (from === null || at + slack > from) && (to === null || at < to + slack);
  });
}

function mainShape(headers: HeaderTable): number {
  let best = 0;
  headers.shapes.forEach((use, id) => {
    if (use.count > (headers.shapes[best]?.count ?? 0)) best = id;
  });
  return best;
}

/**
 * The headers that are more likely text inside a message: a run of lines in a shape other than the file's main
 * one, where the main shape goes on before and after it, and none of whose times fits between. A run at the very
 * end counts when it is short.
 */
export function findImitations(headers: HeaderTable, orders: readonly DecidedOrder[]): Set<number> {
  const found = new Set<number>();
  if (headers.shapes.length < 2) return found;
  const main = mainShape(headers);
  for (let i = 0; i < headers.length;) {
    if (headers.shape.at(i) === main) {
      i += 1;
      continue;
    }
    let end = i;
    while (end < headers.length && headers.shape.at(end) !== main) end += 1;
    if (i > 0 && isImitation(headers, orders, { start: i, end })) for (let k = i; k < end; k++) found.add(k);
    i = end;
  }
  return found;
}

function isImitation(
  headers: HeaderTable,
  orders: readonly DecidedOrder[],
  { start, end }: { start: number; end: number },
): boolean {
  const atEnd = end === headers.length;
  if (atEnd && end - start > LONGEST_RUN_AT_END) return false;
  const from = secondsOf(headers, orders, start - 1);
  const to = atEnd ? null : secondsOf(headers, orders, end);
  if (from !== null && to !== null && to < from) return false;
  for (let i = start; i < end; i++) if (fitsBetween(headers, i, from, to)) return false;
  return true;
}
