import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  decodeCanonicalJson,
  decodeUtf8,
  encodeCanonicalJson,
  equalBytes,
  fromBase64,
  fromHex,
  toBase64,
  toHex,
  utf8,
} from './index.ts';
import type { CanonicalValue } from './index.ts';

const RUNS = { seed: 1, numRuns: 300 };

const canonicalValue = fc.letrec<{ value: CanonicalValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger().map(n => n + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
})).value;

test('300 random byte strings survive hexadecimal and base64', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      assert.deepEqual(fromHex(toHex(bytes)), bytes);
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    }),
    RUNS,
  );
});

test('of 300 random texts, whatever hexadecimal or base64 accepts is spelled that way', () => {
  const unit = fc.constantFrom(...'AQgw+/=Z0f '.split(''));
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 8 }), text => {
      const base64 = fromBase64(text);
      const hex = fromHex(text);
      if (base64 !== null) assert.equal(toBase64(base64), text);
      if (hex !== null) assert.equal(toHex(hex), text);
    }),
    RUNS,
  );
});

test('300 random values survive canonical JSON', () => {
  fc.assert(
    fc.property(canonicalValue, value => {
      const bytes = encodeCanonicalJson(value);
      const decoded = decodeCanonicalJson(bytes);
      assert.ok(decoded.ok);
      assert.ok(equalBytes(encodeCanonicalJson(decoded.value), bytes));
      assert.deepEqual(decoded.value, JSON.parse(decodeUtf8(bytes) ?? ''));
    }),
    RUNS,
  );
});

test('300 random byte strings and JSON texts are decoded or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), bytes => {
      const decoded = decodeCanonicalJson(bytes);
      if (decoded.ok) assert.ok(equalBytes(encodeCanonicalJson(decoded.value), bytes));
    }),
    RUNS,
  );
});
