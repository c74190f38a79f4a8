import { AngleBodies } from './angle-bodies.ts';
import type { DecidedOrder, DayLimits } from '../clocks/date-order.ts';
import { DoubtLedger } from '../doubts.ts';
import type { Message, OtherReading, ReadOptions, Reading } from '../reading.ts';
import { gapsBetween, sizeOf } from '../tiling.ts';
import { byteOrderMarkBytes } from '../written-text.ts';
import { decideOrders, limitsFor } from './date-segments.ts';
import { statedDateOrder } from './date-statement.ts';
import { dropImitations, noteFileDoubts } from './file-doubts.ts';
import type { HeaderTable } from './header-table.ts';
import { findImitations } from './imitations.ts';
import type { Findings } from './findings.ts';
import { HeaderClock, bodyEndOf } from './findings.ts';
import type { Judged } from './make-message.ts';
import { makeMessage } from './make-message.ts';
import { scanHeaders } from './scan.ts';
import type { Lines } from './speakers.ts';
import { LineDivider } from './speakers.ts';
import { dropStrangers, findStrangers } from './strangers.ts';
import { Surveyor } from './survey.ts';
import { findWitnesses } from './witnesses.ts';

/** Changes whenever the same bytes may read differently. */
export const WHATSAPP_READER = 'whatsapp-text/1';

const ZONE: Reading['zone'] = {
  basis: 'exporter-local',
  offsetsMinutes: [],
  statement:
    'Times are as the exporting device showed them when the chat was exported. Its time zone is not in the file.',
};

/** Decides the orders, asking the names of media files only when the dates alone leave one open. */
function settleOrders(
  bytes: Uint8Array,
  headers: HeaderTable,
  lines: Lines,
  limits: DayLimits,
): DecidedOrder[] {
  const orders = decideOrders(headers, limits);
  if (orders.every(({ decision }) => decision === 'certain' || decision === 'not-needed')) return orders;
  return decideOrders(headers, limits, findWitnesses(bytes, headers, lines));
}

/** Headers divided and dated. */
interface Divided {
  readonly lines: Lines;
  readonly orders: readonly DecidedOrder[];
  readonly clock: HeaderClock;
}

function divideHeaders(bytes: Uint8Array, headers: HeaderTable, limits: DayLimits): Divided {
  const lines = new LineDivider(bytes, headers).divide();
  const orders = settleOrders(bytes, headers, lines, limits);
  return { lines, orders, clock: new HeaderClock(headers, orders) };
}

/**
 * Divides the headers, and once more when some were pasted lines. A file that already has pasted lines of another
 * style is not searched for them: their doubts are noted by number.
 */
function settleHeaders(
  bytes: Uint8Array,
  headers: HeaderTable,
  limits: DayLimits,
  ledger: DoubtLedger,
): Divided & { pasted: ReadonlyMap<number, OtherReading> } {
  const imitations = findImitations(headers, decideOrders(headers, limits));
  dropImitations(headers, imitations, ledger);
  const divided = divideHeaders(bytes, headers, limits);
  const { lines, clock } = divided;
  const strangers = imitations.size > 0 ? new Set<number>() : findStrangers(bytes, { headers, lines, clock });
  const pasted = dropStrangers(bytes, { headers, lines, strangers }, ledger);
  return { ...(strangers.size > 0 ? divideHeaders(bytes, headers, limits) : divided), pasted };
}

function findAngles(bytes: Uint8Array, headers: HeaderTable, lines: Lines): AngleBodies {
  const angles = new AngleBodies();
  for (let n = 0; n < headers.length; n++)
    angles.note(bytes, lines.bodyStart.at(n), bodyEndOf({ bytes, headers }, n));
  return angles;
}

function* messagesOf(findings: Judged, ledger: DoubtLedger): Generator<Message, void, undefined> {
  for (let n = 0; n < findings.headers.length; n++) yield makeMessage(findings, n, ledger);
}

/** Reads a WhatsApp text export. Any bytes give a reading; the work is linear in their number. */
export function readWhatsapp(bytes: Uint8Array, options: ReadOptions = {}): Reading {
  const ledger = new DoubtLedger();
  const bomBytes = byteOrderMarkBytes(bytes);
  const scan = scanHeaders(bytes, bomBytes);
  const { headers } = scan;
  const limits = limitsFor(options.sealedAt);
  const { lines, orders, clock, pasted } = settleHeaders(bytes, headers, limits, ledger);
  const findings: Findings = {
    bytes,
    headers,
    lines,
    clock,
    pasted,
    angles: findAngles(bytes, headers, lines),
    limits,
  };
  const { kinds, period, speakers, plain } = new Surveyor(findings, ledger).survey();
  const envelope = bomBytes > 0 ? [[0, bomBytes] as const] : [];
  const messagesFrom = headers.length > 0 ? headers.start.at(0) : bytes.length;
  const unread = gapsBetween([...envelope, [messagesFrom, bytes.length]], bytes.length);
  noteFileDoubts({ scan, orders, unread, bomBytes }, ledger);
  return {
    format: 'whatsapp-text',
    reader: WHATSAPP_READER,
    bytes: bytes.length,
    messageCount: headers.length,
    unreadBytes: sizeOf(unread),
    kinds,
    period,
    speakers,
    dateOrder: statedDateOrder(headers, orders),
    zone: ZONE,
    conversations: [],
    doubts: ledger.list(),
    messages: { [Symbol.iterator]: () => messagesOf({ ...findings, plain }, ledger) },
    unread,
    envelope,
  };
}
