import type { ReadingHead } from '#portable/chat/index.ts';

/** Speakers and conversations that a summary names, the ones with most messages first. */
export const MOST_NAMED = 200;
/** Characters of a name that a summary keeps; two names that begin alike for so long look alike on the page. */
const LONGEST_NAME = 120;
const LONGEST_TEXT = 1_000;
const MOST_IN_A_LIST = 100;
const MOST_KEYS = 50;

/** A name as the summary and the counts by day spell it. */
export function shortenedName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`.toWellFormed();
}

/**
 * The head of a reading for the summary that every page of the conversation is built from: as the reader wrote it, but
 * bounded in every direction, since names, numbers of people and of chats are the word of whoever wrote the file. The
 * whole head is kept with the lines.
 */
export function boundedHead(head: ReadingHead): ReadingHead {
  const named = {
    ...head,
    speakers: head.speakers
      .slice(0, MOST_NAMED)
      .map(speaker => ({ ...speaker, name: shortenedName(speaker.name) })),
    conversations: head.conversations
      .slice(0, MOST_NAMED)
      .map(({ name, ...rest }) => ({ name: name === null ? null : shortenedName(name), ...rest })),
  };
  return bounded(named, 0) as ReadingHead;
}

/** Keeps the order of keys: the summary is a line of the contract like any other. */
function bounded(value: unknown, depth: number): unknown {
  if (typeof value === 'string')
    return value.length <= LONGEST_TEXT ? value : `${value.slice(0, LONGEST_TEXT - 1)}…`.toWellFormed();
  if (Array.isArray(value)) {
    const most = depth <= 1 ? MOST_NAMED : MOST_IN_A_LIST;
    return value.slice(0, most).map(item => bounded(item, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).slice(0, MOST_KEYS);
  return Object.fromEntries(
    entries.map(([key, item]) => [key.slice(0, LONGEST_TEXT), bounded(item, depth + 1)]),
  );
}
