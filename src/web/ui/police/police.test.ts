import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, renderHtml } from '../html.ts';
import type { Html } from '../html.ts';
import {
  bytesPanel,
  continuityRecord,
  dayMarker,
  doubtBlock,
  gapBlock,
  keyValues,
  label,
  ledger,
  mark,
  messageRow,
  pageHeading,
  partsBar,
  queueTable,
  sideList,
  sourceClassLabel,
  speakerChip,
  speakerKey,
  urgentRows,
} from './index.ts';
import type { MessageRow, QueueRow } from './index.ts';
import { timeBar } from './queue.ts';
import { initialsOf, speakerStyle } from './speaker.ts';

const HOSTILE = '\u202E"><script>alert(1)</script>';
const ELLE = { place: 2, name: 'Elle' };

/** The text of a piece of markup, as it reads. */
const words = (piece: Html): string =>
  renderHtml(piece)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const row = (more: Partial<MessageRow> = {}): Html =>
  messageRow({ id: 'm1', number: '1', href: '/m/1', time: '20:10', speaker: ELLE, body: 'hi', ...more });

const queued: QueueRow = {
  id: 'NS26-004188',
  due: { text: '12 min over', isLate: true, detail: 'referral due 13:54' },
  reference: 'NS26-004188',
  href: '/desk/NS26-004188',
  received: 'today 09:52',
  from: 'School or college',
  flags: ['Position of trust'],
  summary: 'Discord, 612 messages',
  stage: 'Triage',
};

test('no hostile text becomes markup, or turns its neighbours round, in any component', () => {
  const x = HOSTILE;
  const pieces = [
    row({ number: x, href: x, time: x, speaker: { place: 1, name: x }, body: x, note: x, instead: x }),
    row({ goesOn: true, speaker: { place: 3, name: x } }),
    speakerKey([{ place: 1, name: x, note: x }]),
    label(x),
    keyValues([{ key: x, value: x }]),
    gapBlock({ id: x, heading: x, text: x }),
    doubtBlock({ heading: x, text: x }),
    dayMarker({ id: x, day: x, detail: x }),
    ledger({ name: x, rows: [], speakers: 2 }),
    pageHeading({ title: x, line: x, figures: [{ number: 1, text: x, href: x }] }),
    partsBar({ reference: x, detail: x, parts: [{ text: x, href: x }] }),
    sideList(x, [{ name: x, value: x, detail: x }]),
    continuityRecord([{ what: x, when: { text: x, iso: x }, by: x, detail: x }]),
    queueTable(x, [
      {
        heading: x,
        count: 1,
        rows: [{ ...queued, id: x, reference: x, from: x, flags: [x], summary: x, stage: x, holder: x }],
      },
    ]),
    urgentRows({
      line: x,
      nobodyLine: x,
      rows: [
        {
          id: x,
          clock: { text: x, isLate: true, used: 1, detail: x },
          flags: [x],
          told: x,
          detail: x,
          actions: html``,
        },
      ],
    }),
  ];
  for (const piece of pieces) assert.doesNotMatch(renderHtml(piece), /<script/, words(piece));
  const fromOutside = [row({ body: x, speaker: { place: 1, name: x } }), speakerKey([{ place: 1, name: x }])];
  for (const piece of fromOutside) assert.doesNotMatch(renderHtml(piece), /\u202E/);
});

test('a message keeps its line feeds, is isolated, and opens at its number', () => {
  const page = renderHtml(row({ body: 'one\n  two' }));
  assert.match(page, /<bdi class="ho-message__body">one\n  two<\/bdi>/);
  assert.match(page, /href="\/m\/1"/);
});

test('a message of a run has a rail with the speaker’s name for a screen reader, and its first has a chip', () => {
  assert.match(renderHtml(row()), /ho-chip--2[^]*Elle/);
  assert.doesNotMatch(renderHtml(row()), /ho-rail/);
  assert.match(renderHtml(row({ goesOn: true })), /ho-rail--2[^]*Elle/);
});

test('a message without words says what stands in their place, and an empty one stays empty', () => {
  assert.match(
    words(row({ body: undefined, instead: 'This message was deleted' })),
    /This message was deleted/,
  );
  assert.match(renderHtml(row({ body: '' })), /<bdi class="ho-message__body"><\/bdi>/);
  assert.doesNotMatch(renderHtml(row({ speaker: undefined })), /ho-chip|ho-rail/);
});

