import { sizeOfRanges, withoutRanges, withRanges } from '../accounts/index.ts';
import type { Ranges } from '../accounts/index.ts';

/**
 * The event by which an officer says that they have read messages, or takes that back: facts `item` and `reading` (32 hex),
 * `first` and `last` (numbers of messages, both included) and `mark`.
 */
export const MESSAGES_READ = 'messages-read';

export const READ_MARKS = ['read', 'taken-back'] as const;

/** What an officer says of the messages from `first` to `last`. Nothing is marked by looking. */
export type GivenMark = {
  readonly first: number;
  readonly last: number;
  readonly mark: (typeof READ_MARKS)[number];
};

/** A mark as it stands in the continuity record under number `n`. */
export type ReadMark = GivenMark & {
  readonly officerId: string;
  readonly by: string;
  readonly at: Date;
  readonly n: number;
};

/** What one officer says they have read, and when they last said so. */
export type ReaderOfMessages = Pick<ReadMark, 'officerId' | 'by'> & {
  readonly ranges: Ranges;
  readonly lastAt: Date;
};

/** Who has read which of a number of messages, and which nobody has. */
export type WhoRead = {
  readonly readers: readonly ReaderOfMessages[];
  readonly read: Ranges;
  readonly unread: Ranges;
  /** How many somebody has read. */
  readonly count: number;
};

/** What stands after these marks, in the order of the record: the last mark of an officer on a message stands. */
export function whoRead(marks: readonly ReadMark[], messages: number): WhoRead {
  const readers = new Map<string, ReaderOfMessages>();
  for (const { officerId, by, at, mark, first, last } of marks) {
    const before = readers.get(officerId)?.ranges ?? [];
    const ranges =
      mark === 'read' ? withRanges(before, [[first, last]]) : withoutRanges(before, [[first, last]]);
    readers.set(officerId, { officerId, by, ranges, lastAt: at });
  }
  const all: Ranges = messages === 0 ? [] : [[0, messages - 1]];
  const beyond: Ranges = [[messages, Number.MAX_SAFE_INTEGER]];
  const read = withoutRanges(
    [...readers.values()].reduce<Ranges>((sum, { ranges }) => withRanges(sum, ranges), []),
    beyond,
  );
  return {
    readers: [...readers.values()].filter(({ ranges }) => ranges.length > 0),
    read,
    unread: withoutRanges(all, read),
    count: sizeOfRanges(read),
  };
}

/** What this officer says they have read; nothing when they said nothing. */
export function readBy({ readers }: WhoRead, officerId: string): Ranges {
  return readers.find(reader => reader.officerId === officerId)?.ranges ?? [];
}
