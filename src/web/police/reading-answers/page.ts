import { may } from '#domain/accounts/index.ts';
import type { ConversationFacts, RecordedAnswer } from '#domain/conversations/index.ts';
import type { ReadingHead } from '#portable/chat/index.ts';
import { button, errorSummary, radios, select, table, textarea } from '#web/ui/govuk/index.ts';
import { html, isolated, problemAt } from '#web/ui/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import { pageHeading, partsBar } from '#web/ui/police/index.ts';
import { conversationAddress } from '../conversation/conversation-query.ts';
import { orderWords } from '../conversation/meaning.ts';
import { messageNumber } from '../conversation/numbers.ts';
import { londonTime } from '../london.ts';
import { pageFor, tokenField } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { writtenDate } from '../written-time.ts';
import type { DateExample } from './example.ts';
import type { AnswerWords } from './form.ts';

export type AnswersVisit = Visit<ConversationFacts>;

type Shown = {
  readonly answers: readonly RecordedAnswer[];
  readonly example: DateExample | null;
  readonly typed: { readonly words: AnswerWords; readonly problems: readonly FormProblem[] } | null;
};

const ORDER_WORDS = {
  DMY: 'Day, month, year',
  MDY: 'Month, day, year',
  YMD: 'Year, month, day',
  YDM: 'Year, day, month',
} as const;

