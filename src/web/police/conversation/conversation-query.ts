import type { FastifyRequest } from 'fastify';
import { isCalendarDay } from '#domain/conversations/index.ts';
import { isTerm, type Search } from '#domain/search/index.ts';
import { numberParameter, parameter } from '../visit.ts';

/** Messages on a page. */
export const MESSAGES_ON_A_PAGE = 200;
/** Messages shown before the one that an address names, so that it does not stand without what led to it. */
const BEFORE_NAMED = 40;
const LONGEST_SEARCH = 200;

/** What the address of a conversation asks for. In addresses messages are numbered as people count them, from 1; here from 0, as in the reading. */
export type ConversationQuery = {
  /** The message to show, and to open when `panel`. */
  readonly m: number | null;
  /** The first message of the page, when it is not to follow from `m`. */
  readonly from: number | null;
  readonly day: string | null;
  readonly panel: boolean;
  /** Words searched for; empty when nothing is. */
  readonly q: string;
  /** Whether they are looked for as letters anywhere or as whole words in any order. */
  readonly by: Search['by'];
  readonly show: 'all' | 'found' | 'doubts';
  /** Only messages of this one of several conversations, by its place in the reading's list. */
  readonly c: number | null;
};

export function conversationQuery(request: FastifyRequest): ConversationQuery {
  const day = parameter(request, 'day');
  const q = parameter(request, 'q').slice(0, LONGEST_SEARCH).replaceAll('\u0000', '');
  const show = parameter(request, 'show');
  const m = messageParameter(request, 'm');
  return {
    m,
    from: messageParameter(request, 'from'),
    day: isCalendarDay(day) ? day : null,
    panel: parameter(request, 'panel') === '1' && m !== null,
    q,
    c: messageParameter(request, 'c'),
    by: parameter(request, 'by') === 'words' ? 'words' : 'letters',
    show: show === 'doubts' ? 'doubts' : isTerm(q) && show !== 'all' ? 'found' : 'all',
  };
}

/** A message that the address names, from 1, as its number in the reading; null when it names none. */
export function messageParameter(request: FastifyRequest, name: string): number | null {
  const number = numberParameter(request, name);
  return number === null || number === 0 ? null : number - 1;
}

/** The anchor of the messages of a page, beneath its heading, strip and tools. */
export const MESSAGES_ANCHOR = 'messages';

/** The anchor of a message in a page of the conversation. */
export function anchorOf(n: number): string {
  return `m${n + 1}`;
}

/** The page of one message alone. */
export function messageAddress(readingId: string, n: number): string {
  return `/conversations/${readingId}/messages/${n + 1}`;
}

/** What is searched for; null when nothing is, or too little to be searched for. */
export function searchOf({ q, by }: ConversationQuery): Search | null {
  return isTerm(q) ? { term: q, by } : null;
}

/** The first message of the page. */
export function firstOfPage({ from, m }: ConversationQuery, messages: number): number {
  const fits = from !== null && (m === null || (from <= m && m < from + MESSAGES_ON_A_PAGE));
  const wanted = fits ? from : m === null ? 0 : m - BEFORE_NAMED;
  return Math.max(0, Math.min(wanted, messages - 1));
}

/** An address of a conversation. What is null, empty or as usual is left out. */
export function conversationAddress(readingId: string, query: Partial<ConversationQuery>): string {
  const parts = new URLSearchParams();
  if (query.q) parts.set('q', query.q);
  if (query.q && query.by === 'words') parts.set('by', 'words');
  if (query.show === 'doubts' || (query.show === 'all' && query.q)) parts.set('show', query.show);
  if (query.c != null) parts.set('c', String(query.c + 1));
  if (query.day != null) parts.set('day', query.day);
  if (query.m != null) parts.set('m', String(query.m + 1));
  if (query.panel) parts.set('panel', '1');
  if (query.from != null) parts.set('from', String(query.from + 1));
  const text = parts.toString();
  const anchor = query.m == null ? '' : `#${anchorOf(query.m)}`;
  return `/conversations/${readingId}${text === '' ? '' : `?${text}`}${anchor}`;
}
