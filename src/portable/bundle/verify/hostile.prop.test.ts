import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { concatBytes, utf8 } from '../../bytes/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import type { Policy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { hide, unpack } from '../testing/hiding-adversary.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import type { Sample } from '../testing/sample-bundle.ts';
import { plainChatItem } from '../testing/sample-chat.ts';
import { verifyBundle } from './verify-bundle.ts';

const RUNS = { seed: 9, numRuns: 120 };

describe('a hostile bundle', () => {
  let sample: Sample;
  let policy: Policy;
  before(async () => {
    sample = await makeSample({ items: [plainChatItem(4)] });
    const decoded = decodePolicy(sample.policy);
    assert.ok(decoded.ok);
    policy = decoded.policy;
  });

  it(`of any bytes is unusable or failed and never an exception, over ${RUNS.numRuns} of them`, async () => {
    const zipLike = fc
      .uint8Array({ maxLength: 400 })
      .map(bytes => concatBytes(utf8('PK\u0003\u0004'), bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), zipLike), async bytes => {
        const { verdict } = await verifyBundle(sourceOfBytes(bytes), { policy });
        assert.ok(verdict === 'unusable' || verdict === 'failed');
      }),
      RUNS,
    );
  });

  it(`cut or with any piece overwritten fails and never throws, over ${RUNS.numRuns} of them`, async () => {
    const piece = fc.record({
      at: fc.nat(),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(piece, async ({ at, bytes, cut }) => {
        const { zip } = sample;
        const place = at % zip.length;
        const changed = cut ? zip.slice(0, place) : zip.slice();
        if (!cut) changed.set(bytes.subarray(0, zip.length - place), place);
        fc.pre(Buffer.compare(changed, zip) !== 0);
        const { verdict } = await verifyBundle(sourceOfBytes(changed), { policy });
        assert.ok(verdict === 'failed' || (cut && verdict === 'unusable'));
      }),
      RUNS,
    );
  });

  it(`whose files hold anything fails and never throws, over ${RUNS.numRuns} of them`, async () => {
    const unpacked = await unpack(sample.zip);
    const paths = [...unpacked.files.keys()];
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map(utf8),
      fc.string({ unit: 'binary', maxLength: 300 }).map(text => utf8(`${text}\n`)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), content, async (path, bytes) => {
        const files = new Map(unpacked.files).set(path, bytes);
        const zip = await hide({ folder: unpacked.folder, files }, [path]);
        assert.equal((await verifyBundle(sourceOfBytes(zip), { policy })).verdict, 'failed', path);
      }),
      RUNS,
    );
  });
});
