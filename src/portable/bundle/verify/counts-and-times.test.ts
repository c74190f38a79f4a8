import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { utf8 } from '../../bytes/index.ts';
import type { ContinuityEvent } from '../../continuity/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { COVER_PATH } from '../paths.ts';
import { hide, unpack } from '../testing/hiding-adversary.ts';
import { editJson } from '../testing/meddling.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import type { SampleOptions } from '../testing/sample-bundle.ts';
import { plainChatItem } from '../testing/sample-chat.ts';
import { failuresOf } from '../testing/tampering.ts';
import { verifyBundle } from './verify-bundle.ts';
import type { VerifiedBundle } from './verify-bundle.ts';

const ITEMS = [plainChatItem(3), { name: 'notes.txt', bytes: utf8('x') }];

async function checked(options: Partial<SampleOptions>): Promise<VerifiedBundle> {
  const made = await makeSample({ items: ITEMS, ...options });
  const decoded = decodePolicy(made.policy);
  assert.ok(decoded.ok);
  return verifyBundle(sourceOfBytes(made.zip), { policy: decoded.policy });
}

/** The event of this type with other facts, as a dishonest issuer could sign it. */
function withItems(type: string, items: number | string) {
  return (event: ContinuityEvent) =>
    event.type === type ? { ...event, facts: { ...event.facts, items } } : event;
}

function at(type: string, instant: string) {
  return (event: ContinuityEvent) => (event.type === type ? { ...event, at: instant } : event);
}

function finding(result: VerifiedBundle, check: string) {
  const found = result.findings.find(one => one.check === check);
  assert.ok(found);
  return found;
}

describe('the counts of a bundle', () => {
  it('agree in an honest one, and are stated', async () => {
    const result = await checked({});
    assert.equal(failuresOf(result), '');
    assert.equal(finding(result, 'counts').sentence, 'Received 2, sealed 2, in this bundle 2.');
  });

  it('fail when more was received than sealed', async () => {
    const result = await checked({ recorded: withItems('submission-received', 3) });
    assert.equal(failuresOf(result), 'counts: 3 items were received, and 2 were sealed.');
    assert.equal(
      finding(result, 'counts').sentence,
      'The counts do not agree: received 3, sealed 2, in this bundle 2.',
    );
  });

  it('fail when the record seals another number than it says', async () => {
    const says = (items: number) => (event: ContinuityEvent) =>
      withItems('submission-sealed', items)(withItems('submission-received', items)(event));
    for (const items of [1, 3]) {
      assert.equal(
        failuresOf(await checked({ recorded: says(items) })),
        `counts: The record seals 2 items, and says that there were ${items}.`,
      );
    }
  });

  it('fail when the record does not say them, once each', async () => {
    assert.match(
      failuresOf(await checked({ recorded: withItems('submission-sealed', 'two') })),
      /^counts: In the record, the end of its sealing does not say how many items/,
    );
    const other = (event: ContinuityEvent) =>
      event.type === 'submission-received' ? { ...event, type: 'submission-came' } : event;
    assert.match(
      failuresOf(await checked({ recorded: other })),
      /^counts: The record does not hold the receipt of the submission\./,
    );
    const twice = (event: ContinuityEvent) =>
      event.type === 'desk-viewed' ? { ...event, type: 'submission-sealed', facts: { items: 2 } } : event;
    assert.match(
      failuresOf(await checked({ recorded: twice })),
      /^counts: The record holds the end of its sealing 2 times\./,
    );
  });

  it('fail for a bundle without an item', async () => {
    const unpacked = await unpack((await makeSample({ items: ITEMS })).zip);
    editJson(unpacked, COVER_PATH, 0, cover => Object.assign(cover, { items: [], transcripts: [] }));
    for (const path of unpacked.files.keys()) if (path.startsWith('data/')) unpacked.files.delete(path);
    const result = await verifyBundle(sourceOfBytes(await hide(unpacked)), { policy: null });
    assert.match(failuresOf(result), /^counts: The bundle holds no item\.$/m);
  });

  it('are stated when an item that was sealed is left out', async () => {
    const result = await checked({ ordered: order => ({ ...order, items: order.items.slice(0, 1) }) });
    assert.equal(result.verdict, 'verified');
    assert.equal(finding(result, 'counts').sentence, 'Received 2, sealed 2, in this bundle 1.');
    assert.match(finding(result, 'withheld').sentence, /1 sealed item not in this bundle\.$/);
  });

  it('are not checked where the entry that states them is withheld', async () => {
    const result = await checked({ withheld: [5] });
    assert.equal(finding(result, 'counts').outcome, 'not-checked');
    assert.match(finding(result, 'withheld').where ?? '', /may be the sealing of an item/);
  });

  it('say that a withheld entry may hide an item, and only when it may', async () => {
    const hidden = await checked({
      withheld: [3],
      ordered: order => ({ ...order, items: order.items.slice(0, 1) }),
    });
    assert.match(finding(hidden, 'withheld').where ?? '', /A withheld entry may be the sealing of an item/);
    assert.doesNotMatch(finding(await checked({ withheld: [4] }), 'withheld').where ?? '', /may be/);
  });
});

describe('the times of a bundle', () => {
  it('may stand still and not run back', async () => {
    assert.equal(failuresOf(await checked({ recorded: at('desk-viewed', '2026-11-23T20:31:01.000Z') })), '');
    assert.equal(
      failuresOf(await checked({ recorded: at('desk-viewed', '2026-11-23T20:31:00.999Z') })),
      'times: Entry 4 of the record has a time before an earlier entry.',
    );
  });

  it('do not come after the making of the bundle, or before there was anything to make it with', async () => {
    const late = at('submission-sealed', '2026-11-23T21:00:00.500Z');
    assert.equal(
      failuresOf(await checked({ recorded: late })),
      'times: bundle.json has a time before the last entry of the record.',
    );
    assert.equal(
      failuresOf(await checked({ produced: event => ({ ...event, at: '2026-11-23T20:31:50.000Z' }) })),
      'times: The sealing of the bundle has a time before the last entry of the record.',
    );
    assert.equal(
      failuresOf(await checked({ recorded: at('submission-received', '1999-01-01T00:00:00.000Z') })),
      'times: Entry 1 of the record has a time before the year 2020.',
    );
  });

  it('are those that the readers were told', async () => {
    const sealedAt = '2026-11-23T20:31:02.000Z';
    const result = await checked({
      ordered: order => ({ ...order, transcripts: order.transcripts.map(one => ({ ...one, sealedAt })) }),
    });
    assert.match(failuresOf(result), /^times: T0001: its reader was told another time of sealing/);
  });
});
