import { messagesOf } from '#domain/conversations/index.ts';
import type { ConversationFacts } from '#domain/conversations/index.ts';
import { html, isolated, joinHtml, shortName } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { details } from '#web/ui/govuk/index.ts';
import {
  choiceLinks,
  label,
  labels,
  ledger,
  pageHeading,
  partsBar,
  speakerKey,
} from '#web/ui/police/index.ts';
import { brokenWords, notReadWords, whyThisFormat } from '../detection-words.ts';
import { londonTime } from '../london.ts';
import { chatName, chatsPart, isOfSeveral, ofSeveral } from '../chats/words.ts';
import { readWords } from '../who-read/words.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { counted, documentationWords, formatWords, sourceLabel } from '../words.ts';
import { writtenDate, writtenPeriod } from '../written-time.ts';
import { conversationAddress, MESSAGES_ANCHOR, MESSAGES_ON_A_PAGE } from './conversation-query.ts';
import { KEYS_SCRIPT } from './keys.ts';
import { orderLabel, orderWords, zoneLabel } from './meaning.ts';
import type { ConversationContent } from './page-content.ts';
import { messageNumber } from './numbers.ts';
import { messageParts } from './panel.ts';
import type { PanelContent } from './panel.ts';
import { doubtsOverview } from './doubts-overview.ts';
import { readHere } from './read-here.ts';
import { readAgain } from './read-again.ts';
import { ledgerRows } from './rows.ts';
import type { LedgerRows } from './rows.ts';
import { emptySearch, searchForm } from './search.ts';
import { SpeakersOfPage } from './speakers.ts';
import { strip } from './strip.ts';

export type ConversationVisit = Visit<ConversationFacts>;

const SPEAKERS_IN_KEY = 12;

/** A conversation: the strip of days, the ledger, and beside it the message that was opened. */
export function conversationPage(
  visit: ConversationVisit,
  content: ConversationContent,
  panel: PanelContent | null,
): Html {
  const { facts } = content;
  const rows = ledgerRows(content);
  const title = titleOf(facts, content.query.c);
  return pageFor(visit, {
    title: `${plainTitle(facts)}, ${facts.submission.reference}`,
    subBar: partsBar({
      reference: facts.submission.reference,
      detail: `Item ${facts.item.number}`,
      parts: [
        { text: 'Submission', href: `/submissions/${facts.submission.reference}` },
        ...(isOfSeveral(facts.head) ? [chatsPart(facts)] : []),
        { text: 'Conversation', href: conversationAddress(facts.readingId, {}), current: true },
      ],
    }),
    printLine: `${facts.submission.reference}/${facts.item.number}, ${stretchWords(content, rows).toLowerCase()}, printed ${londonTime(visit.now)}`,
    scripts: [KEYS_SCRIPT],
    body: html`<div class="ho-conversation">
      ${pageHeading({ title, line: html`${ofSeveral(facts, content.query.c)} ${lineOf(facts)}`, actions: factLabels(content) })}
      ${readingWords(facts, visit)}
      ${facts.state === 'read' && html`${tools(content)} ${KEYS_HELP} ${strip(content)}`} ${speakers(facts)}
      ${notices(content, rows)} ${content.query.show === 'doubts' && doubtsOverview(content)}
      <div id="${MESSAGES_ANCHOR}">${turning(content, rows, 'top')}</div>
      ${
        rows.rows.length === 0
          ? html`<p class="ho-empty">${emptyWords(content)}</p>`
          : ledger({
              name: stretchWords(content, rows),
              rows: rows.rows,
              speakers: (facts.head?.speakers.length ?? 0) + facts.leftOut.speakers,
            })
      }
      ${readHere(visit, content, rows)} ${turning(content, rows, 'bottom')}
    </div>`,
    aside: panel === null ? undefined : aside(content, panel),
  });
}

