import { toHex } from '#portable/bytes/index.ts';
import { decodeReadingLine } from '#portable/chat/index.ts';
import { HandoverError } from '../error.ts';
import type { PutOff } from '../put-off.ts';
import { ItemBytes, type ItemParts } from '../sealing/index.ts';
import { ACCOUNT_FORMAT, answerLines } from './answer-lines.ts';
import { NOTHING_LEFT_OUT } from './left-out.ts';
import { plainLines } from './plain-lines.ts';
import type {
  ConfinedReader,
  FinishedReading,
  ReaderEnd,
  ReadingStore,
  StoredLine,
  WaitingReading,
} from './ports.ts';
import { NotKnown, ReadingFailed, reasonOf } from './reading-failed.ts';
import { ReadingTally } from './reading-tally.ts';

/** Attempts at one item that may end without an outcome: one that ends this process each time must not do so for ever. */
const MOST_TRIES = 5;
/** The answers of the form; an item of that kind that is larger is read as a text. */
const MOST_ANSWER_BYTES = 1 << 26;

export type ReadParts = ItemParts & {
  readonly store: ReadingStore;
  readonly reader: ConfinedReader;
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
  const waiting = await parts.store.next(parts.reader, parts.putOff.waiting());
  if (waiting === null) return false;
  const key = toHex(waiting.itemId);
  const { readingId, tries } = await parts.store.begin(waiting, parts.reader.name);
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
  let item: ItemBytes | null = null;
  let outcome: FinishedReading;
  try {
    if (tries > MOST_TRIES) throw new ReadingFailed('It was begun several times and never came to an end.');
    item = await ItemBytes.of(parts, waiting);
    if (await keepItem(parts, { readingId, waiting, item })) return;
    outcome = unread('failed', 'What was read cannot be kept in the database.');
  } catch (error) {
    if (error instanceof HandoverError && error.code !== 'seal-mismatch') throw error;
    outcome = {
      ...unread(error instanceof NotKnown ? 'refused' : 'failed', reasonOf(error)),
      detection: error instanceof ReadingFailed ? error.detection : null,
    };
  }
  await keepAsText(parts, { readingId, item }, outcome);
}

type Work = { readonly readingId: Uint8Array; readonly waiting: WaitingReading; readonly item: ItemBytes };

async function keepItem(parts: ReadParts, work: Work): Promise<boolean> {
  if (work.waiting.kind !== 'chat' && work.item.sizeBytes <= MOST_ANSWER_BYTES) {
    const lines = answerLines(await work.item.slice(0, work.item.sizeBytes));
    if (lines !== null) return parts.store.keep(work.readingId, each(lines), () => answered(lines.length));
  }
  const tally = new ReadingTally(work.item);
  return parts.store.keep(work.readingId, readLines(parts.reader, work, tally), () => tally.finished());
}

/** The lines of the reading as they are stored. Throws ReadingFailed or NotKnown when there is none. */
async function* readLines(
  reader: ConfinedReader,
  { waiting, item }: Work,
  tally: ReadingTally,
): AsyncGenerator<StoredLine> {
  const { name, sealedAt, dateOrder } = waiting;
  const lines = reader.read({ item, name, sealedAt, dateOrder });
  try {
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done === true) return yield* lastLines(next.value, tally);
      const decoded = decodeReadingLine(next.value);
      if (!decoded.ok) throw new ReadingFailed('The reader wrote a line that is not of its contract.');
      const line = await tally.take(decoded.line, next.value);
      if (line !== null) yield line;
    }
  } finally {
    await lines.return({ how: 'stopped', detail: '' });
  }
}

async function* lastLines(end: ReaderEnd, tally: ReadingTally): AsyncGenerator<StoredLine, void> {
  if (end.how === 'not-a-known-chat') throw new NotKnown(end.detail, end.detection);
  if (end.how === 'complete') yield* tally.end();
  else if (tally.hasMessages) yield* tally.cutOff(end.detail);
  else throw new ReadingFailed(end.detail, tally.detection);
}

/** The text as it came, in pieces, and why there is nothing better. */
async function keepAsText(
  { store }: ReadParts,
  { readingId, item }: { readonly readingId: Uint8Array; readonly item: ItemBytes | null },
  finished: FinishedReading,
): Promise<void> {
  try {
    const lines = item === null ? each([]) : plainLines(item, [0, item.sizeBytes], 0);
    if (await store.keep(readingId, lines, () => finished)) return;
  } catch (error) {
    if (error instanceof HandoverError && error.code !== 'seal-mismatch') throw error;
  }
  await store.keep(readingId, each([]), () => finished);
}

function unread(state: 'refused' | 'failed', reason: string): FinishedReading {
  return {
    ...{ state, reason, format: null, messages: 0, summary: null },
    ...{ days: [], leftOut: NOTHING_LEFT_OUT, partial: false, detection: null },
  };
}

function answered(messages: number): FinishedReading {
  return { ...unread('failed', ''), state: 'read', format: ACCOUNT_FORMAT, reason: null, messages };
}

// oxlint-disable-next-line require-await -- the port takes lines that may have to be waited for
async function* each(lines: readonly StoredLine[]): AsyncGenerator<StoredLine> {
  yield* lines;
}
