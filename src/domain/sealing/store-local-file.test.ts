import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createEvidenceOpener, createSegmentSealer, newIdentity, recipientOf } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { directDisk } from '#adapters/files/direct-disk.ts';
import { nodeDisk } from '#adapters/files/disk.ts';
import { beginReadBack } from '../../processes/read-back/begin-read-back.ts';
import { ageDecrypt, withoutAge } from '#support/age-tool.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import {
  readBack,
  SEGMENT_BYTES,
  storeAndReadBack,
  storeLocalFile,
  type BlobStore,
  type RunningReadBack,
} from './index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('hex');
const digests = { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') };

/** The same bytes for the same size, no two segments alike. */
function bytesOf(size: number): Buffer {
  const bytes = Buffer.alloc(size, 'words that were sent ');
  for (let at = 0; at + 4 <= size; at += 65_521) bytes.writeUInt32LE(at, at);
  return bytes;
}

/** Gives `bytes` out in pieces of odd sizes, all in one and the same memory, which is spoilt after each. */
async function* inOneBuffer(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const shared = Buffer.alloc(1_000_003);
  for (let at = 0; at < bytes.length; at += shared.length) {
    const piece = bytes.subarray(at, at + shared.length);
    shared.set(piece);
    yield shared.subarray(0, piece.length);
    shared.fill(0xee);
  }
}

function newStore() {
  const folder = mkdtempSync(join(tmpdir(), 'handover-local-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, blobs: createDiskStore(folder) };
}

describe('storing a file of this machine', () => {
  let identity = '';
  let recipient = '';
  before(async () => {
    identity = await newIdentity();
    recipient = await recipientOf(identity);
  });

  const partsOver = (blobs: Pick<BlobStore, 'createBody'>) => {
    const headers: Uint8Array[] = [];
    const shelf = {
      begin: () => Promise.resolve(),
      keep: (n: number, header: Uint8Array) => {
        assert.equal(n, headers.length, 'headers come in order');
        headers.push(header);
        return Promise.resolve();
      },
    };
    const sealer = createSegmentSealer(recipient);
    return {
      parts: { blobs, sealer, digests, headers: shelf, random: (n: number) => randomBytes(n) },
      headers,
    };
  };
  const evidence = () => ({ identities: [identity], recipients: [recipient] });

  test('every segment is an age file of its own that the age tool opens, and read back they are the file', async () => {
    for (const size of [
      0,
      1,
      SEGMENT_BYTES - 1,
      SEGMENT_BYTES,
      SEGMENT_BYTES + 1,
      2 * SEGMENT_BYTES + 70_000,
    ]) {
      const { folder, blobs } = newStore();
      const { parts, headers } = partsOver(blobs);
      const bytes = bytesOf(size);
      const upload = await storeLocalFile(parts, inOneBuffer(bytes));
      assert.equal(upload.segments, Math.max(1, Math.ceil(size / SEGMENT_BYTES)), `${size}`);
      assert.deepEqual([upload.sizeBytes, hex(upload.sha256)], [size, sha256(bytes)]);
      const read = await readBack(
        { blobs, opener: createEvidenceOpener(evidence()), digests },
        upload.blobId,
        headers,
      );
      assert.deepEqual([read?.sizeBytes, hex(read?.sha256 ?? null)], [size, sha256(bytes)]);
      assert.equal(hex(read?.sha512 ?? null), createHash('sha512').update(bytes).digest('hex'));
      const files = globSync('bodies/**/*', { cwd: folder, withFileTypes: true }).filter(file =>
        file.isFile(),
      );
      assert.equal(files.length, upload.segments, 'nothing else is left in the store');
      rmSync(folder, { recursive: true });
    }
  });

  test('cat header body | age -d gives each segment in turn', { skip: withoutAge }, async () => {
    const { folder, blobs } = newStore();
    const { parts, headers } = partsOver(blobs);
    const bytes = bytesOf(2 * SEGMENT_BYTES + 70_000);
    await storeLocalFile(parts, inOneBuffer(bytes));
    const files = globSync('bodies/**/*.age-body', { cwd: folder }).toSorted();
    const opened = files.map((file, n) =>
      ageDecrypt(identity, Buffer.concat([headers[n] ?? Buffer.alloc(0), readFileSync(join(folder, file))])),
    );
    assert.equal(opened.length, 3);
    assert.ok(Buffer.concat(opened).equals(bytes));
  });

  test('no byte of a body is written twice, and three bodies are all the memory it takes, however long the file', async () => {
    const lent = new Set<ArrayBufferLike>();
    let written = 0;
    const store: Pick<BlobStore, 'createBody'> = {
      createBody: async (_, body) => {
        lent.add(body.buffer);
        written += body.length;
        return { ok: true, version: 'only' };
      },
    };
    const { parts } = partsOver(store);
    await storeLocalFile(parts, inOneBuffer(bytesOf(6 * SEGMENT_BYTES)));
    assert.equal(written, 6 * parts.sealer.bodySize(SEGMENT_BYTES));
    assert.ok(lent.size <= 3, `${lent.size} buffers`);
  });

  test('a segment is encrypted while the one before is still being written, and its header waits for the earlier ones', async () => {
    const { blobs } = newStore();
    let begun: () => void = () => {};
    const secondBegun = new Promise<void>(resolve => (begun = resolve));
    const finished: number[] = [];
    const store: Pick<BlobStore, 'createBody'> = {
      async createBody(name, body) {
        if (name.n === 0) await secondBegun;
        else begun();
        const created = await blobs.createBody(name, body);
        finished.push(name.n);
        return created;
      },
    };
    const { parts, headers } = partsOver(store);
    await storeLocalFile(parts, inOneBuffer(bytesOf(SEGMENT_BYTES + 5)));
    assert.equal(headers.length, 2);
    assert.deepEqual(finished.toSorted(), [0, 1]);
  });

  test('a store that fails in the middle ends it with its failure, and nothing is being written after', async () => {
    let going = 0;
    const store: Pick<BlobStore, 'createBody'> = {
      async createBody({ n }) {
        going += 1;
        await Promise.resolve();
        going -= 1;
        if (n === 1) throw new Error('the disk is gone');
        return { ok: true, version: 'only' };
      },
    };
    const { parts, headers } = partsOver(store);
    await assert.rejects(storeLocalFile(parts, inOneBuffer(bytesOf(5 * SEGMENT_BYTES))), /the disk is gone/);
    assert.equal(going, 0);
    assert.ok(headers.length <= 1);
    const taken = partsOver({ createBody: async () => ({ ok: false, reason: 'conflict' }) });
    await assert.rejects(storeLocalFile(taken.parts, inOneBuffer(bytesOf(5))), { code: 'seal-mismatch' });
  });

  test('a source that breaks off ends it with its failure', async () => {
    const { parts } = partsOver(newStore().blobs);
    const source = async function* () {
      yield bytesOf(SEGMENT_BYTES + 9);
      throw new Error('the stick was pulled out');
    };
    await assert.rejects(storeLocalFile(parts, source()), /the stick was pulled out/);
  });

  describe('with its read-back in a thread beside it', () => {
    const sealOver = (blobs: Pick<BlobStore, 'createBody'>, storeFolder: string, bytes: Uint8Array) =>
      storeAndReadBack(partsOver(blobs).parts, inOneBuffer(bytes), blobId =>
        beginReadBack({ storeFolder, evidence: evidence(), blobId }),
      );

    test('it gives both digests of what the store holds, however it is written', async () => {
      for (const disk of [nodeDisk, directDisk])
        for (const size of [0, 70_000, 2 * SEGMENT_BYTES + 3]) {
          const { folder } = newStore();
          const bytes = bytesOf(size);
          const sealed = await sealOver(createDiskStore(folder, disk), folder, bytes);
          assert.ok(sealed.ok);
          assert.equal(hex(sealed.upload.sha256), sha256(bytes));
          assert.equal(hex(sealed.digests.sha256), sha256(bytes));
          assert.equal(hex(sealed.digests.sha512), createHash('sha512').update(bytes).digest('hex'));
        }
    });

    test('what is read back and differs from what came is refused', async () => {
      const { blobs } = newStore();
      const bytes = bytesOf(1000);
      const found = {
        sizeBytes: 1000,
        sha256: Buffer.from(sha256(bytes), 'hex'),
        sha512: new Uint8Array(64),
      };
      const findingOf = (digests: typeof found) =>
        storeAndReadBack(partsOver(blobs).parts, inOneBuffer(bytes), () => ({
          add: () => {},
          finish: () => Promise.resolve(digests),
          abandon: () => {},
        }));
      const differs = { ok: false, what: 'what was stored differs from what was received' };
      assert.deepEqual(await findingOf({ ...found, sizeBytes: 999 }), differs);
      assert.deepEqual(await findingOf({ ...found, sha256: Buffer.alloc(32) }), differs);
      assert.equal((await findingOf(found)).ok, true);
    });

    test('a header is kept before its segment is read back', async () => {
      const { blobs } = newStore();
      const order: string[] = [];
      const { parts } = partsOver(blobs);
      const headers = {
        begin: () => Promise.resolve(),
        async keep(n: number) {
          await new Promise(resolve => setImmediate(resolve));
          order.push(`kept ${n}`);
        },
      };
      let added = 0;
      await storeAndReadBack({ ...parts, headers }, inOneBuffer(bytesOf(SEGMENT_BYTES + 1)), () => ({
        add: () => void order.push(`read back ${added++}`),
        finish: () => Promise.resolve(null),
        abandon: () => {},
      }));
      assert.deepEqual(order, ['kept 0', 'read back 0', 'kept 1', 'read back 1']);
    });

    test('a body that the store turned, cut short or lost is noticed', async () => {
      const { folder, blobs } = newStore();
      const bytes = bytesOf(SEGMENT_BYTES + 1000);
      const cannot = { ok: false, what: 'a stored piece cannot be opened' };
      const turned = (body: Uint8Array) =>
        Uint8Array.from(body, (byte, at) => (at === 777 ? byte ^ 1 : byte));
      const spoilt: Pick<BlobStore, 'createBody'>[] = [
        { createBody: (name, body) => blobs.createBody(name, name.n === 1 ? turned(body) : body) },
        {
          async createBody(name, body) {
            const created = await blobs.createBody(name, body);
            const path = join(
              folder,
              'bodies',
              hex(name.blobId).slice(0, 2),
              hex(name.blobId),
              '0001.age-body',
            );
            if (name.n === 1) truncateSync(path, body.length - 20);
            return created;
          },
        },
        {
          createBody: async (name, body) =>
            name.n === 1 ? { ok: true, version: 'only' } : blobs.createBody(name, body),
        },
      ];
      for (const store of spoilt) assert.deepEqual(await sealOver(store, folder, bytes), cannot);
    });

    test('a segment is read back before the file has come to its end', async () => {
      const { blobs } = newStore();
      let added: () => void = () => {};
      const firstAdded = new Promise<void>(resolve => (added = resolve));
      const source = async function* () {
        yield bytesOf(SEGMENT_BYTES + 1);
        yield bytesOf(2 * SEGMENT_BYTES);
        // The end is not told before the first segment was handed to the read-back.
        await firstAdded;
      };
      const running: RunningReadBack = {
        add: () => added(),
        finish: () => Promise.resolve(null),
        abandon: () => {},
      };
      const outcome = await storeAndReadBack(partsOver(blobs).parts, source(), () => running);
      assert.equal(outcome.ok, false);
    });
  });
});
