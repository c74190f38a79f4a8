import { findGaps, LONGEST_MESSAGE_BYTES, whoRead } from '#domain/conversations/index.ts';
import type {
  ConversationFacts,
  ConversationStore,
  FetchedLine,
  FetchedUnread,
  Gap,
  MatchesAround,
  MessageFilter,
  Translation,
  WhoRead,
} from '#domain/conversations/index.ts';
import { decodeReadingLine } from '#portable/chat/index.ts';
import type { Message } from '#portable/chat/index.ts';
import { boundedMessage } from './bounded-message.ts';
import { firstOfPage, MESSAGES_ON_A_PAGE, searchOf } from './conversation-query.ts';
import type { ConversationQuery } from './conversation-query.ts';

/** A message of the page; without `message`, one too long to be fetched with its neighbours, or one that is not ours. */
export type PageMessage = {
  readonly n: number;
  readonly message: Message | null;
  readonly lineBytes: number;
};

/** Everything one page of a conversation shows. No part of it grows with the conversation. */
export type ConversationContent = {
  readonly facts: ConversationFacts;
  readonly query: ConversationQuery;
  /** The message before the first of the page, so that the first row knows whether a new day begins. */
  readonly before: PageMessage | null;
  readonly messages: readonly PageMessage[];
  readonly unread: readonly FetchedUnread[];
  readonly gaps: readonly Gap[];
  /** How many messages match, where the page lists only those. */
  readonly matching: number | null;
  /** Where the message that is shown, or the first of the page, stands among those found; null when nothing is searched. */
  readonly around: MatchesAround | null;
  /** The day that was asked for has no message; the page opens at the next day that has. */
  readonly missedDay: string | null;
  /** Days that carry a doubt, for the strip; of many doubts, those of the first. */
  readonly doubtDays: readonly string[];
  /** Who says they have read which of its messages. */
  readonly who: WhoRead;
  /** Translations of the messages of the page, those taken back too. */
  readonly translations: readonly Translation[];
};

/** Lines that are fetched alone because they are long, on one page, and how long they may be. */
const MOST_LONG_LINES = 3;
const MOST_UNREAD_ON_A_PAGE = 50;
const MOST_DOUBTS_ON_STRIP = 300;

/** Reads what a page needs: a fixed number of queries, whatever the length of the conversation. */
export async function pageContent(
  store: ConversationStore,
  facts: ConversationFacts,
  asked: ConversationQuery,
): Promise<ConversationContent> {
  const { query, missedDay } = await withDay(store, facts, asked);
  const gaps = facts.days === null ? [] : findGaps(facts.days);
  const doubtDays = await daysWithDoubts(store, facts);
  const who = whoRead(await store.marks(facts.readingId), facts.messages);
  const base = { facts, query, gaps, missedDay, doubtDays, who };
  const listed =
    query.show === 'all' && query.c === null
      ? await stretch(store, facts, query)
      : await matches(store, facts, query);
  const around = await matchesAround(store, query, listed, facts);
  return { ...base, ...listed, around, translations: await translationsAmong(store, facts, listed) };
}

/** Among a list of matches nothing has to be asked: they stand one under the other. */
async function matchesAround(
  store: ConversationStore,
  query: ConversationQuery,
  { messages }: Pick<Listed, 'messages'>,
  { readingId }: ConversationFacts,
): Promise<MatchesAround | null> {
  const search = searchOf(query);
  const at = query.m ?? messages[0]?.n;
  return search === null || query.show !== 'all' || at === undefined
    ? null
    : store.matchesAround(readingId, search, at);
}

async function withDay(store: ConversationStore, facts: ConversationFacts, query: ConversationQuery) {
  if (query.day === null) return { query, missedDay: null };
  const place = await store.firstOnOrAfter(facts.readingId, query.day);
  if (place === null) return { query: { ...query, from: facts.messages - 1 }, missedDay: query.day };
  return {
    query: { ...query, from: place.n },
    missedDay: place.day === query.day ? null : query.day,
  };
}

