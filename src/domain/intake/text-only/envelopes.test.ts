import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Envelopes } from './envelopes.ts';

/** Whether a text that comes in pieces of one size holds an envelope. */
function holds(text: string, size: number): boolean {
  const envelopes = new Envelopes();
  return (text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).some(piece => envelopes.push(piece));
}

test('the first lines of uuencode, yEnc and BinHex are found with any line ends and in any pieces', () => {
  for (const line of [
    'begin 644 photo.jpg',
    'begin-base64 0644 a b.bin',
    '=ybegin line=128 size=123456 name=a.jpg',
    '=ybegin part=1 total=2 line=128 size=1 name=a.jpg',
    '(This file must be converted with BinHex 4.0)',
  ])
    for (const end of ['\n', '\r\n', '\r'])
      for (const size of [1, 3, 500]) {
        assert.ok(holds(`hi${end}${line}${end}x`, size), line);
        assert.ok(holds(`${line}${end}x`, size), line);
      }
});

test('sentences that begin, wherever a piece ends, are not taken for one', () => {
  const text = `${'we begin 644 things at once\n'.repeat(60)}we begin 644 x\n=ybegin is a word`;
  for (let size = 1; size < 300; size += 1) assert.ok(!holds(text, size), String(size));
});
