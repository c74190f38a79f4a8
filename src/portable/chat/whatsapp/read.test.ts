import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, Reading } from '../reading.ts';
import { readWhatsapp } from './read.ts';

function read(lines: readonly string[], sealedAt = '2026-11-23T20:31:22Z'): Reading {
  return readWhatsapp(new TextEncoder().encode(lines.join('\n')), { sealedAt });
}

function messagesOf(reading: Reading): Message[] {
  return [...reading.messages];
}

function codesOf(reading: Reading): string[] {
  return reading.doubts.map(({ code }) => code);
}

const minute = (n: number): string =>
  `${String(Math.floor(n / 60) % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;

test('the messages of a reading can be gone through again and again', () => {
  const reading = read(['27/03/2022, 21:41 - Mina: a', '27/03/2022, 21:42 - Jo: b']);
  assert.deepEqual(messagesOf(reading), messagesOf(reading));
  assert.equal(reading.messageCount, 2);
});

test('speakers are listed with the most messages first and notices are not counted for them', () => {
  const reading = read([
    '[27/03/2022, 21:41:00] Club: \u200eMessages and calls are end-to-end encrypted.',
    '[27/03/2022, 21:41:01] Jo: b',
    '[27/03/2022, 21:41:02] Mina: a',
    '[27/03/2022, 21:41:03] Mina: c',
  ]);
  assert.deepEqual(reading.speakers, [
    { name: 'Mina', messages: 2 },
    { name: 'Jo', messages: 1 },
  ]);
});

test('one name with and without marks is one speaker', () => {
  const reading = read([
    '27/03/2022, 21:41 - \u202a+44 7700 900123\u202c: a',
    '27/03/2022, 21:42 - +44 7700 900123: b',
  ]);
  assert.deepEqual(reading.speakers, [{ name: '+44 7700 900123', messages: 2 }]);
});

test('names keep their last letter and every kind of edge is trimmed', () => {
  const reading = read(['27/03/2022, 21:41 - Jay R: a', '27/03/2022, 21:42 - \u00a0Jo\u202f\u200f: b']);
  assert.deepEqual(
    messagesOf(reading).map(({ speaker }) => speaker),
    ['Jay R', 'Jo'],
  );
  assert.equal(messagesOf(reading)[1]?.speakerWritten, '\u00a0Jo\u202f\u200f');
});

test('a name of 100,000 characters is read', () => {
  const name = 'n'.repeat(100_000);
  const reading = read([`27/03/2022, 21:41 - ${name}: a`]);
  assert.equal(reading.speakers[0]?.name, name);
});

test('lines that differ from a header in one character are text', () => {
  const near = [
    '27/03/2022, 2x:41 - Mina: b',
    '27/03/2022, 21:75 - Mina: b',
    '27/03/2022, 71:41 - Mina: b',
    '27/03/2022. 21:41 - Mina: b',
    '27/03/2022, 21:41 _ Mina: b',
  ];
  for (const line of near) {
    assert.equal(read(['27/03/2022, 21:41 - Mina: a', line]).messageCount, 1, line);
    assert.equal(read(['[27/03/2022, 21:41:00] Mina: a', '[27/03/2022, 21:41:75] Mina: b']).messageCount, 1);
  }
});

test('a name keeps to its first colon when its lines do not all go on alike', () => {
  const reading = read(
    ['a: x', 'a: y', 'b: z', 'a: x'].map((text, n) => `27/03/2022, 21:4${n} - Jo: ${text}`),
  );
  assert.deepEqual(reading.speakers, [{ name: 'Jo', messages: 4 }]);
});

test('a number of one digit cannot be a year of two', () => {
  const reading = read(['20. 1. 9. 오후 3:05 - 미나: a', '20. 1. 11. 오후 3:06 - 미나: b']);
  assert.deepEqual([reading.dateOrder.decision, reading.dateOrder.order], ['inferred', 'YMD']);
  assert.equal(messagesOf(reading)[0]?.written, '2020-01-09T15:05');
  const last = read(['9/1/20, 15:05 - Mina: a']);
  assert.ok(!['YMD', 'YDM'].includes(String(last.dateOrder.other)));
});

test('a known name without the space behind its colon still speaks, with a doubt', () => {
  const reading = read([
    '27/03/2022, 21:41 - Mina: a',
    '27/03/2022, 21:42 - Mina:.',
    '27/03/2022, 21:43 - Nobody:.',
  ]);
  const [, second, third] = messagesOf(reading);
  assert.deepEqual([second?.speaker, second?.body, second?.doubts], ['Mina', '.', ['system-or-user']]);
  assert.deepEqual([third?.kind, third?.speaker, third?.body], ['system', null, 'Nobody:.']);
});

test('a name with an open quotation that speaks often is a name', () => {
  const reading = read([1, 2, 3].map(n => `27/03/2022, 21:4${n} - Bob "the Builder: ${n}`));
  assert.deepEqual(reading.speakers, [{ name: 'Bob "the Builder', messages: 3 }]);
  assert.ok(!codesOf(reading).includes('system-or-user'));
});

