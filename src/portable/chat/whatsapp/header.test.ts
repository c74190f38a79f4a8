import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeaderReader } from './header.ts';

function readHeader(line: string): HeaderReader | null {
  const bytes = new TextEncoder().encode(line);
  const reader = new HeaderReader();
  return reader.read(bytes, 0, bytes.length) ? reader : null;
}

const NO_HEADERS = [
  '',
  '2/11/19: Arrival',
  '2/11/19, 14:48 Alice: no dash',
  '2/11/19, 14:48- no space before the dash',
  '2/11/19, 14:48 -no space behind the dash',
  '12.10 - 14.30 - meeting',
  '1/2/3, 14:48 - a year of one digit',
  '1/2/202, 14:48 - a year of three digits',
  '1/2/20222, 14:48 - a year of five digits',
  '2022/2/2022, 14:48 - two years',
  '1/2.2022, 14:48 - two separators',
  '1/2/2022 14:60 - sixty minutes',
  '1/2/2022 25:10 - hour 25',
  '1/2/2022 14:5 - one digit of minutes',
  '1/2/2022, 4:48 fortnight - a word that is no half of the day',
  '1/2/2022, 14:48 ᏌᎾᎴ - an unknown word beside a 24-hour time',
  '[1/2/2022, 14:48:11 Alice: no closing bracket',
  '[1/2/2022] Alice: no time',
  '14:48 - Alice: no date',
  'R4 - the winner',
  `1/2/2022, 14:48 ${'p'.repeat(300)} - a word without end`,
];

for (const line of NO_HEADERS) {
  test(`"${line.slice(0, 60)}" is no header`, () => {
    assert.equal(readHeader(line), null);
  });
}

test('the text of date and time excludes brackets, marks before it and the dash', () => {
  const line = '\u200e[27/03/2022, 9:41:35\u202fPM] Mina: x';
  const reader = readHeader(line);
  const bytes = new TextEncoder().encode(line);
  assert.ok(reader);
  assert.equal(
    new TextDecoder().decode(bytes.subarray(reader.textStart, reader.textEnd)),
    '27/03/2022, 9:41:35\u202fPM',
  );
  assert.equal(new TextDecoder().decode(bytes.subarray(reader.contentStart)), 'Mina: x');
});

test('one space behind the header is header, more are content', () => {
  const line = '27/03/2022, 21:41 -   Mina: x';
  const reader = readHeader(line);
  assert.ok(reader);
  assert.equal(line.slice(reader.contentStart), '  Mina: x');
});

test('a header may end its line', () => {
  assert.ok(readHeader('27/03/2022, 21:41 -'));
  assert.ok(readHeader('[27/03/2022, 21:41:35]'));
});

test('headers of one layout have one shape, whatever their numbers', () => {
  const keys = ['1/2/22, 4:48 AM - x', '11/12/22, 11:48 PM - x', '1/12/22, 11:48 am - x'].map(line =>
    readHeader(line)?.shapeKey(),
  );
  assert.equal(new Set(keys).size, 1);
});

test('headers of different layout have different shapes', () => {
  const lines = [
    '1/2/22, 4:48 - x', '1/2/22 4:48 - x', '1/2/2022, 4:48 - x', '2022/2/1, 4:48 - x', '1.2.22, 4:48 - x', '1-2-22, 4:48 - x',
    '1/2/22, 4.48 - x', '1/2/22, 4:48:11 - x', '1/2/22, 4:48 AM - x', '1/2/22, 4:48 μ.μ. - x', '1/2/22, 下午4:48 - x',
    '[1/2/22, 4:48] x', '1/2/22, 4:48 – x', '1/2/22, 4:48: x', '4:48, 1/2/22 - x', '١/٢/٢٢, ٤:٤٨ - x',
  ]; // prettier-ignore
  const keys = lines.map(line => readHeader(line)?.shapeKey());
  assert.ok(!keys.includes(undefined));
  assert.equal(new Set(keys).size, lines.length);
});

test('bytes that are not UTF-8 inside a header stop it without an exception', () => {
  const bytes = new TextEncoder().encode('27/03/2022, 21:41 - Mina: x');
  for (let at = 0; at < 19; at++) {
    for (const bad of [0x80, 0xc3, 0xe2, 0xf4, 0xff]) {
      const broken = Uint8Array.from(bytes);
      broken[at] = bad;
      new HeaderReader().read(broken, 0, broken.length);
    }
  }
  assert.equal(new HeaderReader().read(Uint8Array.of(0xf4, 0x9f, 0xbf, 0xbf), 0, 4), false);
});
