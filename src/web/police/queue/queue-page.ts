import { STAGES } from '#domain/desk/index.ts';
import type { DangerCounts, DeskCounts, QueuePage, TakenDanger, WaitingDanger } from '#domain/desk/index.ts';
import { SUBMITTER_TYPES } from '#domain/intake/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { choiceLinks, pageHeading, sectionHeading, sideList } from '#web/ui/police/index.ts';
import { londonTime, londonWeekday, timeElement } from '../london.ts';
import { picker } from '../picker.ts';
import { pageFor } from '../visit.ts';
import type { Visit } from '../visit.ts';
import { STAGE_WORDS, SUBMITTER_WORDS } from '../words.ts';
import { takenSection, waitingSection } from './danger-section.ts';
import { isNarrowed, queueAddress } from './queue-query.ts';
import type { QueueQuery } from './queue-query.ts';
import { queueRows } from './queue-rows.ts';

/** Everything the queue shows, as it was at one moment. */
export type QueueContent = {
  readonly query: QueueQuery;
  readonly danger: WaitingDanger;
  readonly taken: TakenDanger;
  readonly page: QueuePage;
  readonly counts: DeskCounts;
  readonly today: DangerCounts;
};

export const ROWS_ON_A_PAGE = 100;

const THEN = 'then by time received, oldest first. Nobody is scored.';
const ORDER_LINES: Readonly<Record<WaitingDanger['order'], string>> = {
  longest: `Danger first, longest-waiting first; ${THEN}`,
  newest: `Danger first, the newest first; ${THEN}`,
  named: `Danger first, in the order its heading says; ${THEN}`,
};

/** The queue: danger that waits for a person, danger somebody has taken, then every submission by time. */
export function queuePage(visit: Visit<true>, content: QueueContent): Html {
  const { danger, taken, counts, query } = content;
  return pageFor(visit, {
    title: danger.waiting > 0 ? `Queue (${danger.waiting} need a person now)` : 'Queue',
    section: 'queue',
    counts: { queue: danger.waiting },
    printLine: `Queue, printed ${londonTime(visit.now)}`,
    body: html`${pageHeading({
      title: 'Queue',
      line: html`As at ${timeElement(visit.now, londonWeekday(visit.now))}.
        <a href="${queueAddress(query, query)}">Refresh</a>. ${ORDER_LINES[danger.order]}`,
      figures: [
        {
          number: danger.waiting,
          text: danger.waiting === 1 ? 'needs a person now' : 'need a person now',
          href: '#danger',
        },
        { number: taken.taken, text: 'taken, not closed', href: '#taken' },
        { number: counts.unheld, text: 'with nobody yet', href: '/queue?with=nobody' },
        { number: counts.open, text: 'open in all', href: '/queue' },
      ],
    })}
    ${waitingSection(visit, query, danger)} ${takenSection(visit, query, taken)}
    ${everythingElse(visit, content)}`,
    aside: asideOf(content),
  });
}

/** One group of danger reports, each with its own row. */
export function groupPage(visit: Visit<true>, query: QueueQuery, danger: WaitingDanger): Html {
  const isOneConnection = query.group?.startsWith('c') === true;
  return pageFor(visit, {
    title: isOneConnection ? 'Danger reports from one connection' : 'Danger reports that say the same',
    section: 'queue',
    counts: { queue: danger.waiting },
    backLink: { href: queueAddress(query, { group: null, danger: null }), text: 'Queue' },
    printLine: `Danger reports, printed ${londonTime(visit.now)}`,
    body: html`${pageHeading({
      title: isOneConnection ? 'From one connection' : 'Reports that say the same',
      line: html`As at ${timeElement(visit.now, londonWeekday(visit.now))}.
      ${
        isOneConnection
          ? 'These came after others from the same connection within an hour. That may be one person pressing again, a school, or somebody who wants to hide a real one.'
          : 'Capitals, blanks and punctuation aside, these say the same. That may be a press too many, or somebody who wants to hide a real one.'
      }
      Each is shown; nothing is closed with another.`,
    })}
    ${danger.rows.length === 0 ? html`<p class="ho-empty">Every report of this group has been acknowledged.</p>` : waitingSection(visit, query, danger)}`,
  });
}

