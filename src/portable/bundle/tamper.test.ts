import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { utf8 } from '../bytes/index.ts';
import { decodePolicy } from '../tlog/index.ts';
import type { Policy } from '../tlog/index.ts';
import { NOBLE_HASHERS } from './hashers.ts';
import { makeSample } from './testing/sample-bundle.ts';
import type { Sample } from './testing/sample-bundle.ts';
import { chatItem } from './testing/sample-chat.ts';
import { assertNamed, tamper } from './testing/tampering.ts';

const POSITIONS = 60;

describe('any change of a byte', () => {
  let sample: Sample;
  let policy: Policy;
  before(async () => {
    sample = await makeSample({
      items: [chatItem(12, '2026-11-23T20:31:01.000Z'), { name: 'notes.txt', bytes: utf8('what happened') }],
      withheld: [4],
    });
    const decoded = decodePolicy(sample.policy);
    assert.ok(decoded.ok);
    policy = decoded.policy;
  });

  for (const hidden of [false, true]) {
    it(`is found and named at ${POSITIONS} positions ${hidden ? 'with every list worked out anew' : 'as it is'}`, async () => {
      const run = { zip: sample.zip, policy, hashers: NOBLE_HASHERS, positions: POSITIONS, hidden };
      for await (const tampered of tamper(run)) assertNamed(tampered);
    });
  }
});
