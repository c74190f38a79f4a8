import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { Unescaper } from './unescape.ts';

test('escapes of JSON become the characters they stand for, below 256 the bytes, in pieces of any size', () => {
  const escaped = 'a\\u0107b\\u4f60\\uff01c\\u00ff\\u00f0\\n&#x41;=42%43=40%50\\xe0 0x41';
  const expected = Buffer.concat([
    utf8('aćb你！c'),
    Buffer.from([0xff, 0xf0, 10]),
    utf8('ABC@P'),
    Buffer.from([0xe0]),
    utf8(' 41'),
  ]);
  for (const size of [1, 2, 5, 100]) {
    const unescaper = new Unescaper();
    const pieces = (escaped.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).map(
      piece => unescaper.push(piece).text,
    );
    assert.deepEqual(Buffer.concat(pieces), expected, String(size));
  }
});
