import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { TextScreen } from './text-screen.ts';

const PIECE_BYTES = 65_536;
const WORDS =
  'are the ducks back by the pond yes nine and a swan we could take the late train after school or walk over with Mina when maths is done'.split(' '); // prettier-ignore

/** What the screen says of a backup that holds these elements. */
function judge(elements: readonly string[]): string {
  const bytes = utf8(
    `<?xml version='1.0' encoding='UTF-8' ?>\n<smses count="1">\n${elements.join('\n')}\n</smses>`,
  );
  const screen = new TextScreen();
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const refusal = screen.push(bytes.subarray(at, at + PIECE_BYTES));
    if (refusal !== null) return refusal.reason;
  }
  return screen.end()?.reason ?? 'text';
}

function row(n: number): string {
  const body = Array.from({ length: 3 + (n % 12) }, (_, i) => WORDS[(n * 7 + i * 5) % WORDS.length]).join(
    ' ',
  );
  return `  <sms protocol="0" address="+447700900${100 + (n % 7)}" date="${1_710_440_000_000 + n * 61_234}" type="${1 + (n % 2)}" subject="null" body="${body} &#55358;&#56710;" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="0" readable_date="14 Mar 2024 18:13:20" contact_name="Kai Park" />`;
}

function picture(data: string): string {
  return `<mms date="1710440000000" msg_box="1" address="+447700900123"><parts><part seq="0" ct="image/png" name="pond.png" data="${data}" /></parts></mms>`;
}

test('a backup of text messages is text, also a long one, and one whose pictures were left out', () => {
  const rows = Array.from({ length: 3000 }, (_, n) => row(n));
  assert.equal(judge(rows.slice(0, 1)), 'text');
  assert.equal(judge(rows), 'text');
  assert.equal(judge([...rows, picture('null')]), 'text');
});

test('a backup of text messages with a picture in one of them is not taken as text', () => {
  const inside = Uint8Array.from({ length: 3000 }, (_, n) => (n * 73 + 41 + (n >> 3) * 7) & 255);
  const file = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), inside]);
  const rows = Array.from({ length: 3000 }, (_, n) => row(n));
  assert.equal(judge([...rows, picture(file.toString('base64')), ...rows]), 'written-file');
});
