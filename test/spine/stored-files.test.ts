import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { globSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import {
  createEvidenceOpener,
  createSealer,
  createSegmentSealer,
  newIdentity,
  recipientOf,
} from '#adapters/age/index.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createRotationStore } from '#adapters/postgres/rotation-store.ts';
import { createStoredFile } from '#adapters/postgres/stored-files.ts';
import {
  encodeStagedMeta,
  openItem,
  type ReadBackDigests,
  rotateKeys,
  storeLocalFile,
} from '#domain/sealing/index.ts';
import { eventCheck } from '#domain/checking/index.ts';
import { createRecordPages } from '#adapters/postgres/record-pages.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { createSpine } from '#support/spine.ts';

const BYTES = Buffer.alloc(9_000_000, 'frames of a screen recording ');

describe('a file whose bodies are in the store before it is sealed', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  before(async () => {
    spine = await createSpine();
  });

  const owner = () => spine.database.pool('owner');
  const bodyFiles = () => globSync('store/bodies/*/*/*', { cwd: spine.folder }).toSorted();

  async function handInStored(
    sha256Hex = createHash('sha256').update(BYTES).digest('hex'),
    readBack: ReadBackDigests | null = null,
  ) {
    const [draftId, boxId, fileId] = [randomBytes(32), randomBytes(32), randomBytes(16)];
    const boxIdentity = await newIdentity();
    await spine.door.putDraft(draftId, randomBytes(40), 1);
    const stored = createStoredFile(openTables(owner()), draftId, fileId);
    const recipient = spine.keys.evidenceRecipient;
    const parts = {
      blobs: spine.steps.blobs,
      sealer: createSegmentSealer(recipient),
      digests: { sha256: () => createHash('sha256') },
      headers: stored,
      random: (n: number) => randomBytes(n),
    };
    const source = async function* () {
      yield BYTES;
    };
    const upload = await storeLocalFile(parts, source());
    const meta = encodeStagedMeta({
      kind: 'file',
      name: 'recording.mp4',
      sourceClass: 'recording',
      sizeBytes: upload.sizeBytes,
      sha256Hex,
      extractOf: null,
    });
    const whole = { segments: upload.segments, meta: await createSealer(recipient).seal(meta), readBack };
    await assert.rejects(stored.complete({ ...whole, segments: upload.segments + 1 }), /not whole/);
    await stored.complete(whole);
    const done = await spine.door.submit({
      draftId,
      boxId,
      boxRecipient: await recipientOf(boxIdentity),
      submitterType: 'school-or-college',
      fileIds: [fileId],
    });
    return { reference: done?.reference ?? '', draftId, boxId, boxIdentity, upload };
  }

  test('is read back, sealed and receipted where it rests, as received at the command line: no body is written again', async () => {
    const visitor = await handInStored();
    const before = bodyFiles();
    assert.equal(before.length, 2);
    await spine.drain();
    assert.deepEqual(bodyFiles(), before);
    const receipt = await spine.openReceipt(visitor);
    assert.ok(receipt);
    assert.equal(verifyReceipt(receipt, { policy: spine.policy, files: [BYTES] }).verdict, 'verified');
    const { rows } = await owner().query<{ id: Buffer; blob_id: Buffer; segments: number; kind: string }>(
      'select id, blob_id, segments, kind from handover.items',
    );
    const item = rows[0];
    assert.ok(item);
    assert.deepEqual([item.kind, item.segments, rows.length], ['file', 2, 1]);
    const opener = createEvidenceOpener({
      identities: [spine.keys.evidenceIdentity],
      recipients: [spine.keys.evidenceRecipient],
    });
    const pieces: Uint8Array[] = [];
    const stored = { itemId: item.id, blobId: item.blob_id, segments: item.segments };
    for await (const piece of openItem({ blobs: spine.steps.blobs, opener }, stored)) pieces.push(piece);
    assert.ok(Buffer.concat(pieces).equals(BYTES));
    const { rows: events } = await owner().query<{ body: Buffer }>(
      'select body from handover.events where submission_n = 1',
    );
    const received = decodeEvent(events[0]?.body ?? Buffer.alloc(0));
    assert.ok(received.ok);
    // Nobody came to the public door: what the record says of who gave it is theirs, in the account.
    assert.deepEqual(received.event.actor, { kind: 'system', id: 'command-line' });
    const { faults } = await eventCheck(createRecordPages(openTables(owner()))).slice(null);
    assert.deepEqual(faults, []);
    const left = await owner().query(
      'select 1 from handover.stored_files union all select 1 from handover.stored_headers',
    );
    assert.equal(left.rowCount, 0, 'what waited is gone with its draft');
    const readings = await owner().query('select 1 from handover.readings');
    assert.equal(readings.rowCount, 0, 'nothing tries to read it as a chat');
  });

  test('that is not what was declared is an event and is never sealed', async () => {
    const visitor = await handInStored('ab'.repeat(32));
    await spine.drain();
    assert.equal((await spine.door.readBox(visitor.boxId))?.state, 'received');
    assert.equal(await mismatches(), 1);
  });

  test('of which the store changed a byte is an event and is never sealed', async () => {
    const known = new Set(bodyFiles());
    const visitor = await handInStored();
    const path = join(spine.folder, bodyFiles().find(file => !known.has(file)) ?? '');
    const body = readFileSync(path);
    body[5_000_000] = (body[5_000_000] ?? 0) ^ 1;
    writeFileSync(path, body);
    await spine.drain();
    assert.equal((await spine.door.readBox(visitor.boxId))?.state, 'received');
    assert.equal(await mismatches(), 2);
  });

  const foundWhileStored = () => ({
    sizeBytes: BYTES.length,
    sha256: createHash('sha256').update(BYTES).digest(),
    sha512: createHash('sha512').update(BYTES).digest(),
  });

  test('that was read back while it was stored is sealed on what was found then', async () => {
    const visitor = await handInStored(undefined, foundWhileStored());
    await spine.drain();
    const receipt = await spine.openReceipt(visitor);
    assert.ok(receipt);
    assert.equal(verifyReceipt(receipt, { policy: spine.policy, files: [BYTES] }).verdict, 'verified');
  });

  test('that was read back and is not what was declared, or has lost a body or a byte since, is never sealed', async () => {
    const before = await mismatches();
    const other = await handInStored(undefined, { ...foundWhileStored(), sizeBytes: 1 });
    const known = new Set(bodyFiles());
    const lost = await handInStored(undefined, foundWhileStored());
    rmSync(join(spine.folder, bodyFiles().find(file => !known.has(file)) ?? ''));
    known.clear();
    for (const file of bodyFiles()) known.add(file);
    const cut = await handInStored(undefined, foundWhileStored());
    const path = join(spine.folder, bodyFiles().find(file => !known.has(file)) ?? '');
    truncateSync(path, readFileSync(path).length - 1);
    await spine.drain();
    for (const { boxId } of [other, lost, cut])
      assert.equal((await spine.door.readBox(boxId))?.state, 'received');
    assert.equal((await mismatches()) ?? 0, (before ?? 0) + 3);
  });

  test('waiting while the keys are rotated gets new headers too', async () => {
    await handInStored();
    const identity = await newIdentity();
    const recipients = [await recipientOf(identity)];
    const identities = [identity, spine.keys.evidenceIdentity];
    const rotated = await rotateKeys({
      store: createRotationStore(openTables(owner()), spine.sealer),
      blobs: spine.steps.blobs,
      opener: createEvidenceOpener({ identities, recipients }),
      newOpener: createEvidenceOpener({ identities: [identity], recipients }),
      recipients,
      clock: () => new Date(),
    });
    assert.ok(rotated.ok);
    const { rows } = await owner().query<{ header: Buffer }>('select header from handover.stored_headers');
    const alone = createEvidenceOpener({ identities: [identity], recipients });
    assert.ok(rows.length >= 2);
    assert.ok(rows.every(({ header }) => alone.rewrap(header) !== null));
  });

  const mismatches = async () => {
    const { rows } = await owner().query<{ n: number }>(
      `select count(*)::int as n from handover.events where type = 'seal-mismatch'`,
    );
    return rows[0]?.n;
  };
});
