import { concatBytes } from '#portable/bytes/index.ts';
import { decodeReadingLine } from '#portable/chat/index.ts';
import { openItem, type BlobStore, type EvidenceOpener } from '../sealing/index.ts';
import { ACCOUNT_FORMAT, answerLines } from './answer-lines.ts';
import { plainLines } from './plain-lines.ts';
import type { ConfinedReader, FinishedReading, ReadingStore, StoredLine, WaitingReading } from './ports.ts';
import { ReadingTally } from './reading-tally.ts';

const LINES_PER_WRITE = 500;

export type ReadParts = {
  readonly store: ReadingStore;
  readonly reader: ConfinedReader;
  readonly blobs: BlobStore;
  readonly opener: EvidenceOpener;
};

/**
 * Reads one sealed item that has no reading yet. The reader is confined and not trusted; what it cannot read is
 * kept as unread text, so that nothing handed in is ever invisible. Returns false when nothing waited.
 */
export async function readNext(parts: ReadParts): Promise<boolean> {
  const waiting = await parts.store.next(parts.reader.name);
  if (waiting === null) return false;
  const pieces: Uint8Array[] = [];
  for await (const piece of openItem(parts, waiting)) pieces.push(piece);
  const bytes = concatBytes(...pieces);
  const readingId = await parts.store.begin(waiting.itemId, parts.reader.name);
  const finished = await readInto(parts, { readingId, waiting, bytes });
  await parts.store.finish(readingId, finished);
  return true;
}

type Work = { readingId: Uint8Array; waiting: WaitingReading; bytes: Uint8Array };

async function readInto(parts: ReadParts, work: Work): Promise<FinishedReading> {
  if (work.waiting.kind !== 'chat') {
    const lines = answerLines(work.bytes);
    if (lines !== null) return keepAnswers(parts, work, lines);
  }
  const answer = await parts.reader.read({
    bytes: work.bytes,
    name: work.waiting.name,
    sealedAt: work.waiting.sealedAt,
  });
  if (!answer.ok) {
    await keepAll(parts.store, work.readingId, plainLines(work.bytes));
    return {
      state: answer.reason === 'not-a-known-chat' ? 'refused' : 'failed',
      format: null,
      reason: answer.detail,
      messages: 0,
      summary: null,
      days: [],
    };
  }
  return keepReading(parts, work, answer.lines);
}

async function keepAnswers(parts: ReadParts, work: Work, lines: StoredLine[]): Promise<FinishedReading> {
  await keepAll(parts.store, work.readingId, lines);
  return {
    state: 'read',
    format: ACCOUNT_FORMAT,
    reason: null,
    messages: lines.length,
    summary: null,
    days: [],
  };
}

async function keepReading(
  parts: ReadParts,
  work: Work,
  lines: AsyncIterable<string>,
): Promise<FinishedReading> {
  const tally = new ReadingTally(work.bytes);
  await keepAll(parts.store, work.readingId, storedLines(tally, lines));
  return {
    state: 'read',
    format: tally.format,
    reason: null,
    messages: tally.messages,
    summary: tally.summary,
    days: tally.days(),
  };
}

async function* storedLines(tally: ReadingTally, lines: AsyncIterable<string>): AsyncGenerator<StoredLine> {
  for await (const text of lines) {
    const decoded = decodeReadingLine(text);
    if (!decoded.ok) throw new Error('the confined reader wrote a line that is not of its contract');
    yield tally.take(decoded.line, text);
  }
}

async function keepAll(
  store: ReadingStore,
  readingId: Uint8Array,
  lines: AsyncIterable<StoredLine> | Iterable<StoredLine>,
): Promise<void> {
  let batch: StoredLine[] = [];
  let seq = 0;
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < LINES_PER_WRITE) continue;
    await store.addLines(readingId, seq, batch);
    seq += batch.length;
    batch = [];
  }
  if (batch.length > 0) await store.addLines(readingId, seq, batch);
}
