import type { DecidedOrder } from '../clocks/date-order.ts';
import type { DateOrderName } from '../reading.ts';
import { AngleBodies } from './angle-bodies.ts';
import type { ShapeDates } from './date-segments.ts';
import type { NameRules, NameUses } from './name-uses.ts';
import { isSameSet, NO_RULES } from './name-uses.ts';
import type { NameTable } from './names.ts';
import { usesBetweenTwo } from './strangers.ts';

const FEW_HEADERS = 3;

/** What is known of a file as a whole: with it, each stretch of the file can be read by itself. */
export interface Knowledge {
  /** By shape. */
  readonly orders: readonly DecidedOrder[];
  readonly names: NameRules;
  readonly angles: AngleBodies;
  /** Shapes of few headers, beside one of more. */
  readonly rareShapes: ReadonlySet<number>;
  /** Where there are several shapes: the main one, and the orders by which pasted lines are told. */
  readonly imitations: { readonly main: number; readonly orders: readonly DecidedOrder[] } | null;
  /** How often each name speaks, where pasted lines of the main shape are looked for. */
  readonly strangers: readonly number[] | null;
  /** Nearly all lines for files begin with the mark of the app. */
  readonly isMarkExpected: boolean;
}

export const NOTHING_KNOWN: Knowledge = {
  orders: [],
  names: NO_RULES,
  angles: new AngleBodies(),
  rareShapes: new Set(),
  imitations: null,
  strangers: null,
  isMarkExpected: false,
};

/** What one pass over a file saw. */
export interface Lesson {
  /** Before and after pasted lines of another style were taken out. */
  readonly raw: ShapeDates;
  readonly dates: ShapeDates;
  readonly uses: NameUses;
  readonly angles: AngleBodies;
  readonly isMarkExpected: boolean;
  /** Null when the pass did not look for pasted lines of another style. */
  readonly imitations: number | null;
}

/** What follows from a pass. The next pass is told it. */
export function knowledgeOf(lesson: Lesson, names: NameTable, declared: DateOrderName | null): Knowledge {
  const { raw, dates, uses } = lesson;
  const isMixed = raw.counts.filter(count => count > 0).length > 1;
  const mayHaveStrangers = isMixed ? lesson.imitations === 0 : true;
  return {
    orders: dates.decide(declared),
    names: uses.rules(names),
    angles: lesson.angles,
    rareShapes: rareOf(dates.counts),
    imitations: isMixed ? { main: raw.main(), orders: raw.decide(declared) } : null,
    strangers: mayHaveStrangers ? usesBetweenTwo(uses) : null,
    isMarkExpected: lesson.isMarkExpected,
  };
}

function rareOf(counts: readonly number[]): Set<number> {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const used = counts.filter(count => count > 0).length;
  const rare = new Set<number>();
  if (used < 2) return rare;
  counts.forEach((count, shape) => {
    if (count > 0 && count <= FEW_HEADERS && count < most) rare.add(shape);
  });
  return rare;
}

/** True when a pass that was told `before` would see the same when told `after`. */
export function agree(before: Knowledge, after: Knowledge, uses: NameUses, names: NameTable): boolean {
  return (
    isSameOrders(before.orders, after.orders) &&
    uses.agree(before.names, after.names, names) &&
    before.angles.agrees(after.angles) &&
    isSameSet(before.rareShapes, after.rareShapes) &&
    isSameImitations(before.imitations, after.imitations) &&
    isSameStrangers(before.strangers, after.strangers) &&
    before.isMarkExpected === after.isMarkExpected
  );
}

function isSameOrders(a: readonly DecidedOrder[], b: readonly DecidedOrder[]): boolean {
  const text = (orders: readonly DecidedOrder[]): string =>
    orders.map(({ decision, order, other, conflict }) => `${decision} ${order} ${other} ${conflict}`).join();
  return text(a) === text(b);
}

function isSameImitations(a: Knowledge['imitations'], b: Knowledge['imitations']): boolean {
  if (a === null || b === null) return a === b;
  return a.main === b.main && isSameOrders(a.orders, b.orders);
}

/** Only whether a name speaks never, once, seldom or often matters. */
function isSameStrangers(a: Knowledge['strangers'], b: Knowledge['strangers']): boolean {
  if (a === null || b === null) return a === b;
  const size = Math.max(a.length, b.length);
  for (let id = 0; id < size; id++) if (Math.min(a[id] ?? 0, 10) !== Math.min(b[id] ?? 0, 10)) return false;
  return true;
}