/** Who speaks, as the name of the conversation: the file's own name where it gives one. */
function titleOf({ head, item, leftOut }: ConversationFacts, c: number | null): Html {
  if (c !== null && isOfSeveral(head)) return chatName(head, c);
  const named = head?.conversations.length === 1 ? head.conversations[0]?.name : null;
  if (named != null && named !== '') return shortName(named);
  const speakers = head?.speakers.slice(0, 3) ?? [];
  if (speakers.length === 0) return shortName(item.name);
  const more = (head?.speakers.length ?? 0) - speakers.length + leftOut.speakers;
  const names = speakers.map(({ name }) => shortName(name));
  if (more > 0) return html`${joinHtml(names, ', ')} and ${more.toLocaleString('en-GB')} more`;
  return names.length === 1 ? names[0]! : html`${joinHtml(names.slice(0, -1), ', ')} and ${names.at(-1)!}`;
}

function plainTitle({ head }: ConversationFacts): string {
  const names =
    head?.speakers.slice(0, 2).map(({ name }) => name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 40)) ??
    [];
  return names.length === 0 ? 'Conversation' : names.join(' and ');
}

function lineOf({ item, submission, head, format, messages }: ConversationFacts): Html {
  const period = head?.period;
  return html`${formatWords(format)}. Item ${submission.reference}/${item.number}
  ${sourceLabel(item.sourceClass)} ${shortName(item.name)}.
  ${messages > 0 && `${counted(messages, 'message')}, numbered from 1 in the order of the file.`}
  ${period && `${writtenPeriod(period)}.`}`;
}

function factLabels({ facts, gaps, query, who }: ConversationContent): Html | undefined {
  const { head, readingId } = facts;
  if (head === null) return undefined;
  const doubts = conversationAddress(readingId, { show: 'doubts', q: query.q, by: query.by });
  return labels([
    documentationWords(facts.format) !== undefined && label('Format: from documentation alone', 'doubt'),
    label(orderLabel(head)),
    label(zoneLabel(head, facts.declaredZone)),
    head.doubts.length === 0
      ? label('No doubts found')
      : html`<a href="${doubts}"
          >${label(counted(head.doubts.length, 'kind of doubt', 'kinds of doubt'), 'doubt')}</a
        >`,
    html`<a href="${doubts}">${label(counted(gaps.length, 'gap'))}</a>`,
    html`<a href="${doubts}">${label(`${counted(head.unreadBytes, 'byte')} unread`)}</a>`,
    facts.readingsOfItem > 1 &&
      html`<a href="/conversations/${readingId}/readings"
        >${label(`${facts.readingsOfItem} readings of this item`)}</a
      >`,
    html`<a href="/conversations/${readingId}/read">${label(readWords(who.count, facts.messages))}</a>`,
  ]);
}

/** Whoever reads on in another reading is told which stands now; nobody is sent away from what they cite. */
function standingNotice({ standingInstead }: ConversationFacts): Html | undefined {
  if (standingInstead === null) return undefined;
  return html`<p class="ho-notice" role="status">
    Another reading of this item stands now, by a better reader or by what officers say of its dates.
    <a href="${conversationAddress(standingInstead, {})}">Read that one</a>
    (<a href="/conversations/${standingInstead}/readings">what differs</a>).
  </p>`;
}

/** Of a reading that failed: why its item was taken for a chat of this format; nothing where that is not known. */
function whyFailed({ detection }: ConversationFacts): Html | undefined {
  const why = whyThisFormat(detection, 'Taken for');
  return why && details({ summaryText: 'Why it was taken for this format', html: why });
}

/** That the file is of its format and damaged; nothing where no damage was seen. */
function brokenNotice({ detection, messages }: ConversationFacts): Html | undefined {
  const words = brokenWords(detection);
  if (words === undefined) return undefined;
  return html`<p class="ho-notice" role="status">
    ${words}
    ${messages === 0 ? 'No message could be read of it.' : `${counted(messages, 'message')} could be read of it.`}
    What could not be read stands where it is, as unread.
  </p>`;
}

