import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { createEvidenceOpener } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { splitHeaders } from '#adapters/blobs/header-file.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createDisposalOrders, createDisposalQueue } from '#adapters/postgres/disposal-store.ts';
import { createSealQueue } from '#adapters/postgres/seal-queue.ts';
import { PutOff } from '#domain/put-off.ts';
import {
  type BlobStore,
  createCopyRemover,
  disposeItem,
  finishDisposal,
  sealNext,
} from '#domain/sealing/index.ts';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { createObjectStore } from '#support/object-store.ts';
import { createSpine } from '#support/spine.ts';

const CHATS = ['Jay R: you there?', 'Elle: hi'].map((words, n) => ({
  name: `${n}.txt`,
  bytes: Buffer.from(`18/09/2026, 19:52 - ${words}\n`),
}));
const DIGESTS = { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') };
const clock = () => new Date();

/** A store whose user is killed after so many steps of it: from then on nothing it asks for is done. */
type Place = {
  readonly killAfter: (steps: number) => void;
  /** True when the kill came. What the next process finds is what the killed one left. */
  readonly restart: () => boolean;
  readonly blobs: () => BlobStore;
  readonly files: () => ReadonlyMap<string, Buffer>;
};

function killer() {
  let [left, came] = [Infinity, false];
  const step = () => {
    came ||= left <= 0;
    if (came) throw new Error('killed');
    left -= 1;
  };
  const restart = () => {
    const killed = came;
    [left, came] = [Infinity, false];
    return killed;
  };
  return { step, restart, killAfter: (steps: number) => void (left = steps) };
}

async function diskPlace(): Promise<Place> {
  const { step, ...kill } = killer();
  const disk = new CrashingDisk();
  await disk.makeFolder('/data');
  disk.before = step;
  const files = () => {
    const lines = disk.fingerprint().split('\n');
    return new Map(
      lines.map(line => [line.split(' ')[0] ?? '', Buffer.from(line.split(' ')[1] ?? '', 'base64')]),
    );
  };
  return { ...kill, files, blobs: () => createDiskStore('/data/store', disk) };
}

function objectPlace(): Promise<Place> {
  const { step, ...kill } = killer();
  const objects = new Map<string, Buffer>();
  return Promise.resolve({ ...kill, files: () => objects, blobs: () => createObjectStore(objects, step) });
}

async function line(place: Place) {
  const spine = await createSpine();
  const owner = spine.database.pool('owner');
  await owner.query(
    `insert into handover.officers (id, name, rank, role, demo) values ('ida', 'Ida Lund', 'Insp', 'supervisor', true)`,
  );
  const worker = openTables(spine.database.pool('handover_worker'));
  const orders = createDisposalOrders(openTables(spine.database.pool('handover_police')), spine.sealer);
  const opener = createEvidenceOpener({
    identities: [spine.keys.evidenceIdentity],
    recipients: [spine.keys.evidenceRecipient],
  });
  const queue = createDisposalQueue(worker);
  const start = async () => {
    const blobs = place.blobs();
    const removeCopies = createCopyRemover({ blobs, opener, named: ids => queue.named(ids) });
    const sealParts = {
      queue: createSealQueue(worker, spine.sealer),
      ...{
        blobs,
        opener,
        clock,
        digests: DIGESTS,
        random: (n: number) => randomBytes(n),
        putOff: new PutOff(clock),
      },
    };
    return {
      seal: () => sealNext(sealParts),
      carryOut: () => finishDisposal({ queue, blobs, removeCopies, clock }),
      blobs,
    };
  };
  const itemsOf = async (reference: string) => {
    const { rows } = await owner.query<{ id: Buffer }>(
      'select i.id from handover.items i join handover.submissions s on s.id = i.submission_id where s.reference = $1 order by i.number',
      [reference],
    );
    return rows.map(row => row.id);
  };
  const dispose = async (itemId: Uint8Array) => {
    const order = { itemId, authority: 'Schedule 4.2', reason: 'Over', officerId: 'ida', at: new Date() };
    assert.deepEqual(await disposeItem(orders, order), { ok: true });
  };
  /** How many headers anywhere in the store open a body anywhere in it, temporary files and all. */
  const opening = () => {
    const all = [...place.files()];
    const headers = all
      .filter(([path]) => path.includes('headers'))
      .flatMap(([, bytes]) => splitHeaders(bytes));
    const bodies = all.filter(([path]) => path.includes('bodies')).map(([, bytes]) => bytes);
    return headers.filter(header =>
      bodies.some(body => [...opener.openPieces(header, body)].every(piece => piece !== null)),
    ).length;
  };
  return { spine, opener, start, itemsOf, dispose, opening };
}

for (const [name, found] of [
  ['the disk store', diskPlace],
  ['a store of objects', objectPlace],
] as const) {
  describe(`on ${name}, a sealing that was killed and tried again`, () => {
    test('at any step leaves nothing by which an item could be read after its disposal', async () => {
      const place = await found();
      const { spine, start, itemsOf, dispose, opening } = await line(place);
      let steps = 0;
      for (let killed = true; killed; steps += 1) {
        const visitor = await spine.handIn(CHATS);
        const first = await start();
        place.killAfter(steps);
        await first.seal();
        killed = place.restart();
        const second = await start();
        await second.blobs.removeUnfinishedHeaders();
        assert.equal(await second.seal(), killed, `killed after ${steps} steps`);
        await spine.sequence();
        await spine.steps.receipt();
        const items = await itemsOf(visitor.reference);
        assert.equal(items.length, 2);
        assert.equal(opening(), 2, `each item opens by its own headers alone, killed after ${steps} steps`);
        for (const item of items) await dispose(item);
        while (await second.carryOut());
        assert.equal(opening(), 0, `killed after ${steps} steps`);
      }
      assert.ok(steps > 12, `${steps} steps`);
    });

    test('by a version before this left copies, which go with the disposal; what nothing knows of stays', async () => {
      const place = await found();
      const { spine, opener, start, itemsOf, dispose, opening } = await line(place);
      const visitor = await spine.handIn(CHATS);
      const { seal, blobs, carryOut } = await start();
      await seal();
      await spine.sequence();
      await spine.steps.receipt();
      const items = await itemsOf(visitor.reference);
      const again = async (id: Uint8Array) =>
        ((await blobs.readHeaders(id)) ?? []).map(header => opener.rewrap(header) ?? assert.fail());
      const [one = assert.fail(), two = assert.fail()] = items;
      const copies = [randomBytes(16), randomBytes(16)];
      await blobs.createHeaders(copies[0]!, await again(one));
      await blobs.createHeaders(copies[1]!, await again(two));
      assert.equal(opening(), 4);
      await dispose(one);
      assert.equal(await carryOut(), true);
      assert.equal(opening(), 2);
      assert.equal(await blobs.readHeaders(copies[0]!), null);
      assert.notEqual(
        await blobs.readHeaders(copies[1]!),
        null,
        'a restored database may not know its item yet',
      );
      await dispose(two);
      const killed = {
        queue: createDisposalQueue(openTables(spine.database.pool('handover_worker'))),
        blobs,
      };
      const removeCopies = () => Promise.reject(new Error('killed'));
      await assert.rejects(finishDisposal({ ...killed, removeCopies, clock }), /killed/);
      assert.equal(
        opening(),
        2,
        'killed before the copies were gone, the item’s own headers still tell them',
      );
      assert.equal(await carryOut(), true);
      assert.equal(opening(), 0);
    });
  });
}
