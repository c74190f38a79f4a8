import type { DecidedOrder } from '../clocks/date-order.ts';
import type { DoubtLedger } from '../doubts.ts';
import type { Span } from '../reading.ts';
import { describeShape } from './header-shape.ts';
import type { Learned } from './learn.ts';
import type { ChatFile } from './settled-batches.ts';

/** Limits reported for exports without and with media: the oldest messages beyond them are left out. */
const EXPORT_CAPS = [40_000, 10_000];
const NEAR = 0.01;
/** More shapes than this are counted and not listed. */
const MOST_SHAPES = 10;

/** Notes the doubts that concern the file as a whole or the shape of its headers. */
export function noteFileDoubts(file: ChatFile, learned: Learned, unread: readonly Span[]): void {
  const { ledger, survey, pass, dates, known } = learned;
  const { crlfLines, lfLines } = pass.batches.scanner;
  const { messages } = survey;
  if (messages > 0) ledger.noteFile('zone-not-stated');
  if (file.bomBytes > 0) ledger.noteFile('byte-order-mark');
  if (crlfLines > 0 && lfLines > 0) {
    ledger.noteFile('mixed-line-ends', `${crlfLines} lines end in CR LF and ${lfLines} in LF.`);
  }
  if (unread.length > 0) ledger.noteFile('unread-bytes');
  if (pass.batches.tooLarge > 0) ledger.noteFile('message-too-large');
  if (file.names.isFull) ledger.noteFile('speakers-not-counted');
  if (EXPORT_CAPS.some(cap => Math.abs(messages - cap) <= cap * NEAR)) {
    ledger.noteFile('near-export-cap', `The file has ${messages} messages.`);
  }
  noteShapes(file, dates.counts, ledger);
  noteOrders(dates.counts, known.orders, ledger);
}

function noteShapes({ shapes }: ChatFile, counts: readonly number[], ledger: DoubtLedger): void {
  const used = shapes.shapes.flatMap(({ shape }, id) =>
    (counts[id] ?? 0) > 0 ? [`${counts[id]} × "${describeShape(shape)}"`] : [],
  );
  if (used.length < 2) return;
  const more = used.length > MOST_SHAPES ? `, and ${used.length - MOST_SHAPES} more` : '';
  ledger.noteFile('mixed-header-shapes', used.slice(0, MOST_SHAPES).join(', ') + more);
}

function noteOrders(counts: readonly number[], orders: readonly DecidedOrder[], ledger: DoubtLedger): void {
  const used = orders.filter((_, id) => (counts[id] ?? 0) > 0);
  if (used.some(({ conflict }) => conflict)) ledger.noteFile('date-order-conflict');
  if (used.some(({ decision, order, conflict }) => decision === 'undetermined' && order && !conflict)) {
    ledger.noteFile('date-order-undetermined');
  }
  if (used.some(({ decision, declared }) => decision === 'inferred' && declared !== 'used'))
    ledger.noteFile('date-order-inferred');
  if (used.some(({ declared }) => declared === 'used')) ledger.noteFile('date-order-declared');
  if (used.some(({ declared }) => declared === 'excluded')) ledger.noteFile('declared-order-excluded');
}