/** What the reading as a whole rests on, folded under one line; in full where it was not read. */
function readingWords(facts: ConversationFacts, visit: ConversationVisit): Html | undefined {
  const { state, head, detection } = facts;
  if (state === 'reading')
    return html`<p class="ho-notice" role="status">This item is being read now. Refresh in a moment.</p>`;
  if (state !== 'read') {
    return html`<p class="ho-notice" role="status">
        ${notReadWords(facts)} The text stands below as it came, in pieces, so that nothing handed in is
        hidden.
      </p>
      ${whyFailed(facts)} ${state === 'failed' && readAgain(visit)}`;
  }
  if (head === null) return undefined;
  return html`${standingNotice(facts)} ${brokenNotice(facts)}
  ${details({
    summaryText: 'What this reading rests on',
    html: html`${documentationWords(facts.format) !== undefined && html`<p><strong>${documentationWords(facts.format)}</strong></p>`}
      ${whyThisFormat(detection)}
      <p>${orderWords(head)}</p>
      <p>${head.zone.statement}</p>
      <p>
        <a href="/conversations/${facts.readingId}/answers">What the file leaves open, and who answered it</a>
      </p>
      ${head.doubts.map(
        ({ sentence, causes, count, detail, messages }) =>
          html`<p>
            <strong>${sentence}</strong>
            ${count > 0 && `${counted(count, 'message')}. `}${detail !== undefined && html`${isolated(detail)}. `}Could
            be:
            ${causes.map(cause => html`${cause} `)}${messages[0] !== undefined && html`<a href="${conversationAddress(facts.readingId, { m: messages[0] })}">First at message ${messageNumber(messages[0])}</a>`}
          </p>`,
      )}
      ${head.doubts.length === 0 && html`<p>This reader found no doubts. That does not show that there are none.</p>`}`,
  })}`;
}

/** Search, go to a day, and what is shown: links and GET forms. */
function tools(content: ConversationContent): Html {
  const { facts, query } = content;
  const { readingId } = facts;
  const action = `/conversations/${readingId}`;
  const to = (show: 'all' | 'doubts'): string =>
    conversationAddress(readingId, { show, q: show === 'all' ? '' : query.q });
  return html`<div class="ho-tools">
    ${searchForm(content)}
    <form action="${action}/go" method="get">
      <label for="day">Day</label>
      <input id="day" name="day" type="date" value="${query.day ?? ''}" />
      <button class="govuk-button govuk-button--secondary" type="submit">Go</button>
    </form>
    <form action="${action}/go" method="get">
      <label for="message">Message</label>
      <input
        id="message"
        name="m"
        type="text"
        inputmode="numeric"
        pattern="[0-9]*"
        size="7"
        autocomplete="off"
      />
      <button class="govuk-button govuk-button--secondary" type="submit">Go</button>
    </form>
    ${choiceLinks('What is shown', [
      { text: 'All', href: to('all'), current: query.show === 'all' && query.c === null },
      { text: 'Doubts and gaps', href: to('doubts'), current: query.show === 'doubts' },
    ])}
  </div>`;
}

function speakers({ head, days, leftOut }: ConversationFacts): Html | undefined {
  if (head === null || head.speakers.length === 0) return undefined;
  const shown = head.speakers.slice(0, SPEAKERS_IN_KEY);
  const known = new SpeakersOfPage(head);
  const more = head.speakers.length - shown.length + leftOut.speakers;
  const undated =
    days === null
      ? 0
      : head.messages - leftOut.dayMessages - days.reduce((sum, day) => sum + messagesOf(day), 0);
  return html`${speakerKey(shown.map(({ name, messages }) => ({ ...known.of(name), note: counted(messages, 'message') })))}
  ${more > 0 && html`<p class="ho-quiet">${more.toLocaleString('en-GB')} more speakers are not in this key.</p>`}
  ${undated > 0 && html`<p class="ho-quiet">${counted(undated, 'message')} without a day that is understood; they stand in the order of the file.</p>`}`;
}

function notices({ missedDay, facts, query }: ConversationContent, rows: LedgerRows): Html | undefined {
  if (missedDay !== null) {
    return html`<p class="ho-notice" role="status">
      No message on ${writtenDate(missedDay)}.
      ${rows.rows.length > 0 && 'This is the next day that has one, or the end.'}
    </p>`;
  }
  if (query.m !== null && query.m >= facts.messages && facts.messages > 0) {
    return html`<p class="ho-notice" role="status">
      There is no message ${messageNumber(query.m)}. The last is ${messageNumber(facts.messages - 1)}.
    </p>`;
  }
  return undefined;
}

function emptyWords({ query, facts }: ConversationContent): string {
  if (query.show === 'found') return emptySearch(query);
  if (query.show === 'doubts')
    return 'No message carries a doubt of this reader. That does not show that there are none.';
  return facts.state === 'reading' ? 'Nothing can be shown yet.' : 'There is nothing to show.';
}

