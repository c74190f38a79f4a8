import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createEvidenceOpener, createSealer } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createReceiptQueue } from '#adapters/postgres/receipt-queue.ts';
import { createSealQueue } from '#adapters/postgres/seal-queue.ts';
import type { Disk } from '#adapters/files/disk.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { createLogKeeping } from '#adapters/sequencer/log-keeping.ts';
import { recover, sequenceOnce } from '#adapters/sequencer/sequencer.ts';
import { issueNextReceipt } from '#domain/receipts/index.ts';
import { openItem, sealNext } from '#domain/sealing/index.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import { decodeReceipt, verifyReceipt } from '#portable/receipt/index.ts';
import {
  consistencyProofFromTiles,
  decodeCheckpoint,
  decodeNote,
  decodeProofFile,
  inclusionProofFromTiles,
  leafHash,
  verifyConsistency,
  verifyInclusion,
} from '#portable/tlog/index.ts';
import { PutOff } from '#domain/put-off.ts';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from('18/09/2026, 19:52 - Jay R: you there?\n18/09/2026, 19:53 - Elle: hi\n');

/** The spine, with its items and its log on a disk that forgets what was not synced. */
async function spineOn(disk: CrashingDisk) {
  const spine = await createSpine();
  const tables = openTables(spine.database.pool('handover_worker'));
  const blobs = createDiskStore('/data/store', disk);
  const files = createLogFiles('/data/log', disk);
  const opener = createEvidenceOpener({
    identities: [spine.keys.evidenceIdentity],
    recipients: [spine.keys.evidenceRecipient],
  });
  const digests = { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') };
  const clock = () => new Date();
  const keepingOn = (on: Disk) => {
    const { origin: name, logSecretKey: secretKey } = spine.keys;
    const shelf = createBatchShelf('/data/store/batches', on);
    const headFile = createHeadFile('/outside', name, on);
    return createLogKeeping({ signer: { name, secretKey }, shelf, headFile, witnesses: [] });
  };
  const sequencer = { ...spine.sequencer, files, keeping: keepingOn(disk) };
  let head = await recover(sequencer);
  const seal = {
    queue: createSealQueue(tables, spine.sealer),
    blobs,
    opener,
    digests,
    random: (n: number) => randomBytes(n),
    clock,
    putOff: new PutOff(clock),
  };
  const log = { checkpoint: files.readPublished, readTile: files.readTile };
  const sealTo = (recipient: string, bytes: Uint8Array) => createSealer(recipient).seal(bytes);
  const step = async () => {
    await sealNext(seal);
    head = await sequenceOnce(sequencer, head);
    await issueNextReceipt({ queue: createReceiptQueue(tables), log, sealTo, clock });
  };
  return { spine, step, opener, sequencer, keepingOn };
}

function checkpointOf(text: string) {
  const note = decodeNote(text);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  return decoded.ok ? decoded.checkpoint : assert.fail('no checkpoint');
}

test('once a receipt is in its box, a power cut at any later moment, whatever it takes, leaves its bytes and its events', async () => {
  const disk = new CrashingDisk();
  await disk.makeFolder('/data');
  const { spine, step, opener, sequencer, keepingOn } = await spineOn(disk);
  const visitor = await spine.handIn([{ name: 'chat.txt', bytes: CHAT }]);
  await step();
  const receipt = (await spine.openReceipt(visitor)) ?? assert.fail('no receipt');
  const left = new Map<string, CrashingDisk>();
  const cut = () => disk.crashStates().forEach(one => left.set(one.fingerprint(), one));
  disk.before = cut;
  await spine.handIn([{ name: 'other.txt', bytes: Buffer.from('just words, no chat') }]);
  await step();
  disk.before = () => undefined;
  cut();
  assert.ok(left.size > 50, `${left.size} different disks`);

  assert.equal(verifyReceipt(receipt, { policy: spine.policy, files: [CHAT] }).verdict, 'verified');
  const decoded = decodeReceipt(receipt);
  assert.ok(decoded.ok);
  const owner = spine.database.pool('owner');
  const { rows: items } = await owner.query<{ itemId: Buffer; blobId: Buffer; segments: number }>(
    `select i.id as "itemId", i.blob_id as "blobId", i.segments from handover.items i join handover.submissions s on s.id = i.submission_id where s.reference = $1`,
    [visitor.reference],
  );
  const { rows: events } = await owner.query<{ commitment: Buffer; index: string }>(
    `select e.commitment, l.log_index as index from handover.events e join handover.submissions s on s.id = e.submission_id
       join handover.log_entries l on l.commitment = e.commitment where s.reference = $1`,
    [visitor.reference],
  );
  assert.equal(events.length, 3);
  const proofs = decoded.receipt.events.map(({ proof }) => decodeProofFile(proof));
  const shown = proofs[0]?.ok ? checkpointOf(proofs[0].proof.checkpoint) : assert.fail('no proof');
  for (const found of left.values()) {
    const blobs = createDiskStore('/data/store', found);
    for (const item of items) {
      const pieces: Uint8Array[] = [];
      for await (const piece of openItem({ blobs, opener }, item)) pieces.push(piece);
      assert.deepEqual(Buffer.concat(pieces), CHAT);
    }
    const files = createLogFiles('/data/log', found);
    const { size, root } = checkpointOf((await files.readPublished()) ?? '');
    const grown = await consistencyProofFromTiles(shown.size, size, files.readTile);
    assert.ok(grown.ok);
    assert.ok(
      verifyConsistency({
        size1: shown.size,
        root1: shown.root,
        size2: size,
        root2: root,
        proof: grown.proof,
      }),
    );
    const kept = await createBatchShelf('/data/store/batches', found).from(0);
    assert.ok(
      kept.some(name => name.first === 0 && name.size >= 3),
      'the batch of its events',
    );
    for (const { commitment, index } of events) {
      const proof = await inclusionProofFromTiles(Number(index), size, files.readTile);
      assert.ok(proof.ok);
      const leaf = leafHash(encodeEntry(commitment));
      assert.ok(
        verifyInclusion({ leafHash: leaf, index: Number(index), treeSize: size, proof: proof.proof, root }),
      );
    }
  }
  for (const found of disk.crashStates())
    await recover({ ...sequencer, keeping: keepingOn(found), files: createLogFiles('/data/log', found) });
});
