import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { utf8 } from '../bytes/index.ts';
import { decodePolicy } from '../tlog/index.ts';
import type { Policy } from '../tlog/index.ts';
import type { Hashers } from './hashers.ts';
import { makeSample } from './testing/sample-bundle.ts';
import type { Sample } from './testing/sample-bundle.ts';
import { chatItem } from './testing/sample-chat.ts';
import { assertNamed, tamper } from './testing/tampering.ts';

const POSITIONS = 500;
const MESSAGES = 5000;
const SEALED_AT = '2026-11-23T20:31:01.000Z';

const HASHERS: Hashers = {
  sha256: () => createHash('sha256'),
  sha512: () => createHash('sha512'),
  crc32,
};

describe(`any change of a byte of a bundle with a chat of ${MESSAGES} messages`, () => {
  let sample: Sample;
  let policy: Policy;
  before(async () => {
    const items = [
      chatItem(MESSAGES, SEALED_AT),
      chatItem(40, SEALED_AT),
      { name: 'what-happened.json', bytes: utf8('{"account":"what happened, in their words"}') },
    ];
    sample = await makeSample({ items, withheld: [5], hashers: HASHERS });
    const decoded = decodePolicy(sample.policy);
    assert.ok(decoded.ok);
    policy = decoded.policy;
  });

  for (const hidden of [false, true]) {
    const how = hidden ? 'every manifest and zip field worked out anew' : 'nothing worked out anew';
    it(`is found and named at ${POSITIONS} positions with ${how}`, async () => {
      const run = { zip: sample.zip, policy, hashers: HASHERS, positions: POSITIONS, hidden };
      for await (const tampered of tamper(run)) assertNamed(tampered);
    });
  }
});