function stretchWords({ facts, query, matching }: ConversationContent, { first, last }: LedgerRows): string {
  if (first === null || last === null) return 'Text as it came';
  const numbers =
    first === last
      ? `Message ${messageNumber(first)}`
      : `Messages ${messageNumber(first)} to ${messageNumber(last)}`;
  const words = `${numbers} of ${facts.messages.toLocaleString('en-GB')}`;
  if (matching === null) return words;
  return `${words}, only those ${query.show === 'all' ? 'of this conversation' : 'that match'}`;
}

/** Earlier and later, which keep what is searched and shown. */
function turning(content: ConversationContent, rows: LedgerRows, place: 'top' | 'bottom'): Html | undefined {
  const { first, last } = rows;
  if (first === null || last === null) return undefined;
  const { query, facts, matching } = content;
  const to = (from: number): string =>
    `${conversationAddress(facts.readingId, { q: query.q, by: query.by, show: query.show, c: query.c, from })}#${MESSAGES_ANCHOR}`;
  const earlier =
    matching === null
      ? first > 0
        ? to(Math.max(0, first - MESSAGES_ON_A_PAGE))
        : null
      : (query.from ?? 0) > 0
        ? to(0)
        : null;
  const isEnd = matching === null ? last >= facts.messages - 1 : content.messages.length < MESSAGES_ON_A_PAGE;
  return html`<nav
    class="ho-turn"
    aria-label="${place === 'top' ? 'Pages, above the messages' : 'Pages, below the messages'}"
  >
    ${earlier !== null && html`<a href="${earlier}" rel="prev">${matching === null ? 'Earlier' : 'From the first'}</a>`}
    <span>${stretchWords(content, rows)}</span>
    ${!isEnd && html`<a href="${to(last + 1)}" rel="next">Later</a>`}
  </nav>`;
}

function aside(content: ConversationContent, panel: PanelContent): Html {
  const { facts, query, messages } = content;
  const n = panel.fetched.n;
  const from = query.from ?? messages[0]?.n ?? null;
  const to = (m: number, isOpen: boolean): string =>
    conversationAddress(facts.readingId, {
      m,
      panel: isOpen,
      q: query.q,
      by: query.by,
      show: 'all',
      c: query.c,
      from,
    });
  const [before, after] = neighboursOf(content, n);
  return html`<section class="ho-panel" id="panel" aria-labelledby="panel-heading">
    <header>
      <h2 id="panel-heading">Message ${messageNumber(n)}</h2>
      ${before !== null && html`<a href="${to(before, true)}" rel="prev" aria-label="Message before">‹</a>`}
      ${after !== null && html`<a href="${to(after, true)}" rel="next" aria-label="Message after">›</a>`}
      <a href="${to(n, false)}" data-close>Close</a>
    </header>
    ${messageParts(panel)}
    <p><a href="${panel.wholeAt}">This message on a page of its own</a></p>
  </section>`;
}

/** The messages before and after one; of one conversation among several, those of that conversation. */
function neighboursOf(
  { facts, query, messages }: ConversationContent,
  n: number,
): readonly [number | null, number | null] {
  if (query.c === null) return [n > 0 ? n - 1 : null, n < facts.messages - 1 ? n + 1 : null];
  const place = messages.findIndex(message => message.n === n);
  return [messages[place - 1]?.n ?? null, place < 0 ? null : (messages[place + 1]?.n ?? null)];
}

const KEYS_HELP = html`<details class="ho-keys" id="keys" data-keys hidden>
  <summary>Keys</summary>
  <ul>
    <li><kbd>J</kbd> <kbd>K</kbd> next, previous message</li>
    <li><kbd>Enter</kbd> open its bytes</li>
    <li><kbd>[</kbd> <kbd>]</kbd> day before, day after</li>
    <li><kbd>N</kbd> next doubt or gap</li>
    <li><kbd>/</kbd> search</li>
    <li><kbd>?</kbd> these keys</li>
  </ul>
  <p>
    <label><input type="checkbox" id="keys-off" /> Turn single keys off</label>
  </p>
</details>`;
