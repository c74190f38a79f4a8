import type { ConversationStore } from '#domain/conversations/index.ts';
import { decodeReadingLine } from '#portable/chat/index.ts';

/** A message whose date can be read in two ways: as written, and both. */
export type DateExample = {
  readonly n: number;
  readonly writtenText: string;
  readonly written: string;
  readonly writtenOther: string;
};

/** Messages that are looked through for one. */
const MOST_LOOKED_AT = 200;

/** The first message of a conversation whose date is open; null when none of the first has one. */
export async function exampleIn(store: ConversationStore, readingId: string): Promise<DateExample | null> {
  for (const { line } of await store.window(readingId, 0, MOST_LOOKED_AT)) {
    const decoded = line === null ? null : decodeReadingLine(line);
    if (decoded?.ok !== true || decoded.line.type !== 'message') continue;
    const { n, writtenText, written, writtenOther } = decoded.line;
    if (written !== null && writtenOther !== undefined) return { n, writtenText, written, writtenOther };
  }
  return null;
}
