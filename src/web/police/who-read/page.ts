import { may, sizeOfRanges } from '#domain/accounts/index.ts';
import type { Ranges } from '#domain/accounts/index.ts';
import { readBy, whoRead } from '#domain/conversations/index.ts';
import type { ConversationFacts, ReadMark, RunSearch, WhoRead } from '#domain/conversations/index.ts';
import { button, errorSummary, input, table } from '#web/ui/govuk/index.ts';
import { html, isolated, joinHtml, problemAt } from '#web/ui/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import { pageHeading, partsBar } from '#web/ui/police/index.ts';
import { conversationAddress } from '../conversation/conversation-query.ts';
import { londonTime } from '../london.ts';
import { pageFor, tokenField } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { counted } from '../words.ts';
import type { MarkWords } from './form.ts';
import { readWords, spanWords } from './words.ts';

export type WhoReadVisit = Visit<ConversationFacts>;
export type TypedMark = { readonly words: MarkWords; readonly problems: readonly FormProblem[] };

type Shown = {
  readonly marks: readonly ReadMark[];
  readonly searches: readonly RunSearch[];
  readonly typed: TypedMark | null;
};

export const MOST_SEARCHES = 200;
const MOST_RANGES = 200;
const MOST_MARKS_LISTED = 100;

/** Who has read which messages of a conversation, which searches were run with how many hits, and what is unread. */
export function whoReadPage(visit: WhoReadVisit, shown: Shown): Html {
  const { submission, item, readingId, messages } = visit.value;
  const who = whoRead(shown.marks, messages);
  const problems = shown.typed?.problems ?? [];
  return pageFor(visit, {
    title: `Who has read what, ${submission.reference}`,
    subBar: partsBar({
      reference: submission.reference,
      detail: `Item ${item.number}`,
      parts: [
        { text: 'Submission', href: `/submissions/${submission.reference}` },
        { text: 'Conversation', href: conversationAddress(readingId, {}) },
        { text: 'Who has read what', href: `/conversations/${readingId}/read`, current: true },
      ],
    }),
    printLine: `${submission.reference}/${item.number}, who has read what, printed ${londonTime(visit.now)}`,
    body: html`<div class="ho-reading-width">
      ${
        problems.length > 0 &&
        errorSummary({
          titleText: 'There is a problem',
          errorList: problems.map(({ field, message }) => ({ text: message, href: `#${field}` })),
        })
      }
      ${pageHeading({
        title: 'Who has read what',
        line: html`<strong>${readWords(who.count, messages)}</strong> by at least one officer. Read means that
          the officer said so; looking marks nothing. It is of this reading of the item; another reading of it
          begins unread.`,
      })}
      ${unreadSection(visit.value, who)} ${readersSection(visit.value, who)}
      ${ownForm(visit, who, shown.typed)} ${searchesSection(visit.value, shown.searches)}
      ${history(shown.marks)}
    </div>`,
  });
}

function unreadSection({ readingId, messages }: ConversationFacts, { unread }: WhoRead): Html {
  const count = sizeOfRanges(unread);
  return html`<section aria-labelledby="unread-heading">
    <h2 id="unread-heading">Read by nobody <span class="ho-quiet">${counted(count, 'message')}</span></h2>
    ${count === 0 && html`<p>${messages === 0 ? 'There are no messages.' : 'Every message was read by somebody.'}</p>`}
    ${count > 0 && rangeList(readingId, unread)}
  </section>`;
}

function rangeList(readingId: string, ranges: Ranges): Html {
  const listed = ranges.slice(0, MOST_RANGES);
  const more = ranges.length - listed.length;
  return html`<p>
    ${joinHtml(
      listed.map(
        range =>
          html`<a href="${conversationAddress(readingId, { from: range[0] })}">${spanWords(range)}</a>`,
      ),
      ', ',
    )}${more > 0 && ` and ${counted(more, 'more stretch', 'more stretches')}`}
  </p>`;
}

function readersSection({ readingId, messages }: ConversationFacts, { readers }: WhoRead): Html {
  if (readers.length === 0) return html`<p class="ho-quiet">Nobody has said that they read any of it.</p>`;
  return table({
    caption: 'Read by',
    head: ['Officer', 'Messages', 'Which', 'Last said'].map(text => ({ text })),
    rows: readers.map(({ by, ranges, lastAt }) => [
      { html: isolated(by) },
      { text: `${sizeOfRanges(ranges).toLocaleString('en-GB')} of ${messages.toLocaleString('en-GB')}` },
      { html: rangeList(readingId, ranges) },
      { text: londonTime(lastAt) },
    ]),
  });
}

/** Says what the officer read where they read it otherwise than page by page, or takes some of it back. */
function ownForm(visit: WhoReadVisit, who: WhoRead, typed: TypedMark | null): Html | undefined {
  const { readingId, submission, state } = visit.value;
  const thing = { kind: 'conversation', id: readingId, holder: submission.holder } as const;
  if (state !== 'read' || !may(visit.session.officer, 'mark-read', thing).allowed) return undefined;
  const own = readBy(who, visit.session.officer.id);
  const number = (name: 'first' | 'last', label: string): Html =>
    input({
      name,
      label: { text: label },
      inputmode: 'numeric',
      classes: 'govuk-input--width-10',
      value: typed?.words[name] ?? '',
      errorMessage: problemAt(typed?.problems, name),
    });
  return html`<section aria-labelledby="own-heading">
    <h2 id="own-heading">What you have read</h2>
    <form action="/conversations/${readingId}/read" method="post" class="ho-form" novalidate>
      ${tokenField(visit)} ${number('first', 'From message')}
      ${number('last', 'To message (empty: that one alone)')}
      ${button({ text: 'I have read these', name: 'mark', value: 'read', preventDoubleClick: true })}
      ${
        own.length > 0 &&
        button({
          text: 'Take back that I have read these',
          name: 'mark',
          value: 'taken-back',
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        })
      }
    </form>
  </section>`;
}

function searchesSection({ readingId }: ConversationFacts, searches: readonly RunSearch[]): Html {
  if (searches.length === 0) return html`<p class="ho-quiet">No search was run over it.</p>`;
  return html`${table({
    caption: 'Searches run',
    head: ['First run', 'Officer', 'Words', 'Messages found'].map(text => ({ text })),
    rows: searches.map(({ at, by, words, hits }) => [
      { text: londonTime(at) },
      { html: isolated(by) },
      { html: html`<a href="${conversationAddress(readingId, { q: words })}">${isolated(words)}</a>` },
      { text: hits.toLocaleString('en-GB') },
    ]),
  })}
  ${searches.length === MOST_SEARCHES && html`<p class="ho-quiet">The newest ${MOST_SEARCHES} are listed.</p>`}`;
}

function history(marks: readonly ReadMark[]): Html | undefined {
  if (marks.length === 0) return undefined;
  return html`${table({
    caption: 'As it was said',
    head: ['When', 'Officer', 'Messages', 'What', 'Number in the record'].map(text => ({ text })),
    rows: marks
      .slice(-MOST_MARKS_LISTED)
      .toReversed()
      .map(({ at, by, first, last, mark, n }) => [
        { text: londonTime(at) },
        { html: isolated(by) },
        { text: spanWords([first, last]) },
        { text: mark === 'read' ? 'Read' : 'Taken back' },
        { text: n.toLocaleString('en-GB') },
      ]),
  })}
  ${marks.length > MOST_MARKS_LISTED && html`<p class="ho-quiet">The newest ${MOST_MARKS_LISTED} of ${marks.length.toLocaleString('en-GB')}; all are in the continuity record.</p>`}`;
}