function everythingElse(visit: Visit<true>, { query, page, counts }: QueueContent): Html {
  const { entries, matching } = page;
  const heading = isNarrowed(query) ? 'Submissions that match' : 'Every open submission';
  return html`${sectionHeading(heading, matching, withChoices(query, counts))} ${filterForm(query)}
  ${
    entries.length === 0
      ? html`<p class="ho-empty">${emptyWords(query)}</p>`
      : queueRows(visit, 'Submissions by time received, oldest first', entries)
  }
  ${turning(query, page)}`;
}

function emptyWords(query: QueueQuery): Html {
  return isNarrowed(query)
    ? html`Nothing matches. <a href="/queue">Show every open submission</a>.`
    : html`No submission is open. What is handed in next appears here.`;
}

function withChoices(query: QueueQuery, counts: DeskCounts): Html {
  const to = (holder: string): string => queueAddress(query, { with: holder });
  return choiceLinks('With whom', [
    { text: 'All', href: to(''), current: query.with === '' },
    { text: 'Nobody yet', href: to('nobody'), current: query.with === 'nobody', count: counts.unheld },
    { text: 'Mine', href: to('me'), current: query.with === 'me', count: counts.own },
  ]);
}

function filterForm(query: QueueQuery): Html {
  const stages = STAGES.map(value => ({ value, text: STAGE_WORDS[value] }));
  const types = SUBMITTER_TYPES.map(value => ({ value, text: SUBMITTER_WORDS[value] }));
  return html`<form class="ho-filter" action="/queue" method="get" role="search">
    ${query.with !== '' && html`<input type="hidden" name="with" value="${query.with}" />`}
    ${picker({ name: 'stage', text: 'Stage', all: 'any but closed', options: stages, chosen: query.stage })}
    ${picker({ name: 'from', text: 'From', all: 'anyone', options: types, chosen: query.from })}
    <div>
      <label for="reference">Reference</label>
      <input
        id="reference"
        name="reference"
        type="search"
        value="${query.reference}"
        autocomplete="off"
        spellcheck="false"
      />
    </div>
    <button class="govuk-button govuk-button--secondary" type="submit">Show</button>
  </form>`;
}

function turning(query: QueueQuery, { entries, matching }: QueuePage): Html | undefined {
  const { start } = query;
  const end = start + entries.length;
  if (start === 0 && end >= matching) return undefined;
  return html`<nav class="ho-turn" aria-label="Pages of the queue">
    ${start > 0 && html`<a href="${queueAddress(query, { start: Math.max(0, start - ROWS_ON_A_PAGE) })}">Earlier</a>`}
    <span>${start + 1} to ${end} of ${matching.toLocaleString('en-GB')}</span>
    ${end < matching && html`<a href="${queueAddress(query, { start: end })}">Later</a>`}
  </nav>`;
}

function asideOf({ today, counts }: QueueContent): Html {
  return html`${sideList('Danger today', [
      { name: 'Reports given', value: String(today.given) },
      { name: 'Taken', value: String(today.taken) },
      { name: 'Closed with an incident', value: String(today.closedWithIncident) },
      { name: 'Closed with a reason', value: String(today.closedWithReason) },
    ])}
    ${sideList('Submissions', [
      { name: html`<a href="/queue?with=me">With you</a>`, value: String(counts.own) },
      { name: 'Received, not yet sealed', value: String(counts.unsealed) },
      ...(counts.notSealed > 0
        ? [{ name: 'Of these: not sealed, with a reason', value: String(counts.notSealed) }]
        : []),
      { name: html`<a href="/queue?stage=closed">Closed</a>`, value: String(counts.closed) },
    ])}
    <section class="ho-side">
      <h2>How this page is ordered</h2>
      <p>
        Danger reports that nobody has acknowledged stand first, by how long they have waited, also when the
        hand-in was never finished. When more wait than fit on a page, those that name a place, a person or a
        safe number stand first. Everything else stands by when it was received. There is no other order.
      </p>
    </section>`;
}
