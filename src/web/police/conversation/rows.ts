import { messagesOf } from '#domain/conversations/index.ts';
import type { ReadingHead } from '#portable/chat/index.ts';
import type { FetchedUnread, Gap } from '#domain/conversations/index.ts';
import type { Search } from '#domain/search/index.ts';
import { html, isolated, renderHtml, visible } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { dayMarker, gapBlock, messageRow } from '#web/ui/police/index.ts';
import { translationBlock } from '../translations/view.ts';
import { counted, sizeWords } from '../words.ts';
import { writtenClock, writtenDate, writtenTime, writtenWeekday } from '../written-time.ts';
import { anchorOf, conversationAddress, messageAddress, searchOf } from './conversation-query.ts';
import { marked } from './marked.ts';
import { DoubtsOfPage } from './doubts.ts';
import { messageNumber } from './numbers.ts';
import { insteadOf, ledgerBody, notesOf } from './message-words.ts';
import type { Row } from './message-words.ts';
import type { ConversationContent, PageMessage } from './page-content.ts';
import { gapOrderWords } from './meaning.ts';
import { matchSteps } from './search.ts';
import { SpeakersOfPage } from './speakers.ts';

/** Rows on a page, markers and gaps and all. */
export const MOST_ROWS = 300;
/** Characters of HTML in the rows of a page: hidden characters, each with its mark, fill it long before 300 rows. */
const MOST_CHARACTERS = 2_000_000;

/** Translations beside one message of a page; its own page has them all. */
const MOST_TRANSLATIONS = 3;

/** Rows of a page and the messages they reach to; `last` is null when there are none. */
export type LedgerRows = {
  readonly rows: readonly Html[];
  readonly first: number | null;
  readonly last: number | null;
};

/** The rows of one page: day markers, gaps, unread bytes and messages in the order of the file, never more than 300. */
export function ledgerRows(content: ConversationContent): LedgerRows {
  const maker = new RowMaker(content);
  let last: number | null = null;
  let left = MOST_CHARACTERS;
  for (const message of content.messages) {
    const rows = maker.rowsFor(message);
    left -= rows.reduce((sum, row) => sum + renderHtml(row).length, 0);
    if (last !== null && (maker.rows.length + rows.length > MOST_ROWS || left < 0)) break;
    maker.rows.push(...rows);
    last = message.n;
  }
  const isAll = last === (content.messages.at(-1)?.n ?? null);
  if (isAll && content.matching === null) maker.addRestOfUnread(MOST_ROWS);
  return { rows: maker.rows, first: content.messages[0]?.n ?? null, last };
}

/** Makes rows one message after the other and remembers what the row above was. */
class RowMaker {
  readonly rows: Html[] = [];
  readonly #content: ConversationContent;
  readonly #speakers: SpeakersOfPage;
  readonly #doubts: DoubtsOfPage;
  readonly #isWhole: boolean;
  readonly #search: Search | null;
  #unread: readonly FetchedUnread[];
  #above: Row | null;
  /** Days and gaps that stand on this page already: where times go back, a day comes again. */
  readonly #shown = new Set<string>();

  constructor(content: ConversationContent) {
    this.#content = content;
    this.#speakers = new SpeakersOfPage(content.facts.head);
    this.#doubts = new DoubtsOfPage(content.facts.head);
    this.#unread = content.unread;
    this.#isWhole = content.matching === null;
    this.#search = searchOf(content.query);
    this.#above = content.before?.message ?? null;
  }