async function daysWithDoubts(
  store: ConversationStore,
  { head, readingId }: ConversationFacts,
): Promise<string[]> {
  const numbers = [...new Set(head?.doubts.flatMap(doubt => doubt.messages))].slice(0, MOST_DOUBTS_ON_STRIP);
  if (numbers.length === 0) return [];
  return (await store.daysOf(readingId, numbers)).map(({ day }) => day);
}

async function translationsAmong(
  store: ConversationStore,
  { readingId }: ConversationFacts,
  { messages }: Pick<Listed, 'messages'>,
) {
  const [first, last] = [messages[0]?.n, messages.at(-1)?.n];
  return first === undefined || last === undefined ? [] : store.translations(readingId, [first, last]);
}

type Listed = Pick<ConversationContent, 'before' | 'messages' | 'unread' | 'matching'>;

/** Messages one after the other, with the one before them and the unread spans among them. */
async function stretch(
  store: ConversationStore,
  facts: ConversationFacts,
  query: ConversationQuery,
): Promise<Listed> {
  const first = firstOfPage(query, facts.messages);
  const lines = await store.window(
    facts.readingId,
    Math.max(0, first - 1),
    MESSAGES_ON_A_PAGE + (first > 0 ? 1 : 0),
  );
  const all = await decoded(store, facts.readingId, lines);
  const before = first > 0 ? (all[0] ?? null) : null;
  const messages = first > 0 ? all.slice(1) : all;
  return { before, messages, matching: null, unread: await unreadAmong(store, facts, { before, messages }) };
}

/** Spans that no message covers, from the end of the message before this page to where its last message ends. */
async function unreadAmong(
  store: ConversationStore,
  facts: ConversationFacts,
  { before, messages }: Pick<Listed, 'before' | 'messages'>,
) {
  if (facts.state === 'read' && (facts.head?.unreadBytes ?? 0) === 0) return [];
  const begins = before?.message?.span[1] ?? 0;
  const last = messages.at(-1);
  const isEnd = last === undefined || last.n >= facts.messages - 1;
  const ends = isEnd ? Number.MAX_SAFE_INTEGER : (last.message?.span[1] ?? begins);
  return store.unread(facts.readingId, [begins, ends], MOST_UNREAD_ON_A_PAGE);
}

function filterOf({ show, q, by, c }: ConversationQuery): MessageFilter {
  if (show === 'doubts') return { doubtful: true };
  return show === 'all' && c !== null ? { conversation: c } : { term: q, by };
}

/** Only the messages that match a search, that carry a doubt, or that are of one conversation. */
async function matches(
  store: ConversationStore,
  facts: ConversationFacts,
  query: ConversationQuery,
): Promise<Listed> {
  const { lines, total } = await store.matching(facts.readingId, filterOf(query), {
    from: query.from ?? (query.c === null ? 0 : (query.m ?? 0)),
    limit: MESSAGES_ON_A_PAGE,
  });
  const messages = await decoded(store, facts.readingId, lines);
  const unread =
    query.show === 'doubts' ? await unreadAmong(store, facts, { before: null, messages: [] }) : [];
  return { before: null, messages, unread, matching: total };
}

async function decoded(
  store: ConversationStore,
  readingId: string,
  lines: readonly FetchedLine[],
): Promise<PageMessage[]> {
  let fetched = 0;
  const messages: PageMessage[] = [];
  for (const { n, line, lineBytes } of lines) {
    let text = line;
    if (text === null && fetched < MOST_LONG_LINES && lineBytes <= LONGEST_MESSAGE_BYTES) {
      fetched += 1;
      text = (await store.message(readingId, n, 0))?.line ?? null;
    }
    const message = text === null ? null : messageOf(text);
    messages.push({ n, message: message === null ? null : boundedMessage(message), lineBytes });
  }
  return messages;
}

/** A message from its line; null for a line that is not of our contract. */
export function messageOf(line: string): Message | null {
  const result = decodeReadingLine(line);
  return result.ok && result.line.type === 'message' ? result.line : null;
}
