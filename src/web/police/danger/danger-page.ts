import { may } from '#domain/accounts/index.ts';
import type { DangerReport } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import { keyValues, label, labels, pageHeading } from '#web/ui/police/index.ts';
import { londonTime, timeElement } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { DANGER_WORDS, SUBMITTER_WORDS } from '../words.ts';
import { closeForm } from './close-form.ts';
import type { ClosingWords } from './close-form.ts';
import { takeForm } from './danger-row.ts';

export type DangerVisit = Visit<DangerReport>;

/**
 * One danger report with everything that was said: the safety summary. It shows nothing else of a submission, so an
 * officer who may not read that may still answer this.
 */
export function dangerPage(
  visit: DangerVisit,
  typed: { readonly words: ClosingWords; readonly problems: readonly FormProblem[] } | null = null,
  notice: string | null = null,
): Html {
  const report = visit.value;
  return pageFor(visit, {
    title: 'Safety summary',
    section: 'queue',
    backLink: { href: '/queue', text: 'Queue' },
    ...(typed === null ? {} : { problems: typed.problems }),
    printLine: `Safety summary ${report.reference ?? 'without a reference'}, printed ${londonTime(visit.now)}`,
    body: html`${pageHeading({
        title: 'Safety summary',
        line: html`${report.reference ?? 'No reference yet: the hand-in is not finished'}. The danger answers
          and nothing else. <strong>FACT</strong> as told, not checked.`,
        actions: labels(
          report.happening.map(kind => label(DANGER_WORDS[kind], report.isWaiting ? 'danger' : 'plain')),
        ),
      })}
      ${notice !== null && html`<p class="ho-notice" role="status">${notice}</p>`}
      <div class="ho-reading-width">
        ${keyValues(answers(report))}
        <h2>Where it stands</h2>
        ${keyValues(standing(report))} ${nextStep(visit, typed)} ${wayToSubmission(visit)}
      </div>`,
  });
}

const said = (text: string): Html =>
  text.trim() === '' ? html`<em>Not said</em>` : html`<span class="ho-as-written">${isolated(text)}</span>`;

function answers(report: DangerReport) {
  const { submitterType, holder } = report;
  return [
    { key: 'What', value: said(report.what) },
    { key: 'Where', value: said(report.where) },
    { key: 'Who', value: said(report.who) },
    { key: 'Safe number', value: said(report.safeNumber) },
    { key: 'May we ring', value: report.mayRing ? 'Yes' : 'No. Do not ring.' },
    {
      key: 'From',
      value:
        submitterType === null ? 'Not known: the hand-in is not finished' : SUBMITTER_WORDS[submitterType],
    },
    { key: 'Given', value: timeElement(report.givenAt) },
    report.changedAt.getTime() !== report.givenAt.getTime() && {
      key: 'Last changed',
      value: html`${timeElement(report.changedAt)} by the submitter. The words above are the newest.`,
    },
    holder !== null && { key: 'Allocated to', value: isolated(holder.title) },
  ];
}

function standing(report: DangerReport) {
  const { takenBy, takenAt, closedAt, isWaiting } = report;
  return [
    {
      key: 'Taken',
      value:
        takenBy === null || takenAt === null
          ? 'By nobody yet'
          : html`By ${isolated(takenBy.title)}, ${timeElement(takenAt)}`,
    },
    isWaiting &&
      takenAt !== null && {
        key: 'Since then',
        value: html`<strong>More was said.</strong> Read it and acknowledge it.`,
      },
    closedAt !== null && {
      key: 'Closed',
      value: html`${timeElement(closedAt)}.
      ${report.incidentNumber === null ? html`No incident: ${isolated(report.closingReason ?? '')}` : html`Incident ${isolated(report.incidentNumber)}`}`,
    },
  ];
}

function nextStep(visit: DangerVisit, typed: Parameters<typeof closeForm>[2]): Html | undefined {
  const report = visit.value;
  if (report.isWaiting) {
    return html`<p>If it may be happening now, ring the control room first.</p>
      ${takeForm(visit, report)}`;
  }
  return report.closedAt === null ? closeForm(visit, report, typed) : undefined;
}

function wayToSubmission({ session, value: { reference, holder } }: DangerVisit): Html | undefined {
  if (reference === null) return undefined;
  const thing = { kind: 'submission', id: reference, holder: holder?.id ?? null } as const;
  const { allowed, reason } = may(session.officer, 'see-submission', thing);
  return allowed
    ? html`<p><a href="/submissions/${reference}">Open submission ${reference}</a></p>`
    : html`<p>The submission itself is not shown. ${reason}</p>`;
}
