import type { DecidedOrder } from '../clocks/date-order.ts';
import type { DoubtLedger } from '../doubts.ts';
import type { Span } from '../reading.ts';
import { describeShape } from './header-shape.ts';
import type { HeaderTable, ShapeUse } from './header-table.ts';
import type { Scan } from './scan.ts';

/** Limits reported for exports without and with media: the oldest messages beyond them are left out. */
const EXPORT_CAPS = [40_000, 10_000];
const NEAR = 0.01;
const FEW_HEADERS = 3;
/** More shapes than this are counted and not listed. */
const MOST_SHAPES = 10;

/** What is known of a file as a whole. */
export interface WholeFile {
  readonly scan: Scan;
  readonly orders: readonly DecidedOrder[];
  readonly unread: readonly Span[];
  readonly bomBytes: number;
}

/** Takes imitated headers out of the table and notes the messages they now belong to. */
export function dropImitations(
  headers: HeaderTable,
  imitations: ReadonlySet<number>,
  ledger: DoubtLedger,
): void {
  let kept = 0;
  for (let i = 0; i < headers.length; i++) {
    if (!imitations.has(i)) kept += 1;
    else if (kept > 0) ledger.noteMessage('header-like-line', kept - 1);
  }
  if (imitations.size > 0) headers.retain(i => !imitations.has(i));
}

/** Notes the doubts that concern the file as a whole or the shape of its headers. */
export function noteFileDoubts({ scan, orders, unread, bomBytes }: WholeFile, ledger: DoubtLedger): void {
  const { headers, crlfLines, lfLines } = scan;
  if (headers.length > 0) ledger.noteFile('zone-not-stated');
  if (bomBytes > 0) ledger.noteFile('byte-order-mark');
  if (crlfLines > 0 && lfLines > 0) {
    ledger.noteFile('mixed-line-ends', `${crlfLines} lines end in CR LF and ${lfLines} in LF.`);
  }
  if (unread.length > 0) ledger.noteFile('unread-bytes');
  if (EXPORT_CAPS.some(cap => Math.abs(headers.length - cap) <= cap * NEAR)) {
    ledger.noteFile('near-export-cap', `The file has ${headers.length} messages.`);
  }
  noteShapes(headers, ledger);
  noteOrders(headers, orders, ledger);
}

function inUse({ shapes }: HeaderTable): ShapeUse[] {
  return shapes.filter(({ count }) => count > 0);
}

function noteShapes(headers: HeaderTable, ledger: DoubtLedger): void {
  const shapes = inUse(headers);
  if (shapes.length < 2) return;
  const list = shapes.slice(0, MOST_SHAPES).map(({ shape, count }) => `${count} × "${describeShape(shape)}"`);
  const more = shapes.length > MOST_SHAPES ? `, and ${shapes.length - MOST_SHAPES} more` : '';
  ledger.noteFile('mixed-header-shapes', list.join(', ') + more);
  const most = Math.max(...shapes.map(({ count }) => count));
  const rare = new Set(shapes.filter(({ count }) => count <= FEW_HEADERS && count < most));
  if (rare.size === 0) return;
  for (let n = 0; n < headers.length; n++) {
    if (rare.has(headers.shapes[headers.shape.at(n)] as ShapeUse))
      ledger.noteMessage('header-shape-differs', n);
  }
}

function noteOrders(headers: HeaderTable, orders: readonly DecidedOrder[], ledger: DoubtLedger): void {
  const used = orders.filter((_, id) => (headers.shapes[id]?.count ?? 0) > 0);
  if (used.some(({ conflict }) => conflict)) ledger.noteFile('date-order-conflict');
  if (used.some(({ decision, order, conflict }) => decision === 'undetermined' && order && !conflict)) {
    ledger.noteFile('date-order-undetermined');
  }
  if (used.some(({ decision }) => decision === 'inferred')) ledger.noteFile('date-order-inferred');
}
