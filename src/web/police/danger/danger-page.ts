import { may } from '#domain/accounts/index.ts';
import { untickedSince } from '#domain/desk/index.ts';
import type { DangerReport, DangerVersions } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import { keyValues, label, labels, pageHeading } from '#web/ui/police/index.ts';
import { londonTime, timeElement } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { DANGER_WORDS, SUBMITTER_WORDS } from '../words.ts';
import { closeForm } from './close-form.ts';
import type { ClosingWords } from './close-form.ts';
import { contactWords } from './contact-words.ts';
import { takeForm } from './danger-row.ts';
import { ringBefore, said, saidOverTime } from './said-over-time.ts';

export type ReportVisit = Visit<DangerReport>;
export type DangerVisit = ReportVisit & { readonly said: DangerVersions };

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
        line: html`${report.reference ?? 'No reference yet: the hand-in is not finished'}. The danger answers,
          how it is safe to reach them, and nothing else. <strong>FACT</strong> as told, not checked.`,
        actions: labels(
          report.happening.map(kind => label(DANGER_WORDS[kind], report.isWaiting ? 'danger' : 'plain')),
        ),
      })}
      ${notice !== null && html`<p class="ho-notice" role="status">${notice}</p>`}
      <div class="ho-reading-width">
        ${keyValues(answers(visit))} ${earlierVersions(visit)}
        <h2>Where it stands</h2>
        ${keyValues(standing(report))} ${nextStep(visit, typed)} ${wayToSubmission(visit)}
      </div>`,
  });
}

function answers({ value: report, said: { versions } }: DangerVisit) {
  const { submitterType, holder, takenAt } = report;
  const answer = (field: 'what' | 'where' | 'who' | 'safeNumber'): Html =>
    html`${said(report[field])} ${saidOverTime(versions, field, takenAt)}`;
  const unticked = untickedSince(versions).map(kind => DANGER_WORDS[kind]);
  return [
    { key: 'What', value: answer('what') },
    { key: 'Where', value: answer('where') },
    { key: 'Who', value: answer('who') },
    { key: 'Safe number', value: answer('safeNumber') },
    {
      key: 'May we ring',
      value: html`${mayWeRing(report.mayRing)} ${ringBefore(versions, report.mayRing)}`,
    },
    (report.contact ?? report.contactWithdrawnAt) !== null && {
      key: 'Contact',
      value: contactWords(report.contact, report.contactWithdrawnAt),
    },
    unticked.length > 0 && {
      key: 'Ticked before',
      value: `${unticked.join(', ')}. Not ticked the last time.`,
    },
    report.isOneOfMany && {
      key: 'Connection',
      value: 'One of many reports from one connection within an hour. No address is kept.',
    },
    {
      key: 'From',
      value:
        submitterType === null ? 'Not known: the hand-in is not finished' : SUBMITTER_WORDS[submitterType],
    },
    { key: 'Given', value: timeElement(report.givenAt) },
    report.changedAt.getTime() !== report.givenAt.getTime() && {
      key: 'Last changed',
      value: html`${timeElement(report.changedAt)} by the submitter. The newest words stand above, with those
      they replaced.`,
    },
    holder !== null && { key: 'Allocated to', value: isolated(holder.title) },
  ];
}

function mayWeRing(mayRing: boolean | null): Html | string {
  if (mayRing === null) return html`<em>Not said</em>. That is not a yes.`;
  return mayRing ? 'Yes' : 'No. Do not ring.';
}

/** Beyond the newest two hundred times something was sent: nothing is left out, it is on the next page. */
function earlierVersions({ value: { id }, said: { versions, before } }: DangerVisit): Html | undefined {
  if (before === 0) return undefined;
  const first = versions[0]?.n ?? 1;
  return html`<p>
    Words replaced the newest ${versions.length} times it was sent are shown.
    <a href="/danger/${id}?before=${first}">Those of the ${before} times before</a>.
  </p>`;
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
