import type { DecidedOrder } from '../clocks/date-order.ts';
import type { DateOrder, DateSegment, Reading } from '../reading.ts';
import { describeShape } from './header-shape.ts';
import type { ShapeTable } from './shape-table.ts';

/** A file made of thousands of shapes is not a chat; the largest segments are listed. */
const MOST_SEGMENTS = 50;

const WEAKEST = ['undetermined', 'inferred', 'certain', 'not-needed'] as const;

/** The decision for the file: that of its weakest segment, with the order most messages have. */
export function statedDateOrder(
  { shapes }: ShapeTable,
  counts: readonly number[],
  orders: readonly DecidedOrder[],
): Reading['dateOrder'] {
  const segments = shapes.flatMap(({ shape }, id): DateSegment[] => {
    const decided = orders[id];
    const messages = counts[id] ?? 0;
    if (messages === 0 || !decided) return [];
    const { decision, order, other, evidence } = decided;
    return [{ shape: describeShape(shape), messages, decision, order, other, evidence }];
  });
  const bySize = segments.toSorted((a, b) => b.messages - a.messages);
  const [main] = bySize;
  if (!main) return { decision: 'not-needed', order: null, other: null, evidence: [], segments };
  const decision =
    WEAKEST.find(level => segments.some(segment => segment.decision === level)) ?? main.decision;
  const whole: DateOrder = { decision, order: main.order, other: main.other, evidence: main.evidence };
  return { ...whole, segments: bySize.slice(0, MOST_SEGMENTS) };
}