test('a change of the subject with a colon is a notice in other quotation marks too', () => {
  for (const quoted of ['“Trip: May”', '„Trip: May“', '«Trip: May»', '「Trip: May」']) {
    const [message] = messagesOf(read([`27/03/2022, 21:41 - Mina changed the subject to ${quoted}`]));
    assert.deepEqual([message?.kind, message?.speaker], ['system', null], quoted);
  }
});

test('pasted headers that fit between their neighbours are messages with a doubt', () => {
  const reading = read([
    '[27/03/2022, 21:41:00] Mina: a',
    '[27/03/2022, 21:42:00] Jo: b',
    '27/03/2022, 21:43 - Mina: c',
    '[27/03/2022, 21:44:00] Jo: d',
  ]);
  assert.equal(reading.messageCount, 4);
  assert.deepEqual(messagesOf(reading)[2]?.doubts, ['header-shape-differs']);
  assert.ok(codesOf(reading).includes('mixed-header-shapes'));
});

test('a pasted header at the end of a file stays text when its time is earlier', () => {
  const reading = read([
    '[27/03/2022, 21:41:00] Mina: a',
    '[27/03/2022, 21:42:00] Jo: he wrote',
    '1/2/22, 11:43 - Kim: c',
  ]);
  assert.equal(reading.messageCount, 2);
  assert.deepEqual(messagesOf(reading)[1]?.doubts, ['header-like-line']);
  assert.match(messagesOf(reading)[1]?.body ?? '', /Kim: c$/);
});

test('a pasted date of another order does not unsettle the file', () => {
  const days = Array.from(
    { length: 25 },
    (_, i) => `${String(i + 1).padStart(2, '0')}/03/2022, 21:41 - Mina: a`,
  );
  const reading = read([...days.slice(0, 20), '03/14/2022, 10:00 - Kim: pasted', ...days.slice(20)]);
  assert.deepEqual([reading.dateOrder.decision, reading.dateOrder.order], ['inferred', 'DMY']);
  const messages = messagesOf(reading);
  assert.equal(messages.filter(({ writtenOther }) => writtenOther !== undefined).length, 0);
  assert.ok(messages[20]?.doubts.includes('date-order-conflict'));
});

test('the number of messages near a reported limit of the export is a doubt', () => {
  for (const [count, expected] of [
    [9950, true],
    [8000, false],
  ] as const) {
    // prettier-ignore
    const lines = Array.from({ length: count }, (_, n) => `27/03/2022, ${minute(n)} - Mina: a`);
    assert.equal(codesOf(read(lines)).includes('near-export-cap'), expected, String(count));
  }
});

test('a long pause is no doubt', () => {
  const reading = read(['27/03/2015, 21:41 - Mina: a', '27/03/2022, 21:42 - Jo: b']);
  assert.deepEqual(codesOf(reading), ['zone-not-stated']);
});

test('no message carries an instant, because no export says its zone', () => {
  const reading = read(['27/03/2022, 21:41 - Mina: a']);
  assert.equal(messagesOf(reading)[0]?.instant, null);
  assert.equal(reading.zone.basis, 'exporter-local');
});

test('a doubt never calls a file tampered with or genuine, and always gives an innocent cause', () => {
  const reading = read([
    '27/03/2022, 21:41 - Mina: a\r',
    '[1/2/22, 10:00:00] x: y',
    'R1/1/1',
    '03/28/2022, 21:41 - Jo:b',
  ]);
  assert.ok(reading.doubts.length > 2);
  for (const { sentence, causes } of reading.doubts) {
    assert.doesNotMatch(`${sentence} ${causes.join(' ')}`, /tamper|genuine|proves|fake|forg/i);
    assert.ok(causes.length > 0);
  }
});

test('a file without any header is wholly unread', () => {
  const reading = read(['hello', 'there']);
  assert.deepEqual([reading.messageCount, reading.unread], [0, [[0, 11]]]);
});
