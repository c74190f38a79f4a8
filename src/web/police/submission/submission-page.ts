import { ACTION_WORDS } from '#domain/accounts/index.ts';
import type {
  DangerReport,
  DeskBundle,
  DeskSubmission,
  NamedOfficer,
  RecordedEvent,
} from '#domain/desk/index.ts';
import { accountFlags } from '#domain/desk/index.ts';
import type { Engagement } from '#domain/engagement/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { keyValues, label, labels, pageHeading } from '#web/ui/police/index.ts';
import { contactBlock, withdrawnNotice } from '../contact/block.ts';
import { toldWords } from '../danger/danger-row.ts';
import { londonTime, timeElement } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { DANGER_WORDS, STAGE_WORDS, SUBMITTER_WORDS } from '../words.ts';
import { flagsBlock } from './account-flags.ts';
import { actsBlock } from './acts-block.ts';
import { bundlesBlock } from './bundles.ts';
import type { Names } from './event-words.ts';
import { itemBlock } from './items.ts';
import type { ShownItem } from './items.ts';
import { lookAgain } from './look-again.ts';
import { record } from './record.ts';

export type SubmissionVisit = Visit<DeskSubmission>;

/** Everything the page of a submission shows. */
export type SubmissionContent = {
  readonly items: readonly ShownItem[];
  readonly events: readonly RecordedEvent[];
  readonly bundles: readonly DeskBundle[];
  readonly danger: DangerReport | null;
  readonly officers: readonly NamedOfficer[];
  readonly engagement: Engagement;
  readonly names: Names;
  /** That an act was not done, and why. */
  readonly notice: string | null;
};

/** One submission: danger, items as sealed and as read, answers, continuity record, and what may be done. */
export function submissionPage(visit: SubmissionVisit, content: SubmissionContent): Html {
  const { reference, submitterType, receivedAt, sealedAt, notSealed, stage, holder } = visit.value;
  return pageFor(visit, {
    title: reference,
    backLink: { href: '/', text: 'Back to your list' },
    printLine: `${reference}, printed ${londonTime(visit.now)}`,
    body: html`${pageHeading({
      title: reference,
      line: html`From: ${SUBMITTER_WORDS[submitterType].toLowerCase()}. Received ${timeElement(receivedAt)}.
      ${sealedAt === null ? html`<strong>Not yet sealed.</strong>` : html`Sealed ${timeElement(sealedAt)}.`}`,
      actions: labels([
        label(STAGE_WORDS[stage], 'chosen'),
        label(holder === null ? 'With nobody yet' : `With ${holder.title}`),
      ]),
    })}
    ${notSealed !== null && html`<p class="ho-notice" role="status"><strong>Not sealed: ${isolated(notSealed)}.</strong> Nothing of what was received is removed. Tell the administrator of this service; the submitter keeps the original.</p>`}
    ${content.notice !== null && html`<p class="ho-notice" role="status">${content.notice}</p>`}
    ${withdrawnNotice(content.engagement)} ${dangerBlock(content.danger)} ${flags(visit, content.items)}
    ${itemsBlock(content.items, visit)} ${record(content.events, content.names)}`,
    aside: html`${actsBlock(visit, content.officers)}
    ${contactBlock(visit.value.reference, content.engagement)} ${bundlesBlock(visit, content.bundles)}`,
  });
}

/** The answers that are read decide; before there are any, who handed in does. */
function flags({ value }: SubmissionVisit, items: readonly ShownItem[]): Html | false {
  const account = items.find(
    ({ item, answers, addition }) => item.kind === 'account' && addition === null && answers.length > 0,
  );
  const raised = accountFlags(value.submitterType, account?.answers ?? []);
  return flagsBlock(raised, account?.item.number ?? null);
}

function dangerBlock(danger: DangerReport | null): Html {
  if (danger === null) {
    return html`<section>
      <h2>Danger</h2>
      <p>The danger question was not answered with a yes. That does not show that there is none.</p>
    </section>`;
  }
  const { isWaiting, takenBy, takenAt, closedAt } = danger;
  return html`<section class="ho-danger-told" aria-labelledby="danger-heading">
    <h2 id="danger-heading">
      Danger
      ${labels(danger.happening.map(kind => label(DANGER_WORDS[kind], isWaiting ? 'danger' : 'plain')))}
    </h2>
    <p>${toldWords(danger)} <strong>FACT</strong> as told, not checked.</p>
    ${keyValues([
      { key: 'Given', value: timeElement(danger.givenAt) },
      {
        key: 'Taken',
        value:
          takenAt === null
            ? html`<strong>By nobody yet</strong>`
            : html`By ${isolated(takenBy?.title ?? '')}, ${timeElement(takenAt)}`,
      },
      {
        key: 'Closed',
        value:
          closedAt === null
            ? 'Not yet'
            : html`${timeElement(closedAt)},
              ${danger.incidentNumber === null ? html`no incident: ${isolated(danger.closingReason ?? '')}` : html`incident ${isolated(danger.incidentNumber)}`}`,
      },
    ])}
    <p>
      <a href="/danger/${danger.id}"
        >${isWaiting ? 'Acknowledge it' : closedAt === null ? 'Close it' : 'Open it'}</a
      >
    </p>
  </section>`;
}

function itemsBlock(items: readonly ShownItem[], visit: SubmissionVisit): Html {
  const { sealedAt, notSealed } = visit.value;
  return html`<section aria-labelledby="items-heading">
    <h2 id="items-heading">Items <span class="ho-quiet">${items.length}</span></h2>
    ${
      items.length === 0 &&
      html`<p class="ho-empty">
        ${sealedAt !== null ? 'It holds no items.' : notSealed === null ? html`Received. Its items appear here when they are sealed, which takes seconds. ${lookAgain(visit, 'items-heading')}` : 'Received. No item of it is sealed.'}
      </p>`
    }
    ${items.map(item => itemBlock(item))}
  </section>`;
}

/** Why an act was not done, for the page it was asked from. */
export const ACT_NOTICES = {
  changed: 'Nothing was changed: somebody else changed this meanwhile. This is how it stands now.',
  same: 'Nothing was changed: it already stands so.',
  own: 'Nothing was changed: another officer has to decide on what you wrote.',
  withdrawn: 'Nothing was asked: the submitter took back their consent to be contacted.',
  'unknown-officer': `Nothing was changed: nobody by that name can ${ACTION_WORDS['see-submission']}.`,
} as const;