/** What the file of a conversation leaves open: each question with its answers on record, and a form for who may answer. */
export function answersPage(visit: AnswersVisit, shown: Shown): Html {
  const { readingId, submission, item, head } = visit.value;
  const problems = shown.typed?.problems ?? [];
  return pageFor(visit, {
    title: `What the file leaves open, ${submission.reference}`,
    subBar: partsBar({
      reference: submission.reference,
      detail: `Item ${item.number}`,
      parts: [
        { text: 'Submission', href: `/submissions/${submission.reference}` },
        { text: 'Conversation', href: conversationAddress(readingId, {}) },
        { text: 'What the file leaves open', href: `/conversations/${readingId}/answers`, current: true },
      ],
    }),
    body: html`<div class="ho-reading-width">
      ${
        problems.length > 0 &&
        errorSummary({
          titleText: 'There is a problem',
          errorList: problems.map(({ field, message }) => ({ text: message, href: `#${field}` })),
        })
      }
      ${pageHeading({
        title: 'What the file leaves open',
        line: html`The file is never changed. An answer stands on record with your name and how it is known.
        One about dates makes a new reading beside the old one; a zone is said beside each time, and no
        reading changes.`,
      })}
      ${head === null ? html`<p>This item is not read, so it asks nothing.</p>` : questions(visit, head, shown)}
      ${history(shown.answers)}
    </div>`,
  });
}

function questions(visit: AnswersVisit, head: ReadingHead, shown: Shown): Html {
  const { decision } = head.dateOrder;
  const standing = (question: string) =>
    shown.answers.findLast(answer => answer.question === question)?.answer ?? '';
  const isOrderOpen = decision === 'undetermined' || decision === 'inferred' || standing('date-order') !== '';
  const isZoneOpen = !['utc', 'offset-in-file', 'offset-from-both-clocks'].includes(head.zone.basis);
  if (!isOrderOpen && !isZoneOpen)
    return html`<p class="ho-empty">Nothing: the file itself says how its times are to be read.</p>`;
  return html`${isOrderOpen && dateOrder(visit, head, shown)} ${isZoneOpen && zone(visit, head, shown)}`;
}

function dateOrder(visit: AnswersVisit, head: ReadingHead, shown: Shown): Html {
  const { order, other } = head.dateOrder;
  const names = [order, other].filter(name => name !== null);
  const choices = names.length === 0 ? (['DMY', 'MDY'] as const) : names;
  return html`<section>
    <h2>Which comes first in its dates?</h2>
    <p>${orderWords({ ...head, dateOrder: { ...head.dateOrder, evidence: [] } })}</p>
    ${
      head.dateOrder.evidence.length > 0 &&
      html`<ul class="govuk-list govuk-list--bullet">
        ${head.dateOrder.evidence.map(sentence => html`<li>${sentence}</li>`)}
      </ul>`
    }
    ${shown.example !== null && exampleWords(shown.example, visit.value.readingId)}
    ${questionForm(
      visit,
      shown,
      'date-order',
      radios({
        name: 'date-order-answer',
        fieldset: { legend: { text: 'Its dates are written' } },
        errorMessage: problemAt(shown.typed?.problems, 'date-order-answer'),
        value: typedFor(shown, 'date-order')?.answer ?? '',
        items: choices.map(value => ({ value, text: ORDER_WORDS[value] })),
      }),
    )}
  </section>`;
}

function exampleWords({ n, writtenText, written, writtenOther }: DateExample, readingId: string): Html {
  return html`<p>
    For example
    <a href="${conversationAddress(readingId, { m: n })}">message ${messageNumber(n)}</a>:
    ${isolated(writtenText)} is ${writtenDate(written)}, or else ${writtenDate(writtenOther)}.
  </p>`;
}

function zone(visit: AnswersVisit, head: ReadingHead, shown: Shown): Html {
  const zones = [
    'Europe/London',
    ...Intl.supportedValuesOf('timeZone').filter(name => name !== 'Europe/London'),
  ];
  const typed = typedFor(shown, 'zone')?.answer;
  return html`<section>
    <h2>Which time zone was the clock set to?</h2>
    <p>${head.zone.statement}</p>
    ${questionForm(
      visit,
      shown,
      'zone',
      select({
        name: 'zone-answer',
        label: { text: 'Its clock was set to the time of' },
        errorMessage: problemAt(shown.typed?.problems, 'zone-answer'),
        items: [
          { value: '-', text: 'Choose', selected: typed === undefined },
          ...zones.map(value => ({ value, text: value.replaceAll('_', ' '), selected: value === typed })),
        ],
      }),
    )}
  </section>`;
}

function typedFor({ typed }: Shown, question: string): AnswerWords | null {
  return typed?.words.question === question ? typed.words : null;
}

/** The form of a question; nothing for who may not answer. */
function questionForm(
  visit: AnswersVisit,
  shown: Shown,
  question: 'date-order' | 'zone',
  choice: Html,
): Html | undefined {
  const { readingId, submission } = visit.value;
  const thing = { kind: 'conversation', id: readingId, holder: submission.holder } as const;
  if (!may(visit.session.officer, 'answer-reading', thing).allowed) return undefined;
  const isAnswered = (shown.answers.findLast(answer => answer.question === question)?.answer ?? '') !== '';
  return html`<form action="/conversations/${readingId}/answers" method="post" class="ho-form" novalidate>
      ${tokenField(visit)}<input type="hidden" name="question" value="${question}" />
      ${choice}
      ${textarea({
        name: `${question}-reason`,
        label: { text: 'How this is known' },
        hint: { text: 'For example who said so and when, or what the phone shows' },
        rows: '3',
        value: typedFor(shown, question)?.reason,
        errorMessage: problemAt(shown.typed?.problems, `${question}-reason`),
      })}
      ${button({ text: 'Record this answer', preventDoubleClick: true })}
    </form>
    ${isAnswered && takeBack(visit, question)}`;
}

function takeBack(visit: AnswersVisit, question: string): Html {
  const { readingId } = visit.value;
  return html`<form action="/conversations/${readingId}/answers" method="post" class="ho-form" novalidate>
    ${tokenField(visit)}<input type="hidden" name="question" value="${question}" />
    <input type="hidden" name="taken-back" value="yes" />
    <input type="hidden" name="${question}-reason" value="Taken back: it is open again." />
    ${button({ text: 'Take the answer back', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`;
}

function history(answers: readonly RecordedAnswer[]): Html {
  if (answers.length === 0) return html`<p class="ho-quiet">Nobody has answered yet.</p>`;
  return table({
    caption: 'Answers on record',
    head: ['When', 'Who', 'Question', 'Answer', 'How it is known'].map(text => ({ text })),
    rows: answers.map(({ at, by, question, answer, reason }) => [
      { text: londonTime(at) },
      { html: isolated(by) },
      { text: question === 'zone' ? 'Zone of the clock' : 'Order of the dates' },
      { text: answer === '' ? 'Taken back' : answerText(answer) },
      { html: isolated(reason) },
    ]),
  });
}

function answerText(answer: string): string {
  return Object.hasOwn(ORDER_WORDS, answer)
    ? ORDER_WORDS[answer as keyof typeof ORDER_WORDS]
    : answer.replaceAll('_', ' ');
}
