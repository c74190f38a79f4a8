import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { toBase64, utf8 } from '../bytes/index.ts';
import type { CanonicalValue } from '../bytes/index.ts';
import { planBundle } from './build.ts';
import { coverOf, decodeCover, jsonLine } from './cover.ts';
import type { Cover } from './cover.ts';
import { decodeOrder, encodeOrder, orderFault } from './order.ts';
import type { BundleOrder } from './order.ts';
import { decodeRecordLine } from './record-lines.ts';
import { makeSample } from './testing/sample-bundle.ts';
import type { Sample } from './testing/sample-bundle.ts';
import { plainChatItem } from './testing/sample-chat.ts';

let sample: Sample;
before(async () => {
  sample = await makeSample({ items: [plainChatItem(2), { name: 'b', bytes: utf8('b') }], withheld: [4] });
});

describe('a build order', () => {
  it('comes back from its stored form', () => {
    assert.deepEqual(decodeOrder(encodeOrder(sample.order)), sample.order);
  });

  it('is refused, with a sentence, when no bundle can be built from it', () => {
    const { order } = sample;
    const [first, second] = order.items;
    const [event] = order.events;
    assert.ok(first && second && event && 'event' in event);
    const wrong: [Partial<BundleOrder>, RegExp][] = [
      [{ format: 'x' as BundleOrder['format'] }, /another format/],
      [{ name: 'a/b' }, /name of a folder/],
      [{ name: 'con' }, /name of a folder/],
      [{ name: 'x'.repeat(61) }, /name of a folder/],
      [{ items: [] }, /no items or no events/],
      [{ events: [] }, /no items or no events/],
      [{ items: [first, { ...second, salt: 'ab' }] }, /Item 2 has no readable opening/],
      [{ items: [first, { ...second, facts: toBase64(utf8('{}')) }] }, /Item 2 has no readable opening/],
      [{ items: [first, first] }, /Item 2 is there twice/],
      [{ items: [second] }, /Transcript 1 is of an item that is not in the order/],
      [{ events: order.events.slice(1) }, /Event 1 is missing/],
      [{ events: [{ ...event, event: 'x' }] }, /Event 1 cannot be read/],
      [{ events: [{ ...event, salt: 'ab' }] }, /Event 1 cannot be read/],
      [{ events: [{ n: 1, commitment: 'ab', reason: 'x', proof: '' }] }, /withheld without a commitment/],
      [{ events: [{ n: 1, commitment: 'ab'.repeat(32), reason: '', proof: '' }] }, /withheld without/],
      [{ force: 'two\nlines' }, /exactly the members of a bundle/],
      [{ force: 'turned \u202e' }, /exactly the members of a bundle/],
      [{ createdAt: '2026-11-23T21:00:00Z' }, /exactly the members of a bundle/],
    ];
    for (const [change, says] of wrong) {
      assert.match(orderFault({ ...order, ...change }) ?? '', says, JSON.stringify(change).slice(0, 80));
    }
  });

  it('is refused when it is stored in another form', () => {
    for (const other of [{}, { ...sample.order, more: 1 }, { ...sample.order, items: {} }]) {
      assert.equal(decodeOrder(utf8(JSON.stringify(other))), null);
    }
    assert.equal(decodeOrder(utf8(JSON.stringify(sample.order, null, 1))), null);
  });

  it('builds nothing when the bytes are not those that were ordered', async () => {
    const { order, sources } = sample;
    const other = () => [utf8('x')];
    for (const [name, where] of [
      ['item', 'data/items/I0001.bin'],
      ['transcript', 'data/transcripts/T0001.jsonl'],
      ['verifier', 'verify/handover-verify.mjs'],
    ] as const) {
      const planned = await planBundle(order, { ...sources, [name]: other });
      assert.deepEqual(planned, { ok: false, reason: 'source-differs', where });
    }
    const refused = await planBundle({ ...order, items: [] }, sources);
    assert.equal(refused.ok ? '' : refused.reason, 'order-not-usable');
  });

  it('is not built when only the SHA-512 of an item differs', async () => {
    const items = sample.order.items.map(({ facts, salt }) => {
      const text = Buffer.from(facts, 'base64').toString();
      return { salt, facts: toBase64(utf8(text.replace(/"sha512":"\w{4}/, '"sha512":"0000'))) };
    });
    const planned = await planBundle({ ...sample.order, items }, sample.sources);
    assert.deepEqual(planned, { ok: false, reason: 'source-differs', where: 'data/items/I0001.bin' });
  });
});

describe('bundle.json', () => {
  function reading(change: (cover: Cover) => unknown): string {
    const decoded = decodeCover(coverOf(sample.order));
    assert.ok(decoded.ok);
    const again = decodeCover(jsonLine(change(decoded.cover) as Cover));
    return again.ok ? '' : again.reason;
  }

  it('is read in its one form', () => {
    assert.equal(
      reading(cover => cover),
      '',
    );
    const bytes = coverOf(sample.order);
    assert.equal(decodeCover(bytes.subarray(0, -1)).ok, false);
    assert.equal(decodeCover(bytes.with(bytes.length - 1, 0x20)).ok, false);
    assert.equal(decodeCover(utf8(`${JSON.stringify(sample.order)}\n`)).ok, false);
  });

  it('is refused with a member too many, too few or of another kind', () => {
    const members = /exactly the members of a bundle/;
    assert.match(
      reading(cover => ({ ...cover, more: 1 })),
      members,
    );
    assert.match(
      reading(({ force: _force, ...rest }) => rest),
      members,
    );
    for (const change of [
      { format: 'handover-bundle/v2' },
      { name: 'a/b' },
      { reference: '' },
      { createdAt: '2026-02-30T00:00:00.000Z' },
      { software: 'handover' },
      { items: [{ file: 'I0001', item: 'x' }] },
      { transcripts: [{ file: 'T0001' }] },
    ]) {
      assert.match(
        reading(cover => ({ ...cover, ...change })),
        members,
        JSON.stringify(change),
      );
    }
  });

  it('is refused when items or transcripts are not numbered in order, or a transcript has no item', () => {
    assert.match(
      reading(cover => ({ ...cover, items: cover.items.toReversed() })),
      /items .* not numbered/,
    );
    const of = (change: object) =>
      reading(cover => ({ ...cover, transcripts: cover.transcripts.map(one => ({ ...one, ...change })) }));
    assert.match(of({ file: 'T0002' }), /transcripts .* not numbered/);
    assert.match(of({ item: 'I0009' }), /of an item that is not there/);
  });
});

describe('a line of the continuity record', () => {
  function reason(line: object): string {
    const decoded = decodeRecordLine(jsonLine(line as CanonicalValue).subarray(0, -1));
    return decoded.ok ? '' : decoded.reason;
  }

  it('is an opened or a withheld entry and nothing else', () => {
    const [opened] = sample.order.events;
    assert.ok(opened && 'event' in opened);
    const line = { event: opened.event, n: 1, salt: opened.salt };
    const bare = { commitment: 'ab'.repeat(32), n: 1, reason: 'It is secret.' };
    assert.deepEqual([reason(line), reason(bare)], ['', '']);
    const neither = 'It is neither an opened nor a withheld entry.';
    for (const wrong of [
      { ...line, n: 0 },
      { ...line, salt: 'ab' },
      { ...line, reason: 'x' },
      { ...bare, reason: '' },
      { ...bare, commitment: 'AB'.repeat(32) },
      { n: 1 },
    ]) {
      assert.equal(reason(wrong), neither, JSON.stringify(wrong));
    }
    assert.equal(reason({ ...line, event: '!' }), 'Its event is not base64.');
    assert.notEqual(reason({ ...line, event: 'e30=' }), '');
    const loose = decodeRecordLine(utf8(JSON.stringify(line, null, 1)));
    assert.match(loose.ok ? '' : loose.reason, /canonical/);
  });
});
