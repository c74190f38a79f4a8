import {
  CHECK_TITLES,
  type CheckId,
  type Fault,
  nextRunAt,
  type ScrubRun,
  type StartWithoutHead,
  seenInWords,
} from '#domain/checking/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { keyValues, label, pageHeading, sectionHeading } from '#web/ui/police/index.ts';
import { duration, londonTime, timeElement } from '../london.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { counted } from '../words.ts';
import { startsWithoutHead } from './starts-without-head.ts';

/** Faults shown; the count says how many there are. */
const FAULTS_SHOWN = 200;
const CHECKS = Object.keys(CHECK_TITLES) as CheckId[];

export type RecordCheckContent = {
  readonly newest: ScrubRun | null;
  readonly last: ScrubRun | null;
  readonly starts: readonly StartWithoutHead[];
};

/** The nightly check: how far tonight's is, and what the last whole one found. */
export function recordCheckPage(visit: Visit<true>, { newest, last, starts }: RecordCheckContent): Html {
  const isGoingOn = newest !== null && newest.finishedAt === null;
  return pageFor(visit, {
    title: 'Record check',
    section: 'record-check',
    printLine: `Record check, printed ${londonTime(visit.now)}`,
    body: html`<div class="ho-check">
      ${pageHeading({
        title: 'Is the record whole?',
        line: 'Every night, and after every start, everything is read again: the log, every event, every chain, every item to its last byte. Nothing is changed. What things hold is not shown here.',
      })}
      ${verdict(newest, last)} ${isGoingOn && goingOn(newest, visit.now)}
      ${last && finished(last, !isGoingOn)}
      <p>
        At a terminal on the force’s server, <code class="ho-code">npx handover fsck</code> does the same at
        once and names every fault. What each fault may be and what to do is in
        <code class="ho-code">docs/operating/fsck.md</code>.
      </p>
      ${startsWithoutHead(starts)}
    </div>`,
  });
}

function verdict(newest: ScrubRun | null, last: ScrubRun | null): Html {
  if (newest === null)
    return html`<p class="ho-empty">
      No check has begun yet. The first begins about two minutes after the service is started.
    </p>`;
  // What the run of tonight has already found counts, even before its end.
  const run = newest.faultCount > 0 || last === null ? newest : last;
  if (run.faultCount > 0)
    return html`<p role="status">
      ${label(counted(run.faultCount, 'fault'), 'danger')} Keep everything as it is, change nothing, and copy
      the data folder before anything else is done.
    </p>`;
  if (last === null)
    return html`<p role="status">Nothing wrong so far. The first check is not at its end yet.</p>`;
  return html`<p role="status">
    ${label('no fault')} in the last whole check. It says nothing of what came, or was brought back from a
    backup, after it began: that is looked at in
    ${newest.finishedAt === null ? 'the one that is going on' : 'the next'}.
  </p>`;
}

function goingOn(run: ScrubRun, now: Date): Html {
  const current = run.next?.check;
  const name =
    current !== undefined && Object.hasOwn(CHECK_TITLES, current) ? CHECK_TITLES[current as CheckId] : null;
  const at = name === null ? 0 : CHECKS.indexOf(current as CheckId) + 1;
  return html`${sectionHeading('Going on now')}
  ${keyValues([
    { key: 'Begun', value: timeElement(run.begunAt) },
    { key: 'Last step', value: html`${duration(now.getTime() - run.lastAt.getTime())} ago` },
    name !== null && { key: 'At', value: `${name.title} (${at} of ${CHECKS.length})` },
    { key: 'Looked at', value: seenWords(run) },
  ])}
  ${faultList(run)}`;
}

function finished(run: ScrubRun, isNewest: boolean): Html {
  const took = (run.finishedAt ?? run.lastAt).getTime() - run.begunAt.getTime();
  return html`${sectionHeading('The last whole check')}
    ${keyValues([
      { key: 'Begun', value: timeElement(run.begunAt) },
      { key: 'Ended', value: timeElement(run.finishedAt ?? run.lastAt) },
      { key: 'Took', value: duration(took) },
      isNewest && {
        key: 'Next',
        value: html`${timeElement(nextRunAt(run))}, or after a start of the service`,
      },
    ])}
    <table class="ho-table">
      <thead>
        <tr>
          <th scope="col">Looked at</th>
          <th scope="col">How many</th>
          <th scope="col">Faults</th>
        </tr>
      </thead>
      <tbody>
        ${CHECKS.map(check => checkRow(check, run))}
      </tbody>
    </table>
    ${
      run.notes.length > 0 &&
      html`<ul>
        ${run.notes.map(note => html`<li>${note}</li>`)}
      </ul>`
    }
    ${faultList(run)}`;
}

function checkRow(check: CheckId, run: ScrubRun): Html {
  const { title } = CHECK_TITLES[check];
  const seen = run.seen[check];
  const faults = run.faults.filter(fault => fault.check === check).length;
  return html`<tr>
    <td>${title}</td>
    <td>${seen === undefined ? 'not looked at' : seenInWords(CHECK_TITLES[check], seen)}</td>
    <td>${faults === 0 ? '0' : label(String(faults), 'danger')}</td>
  </tr> `;
}

function seenWords(run: ScrubRun): string {
  const words = CHECKS.flatMap(check => {
    const seen = run.seen[check];
    return seen === undefined ? [] : [seenInWords(CHECK_TITLES[check], seen)];
  });
  return words.length === 0 ? 'nothing yet' : words.join(', ');
}

function faultList(run: ScrubRun): Html | null {
  if (run.faultCount === 0) return null;
  const shown = run.faults.slice(0, FAULTS_SHOWN);
  return html`<h3>Faults</h3>
    <ol>
      ${shown.map(faultItem)}
    </ol>
    ${run.faultCount > shown.length && html`<p>and ${run.faultCount - shown.length} more.</p>`}`;
}

function faultItem({ where, what }: Fault): Html {
  return html`<li><code class="ho-code">${isolated(where)}</code> ${what}</li>`;
}
