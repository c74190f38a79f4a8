import type { ReadOptions, Reading, Span } from '../reading.ts';
import { type ByteSource, sourceOf } from '../source/byte-source.ts';
import { sizeOf } from '../tiling.ts';
import { byteOrderMarkBytes } from '../written-text.ts';
import { limitsFor } from './date-segments.ts';
import { statedDateOrder } from './date-statement.ts';
import { noteFileDoubts } from './file-doubts.ts';
import { learn } from './learn.ts';
import { MessagePass } from './messages.ts';
import { NameTable } from './names.ts';
import type { ChatFile } from './settled-batches.ts';
import { ShapeTable } from './shape-table.ts';

/** Changes whenever the same bytes may read differently. */
export const WHATSAPP_READER = 'whatsapp-text/3';

const ZONE: Reading['zone'] = {
  basis: 'exporter-local',
  offsetsMinutes: [],
  statement:
    'Times are as the exporting device showed them when the chat was exported. Its time zone is not in the file.',
};

/**
 * Reads a WhatsApp text export. Any bytes give a reading; the work is linear in their number, and what is held does not grow
 * with it.
 */
export function readWhatsapp(item: Uint8Array | ByteSource, options: ReadOptions = {}): Reading {
  const source = item instanceof Uint8Array ? sourceOf(item) : item;
  const bomBytes = bomBytesOf(source);
  const file: ChatFile = { source, bomBytes, shapes: new ShapeTable(), names: new NameTable() };
  const limits = limitsFor(options.sealedAt);
  const learned = learn(file, { limits, declared: options.dateOrder ?? null });
  const { known, survey, dates, ledger, pass } = learned;
  const { unread } = pass.batches;
  const lone = new Set(survey.loneSpeakers());
  for (const n of lone) ledger.tally('speaker-appears-once', n);
  noteFileDoubts(file, learned, unread);
  const envelope: readonly Span[] = bomBytes > 0 ? [[0, bomBytes]] : [];
  return {
    format: 'whatsapp-text',
    reader: WHATSAPP_READER,
    bytes: source.size,
    messageCount: survey.messages,
    unreadBytes: sizeOf(unread),
    kinds: survey.kinds,
    period: survey.period(file.shapes),
    speakers: survey.speakers(file.names),
    dateOrder: statedDateOrder(file.shapes, dates.counts, known.orders),
    zone: ZONE,
    conversations: [],
    doubts: ledger.list(),
    messages: { [Symbol.iterator]: () => new MessagePass(file, { known, limits, lone }) },
    unread,
    envelope,
  };
}

function bomBytesOf(source: ByteSource): number {
  const head = new Uint8Array(3);
  let filled = 0;
  while (filled < Math.min(head.length, source.size)) {
    const got = source.read(filled, head.subarray(filled));
    if (got === 0) break;
    filled += got;
  }
  return byteOrderMarkBytes(head.subarray(0, filled));
}
