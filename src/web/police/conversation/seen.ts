import type { FastifyRequest } from 'fastify';
import { rangesOf } from '#domain/accounts/index.ts';
import type { Ranges } from '#domain/accounts/index.ts';
import { conversationQuery, firstOfPage, MESSAGES_ON_A_PAGE } from './conversation-query.ts';
import type { ConversationQuery } from './conversation-query.ts';

/** Which part of a conversation a page is, for its audit row: the messages as they stand, the doubts, or one search. */
export function partOf(request: FastifyRequest): string {
  const { q, show, c } = conversationQuery(request);
  if (show === 'doubts') return 'messages with doubts';
  if (show === 'found') return `search for “${q}”`;
  return c === null ? 'messages' : `messages of conversation ${c + 1}`;
}

/** Whether the address alone says which messages the page shows; a day, a search and the doubts have to be looked up. */
function saysItsRange({ show, day, c }: ConversationQuery): boolean {
  return show === 'all' && day === null && c === null;
}

/** The messages that the address alone names: those of the page, and the one that is opened beside it. */
export function rangesOnAddress(query: ConversationQuery, messages: number): Ranges {
  const opened = query.panel ? [query.m] : [];
  if (!saysItsRange(query)) return numberedIn(opened, messages);
  const first = firstOfPage(query, messages);
  const page = Array.from({ length: MESSAGES_ON_A_PAGE }, (_, n) => first + n);
  return numberedIn([...page, ...opened], messages);
}

/** Those of the numbers that are messages. */
export function numberedIn(numbers: readonly (number | null)[], messages: number): Ranges {
  return rangesOf(numbers.filter(n => n !== null).filter(n => n < messages));
}

/** Those of the numbers that the ranges do not hold: what a page shows beyond what its address said. */
export function notIn(ranges: Ranges, numbers: readonly number[]): Ranges {
  return rangesOf(numbers.filter(n => !ranges.some(([from, to]) => from <= n && n <= to)));
}