  /** The rows of one message, with what stands before it. */
  rowsFor({ n, message, lineBytes }: PageMessage): Html[] {
    if (message === null) return [this.#unshown(n, lineBytes)];
    const rows = [
      ...this.#unreadBefore(message.span[0]),
      ...this.#conversationChange(message),
      ...this.#gapBefore(message),
      ...this.#dayBefore(message),
      this.#message(message),
    ];
    this.#above = message;
    return rows;
  }

  addRestOfUnread(most: number): void {
    const room = Math.max(0, most - this.rows.length);
    this.rows.push(...this.#unreadBefore(Number.MAX_SAFE_INTEGER).slice(0, room));
  }

  #unreadBefore(at: number): Html[] {
    if (!this.#isWhole) return [];
    const here = this.#unread.filter(({ span }) => span[0] < at);
    this.#unread = this.#unread.slice(here.length);
    return here.map(unreadRow);
  }

  #conversationChange({ conversation }: Row): Html[] {
    const { head } = this.#content.facts;
    if (conversation === undefined || (head?.conversations.length ?? 0) < 2) return [];
    if (this.#above?.conversation === conversation && this.rows.length > 0) return [];
    const known = head?.conversations[conversation];
    if (known === undefined)
      return [
        html`<li class="ho-chat-change">
          Conversation ${(conversation + 1).toLocaleString('en-GB')} of the file
        </li>`,
      ];
    const { name, messages } = known;
    return [
      html`<li class="ho-chat-change">
        Conversation ${name === null ? 'without a name' : isolated(name)}, ${counted(messages, 'message')}
      </li>`,
    ];
  }

  #gapBefore(message: Row): Html[] {
    const [from, to] = [this.#above?.written ?? null, message.written];
    if (!this.#isWhole || from === null || to === null) return [];
    const gap = this.#content.gaps.find(
      ({ lastDay, nextDay }) => from.startsWith(lastDay) && to.startsWith(nextDay),
    );
    if (gap === undefined || !this.#isFirst(`gap ${gap.nextDay}`)) return [];
    const { head } = this.#content.facts;
    return [goesBack(head) ? gapOfDays(gap, head) : gapRow(gap, { from, to }, head)];
  }

  #dayBefore({ written }: Row): Html[] {
    const day = written?.slice(0, 10);
    const above = this.#above?.written?.slice(0, 10);
    if (day === undefined || (day === above && this.rows.length > 0)) return [];
    const count = this.#content.facts.days?.find(known => known.day === day);
    return [
      dayMarker({
        id: `d${day}-${this.rows.length}`,
        day: writtenWeekday(day),
        detail: this.#isFirst(`day ${day}`)
          ? count && `${counted(messagesOf(count), 'message')}${this.#isWhole ? '' : ' in all'}`
          : 'again, as times go back here',
      }),
    ];
  }

  #isFirst(what: string): boolean {
    const isFirst = !this.#shown.has(what);
    this.#shown.add(what);
    return isFirst;
  }

  #message(message: Row): Html {
    const { n, written, speaker, kind } = message;
    // A rail and a dimmed time speak of the message before, not of the last one that matched.
    const above = this.#above?.n === n - 1 ? this.#above : null;
    const time = written === null ? '?' : writtenClock(written);
    const onPage = speaker === null ? undefined : this.#speakers.of(speaker);
    const { m } = this.#content.query;
    return messageRow({
      id: anchorOf(n),
      number: messageNumber(n),
      href: this.#addressOf(n),
      time,
      timeRepeats: written !== null && above?.written === written,
      speaker: onPage,
      goesOn:
        onPage !== undefined &&
        this.rows.length > 0 &&
        above?.speaker === speaker &&
        above.written?.slice(0, 10) === written?.slice(0, 10),
      body:
        kind === 'system' || kind === 'deleted' || this.#search !== null ? undefined : ledgerBody(message),
      instead: this.#instead(message),
      beside: this.#translationsOf(n),
      note: this.#note(message),
      doubts: this.#doubts.under(message),
      isSelected: n === m,
    });
  }

  /** What there is to say of the message; under the one that a search led to also the way to the next. */
  #note(message: Row): Html | undefined {
    const said = notesOf(message, messageAddress(this.#content.facts.readingId, message.n));
    const steps = message.n === this.#content.query.m ? matchSteps(this.#content) : undefined;
    if (steps === undefined) return said;
    return said === undefined ? steps : html`${said} ${steps}`;
  }

  #translationsOf(n: number): Html[] {
    return this.#content.translations
      .filter(({ message, takenBack }) => message === n && takenBack === null)
      .slice(0, MOST_TRANSLATIONS)
      .map(translationBlock);
  }

