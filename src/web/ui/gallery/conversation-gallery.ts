import { stripChart } from '../charts/index.ts';
import type { StripDay } from '../charts/index.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { policePage } from '../layouts/index.ts';
import {
  bytesPanel,
  continuityRecord,
  dayMarker,
  doubtBlock,
  doubtRow,
  gapBlock,
  keyValues,
  label,
  labels,
  ledger,
  mark,
  messageRow,
  pageHeading,
  partsBar,
  sourceClassLabel,
  speakerKey,
} from '../police/index.ts';
import { isolated } from '../visible.ts';
import { NORTHSHIRE, SECTIONS } from './examples.ts';

const JAY = { place: 1, name: 'Jay R' } as const;
const ELLE = { place: 2, name: 'Elle' } as const;
const OTHERS = ['Meg', 'Sam Okafor', 'قمر', 'Zoë', 'Ana', '\u202Eevil', 'Kit', 'Ottoline', '🌼', 'Wren'].map(
  (name, index) => ({ place: index + 3, name }),
);

/** A conversation as it stands in the pictures, made of the kit. */
export function conversationExample(): Html {
  return policePage({
    title: 'Jay R and Elle',
    force: NORTHSHIRE,
    sections: SECTIONS,
    section: 'cases',
    officer: { name: 'DC Amara Okoro', role: 'Investigator' },
    subBar: partsBar({
      reference: 'NS-C26-0412',
      detail: 'Opened 22 November 2026, DC Okoro',
      parts: [
        { text: 'Overview', href: '#' },
        { text: 'Conversations', href: '#', count: 3, current: true },
      ],
    }),
    printLine: 'NS-C26-0412, printed 23 November 2026, 14:06',
    body: html`${pageHeading({
        title: html`${isolated('Jay R')} and ${isolated('Elle')}`,
        line: html`Export A, WhatsApp. Item NS26-004183/2. 4,812 messages, 9 September to 13 November 2026
        ${sourceClassLabel('party export')}`,
        actions: labels([
          label('Day first: certain'),
          label('London time: declared'),
          html`<a href="#">${label('4 doubts', 'doubt')}</a>`,
        ]),
      })}
      ${stripChart({ id: 'strip', days: exampleDays(), upName: 'Jay R', downName: 'Elle' })}
      ${speakerKey([
        { ...JAY, note: "subject's account, 07700 900417" },
        { ...ELLE, note: 'decoy account, an adult typing' },
        ...OTHERS,
      ])}
      ${ledger({ name: 'Messages 1,178 to 1,208 of 4,812', rows: exampleRows(), speakers: 12 })}
      <h2>Marks</h2>
      <p>
        ${(['supports', 'undermines', 'neutral', 'doubt', 'passed', 'failed'] as const).map(kind => html`${mark(kind)} ${kind} `)}
      </p>`,
    aside: exampleAside(),
  });
}

