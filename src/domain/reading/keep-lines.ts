import type { ReadingStore, StoredLine } from './ports.ts';
import { ReadingFailed } from './reading-failed.ts';

const LINES_PER_WRITE = 500;
/** Characters and bytes of one write: a few very long messages are written one by one. */
const SIZE_PER_WRITE = 4_000_000;

/** Keeps lines in order, in bounded writes. Throws ReadingFailed for what the database will never take. */
export async function keepLines(
  store: ReadingStore,
  readingId: Uint8Array,
  lines: AsyncIterable<StoredLine> | Iterable<StoredLine>,
): Promise<void> {
  let batch: StoredLine[] = [];
  let size = 0;
  let seq = 0;
  const write = async (): Promise<void> => {
    if (!(await store.addLines(readingId, seq, batch)))
      throw new ReadingFailed('A line of the reading cannot be kept in the database.');
    seq += batch.length;
    batch = [];
    size = 0;
  };
  for await (const line of lines) {
    batch.push(line);
    size += line.line.length + (line.raw?.length ?? 0);
    if (batch.length >= LINES_PER_WRITE || size >= SIZE_PER_WRITE) await write();
  }
  if (batch.length > 0) await write();
}