  /** What stands instead of plain words: a notice of the app, words with what was searched marked, or no words at all. */
  #instead(message: Row): Html | undefined {
    const body = ledgerBody(message);
    if (body === undefined) return html`${insteadOf(message)}`;
    const words = this.#search === null ? visible(body) : marked(body, this.#search);
    if (message.kind === 'system' || message.kind === 'deleted')
      return html`<bdi class="ho-message__body ho-message__body--notice">${words}</bdi>`;
    return this.#search === null ? undefined : html`<bdi class="ho-message__body">${words}</bdi>`;
  }

  /** The message with its bytes beside this page, which stays where it is. */
  #addressOf(n: number): string {
    const { facts, query, messages } = this.#content;
    const first = messages[0]?.n ?? 0;
    if (query.c !== null && query.show === 'all')
      return conversationAddress(facts.readingId, { c: query.c, from: first, m: n, panel: true });
    const stay = this.#isWhole
      ? { from: first, q: query.q, by: query.by, show: query.show }
      : { q: query.q, by: query.by, show: 'all' as const };
    return conversationAddress(facts.readingId, { ...stay, m: n, panel: true });
  }

  #unshown(n: number, lineBytes: number): Html {
    const href = messageAddress(this.#content.facts.readingId, n);
    return messageRow({
      id: anchorOf(n),
      number: messageNumber(n),
      href,
      time: '',
      instead: html`A very long message, ${sizeWords(lineBytes)} as read.
        <a href="${href}">Open it alone</a>.`,
    });
  }
}

/** A stretch without messages, with what it may innocently mean and what is usual here. */
function gapRow(
  gap: Gap,
  { from, to }: { readonly from: string; readonly to: string },
  head: ReadingHead | null,
): Html {
  return gapBlock({
    id: `gap-${gap.nextDay}`,
    heading: `No messages for ${silence(from, to)}`,
    text: html`From ${writtenTime(from)} to ${writtenTime(to)}. ${rhythmWords(gap)} Could be: no contact,
    phone off, another app, messages deleted before export. ${head !== null && gapOrderWords(head)}`,
  });
}

function goesBack(head: ReadingHead | null): boolean {
  return head?.doubts.some(({ code }) => code === 'time-goes-backwards') ?? false;
}

/** The same where times go back: the messages beside it in the file need not be the last before it and the first after. */
function gapOfDays(gap: Gap, head: ReadingHead | null): Html {
  return gapBlock({
    id: `gap-${gap.nextDay}`,
    heading: `No message is dated for ${counted(gap.emptyDays, 'day')}`,
    text: html`Between ${writtenDate(gap.lastDay)} and ${writtenDate(gap.nextDay)}. Times in this file go back
    in places, so its hours are not counted. ${rhythmWords(gap)} Could be: no contact, phone off, another app,
    messages deleted before export. ${head !== null && gapOrderWords(head)}`,
  });
}

function rhythmWords({ usualDays, longestBefore }: Gap): string {
  const before =
    longestBefore === null
      ? ''
      : longestBefore === 0
        ? 'Before this no day was without a message.'
        : `The longest before this is ${counted(longestBefore, 'day')} without a message.`;
  if (usualDays === null) return before;
  return `${before} Usually the next message here is ${usualDays === 1 ? 'on the next day' : `${usualDays} days later`}.`;
}

/** "2 days 21 hours", between two times as written, which stand on one clock that may have been changed meanwhile. */
function silence(from: string, to: string): string {
  const hours = Math.floor((localMs(to) - localMs(from)) / 3_600_000);
  const rest = hours % 24;
  return `${counted(Math.floor(hours / 24), 'day')}${rest > 0 ? ` ${counted(rest, 'hour')}` : ''}`;
}

function localMs(written: string): number {
  return Date.parse(`${written.length === 16 ? `${written}:00` : written}Z`);
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes that belong to no message, shown where they stand. */
function unreadRow({ span: [start, end], raw }: FetchedUnread): Html {
  const bytes = end - start;
  const isCut = raw !== null && raw.length < bytes;
  return html`<li class="ho-unread" id="u${start}">
    <p>
      <strong>Not read: ${counted(bytes, 'byte')}</strong> at ${start.toLocaleString('en-GB')} of the item.
      They belong to no message that this reader knows.
    </p>
    ${raw !== null && html`<pre class="ho-unread__text"><bdi>${visible(lenient.decode(raw))}</bdi></pre>`}
    ${isCut && html`<p>The first ${counted(raw.length, 'byte')} are shown.</p>`}
  </li>`;
}
