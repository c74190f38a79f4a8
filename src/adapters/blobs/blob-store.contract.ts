import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BlobStore } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const idOf = (first: number, last = 0) => Uint8Array.of(first, ...new Uint8Array(14), last);
const ROOM = 1024;
const header = (word: string) => bytes(`age-encryption.org/v1\n-> X ${word}\n\n--- ${'A'.repeat(43)}\n`);
const notThere = { ok: false, reason: 'missing' } as const;

/** What every store promises, whatever it is made of. `make` gives a new, empty store. */
export function blobStoreContract(name: string, make: () => Promise<BlobStore>): void {
  describe(`${name} keeps the contract of a blob store`, () => {
    test('a body is read back as it was created, and under no other name', async () => {
      const store = await make();
      const created = await store.createBody({ blobId: idOf(1), n: 0 }, bytes('body'));
      assert.ok(created.ok);
      assert.deepEqual(await text(store, 1, 0), 'body');
      assert.deepEqual(await store.readBody({ blobId: idOf(1), n: 1 }, new Uint8Array(ROOM)), notThere);
      assert.deepEqual(await store.readBody({ blobId: idOf(2), n: 0 }, new Uint8Array(ROOM)), notThere);
      assert.equal(await store.bodyFacts({ blobId: idOf(2), n: 0 }), null);
    });

    test('a body never changes: the same bytes again are success under the same version, other bytes a conflict', async () => {
      const store = await make();
      const first = await store.createBody({ blobId: idOf(1), n: 0 }, bytes('body'));
      assert.deepEqual(await store.createBody({ blobId: idOf(1), n: 0 }, bytes('body')), first);
      for (const other of ['', 'bod', 'body ', 'Body'])
        assert.deepEqual(await store.createBody({ blobId: idOf(1), n: 0 }, bytes(other)), {
          ok: false,
          reason: 'conflict',
        });
      assert.equal(await text(store, 1, 0), 'body');
      assert.equal((await store.listBodies(null, 10)).length, 1);
    });

    test('of many who create one name at once with other bytes, one wins and the rest are told', async () => {
      const store = await make();
      const names = Array.from({ length: 8 }, (_, n) => `writer ${n}`);
      const all = await Promise.all(
        names.map(who => store.createBody({ blobId: idOf(1), n: 0 }, bytes(who))),
      );
      assert.equal(all.filter(created => created.ok).length, 1);
      assert.equal(await text(store, 1, 0), names[all.findIndex(created => created.ok)]);
    });

    test('a body larger than the reader has room for is refused before it is read', async () => {
      const store = await make();
      await store.createBody({ blobId: idOf(1), n: 0 }, bytes('body'));
      assert.deepEqual(await store.readBody({ blobId: idOf(1), n: 0 }, new Uint8Array(3)), {
        ok: false,
        reason: 'too-large',
      });
      const exact = await store.readBody({ blobId: idOf(1), n: 0 }, new Uint8Array(4));
      assert.ok(exact.ok);
    });

    test('an empty body and a large one are bodies', async () => {
      const store = await make();
      const large = new Uint8Array(3 << 20).fill(7);
      await store.createBody({ blobId: idOf(1), n: 0 }, new Uint8Array(0));
      await store.createBody({ blobId: idOf(1), n: 1 }, large);
      assert.equal(await text(store, 1, 0), '');
      const read = await store.readBody({ blobId: idOf(1), n: 1 }, new Uint8Array(4 << 20));
      assert.ok(read.ok && Buffer.compare(read.bytes, large) === 0);
    });

    test('the facts of a body are its size, version and retention', async () => {
      const store = await make();
      const created = await store.createBody({ blobId: idOf(1), n: 7 }, bytes('body'));
      const facts = await store.bodyFacts({ blobId: idOf(1), n: 7 });
      assert.ok(created.ok && facts !== null);
      assert.equal(facts.sizeBytes, 4);
      assert.equal(facts.version, created.version);
      assert.ok(facts.retainedUntil === null || facts.retainedUntil instanceof Date);
    });

    test('every body is found by walking the store in pages of any size, in order, once', async () => {
      const store = await make();
      const held = [idOf(0, 1), idOf(0, 2), idOf(16), idOf(255)].flatMap(blobId =>
        [0, 1, 2, 10, 9_999, 10_000].map(n => ({ blobId, n })),
      );
      for (const name of held.toReversed()) await store.createBody(name, bytes('x'));
      for (const limit of [1, 5, 100]) {
        const walked: string[] = [];
        for (let page = await store.listBodies(null, limit); page.length > 0;) {
          assert.ok(page.length <= limit);
          walked.push(...page.map(nameOf));
          page = await store.listBodies(page.at(-1) ?? null, limit);
        }
        assert.deepEqual(walked, held.map(nameOf));
      }
    });

    test('headers of an item are read back one by one; the same again are success, others a conflict', async () => {
      const store = await make();
      const both = [header('one'), header('two')];
      assert.ok((await store.createHeaders(idOf(1), both)).ok);
      assert.ok((await store.createHeaders(idOf(1), both)).ok);
      assert.deepEqual(await store.createHeaders(idOf(1), [header('one')]), {
        ok: false,
        reason: 'conflict',
      });
      assert.deepEqual((await store.readHeaders(idOf(1)))?.map(toHex), both.map(toHex));
      assert.equal(await store.readHeaders(idOf(2)), null);
    });

    test('headers are replaced as a whole', async () => {
      const store = await make();
      await store.createHeaders(idOf(1), [header('old'), header('older')]);
      await store.replaceHeaders(idOf(1), [header('new')]);
      assert.deepEqual((await store.readHeaders(idOf(1)))?.map(toHex), [toHex(header('new'))]);
    });

    test('headers that are removed are gone, and removing them again is told and does nothing', async () => {
      const store = await make();
      await store.createHeaders(idOf(1), [header('one')]);
      await store.createHeaders(idOf(2), [header('two')]);
      assert.equal(await store.removeHeaders(idOf(1)), true);
      assert.equal(await store.removeHeaders(idOf(1)), false);
      assert.equal(await store.readHeaders(idOf(1)), null);
      assert.notEqual(await store.readHeaders(idOf(2)), null);
      assert.equal(await store.removeHeaders(idOf(9)), false);
    });

    test('every item that has headers is found by walking the store in pages, in order, once', async () => {
      const store = await make();
      const held = [idOf(0, 1), idOf(0, 2), idOf(1), idOf(128), idOf(255)];
      for (const id of held.toReversed()) await store.createHeaders(id, [header('x')]);
      for (const limit of [1, 2, 100]) {
        const walked: string[] = [];
        for (let page = await store.listHeaders(null, limit); page.length > 0;) {
          walked.push(...page.map(toHex));
          page = await store.listHeaders(page.at(-1) ?? null, limit);
        }
        assert.deepEqual(walked, held.map(toHex));
      }
    });

    test('clearing what cut-off writers left takes no headers that are there', async () => {
      const store = await make();
      await store.removeUnfinishedHeaders();
      await store.createHeaders(idOf(1), [header('one')]);
      await store.removeUnfinishedHeaders();
      assert.deepEqual((await store.readHeaders(idOf(1)))?.map(toHex), [toHex(header('one'))]);
    });

    test('an empty store lists nothing', async () => {
      const store = await make();
      assert.deepEqual(await store.listBodies(null, 10), []);
      assert.deepEqual(await store.listHeaders(null, 10), []);
    });
  });
}

async function text(store: BlobStore, blob: number, n: number): Promise<string | null> {
  const read = await store.readBody({ blobId: idOf(blob), n }, new Uint8Array(ROOM));
  return read.ok ? Buffer.from(read.bytes).toString() : null;
}

function nameOf({ blobId, n }: { blobId: Uint8Array; n: number }): string {
  return `${toHex(blobId)} ${n}`;
}