function exampleRows(): readonly Html[] {
  const row = (number: number, time: string, speaker: (typeof OTHERS)[number], rest: object): Html =>
    messageRow({
      id: `m${number}`,
      number: number.toLocaleString('en-GB'),
      href: `#m${number}`,
      time,
      speaker,
      ...rest,
    });
  return [
    dayMarker({ id: 'd15', day: 'Tuesday 15 September 2026', detail: '169 messages, 07:51 to 22:40' }),
    row(1178, '22:32', JAY, { body: 'night. dont stay up' }),
    row(1179, '22:40', ELLE, { instead: 'Sticker, left out of the export by the app' }),
    gapBlock({
      heading: 'No messages for 2 days 21 hours',
      text: '15 September 22:40 to 18 September 19:52. The longest gap before this is 8 hours 12 minutes. Could be: no contact, phone off, another app, messages deleted before export.',
      action: html`<a href="#">Look in export B</a>`,
    }),
    dayMarker({
      id: 'd18',
      day: 'Friday 18 September 2026',
      detail: '143 messages, 19:52 to 23:41. London, summer time',
    }),
    row(1180, '19:52', JAY, { body: 'you there?' }),
    row(1181, '19:52', JAY, { body: 'sorry been working away', goesOn: true, timeRepeats: true }),
    row(1182, '19:53', ELLE, { body: 'hi. had football then tea. we won 3-1 ⚽' }),
    row(1183, '19:53', ELLE, { body: 'and\u202Eevil text', goesOn: true, timeRepeats: true }),
    row(1200, '20:10', JAY, {
      body: 'orrenby bus station by the cafe. i can drive over for 2',
      isSelected: true,
    }),
    row(1203, '20:13', ELLE, {
      body: 'meg keeps going on look\n18/09/2026, 20:03 - Meg: u coming tmrw or not',
      doubts: [
        doubtBlock({
          heading: 'The second line looks like a message from “Meg”.',
          text: 'Read as text inside this message: nobody called Meg appears anywhere else in the file.',
          action: html`<a href="#">Both readings</a>`,
        }),
      ],
    }),
    row(1206, '20:16', JAY, {
      body: 'does she know about me',
      note: 'edited in the app; earlier wording is not in the file',
    }),
    doubtRow(
      doubtBlock({
        heading: 'The written time goes back 3 minutes.',
        text: 'File order kept. Could be: sent while offline, or a clock set by hand.',
      }),
    ),
    ...OTHERS.map((speaker, index) => row(1210 + index * 2, '20:20', speaker, { body: 'مرحبا, hello' })),
    ...OTHERS.map((speaker, index) =>
      row(1260 + index * 2, '20:21', speaker, { body: 'goes on', goesOn: true }),
    ),
    row(1300, '20:30', ELLE, { body: 'a'.repeat(400) }),
  ];
}

/** Days like those of the pictures: busy, then a gap, with no chance in them so that screenshots are stable. */
function exampleDays(): readonly StripDay[] {
  return Array.from({ length: 66 }, (_, index) => {
    const date = new Date(Date.UTC(2026, 8, 9 + index)).toISOString().slice(0, 10);
    const isGap = (index >= 7 && index < 9) || (index >= 47 && index < 51);
    const busy = isGap ? 0 : 20 + ((index * 37) % 60) + (index < 8 ? 60 : 0);
    return {
      date,
      up: busy,
      down: Math.round(busy * 0.7),
      isGap,
      isShown: index >= 6 && index < 10,
      doubts: index === 9 || index === 31 ? 1 : 0,
      ...(isGap ? {} : { href: `#d${date}` }),
    };
  });
}

function exampleAside(): Html {
  const bytes = new TextEncoder().encode(
    '18/09/2026, 20:10 - Jay R: orrenby bus station by the cafe. i can drive over for 2\n',
  );
  return html`<h2>Message 1,200</h2>
    ${keyValues([
      { key: 'Written as', value: html`<code class="ho-code">18/09/2026, 20:10</code>` },
      { key: 'Means', value: '18 September 2026, between 19:10:00 and 19:10:59 UTC' },
      {
        key: 'Because',
        value: 'The app writes minutes. Zone London, declared by the submitter 21 November.',
      },
      { key: 'Speaker', value: html`“${isolated('Jay R')}” is the name in the exporter's contacts` },
    ])}
    ${bytesPanel({
      bytes,
      offset: 91_148,
      itemSizeBytes: 402_118,
      parts: [
        { part: 'time', from: 91_148, to: 91_165 },
        { part: 'speaker', from: 91_168, to: 91_173 },
        { part: 'body', from: 91_175, to: 91_230 },
        { part: 'line end', from: 91_230, to: 91_231 },
      ],
    })}
    <h2>Continuity record</h2>
    ${continuityRecord([
      {
        what: 'Received',
        when: { text: '21 November 19:08:31', iso: '2026-11-21T19:08:31Z' },
        by: 'Kay Marlow, submitter',
      },
      {
        what: 'Sealed',
        when: { text: '21 November 19:08:33', iso: '2026-11-21T19:08:33Z' },
        detail: 'Log entry 47,902',
      },
      {
        what: 'Bundle made',
        when: { text: '23 November 10:12:44', iso: '2026-11-23T10:12:44Z' },
        state: 'failed',
        detail: 'This copy differs from the one made then',
      },
      { what: 'Checked', when: { text: 'not yet', iso: '2026-11-23T10:12:44Z' }, state: 'waiting' },
    ])}`;
}
