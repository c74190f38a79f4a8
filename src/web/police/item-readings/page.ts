import type { ConversationFacts, ReadingOfItem } from '#domain/conversations/index.ts';
import type { ReadingDifference } from '#portable/chat/index.ts';
import { details, table } from '#web/ui/govuk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { pageHeading, partsBar } from '#web/ui/police/index.ts';
import { conversationAddress } from '../conversation/conversation-query.ts';
import { orderName } from '../conversation/meaning.ts';
import { notReadWords, outcomeWords, whyThisFormat } from '../detection-words.ts';
import { londonTime } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { differenceSection } from './difference.ts';

type Shown = {
  readonly readings: readonly ReadingOfItem[];
  readonly difference: ReadingDifference | null;
};

/** The readings of one item. None replaces another: what somebody cited stays where it was. */
export function itemReadingsPage(visit: Visit<ConversationFacts>, shown: Shown): Html {
  const { readingId, submission, item } = visit.value;
  return pageFor(visit, {
    title: `Readings of item ${item.number}, ${submission.reference}`,
    subBar: partsBar({
      reference: submission.reference,
      detail: `Item ${item.number}`,
      parts: [
        { text: 'Submission', href: `/submissions/${submission.reference}` },
        { text: 'Conversation', href: conversationAddress(readingId, {}) },
        { text: 'Readings', href: `/conversations/${readingId}/readings`, current: true },
      ],
    }),
    printLine: `${submission.reference}/${item.number}, readings, printed ${londonTime(visit.now)}`,
    body: html`<div class="ho-reading-width ho-readings">
      ${pageHeading({
        title: 'Readings of this item',
        line: html`The file never changes. A better reader, or an answer about its dates, makes a new reading
        beside the old one; none replaces another.`,
      })}
      ${readingsTable(readingId, shown.readings)} ${formatFound(visit.value)} ${beforeThis(readingId, shown)}
    </div>`,
  });
}

function readingsTable(readingId: string, readings: readonly ReadingOfItem[]): Html {
  return table({
    caption: 'Oldest first',
    head: ['Read', 'Reader', 'Dates declared as', 'State', 'Messages'].map(text => ({ text })),
    rows: readings.map(reading => [
      { html: readingLink(reading, reading.readingId === readingId) },
      { html: isolated(reading.reader) },
      { text: reading.dateOrder === null ? 'None' : orderName(reading.dateOrder) },
      { text: `${outcomeWords(reading)}${reading.partial ? ', in part' : ''}` },
      { text: reading.messages.toLocaleString('en-GB') },
    ]),
  });
}

function readingLink({ readingId, readAt }: ReadingOfItem, isThis: boolean): Html {
  const when = readAt === null ? 'Not yet' : londonTime(readAt);
  if (isThis) return html`<strong aria-current="true">${when}</strong> (this one)`;
  return html`<a href="/conversations/${readingId}/readings">${when}</a>`;
}

/** What this reading took the item for and why, or why it is none; nothing of that where it was not kept. */
function formatFound(facts: ConversationFacts): Html | undefined {
  const { state, detection } = facts;
  if (state === 'reading') return undefined;
  const why = whyThisFormat(detection, state === 'read' ? 'Read as' : 'Taken for');
  return html`${state !== 'read' && html`<p>${notReadWords(facts)}</p>`}
  ${why && details({ summaryText: 'Why this reading is of this format', html: why })}`;
}

function beforeThis(readingId: string, { readings, difference }: Shown): Html | undefined {
  const standing = readings.filter(({ state }) => state === 'read');
  const place = standing.findIndex(reading => reading.readingId === readingId);
  const [current, before] = [standing[place], standing[place - 1]];
  if (current === undefined) return undefined;
  if (before === undefined) return html`<p class="ho-empty">This is the first reading of the item.</p>`;
  return html`<section aria-labelledby="difference-heading">
    <h2 id="difference-heading">What this reading makes otherwise than the one before it</h2>
    ${
      difference === null
        ? html`<p role="status">
            ${current.isCompared ? 'The two cannot be compared line by line.' : 'They are being compared. Refresh in a moment.'}
          </p>`
        : differenceSection(difference, { older: before.readingId, newer: readingId })
    }
  </section>`;
}
