import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCanonicalJson, decodeUtf8, encodeCanonicalJson, utf8 } from './index.ts';
import type { CanonicalValue } from './index.ts';

function written(value: CanonicalValue): string | null {
  return decodeUtf8(encodeCanonicalJson(value));
}

function refused(text: string): boolean {
  return !decodeCanonicalJson(utf8(text)).ok;
}

test('keys are sorted by UTF-16 code units as in RFC 8785 section 3.2.3', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
  const keys = '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}';
  assert.equal(written(value), keys);
});

test('text uses the shortest escapes and keeps its normal form', () => {
  assert.equal(
    written('\b\t\n\f\r"\\/\u0000\u001f\u007f é e\u0301'),
    '"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\u007f é e\u0301"',
  );
});

test('nothing but well-formed text, safe integers, booleans, null, arrays and objects is written', () => {
  const allowed: CanonicalValue = { b: [true, false, null, -1, 9007199254740991], a: {} };
  assert.equal(written(allowed), '{"a":{},"b":[true,false,null,-1,9007199254740991]}');
  const bad: unknown[] = [
    1.5,
    2 ** 53,
    Number.NaN,
    Infinity,
    '\ud800',
    { '\udc00': 1 },
    undefined,
    { a: undefined },
  ];
  for (const value of [...bad, [1, undefined], [undefined], 1n, () => 1, Symbol('s')]) {
    assert.throws(() => encodeCanonicalJson(value as CanonicalValue), TypeError);
  }
});

test('only the one spelling is read', () => {
  assert.deepEqual(decodeCanonicalJson(utf8('{"a":[1,"x"]}')), { ok: true, value: { a: [1, 'x'] } });
  const others = [
    ' {}',
    '{}\n',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '1.0',
    '1e2',
    '-0',
    '01',
    '9007199254740992',
    '1.5',
  ];
  for (const text of [
    ...others,
    '"\\u0061"',
    '"\\/"',
    '"\\ud800"',
    '',
    'nul',
    '\ufeff{}',
    '[1,]',
    '{"a":1,}',
  ]) {
    assert.ok(refused(text), JSON.stringify(text));
  }
  assert.equal(decodeCanonicalJson(Uint8Array.of(0x22, 0xff, 0x22)).ok, false);
});

test('a member called __proto__ is data like any other', () => {
  const decoded = decodeCanonicalJson(utf8('{"__proto__":{"a":1}}'));
  assert.ok(decoded.ok);
  assert.equal(written(decoded.value), '{"__proto__":{"a":1}}');
});

test('values nested 64 deep are read and deeper ones are refused without exhausting the stack', () => {
  assert.ok(!refused('['.repeat(65) + ']'.repeat(65)));
  assert.ok(refused('['.repeat(66) + ']'.repeat(66)));
  assert.ok(refused('['.repeat(200_000) + ']'.repeat(200_000)));
});
