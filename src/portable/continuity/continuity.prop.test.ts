import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { equalBytes, utf8 } from '../bytes/index.ts';
import {
  decodeEntry,
  decodeEvent,
  decodeItemFacts,
  encodeEvent,
  encodeItemFacts,
  verifyChain,
} from './index.ts';
import type { ContinuityEvent } from './index.ts';

const RUNS = { seed: 2, numRuns: 300 };

const hex = (sizeBytes: number) =>
  fc
    .uint8Array({ minLength: sizeBytes, maxLength: sizeBytes })
    .map(bytes => Buffer.from(bytes).toString('hex'));
const text = fc.string({ unit: 'binary', minLength: 1 });
const place = fc.oneof(
  fc.constant(null),
  fc.record({ id: hex(16), n: fc.constant(1), previous: fc.constant(null) }, { noNullPrototype: true }),
  fc.record(
    { id: hex(16), n: fc.maxSafeNat().filter(n => n > 1), previous: hex(32) },
    { noNullPrototype: true },
  ),
);
const event = fc.record<ContinuityEvent>({
  v: fc.constant(1),
  id: hex(16),
  type: fc.constantFrom('item-sealed', 'a', 'danger-flag-raised-2'),
  at: fc
    .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
    .map(d => d.toISOString()),
  actor: fc.record({ kind: fc.constantFrom('submitter', 'officer', 'worker', 'system'), id: text }),
  submission: place,
  case: place,
  facts: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text))),
});

test('300 random events come back as they were written', () => {
  fc.assert(
    fc.property(event, one => {
      const bytes = encodeEvent(one);
      const decoded = decodeEvent(bytes);
      assert.ok(decoded.ok);
      assert.ok(equalBytes(encodeEvent(decoded.event), bytes));
    }),
    RUNS,
  );
});

test('300 random inputs are decoded or refused by every decoder, never thrown at', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), bytes => {
      const facts = decodeItemFacts(bytes);
      if (facts.ok) assert.ok(equalBytes(encodeItemFacts(facts.facts), bytes));
      const decoded = decodeEvent(bytes);
      if (decoded.ok) assert.ok(equalBytes(encodeEvent(decoded.event), bytes));
      decodeEntry(bytes);
    }),
    RUNS,
  );
});

test('300 random chains: leaving out any events but the last ones is always reported, exactly', () => {
  const kept = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(kept, flags => {
      const all = flags.map((_, i) => ({
        n: i + 1,
        commitment: `c${i + 1}`,
        previous: i === 0 ? null : `c${i}`,
      }));
      const lastKept = flags.lastIndexOf(true);
      const lost = flags.slice(0, lastKept + 1).flatMap((flag, i) => (flag ? [] : [i + 1]));
      const reported = verifyChain(all.filter((_, i) => flags[i])).flatMap(fault => {
        assert.equal(fault.kind, 'missing');
        return fault.kind === 'missing'
          ? Array.from({ length: fault.to - fault.from + 1 }, (_, i) => fault.from + i)
          : [];
      });
      assert.deepEqual(reported, lost);
    }),
    RUNS,
  );
});
