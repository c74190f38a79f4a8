import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { equalBytes, utf8 } from '../bytes/index.ts';
import { decodePolicy } from '../tlog/index.ts';
import { decodeReceipt, encodeReceipt, verifyReceipt } from './index.ts';

const url = new URL('../../../vectors/continuity/receipts.json', import.meta.url);
const [good] = (JSON.parse(readFileSync(url, 'utf8')) as { cases: { receipt: string; policy: string }[] })
  .cases;
const receipt = utf8(good?.receipt ?? '');
const decodedPolicy = decodePolicy(good?.policy ?? '');
const policy = decodedPolicy.ok ? decodedPolicy.policy : assert.fail();

test('changing any one of 400 random bytes of a receipt, in any way, is found out', () => {
  const change = fc.tuple(fc.nat(receipt.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(change, ([at, mask]) => {
      const bytes = receipt.map((byte, i) => (i === at ? byte ^ mask : byte));
      const { verdict } = verifyReceipt(bytes, { policy });
      assert.ok(verdict === 'failed' || verdict === 'unusable', `${at} ${mask}`);
    }),
    { seed: 6, numRuns: 400 },
  );
});

test('cutting a receipt short or doubling part of it, 100 times, is found out', () => {
  fc.assert(
    fc.property(fc.nat(receipt.length - 1), fc.boolean(), (at, cut) => {
      const bytes = cut ? receipt.subarray(0, at) : new Uint8Array([...receipt, ...receipt.subarray(at)]);
      assert.equal(verifyReceipt(bytes, { policy }).verdict, 'unusable');
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('300 random byte strings and JSON texts are read or refused, never thrown at', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map(text => utf8(`${text}\n`)),
      ),
      bytes => {
        const decoded = decodeReceipt(bytes);
        if (decoded.ok) assert.ok(equalBytes(encodeReceipt(decoded.receipt), bytes));
        assert.equal(verifyReceipt(bytes, { policy: null, files: [bytes] }).verdict, 'unusable');
      },
    ),
    { seed: 8, numRuns: 300 },
  );
});
