import type { ReadingHead } from '../reading-lines.ts';
import { type Asking, LineCursor, type NoReading } from './line-cursor.ts';
import { type Compared, Tally } from './tally.ts';

/** What two readings of one item have in common and what not. */
export interface ReadingDifference {
  /** Format and version of the two readers. */
  readonly readers: { readonly older: string; readonly newer: string };
  /** Keys of the first line that have other values: `speakers`, `zone` and so on. */
  readonly head: readonly string[];
  /** Codes of doubts that only one of them states. */
  readonly doubts: { readonly onlyOlder: readonly string[]; readonly onlyNewer: readonly string[] };
  readonly messages: Compared;
  readonly unread: Compared;
  readonly envelope: Compared;
  /** Nothing differs but, perhaps, the version of the reader. */
  readonly isSame: boolean;
}

export type DiffResult =
  | { readonly ok: true; readonly difference: ReadingDifference }
  /** The readings are of items of different size, so not of one item. */
  | { readonly ok: false; readonly reason: 'sizes-differ'; readonly older: number; readonly newer: number }
  | ({ readonly ok: false; readonly side: 'older' | 'newer' } & NoReading);

/**
 * Compares two readings of the same bytes, each given as its JSON Lines in order (docs/formats/reading.md) without line
 * ends. Lines of one type that begin at the same byte are compared key by key; the others are only in one. Goes through
 * both once and side by side: nothing is kept but what is counted and the first 100 of each kind.
 */
export function diffReadings(older: Iterable<string>, newer: Iterable<string>): DiffResult {
  const lines = { older: older[Symbol.iterator](), newer: newer[Symbol.iterator]() };
  const work = compare();
  let asked = work.next();
  while (asked.done !== true) {
    const line = lines[asked.value].next();
    asked = work.next(line.done === true ? null : line.value);
  }
  return asked.value;
}

/** The same of lines that come when they are asked for. Throws what they throw; either is told when no more is wanted. */
export async function diffReadingsAsTheyCome(
  older: AsyncIterable<string>,
  newer: AsyncIterable<string>,
): Promise<DiffResult> {
  const lines = { older: older[Symbol.asyncIterator](), newer: newer[Symbol.asyncIterator]() };
  const work = compare();
  try {
    let asked = work.next();
    while (asked.done !== true) {
      const line = await lines[asked.value].next();
      asked = work.next(line.done === true ? null : line.value);
    }
    return asked.value;
  } finally {
    await Promise.all([lines.older.return?.(), lines.newer.return?.()]);
  }
}

function* compare(): Asking<DiffResult> {
  const [older, newer] = [new LineCursor('older'), new LineCursor('newer')];
  const [before, after] = [yield* older.head(), yield* newer.head()];
  if (before === null || after === null) return noReading(older, newer);
  if (before.bytes !== after.bytes)
    return { ok: false, reason: 'sizes-differ', older: before.bytes, newer: after.bytes };
  const tallies = { message: new Tally(), unread: new Tally(), envelope: new Tally() };
  yield* older.next();
  yield* newer.next(older);
  while (older.line !== null || newer.line !== null) {
    yield* step(older, newer, tallies);
    if (older.problem ?? newer.problem) break;
  }
  if (older.problem ?? newer.problem) return noReading(older, newer);
  return { ok: true, difference: differenceOf(before, after, tallies) };
}

type Tallies = Readonly<Record<'message' | 'unread' | 'envelope', Tally>>;

/** Takes the line that stands first, or both when they begin at the same byte. */
function* step(older: LineCursor, newer: LineCursor, tallies: Tallies): Asking<void> {
  const order = older.compare(newer);
  if (order === 0 && older.line && newer.line) {
    const tally = tallies[older.line.type];
    if (older.line === newer.line) tally.same();
    else tally.both(older.line, newer.line);
    yield* older.next();
    yield* newer.next(older);
  } else if (order < 0 && older.line) {
    tallies[older.line.type].onlyOlder(older.line);
    yield* older.next(newer);
  } else if (newer.line) {
    tallies[newer.line.type].onlyNewer(newer.line);
    yield* newer.next(older);
  }
}

function noReading(older: LineCursor, newer: LineCursor): DiffResult {
  const side = older.problem ? 'older' : 'newer';
  const problem = older.problem ?? newer.problem ?? { reason: 'no-first-line', line: 1 };
  return { ok: false, side, ...problem };
}

/** Who made it, and how its format was found, are not what it makes of the bytes. */
const BESIDE_THE_READING: readonly (keyof ReadingHead)[] = ['reader', 'detection'];

function differenceOf(older: ReadingHead, newer: ReadingHead, tallies: Tallies): ReadingDifference {
  const keys = Object.keys(older) as (keyof ReadingHead)[];
  const head = keys
    .filter(key => !BESIDE_THE_READING.includes(key))
    .filter(key => JSON.stringify(older[key]) !== JSON.stringify(newer[key]));
  const [before, after] = [codesOf(older), codesOf(newer)];
  const [messages, unread, envelope] = [tallies.message.result(), tallies.unread.result(), tallies.envelope.result()]; // prettier-ignore
  return {
    readers: { older: older.reader, newer: newer.reader },
    head,
    doubts: {
      onlyOlder: before.filter(code => !after.includes(code)),
      onlyNewer: after.filter(code => !before.includes(code)),
    },
    messages,
    unread,
    envelope,
    isSame: head.length === 0 && [messages, unread, envelope].every(isUnchanged),
  };
}

function codesOf({ doubts }: ReadingHead): string[] {
  return doubts.map(({ code }) => code);
}

function isUnchanged({ changed, onlyOlder, onlyNewer }: Compared): boolean {
  return changed + onlyOlder + onlyNewer === 0;
}