test('initials are one or two characters of any name, whatever is in it', () => {
  const names = [
    'Jay R',
    'Elle',
    'Kay Anne Marlow',
    'قمر الليل',
    '+44 7700 900417',
    '🌼',
    '',
    '\u202E',
    "O'Neil",
    '__x__',
    'é',
  ];
  assert.deepEqual(names.map(initialsOf), [
    'JR',
    'EL',
    'KM',
    'قا',
    '4 9'.replace(' ', ''),
    '🌼',
    '?',
    '\u202E',
    'ON',
    'X',
    'É',
  ]);
  assert.ok(initialsOf('x'.repeat(1_000_000)).length <= 2);
});

test('a hidden character in initials is shown as a mark', () => {
  assert.doesNotMatch(renderHtml(speakerChip({ place: 1, name: '\u202E' })), /\u202E/);
});

test('twelve speakers look different and the thirteenth looks like the first', () => {
  assert.equal(new Set(Array.from({ length: 12 }, (_, index) => speakerStyle(index + 1))).size, 12);
  assert.equal(speakerStyle(13), 1);
});

test('the queue says when fewer rows are shown than there are, and who has none', () => {
  const table = queueTable('In order of time left', [
    { heading: 'Due within the hour', count: 38, rows: [queued] },
  ]);
  assert.match(words(table), /Due within the hour 38, shown as 1 row/);
  assert.match(words(table), /Nobody yet/);
  assert.doesNotMatch(words(queueTable('x', [{ heading: 'Past', count: 1, rows: [queued] }])), /shown as/);
});

test('flags that wait come with words for their time, and none waiting is said with the time', () => {
  const clock = { text: '0:21 over', isLate: true, used: 5, detail: 'was due 14:06:00' };
  const one = urgentRows({
    line: '1 flag',
    nobodyLine: '',
    rows: [{ id: 'f', clock, flags: ['Child in danger'], told: 'x', detail: 'y', actions: html`` }],
  });
  assert.match(words(one), /Needs a person now 1 flag 0:21 over was due 14:06:00 Child in danger/);
  assert.equal(
    words(urgentRows({ line: '', nobodyLine: 'As at 14:06:21', rows: [] })),
    'Nobody is waiting As at 14:06:21',
  );
});

test('the bar of time stays inside its frame for any share', () => {
  const width = (used: number): string =>
    /used"[^>]*width="([^"]*)"/.exec(renderHtml(timeBar(used, false)))![1]!;
  assert.deepEqual([0, 0.36, 1, 7, -1, Number.NaN, Infinity].map(width), [
    '0',
    '36',
    '100',
    '100',
    '0',
    '100',
    '100',
  ]);
});

test('bytes are shown by part, from where they are in the item', () => {
  const bytes = new TextEncoder().encode('20:10 - é\n<b>');
  const panel = bytesPanel({
    bytes,
    offset: 91_148,
    itemSizeBytes: 402_118,
    parts: [
      { part: 'time', from: 91_148, to: 91_153 },
      { part: 'line end', from: 91_158, to: 91_159 },
    ],
  });
  const page = renderHtml(panel);
  assert.match(words(panel), /14 bytes of 402,118 91,148 to 91,161/);
  assert.match(page, /01640c/);
  assert.match(page, /<span class="ho-byte ho-byte--time">32 30 3a 31 30<\/span>/);
  assert.match(page, /<span class="ho-byte ho-byte--end">0a<\/span>/);
  assert.match(page, /··/);
  assert.match(page, /&lt;b&gt;/);
});

test('a message of 2 MB shows its first bytes and says how many are not shown', () => {
  const page = words(
    bytesPanel({ bytes: new Uint8Array(2_000_000), offset: 0, itemSizeBytes: 2_000_000, parts: [] }),
  );
  assert.match(page, /1,999,488 more bytes are not shown here/);
  assert.ok(page.length < 10_000);
});

test('no bytes at all are shown as none', () => {
  assert.match(
    words(bytesPanel({ bytes: new Uint8Array(), offset: 5, itemSizeBytes: 5, parts: [] })),
    /^0 bytes of 5/,
  );
});

test('a failed or waiting entry of the continuity record says so in words', () => {
  const when = { text: '23 November 10:12:44', iso: '2026-11-23T10:12:44Z' };
  const record = continuityRecord([
    { what: 'Sealed', when },
    { what: 'Bundle made', when, state: 'failed' },
    { what: 'Checked', when, state: 'waiting' },
  ]);
  assert.match(
    words(record),
    /Sealed 23 November 10:12:44 Bundle made failed 23 November 10:12:44 Checked waiting/,
  );
  assert.match(renderHtml(record), /<time datetime="2026-11-23T10:12:44Z">/);
});

test('every mark and every source class has its word', () => {
  assert.equal(words(mark('undermines')), 'undermines');
  assert.equal(words(sourceClassLabel('party export')), 'Source: party export');
});
