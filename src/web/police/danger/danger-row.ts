import { TAKE_WITHIN_MS } from '#domain/desk/index.ts';
import type { DangerGroup, DangerReport } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import type { UrgentRow } from '#web/ui/police/index.ts';
import { londonClock, londonShort, stopwatch, timeElement } from '../london.ts';
import { tokenField } from '../visit.ts';
import { contactWords } from './contact-words.ts';
import type { Visit } from '../visit.ts';
import { DANGER_WORDS, SUBMITTER_WORDS } from '../words.ts';

type AnyVisit = Omit<Visit<unknown>, 'value'>;

/** A danger report that waits, as a row above all else on the desk. */
export function dangerRow(visit: AnyVisit, report: DangerReport): UrgentRow {
  return {
    id: `danger-${report.id}`,
    clock: clockOf(report, visit.now),
    flags: report.happening.map(kind => DANGER_WORDS[kind]),
    told: toldWords(report),
    detail: html`${whoAndWhen(report, visit.now)} <strong>FACT</strong> as told, not checked.
      ${report.takenAt !== null && html`<strong>More was said</strong> since ${report.takenBy?.title} took it at ${londonClock(report.takenAt)}.`}
      ${report.isOneOfMany && 'One of many from one connection.'}`,
    actions: html`${takeForm(visit, report)}
    ${button({ text: 'Open', href: `/danger/${report.id}`, classes: 'govuk-button--secondary' })}`,
  };
}

/** Several reports that look alike, as one row: the longest-waiting of them, and the way to every one. */
export function groupRow(visit: AnyVisit, report: DangerReport, group: DangerGroup, href: string): UrgentRow {
  const { reports, naming, newestAt, why } = group;
  const count = reports.toLocaleString('en-GB');
  const isOneConnection = why === 'one-connection';
  return {
    id: `group-${group.key}`,
    isGroup: true,
    clock: clockOf(report, visit.now),
    flags: group.happening.map(kind => DANGER_WORDS[kind]),
    told: html`<strong class="ho-told"
        >${
          isOneConnection ? `${count} reports from one connection.` : `${count} reports that say the same:`
        }</strong
      >
      ${isOneConnection ? namingWords(naming) : toldWords({ ...report, contact: null })}`,
    detail: html`The first was given ${timeElement(report.givenAt, londonShort(report.givenAt, visit.now))},
      the newest ${timeElement(newestAt, londonShort(newestAt, visit.now))}. <strong>FACT</strong> as told,
      not checked. Each waits for a person: any of them may be real.`,
    actions: button({ text: `Open all ${count}`, href }),
  };
}

function namingWords(naming: number): Html {
  return html`<span class="ho-told"
    >${
      naming === 0
        ? 'None of them names a place, a person or a safe number.'
        : `${naming.toLocaleString('en-GB')} of them ${naming === 1 ? 'names' : 'name'} a place, a person or a safe number.`
    }</span
  >`;
}

function clockOf(report: DangerReport, now: Date): UrgentRow['clock'] {
  const waitedMs = now.getTime() - report.waitingSince.getTime();
  const leftMs = TAKE_WITHIN_MS - waitedMs;
  const isLate = leftMs < 0;
  return {
    text: isLate ? `${longClock(-leftMs)} over` : stopwatch(leftMs),
    isLate,
    used: waitedMs / TAKE_WITHIN_MS,
    detail: isLate ? `was due ${dueAt(report, now)}` : 'left of 5 minutes',
  };
}

function dueAt({ waitingSince }: DangerReport, now: Date): string {
  return londonShort(new Date(waitingSince.getTime() + TAKE_WITHIN_MS), now);
}

/** Beyond a day, seconds say nothing. */
function longClock(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  return days === 0 ? stopwatch(ms) : `${days} d ${Math.floor((ms % 86_400_000) / 3_600_000)} h`;
}

/** The reference or that there is none yet, who it is from, and when it was given. */
export function whoAndWhen(report: DangerReport, now: Date): Html {
  const { reference, submitterType, givenAt } = report;
  const from =
    submitterType === null
      ? 'from somebody who has not finished'
      : `from: ${SUBMITTER_WORDS[submitterType].toLowerCase()}`;
  const name = reference === null ? 'No reference yet' : reference;
  return html`<strong>${name}</strong>, ${from}, given ${timeElement(givenAt, londonShort(givenAt, now))}.`;
}

/** Characters of each answer that stand in a row; the safety summary shows all. */
const LONGEST_TOLD = 600;
const LONGEST_NUMBER = 60;

/** What was said, in a few lines: each answer under its question, nothing invented where there is none. */
export function toldWords({
  what,
  where,
  who,
  safeNumber,
  mayRing,
  contact,
  contactWithdrawnAt,
}: DangerReport): Html {
  const parts: readonly (readonly [string, string])[] = [
    ['', what],
    ['Where:', where],
    ['Who:', who],
  ];
  const said = parts.filter(([, text]) => text.trim() !== '');
  return html`${said.length === 0 && html`<em>No words were given, only the boxes.</em> `}${said.map(
      ([question, text]) =>
        html`<span class="ho-told"
          >${question !== '' && html`<b>${question}</b> `}${isolated(text.slice(0, LONGEST_TOLD).toWellFormed())}${text.length > LONGEST_TOLD && ' … open it to read all'}</span
        > `,
    )}<span class="ho-told ho-told--line">${numberWords({ safeNumber, mayRing })}</span
    >${(contact ?? contactWithdrawnAt) !== null && html` <span class="ho-told ho-told--line">${contactWords(contact, contactWithdrawnAt)}</span>`}`;
}

/** The number they called safe, and whether it may be rung: a yes, a no, or that neither was said. */
export function numberWords({ safeNumber, mayRing }: Pick<DangerReport, 'safeNumber' | 'mayRing'>): Html {
  const number = safeNumber.trim().slice(0, LONGEST_NUMBER).toWellFormed();
  return html`${number !== '' && html`<b>Safe number:</b> ${isolated(number)}. `}<b
      >${ringWords(mayRing)}</b
    >`;
}

function ringWords(mayRing: boolean | null): string {
  if (mayRing === null) return 'Not said whether they may be rung.';
  return mayRing ? 'May be rung.' : 'Do not ring.';
}

/** The button that acknowledges the words as they stand now. */
export function takeForm(visit: AnyVisit, { id, version }: DangerReport): Html {
  return html`<form action="/danger/${id}/take" method="post">
    ${tokenField(visit)}<input type="hidden" name="version" value="${version}" />${button({
      text: 'Acknowledge',
      preventDoubleClick: true,
    })}
  </form>`;
}
