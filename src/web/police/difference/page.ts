import { differenceOf } from '#domain/conversations/index.ts';
import type { ConversationFacts, DifferingLines, OtherReading } from '#domain/conversations/index.ts';
import type { Compared, ReadingDifference } from '#portable/chat/index.ts';
import { table } from '#web/ui/govuk/index.ts';
import { html, isolated, visible } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { pageHeading, partsBar } from '#web/ui/police/index.ts';
import { conversationAddress } from '../conversation/conversation-query.ts';
import { messageNumber } from '../conversation/numbers.ts';
import { londonTime } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { counted } from '../words.ts';

export type DifferenceVisit = Visit<ConversationFacts>;

/** The other readings of the item, and how the chosen one differs; null when there is none to compare with. */
export type Comparison = {
  readonly others: readonly OtherReading[];
  readonly other: OtherReading | null;
  readonly lines: DifferingLines | null;
};

const SHOWN = 50;

/** How this reading of an item differs from another of the same bytes. */
export function differencePage(visit: DifferenceVisit, { others, other, lines }: Comparison): Html {
  const facts = visit.value;
  const { reference } = facts.submission;
  return pageFor(visit, {
    title: `Difference between readings, ${reference}`,
    subBar: partsBar({
      reference,
      detail: `Item ${facts.item.number}`,
      parts: [
        { text: 'Submission', href: `/submissions/${reference}` },
        { text: 'Conversation', href: conversationAddress(facts.readingId, {}) },
        { text: 'Difference', href: `/conversations/${facts.readingId}/difference`, current: true },
      ],
    }),
    body: html`${pageHeading({
      title: html`What differs between two readings`,
      line: html`Both read the same sealed bytes of item ${reference}/${facts.item.number}. A better reader,
      or an answer about the order of dates, makes a new reading and leaves the old as it was.`,
    })}
    ${
      other === null || lines === null
        ? html`<p class="ho-empty">This item has no other reading.</p>`
        : html`${choice(facts, others, other)} ${report(facts, other, lines)}`
    }`,
  });
}

function choice(facts: ConversationFacts, others: readonly OtherReading[], chosen: OtherReading): Html {
  return table({
    caption: 'Other readings of this item',
    head: ['Read by', 'Order of dates it was told', 'When', 'Compare'].map(text => ({ text })),
    rows: others.map(other => [
      { html: html`<code class="ho-code">${other.reader}</code>` },
      { text: other.dateOrder ?? 'none' },
      { text: londonTime(other.readAt) },
      {
        html:
          other.readingId === chosen.readingId
            ? html`<strong>compared here</strong>`
            : html`<a href="/conversations/${facts.readingId}/difference?from=${other.readingId}"
                >compare</a
              >`,
      },
    ]),
  });
}

function report(facts: ConversationFacts, other: OtherReading, lines: DifferingLines): Html {
  const difference = differenceOf(lines);
  if (difference === null)
    return html`<p class="ho-notice" role="status">These readings cannot be compared line by line.</p>`;
  if (difference.isSame)
    return html`<p class="ho-notice" role="status">
      Nothing differs but, perhaps, the version of the reader: ${counted(lines.same, 'line')} are the same.
    </p>`;
  return html`${lines.isCut && html`<p class="ho-notice" role="status">More differs than one page compares. The first lines that differ are compared here; at a terminal, <code class="ho-code">handover read --against</code> compares all.</p>`}
  ${counts(difference, lines)} ${heads(difference)} ${changed(facts, other, difference.messages)}
  ${only('Only in the other reading', other.readingId, difference.messages.firstOnlyOlder, difference.messages.onlyOlder)}
  ${only('Only in this reading', facts.readingId, difference.messages.firstOnlyNewer, difference.messages.onlyNewer)}`;
}

function counts({ messages, unread, envelope }: ReadingDifference, { same }: DifferingLines): Html {
  const row = (name: string, { changed, onlyOlder, onlyNewer }: Compared) =>
    [name, ...[changed, onlyOlder, onlyNewer].map(count => count.toLocaleString('en-GB'))].map(text => ({
      text,
    }));
  return html`<p>${counted(same, 'line')} are the same in both, to the last character.</p>
    ${table({
      caption: 'How many lines differ',
      head: ['Lines', 'Changed', 'Only in the other', 'Only in this'].map(text => ({ text })),
      rows: [row('Messages', messages), row('Unread bytes', unread), row('Envelope of the file', envelope)],
    })}`;
}

function heads({ head, doubts }: ReadingDifference): Html {
  const codes = (list: readonly string[]): string => (list.length === 0 ? 'none' : list.join(', '));
  return html`<p>Of the reading as a whole these differ: ${isolated(codes(head))}.</p>
    <p>
      Doubts only in the other: ${isolated(codes(doubts.onlyOlder))}. Doubts only in this:
      ${isolated(codes(doubts.onlyNewer))}.
    </p>`;
}

function changed(
  { readingId }: ConversationFacts,
  other: OtherReading,
  { firstChanged, changed: all }: Compared,
): Html | undefined {
  if (all === 0) return undefined;
  const shown = firstChanged.slice(0, SHOWN);
  return html`${table({
    caption: `Messages that changed${all > shown.length ? `, the first ${shown.length} of ${all.toLocaleString('en-GB')}` : ''}`,
    head: ['Message', 'What', 'In the other', 'In this'].map(text => ({ text })),
    rows: shown.flatMap(({ older, newer, fields }) =>
      fields.map(({ key, older: before, newer: after }, index) => [
        {
          html:
            index > 0
              ? html``
              : html`${place(readingId, newer.n)}
                ${older.n !== newer.n && html`(there ${place(other.readingId, older.n)})`}`,
        },
        { text: key },
        { html: value(before) },
        { html: value(after) },
      ]),
    ),
  })}`;
}

function value(json: string | null): Html {
  return json === null ? html`absent` : html`<bdi>${visible(json)}</bdi>`;
}

function place(readingId: string, n: number | null): Html {
  if (n === null) return html`bytes`;
  return html`<a href="${conversationAddress(readingId, { m: n, panel: true })}">${messageNumber(n)}</a>`;
}

function only(
  heading: string,
  readingId: string,
  places: readonly { readonly n: number | null }[],
  all: number,
): Html | undefined {
  if (all === 0) return undefined;
  const shown = places.slice(0, SHOWN);
  return html`<h2 class="govuk-heading-m">${heading}</h2>
    <p>
      ${counted(all, 'message')}:
      ${shown.map(({ n }, index) => html`${index > 0 && ', '}${place(readingId, n)}`)}${all > shown.length && ' and more'}.
    </p>`;
}
