import { GROUP_FROM } from '#domain/desk/index.ts';
import type { DangerOrder, DangerReport, DangerRow, TakenDanger, WaitingDanger } from '#domain/desk/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { choiceLinks, urgentRows } from '#web/ui/police/index.ts';
import type { UrgentRow } from '#web/ui/police/index.ts';
import { contactWords } from '../danger/contact-words.ts';
import { dangerRow, groupRow, numberWords, whoAndWhen } from '../danger/danger-row.ts';
import { londonClock, londonShort, timeElement } from '../london.ts';
import type { Visit } from '../visit.ts';
import { queueAddress } from './queue-query.ts';
import type { QueueQuery } from './queue-query.ts';

/** Rows of danger on a page: what a person can go through before it has changed. */
export const DANGER_ON_A_PAGE = 50;

/**
 * What waits for a person, above all else. Nothing is left out: what does not fit on the page is on the next, what looks
 * alike is in a row that opens, and how many there are stands at the top.
 */
export function waitingSection(visit: Visit<true>, query: QueueQuery, danger: WaitingDanger): Html {
  return html`<div id="danger">
    ${urgentRows({
      rows: danger.rows.map(row => rowOf(visit, query, row)),
      line: lineOf(query, danger),
      nobodyLine: `Every danger report was acknowledged at ${londonClock(visit.now)}.`,
      choices:
        danger.rowsInAll > danger.rows.length || query.danger !== null ? ordersOf(query, danger) : undefined,
      turning: turning({
        name: 'Pages of the danger that waits',
        shown: danger.rows.length,
        inAll: danger.rowsInAll,
        from: danger.from,
        to: start => `${queueAddress(query, { dangerStart: start })}#danger`,
      }),
    })}
  </div>`;
}

function rowOf(visit: Visit<true>, query: QueueQuery, { report, group }: DangerRow): UrgentRow {
  if (group === null) return dangerRow(visit, report);
  return groupRow(visit, report, group, queueAddress(query, { group: group.key, danger: null }));
}

const ORDER_WORDS: Readonly<Record<DangerOrder, string>> = {
  longest: 'The longest-waiting first.',
  newest: 'The newest first.',
  named: 'Those that name a place, a person or a safe number first; within that, the longest-waiting first.',
};

function lineOf({ group }: QueueQuery, { rows, rowsInAll, from, waiting, order }: WaitingDanger): string {
  const inAll = waiting.toLocaleString('en-GB');
  const more = rowsInAll - rows.length;
  const grouped = rows.some(row => row.group !== null);
  return [
    group === null
      ? `${inAll} not acknowledged.`
      : `${rowsInAll.toLocaleString('en-GB')} of the ${inAll} not acknowledged.`,
    ORDER_WORDS[order],
    'Each is due a person within 5 minutes.',
    grouped &&
      `From ${GROUP_FROM} on, reports that say the same, or come from one connection, stand in one row that opens.`,
    more > 0 &&
      `Rows ${from + 1} to ${from + rows.length} of ${rowsInAll.toLocaleString('en-GB')} are on this page.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function ordersOf(query: QueueQuery, { order }: WaitingDanger): Html {
  const link = (text: string, danger: DangerOrder) => ({
    text,
    href: `${queueAddress(query, { danger })}#danger`,
    current: order === danger,
  });
  return choiceLinks('Order of the danger that waits', [
    link('Names a place, person or number', 'named'),
    link('Longest-waiting', 'longest'),
    link('Newest', 'newest'),
  ]);
}

/** Danger that somebody has taken and nobody has closed. */
export function takenSection(visit: Visit<true>, query: QueueQuery, danger: TakenDanger): Html | undefined {
  const { reports, taken, from } = danger;
  if (reports.length === 0) return undefined;
  return html`<section class="ho-taken" id="taken" aria-labelledby="taken-heading">
    <h2 id="taken-heading">Taken, not closed</h2>
    <ul>
      ${reports.map(report => takenRow(visit, report))}
    </ul>
    ${turning({
      name: 'Pages of the danger that was taken',
      shown: reports.length,
      inAll: taken,
      from,
      to: start => `${queueAddress(query, { takenStart: start })}#taken`,
    })}
  </section>`;
}

function takenRow(visit: Visit<true>, report: DangerReport): Html {
  const { takenBy, takenAt, what, contact, contactWithdrawnAt } = report;
  return html`<li>
    <p>
      ${whoAndWhen(report, visit.now)} Taken by ${isolated(takenBy?.title ?? '')}
      ${takenAt !== null && timeElement(takenAt, londonShort(takenAt, visit.now))}.
    </p>
    ${what.trim() !== '' && html`<p class="ho-taken__what">${isolated(what.slice(0, 200).toWellFormed())}</p>`}
    <p>${numberWords(report)} ${contactWords(contact, contactWithdrawnAt)}</p>
    <a href="/danger/${report.id}">Close with an incident number or a reason</a>
  </li>`;
}

type Turning = {
  readonly name: string;
  readonly shown: number;
  readonly inAll: number;
  readonly from: number;
  readonly to: (start: number) => string;
};

function turning({ name, shown, inAll, from, to }: Turning): Html | undefined {
  if (shown >= inAll) return undefined;
  const end = from + shown;
  const last = Math.floor((inAll - 1) / DANGER_ON_A_PAGE) * DANGER_ON_A_PAGE;
  return html`<nav class="ho-turn" aria-label="${name}">
    ${from > 0 && html`<a href="${to(Math.max(0, from - DANGER_ON_A_PAGE))}">Earlier rows</a>`}
    <span>${from + 1} to ${end} of ${inAll.toLocaleString('en-GB')}</span>
    ${end < inAll && html`<a href="${to(end)}">${inAll - end} more</a> <a href="${to(last)}">The last rows</a>`}
  </nav>`;
}
