import { concatBytes, toHex } from '#portable/bytes/index.ts';
import { decodeReadingLine } from '#portable/chat/index.ts';
import { HandoverError } from '../error.ts';
import type { PutOff } from '../put-off.ts';
import { openItem, type BlobStore, type EvidenceOpener } from '../sealing/index.ts';
import { ACCOUNT_FORMAT, answerLines } from './answer-lines.ts';
import { keepLines } from './keep-lines.ts';
import { NOTHING_LEFT_OUT } from './left-out.ts';
import { plainLines } from './plain-lines.ts';
import type { ConfinedReader, FinishedReading, ReadingStore, StoredLine, WaitingReading } from './ports.ts';
import { ReadingFailed, reasonOf } from './reading-failed.ts';
import { ReadingTally } from './reading-tally.ts';

/** Attempts at one item that may end without an outcome: one that ends this process each time must not do so for ever. */
const MOST_TRIES = 5;

export type ReadParts = {
  readonly store: ReadingStore;
  readonly reader: ConfinedReader;
  readonly blobs: BlobStore;
  readonly opener: EvidenceOpener;
  /** Items whose reading failed for a reason outside of them. */
  readonly putOff: PutOff;
};

/**
 * Reads one sealed item that has no reading yet. The reader is confined and not trusted; what it cannot read is
 * kept as unread text, so that nothing handed in is ever invisible. Whatever is wrong with an item ends as a reading
 * that failed, with its reason; what is wrong outside of it (database, disk) is thrown, the item is put off, and those
 * behind it go on. Returns false when nothing waited.
 */
export async function readNext(parts: ReadParts): Promise<boolean> {
  const waiting = await parts.store.next(parts.reader.name, parts.putOff.waiting());
  if (waiting === null) return false;
  const key = toHex(waiting.itemId);
  const { readingId, tries } = await parts.store.begin(waiting.itemId, parts.reader.name);
  try {
    await readItem(parts, { readingId, waiting, tries });
    parts.putOff.done(key);
  } catch (error) {
    parts.putOff.add(key);
    await parts.store.giveBack(readingId);
    throw error;
  }
  return true;
}

type Begun = {
  readonly readingId: Uint8Array;
  readonly waiting: WaitingReading;
  readonly tries: number;
};

async function readItem(parts: ReadParts, { readingId, waiting, tries }: Begun): Promise<void> {
  let bytes: Uint8Array | null = null;
  let finished: FinishedReading;
  try {
    if (tries > MOST_TRIES) throw new ReadingFailed('It was begun several times and never came to an end.');
    bytes = await bytesOf(parts, waiting);
    finished = await readInto(parts, { readingId, waiting, bytes });
  } catch (error) {
    if (error instanceof HandoverError && error.code !== 'seal-mismatch') throw error;
    finished = await keepAsFailed(parts, { readingId, bytes }, reasonOf(error));
  }
  if (await parts.store.finish(readingId, finished)) return;
  const failed = await keepAsFailed(parts, { readingId, bytes }, 'What was read cannot be kept.');
  await parts.store.finish(readingId, failed);
}

async function bytesOf(parts: ReadParts, waiting: WaitingReading): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openItem(parts, waiting)) pieces.push(piece);
  return concatBytes(...pieces);
}

/** The text as it came, in pieces, in the place of what was kept so far. */
async function keepAsFailed(
  { store }: ReadParts,
  { readingId, bytes }: { readonly readingId: Uint8Array; readonly bytes: Uint8Array | null },
  reason: string,
): Promise<FinishedReading> {
  await store.dropLines(readingId);
  if (bytes !== null) await keepLines(store, readingId, plainLines(bytes));
  return unread('failed', reason);
}

function unread(state: 'refused' | 'failed', reason: string): FinishedReading {
  return {
    state,
    reason,
    format: null,
    messages: 0,
    summary: null,
    days: [],
    leftOut: NOTHING_LEFT_OUT,
  };
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
  if (answer.ok) return keepReading(parts, work, answer.lines);
  await keepLines(parts.store, work.readingId, plainLines(work.bytes));
  return unread(
    answer.reason === 'not-a-known-chat' ? 'refused' : 'failed',
    reasonOf(new ReadingFailed(answer.detail)),
  );
}

async function keepAnswers(parts: ReadParts, work: Work, lines: StoredLine[]): Promise<FinishedReading> {
  await keepLines(parts.store, work.readingId, lines);
  return {
    state: 'read',
    format: ACCOUNT_FORMAT,
    reason: null,
    messages: lines.length,
    summary: null,
    days: [],
    leftOut: NOTHING_LEFT_OUT,
  };
}

async function keepReading(
  parts: ReadParts,
  work: Work,
  lines: AsyncIterable<string>,
): Promise<FinishedReading> {
  const tally = new ReadingTally(work.bytes);
  await keepLines(parts.store, work.readingId, storedLines(tally, lines));
  return {
    state: 'read',
    format: tally.format,
    reason: null,
    messages: tally.messages,
    summary: tally.summary,
    days: tally.days(),
    leftOut: tally.leftOut(),
  };
}

async function* storedLines(tally: ReadingTally, lines: AsyncIterable<string>): AsyncGenerator<StoredLine> {
  for await (const text of lines) {
    const decoded = decodeReadingLine(text);
    if (!decoded.ok) throw new ReadingFailed('The reader wrote a line that is not of its contract.');
    yield tally.take(decoded.line, text);
  }
}
