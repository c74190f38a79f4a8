import * as govuk from '../govuk/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { policePage } from '../layouts/index.ts';
import {
  queueTable,
  sideList,
  urgentRows,
  pageHeading,
  choiceLinks,
  sectionHeading,
} from '../police/index.ts';
import type { QueueRow, UrgentRow } from '../police/index.ts';
import { isolated } from '../visible.ts';
import { NORTHSHIRE, SECTIONS } from './examples.ts';

/** The desk queue as it stands in the pictures, made of the kit. */
export function queueExample(): Html {
  return policePage({
    title: 'Queue',
    force: NORTHSHIRE,
    sections: SECTIONS,
    officer: { name: 'PC Tom Fairley', role: 'Intake officer' },
    signOut: html`<form action="/sign-out" method="post"><button>Sign out</button></form>`,
    section: 'queue',
    counts: { queue: 3 },
    body: html`${pageHeading({
      title: 'Queue',
      line: 'As at Monday 23 November 2026, 14:06:21. In order of unacknowledged flags, then time left. Nobody is scored.',
      figures: [
        { number: 3, text: 'need a person now' },
        { number: 2, text: 'past their time' },
        { number: 148, text: 'open in all', href: '#' },
      ],
    })}
    ${urgentRows({ rows: URGENT, line: '3 flags not acknowledged. After 5 minutes each goes to the next person on the rota.', nobodyLine: '' })}
    ${sectionHeading('Everything else', 145, FILTERS)}
    ${queueTable('Submissions in order of time left', [
      { heading: 'Past their time', count: 2, rows: ROWS.slice(0, 2) },
      {
        heading: 'Due within the hour',
        count: 38,
        rows: ROWS.slice(2),
        more: { text: 'Show 36 more', href: '#' },
      },
    ])}`,
    aside: html`${sideList('On duty', [
      { name: 'PC Tom Fairley', value: 'first', detail: 'you, until 22:00' },
      { name: 'PC Ida Lund', value: 'second' },
    ])}${sideList('Today so far', [{ name: 'Flags raised', value: '22' }])}`,
  });
}

/** The desk when nobody waits: it says so, and when that was so. */
export function emptyQueueExample(): Html {
  return policePage({
    title: 'Queue',
    force: NORTHSHIRE,
    sections: SECTIONS,
    officer: { name: 'PC Tom Fairley', role: 'Intake officer' },
    section: 'queue',
    body: html`${pageHeading({ title: 'Queue' })}
    ${urgentRows({ rows: [], line: '', nobodyLine: 'Every flag was acknowledged at 14:06:21.' })}
    ${govuk.summaryList({ rows: [{ key: { text: 'Stage' }, value: { text: 'Triage' } }] })}
    ${govuk.radios({
      name: 'stage',
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'What happens next?' } },
      items: [
        { value: 'close', text: 'Close the flag' },
        { value: 'pass', text: 'Pass it on' },
      ],
    })}
    ${govuk.input({ name: 'incident', label: { text: 'Incident number' }, classes: 'govuk-input--width-10' })}
    ${govuk.button({ text: 'Save' })}`,
  });
}

const FILTERS = choiceLinks('Filter', [
  { text: 'All', href: '#', current: true },
  { text: 'Nobody yet', href: '#', count: 61 },
]);

const actions = (): Html =>
  html`${govuk.button({ text: 'Acknowledge' })}${govuk.button({ text: 'Open', href: '#', classes: 'govuk-button--secondary' })}`;

const URGENT: readonly UrgentRow[] = [
  {
    id: 'flag-1',
    clock: { text: '0:21 over', isLate: true, used: 1, detail: 'was due 14:06:00; passed to Sgt Nandra' },
    flags: ['Confrontation or live stream now'],
    told: 'Three people said to be with a man outside Marlby retail park. Streaming since 13:55.',
    detail: html`<strong>NS26-004207</strong> from an activist group member, 14:01:00.
      <strong>FACT</strong> as told, not checked.`,
    actions: actions(),
  },
  {
    id: 'flag-2',
    clock: { text: '3:12', isLate: false, used: 0.36, detail: 'left of 5 minutes' },
    flags: ['Meeting within 24 hours', 'Child in danger'],
    told: 'Meeting said to be today, 16:30, Tarnwick leisure centre. The child is 14 and at school until 15:15.',
    detail: html`<strong>NS26-004209</strong> from a parent or carer, 14:04:33.`,
    actions: actions(),
  },
];

const ROWS: readonly QueueRow[] = [
  {
    id: 'NS26-004188',
    due: { text: '12 min over', isLate: true, detail: 'referral due 13:54' },
    reference: 'NS26-004188',
    href: '#',
    received: 'today 09:52',
    from: 'School or college',
    flags: ['Position of trust'],
    summary: 'Statutory notification, became aware 09:40. Discord, 612 messages',
    stage: 'Referral not sent',
    stageDetail: 'LADO, by 13:54',
    holder: 'PC Fairley',
  },
  {
    id: 'NS26-004191',
    due: { text: '3 min over', isLate: true, detail: 'triage due 14:03' },
    reference: 'NS26-004191',
    href: '#',
    received: 'today 10:03',
    from: 'Platform',
    flags: [],
    summary: 'One account, 44 messages, by the API',
    stage: 'Triage',
  },
  {
    id: 'NS26-004197',
    due: { text: '18 min', isLate: false, detail: 'triage by 14:24' },
    reference: 'NS26-004197',
    href: '#',
    received: 'today 10:24',
    from: 'Member of the public',
    flags: [],
    summary: html`No files. Two usernames: <code class="ho-code">${isolated('mossy.pebble.0093')}</code>,
      ${isolated('قمر_الليل_٢١')}`,
    stage: 'Triage',
  },
];
