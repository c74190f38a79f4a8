import type { Message } from '#portable/chat/index.ts';

const LONGEST = 500;

/**
 * A message for a page that shows many: its words are cut where they stand, but names, numbers and notices are also the
 * word of whoever wrote the file, and may be megabytes long.
 */
export function boundedMessage({ body, ...rest }: Message): Message {
  return { ...(bounded(rest) as Omit<Message, 'body'>), body };
}

function bounded(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length <= LONGEST ? value : `${value.slice(0, LONGEST - 1)}…`.toWellFormed();
  if (Array.isArray(value)) return value.map(bounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bounded(item)]));
}
