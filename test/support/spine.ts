import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ageStreams,
  createEventSealer,
  createEvidenceOpener,
  createSealer,
  newIdentity,
  openAge,
  recipientOf,
} from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { createBundleShelf, openFromShelf } from '#adapters/bundles/bundle-shelf.ts';
import { createConfinedReader } from '#adapters/confined-reader/confined-reader.ts';
import { createDocumentPress } from '#adapters/documents/document-press.ts';
import { type KeyRing, makeKeyRing } from '#adapters/files/key-ring.ts';
import { createAdditionQueue } from '#adapters/postgres/addition-queue.ts';
import { createAdditionReceiptQueue } from '#adapters/postgres/addition-receipt-queue.ts';
import { createBundleQueue } from '#adapters/postgres/bundle-queue.ts';
import { createDocumentQueue } from '#adapters/postgres/document-queue.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import { createComparisonStore } from '#adapters/postgres/comparison-store.ts';
import { createQuestionQueue } from '#adapters/postgres/question-queue.ts';
import { createReadingStore } from '#adapters/postgres/reading-store.ts';
import { createReceiptQueue } from '#adapters/postgres/receipt-queue.ts';
import { ROLES } from '#adapters/postgres/roles.ts';
import { createSealQueue } from '#adapters/postgres/seal-queue.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { createLogHeadStore, type LogHead } from '#adapters/sequencer/log-head.ts';
import { createLogKeeping } from '#adapters/sequencer/log-keeping.ts';
import { recover, sequenceOnce, signCheckpoint } from '#adapters/sequencer/sequencer.ts';
import { type BundleParts, makeNextBundle } from '#domain/bundling/index.ts';
import { type ReturnDoor, writeNextQuestion } from '#domain/engagement/index.ts';
import type { IntakeDoor, StagedFileMeta } from '#domain/intake/index.ts';
import { PutOff } from '#domain/put-off.ts';
import { compareNext, readNext } from '#domain/reading/index.ts';
import {
  type AdditionReceiptParts,
  type DocumentPress,
  issueNextAdditionReceipt,
  issueNextReceipt,
  makeNextDocument,
} from '#domain/receipts/index.ts';
import {
  encodeStagedMeta,
  openItem,
  type SealAdditionParts,
  sealNext,
  sealNextAddition,
} from '#domain/sealing/index.ts';
import { buildBundle, decodeOrder } from '#portable/bundle/index.ts';
import { ALL_READERS } from '#portable/chat/index.ts';
import { decodePolicy, EMPTY_ROOT, type Policy } from '#portable/tlog/index.ts';
import { policyText as policyOf } from '../../src/processes/installation.ts';
import { whenTestsEnd } from './cleanup.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

const VERIFIER = join(import.meta.dirname, '..', '..', 'verifier', 'dist', 'handover-verify.mjs');

const SEGMENT_BYTES = 8 << 20;

type Chat = { readonly name: string; readonly bytes: Uint8Array; readonly kind?: StagedFileMeta['kind'] };

/** A hand-in as its visitor holds it. */
export type HandedIn = {
  readonly reference: string;
  readonly draftId: Uint8Array;
  readonly boxId: Uint8Array;
  readonly boxIdentity: string;
};

/** Where a spine rests: its database, its folder (as a data folder) and its keys. */
export type SpinePlace = {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly keys: KeyRing;
};

/** An empty place with a log of its own. */
async function foundPlace(): Promise<SpinePlace> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'handover-spine-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  const keys = await makeKeyRing(
    join(folder, 'keys'),
    { originPrefix: 'northshire.example/log', roles: ROLES },
    ageStreams,
  );
  const signer = { name: keys.origin, secretKey: keys.logSecretKey };
  await database
    .pool('owner')
    .query(
      'insert into handover.log_head (origin, size, root, checkpoint, signed_at) values ($1, 0, $2, $3, now())',
      [keys.origin, Buffer.from(EMPTY_ROOT), signCheckpoint(signer, 0, EMPTY_ROOT)],
    );
  return { database, folder, keys };
}

async function makeParts({ database, folder, keys }: SpinePlace) {
  const signer = { name: keys.origin, secretKey: keys.logSecretKey };
  const owner = database.pool('owner');
  const policyText = policyOf(keys);
  const sealer = createEventSealer([keys.evidenceRecipient]);
  return { database, folder, keys, signer, owner, policyText, sealer };
}

function workerSteps({ database, folder, keys, policyText, sealer }: Awaited<ReturnType<typeof makeParts>>) {
  const pool = database.pool('handover_worker');
  const tables = openTables(pool);
  const files = createLogFiles(join(folder, 'log'));
  const blobs = createDiskStore(join(folder, 'store'));
  const opener = createEvidenceOpener({
    identities: [keys.evidenceIdentity, ...keys.retiringIdentities],
    recipients: [keys.evidenceRecipient],
  });
  const log = { checkpoint: files.readPublished, readTile: files.readTile };
  const clock = () => new Date();
  const digests = { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') };
  const random = (n: number) => randomBytes(n);
  const sealTo = (recipient: string, bytes: Uint8Array) => createSealer(recipient).seal(bytes);
  const putOff = { seal: new PutOff(clock), read: new PutOff(clock) };
  const bundles = {
    ...{ log, blobs, opener, clock, policy: policyText, hashers: digests },
    queue: createBundleQueue(tables, sealer),
    shelf: createBundleShelf(join(folder, 'bundles'), ageStreams),
    verifierProgram: readFileSync(VERIFIER),
    software: { name: 'handover', version: '0.0.0' },
  };
  return {
    seal: () =>
      sealNext({
        queue: createSealQueue(tables, sealer),
        blobs,
        opener,
        digests,
        random,
        clock,
        putOff: putOff.seal,
      }),
    ...additionSteps({ tables, sealer, blobs, opener, digests, random, clock, log, sealTo }),
    receipt: () => issueNextReceipt({ queue: createReceiptQueue(tables), log, sealTo, clock }),
    document: (press: DocumentPress = createDocumentPress(), now: () => Date = clock) =>
      makeNextDocument({ queue: createDocumentQueue(tables), log, press, sealTo, clock: now }),
    compare: () => compareNext(createComparisonStore(tables)),
    read: () =>
      readNext({
        store: createReadingStore(pool),
        reader: createConfinedReader(ALL_READERS),
        blobs,
        opener,
        putOff: putOff.read,
      }),
    bundle: () => makeNextBundle(bundles),
    rebuild: (
      asked: { id: Uint8Array; submissionId: Uint8Array },
      stored: { order: string; proof: string },
    ) => rebuild(bundles, asked, stored),
    files,
    blobs,
    putOff,
  };
}

type AdditionParts = Omit<SealAdditionParts, 'queue' | 'additions' | 'putOff'> &
  Omit<AdditionReceiptParts, 'queue'> & {
    readonly tables: ReturnType<typeof openTables>;
    readonly sealer: ReturnType<typeof createEventSealer>;
  };

function additionSteps({ tables, sealer, ...parts }: AdditionParts) {
  const additions = createAdditionQueue(tables, sealer);
  const putOff = new PutOff(parts.clock);
  return {
    sealAddition: () =>
      sealNextAddition({ ...parts, queue: createSealQueue(tables, sealer), additions, putOff }),
    question: () => writeNextQuestion({ ...parts, queue: createQuestionQueue(tables) }),
    additionReceipt: () => issueNextAdditionReceipt({ ...parts, queue: createAdditionReceiptQueue(tables) }),
  };
}

/** The whole spine in this process, over the real database and disk, driven step by step: no loop, no waiting. */
export async function createSpine(place?: SpinePlace) {
  const parts = await makeParts(place ?? (await foundPlace()));
  const { database, folder, keys, signer, policyText } = parts;
  const steps = workerSteps(parts);
  const door: IntakeDoor & ReturnDoor = createPublicDoor(database.pool('handover_public'));
  const sequencerClient = await database.pool('handover_sequencer').connect();
  const sequencer = {
    store: createLogHeadStore(sequencerClient),
    files: steps.files,
    keeping: createLogKeeping({
      signer,
      shelf: createBatchShelf(join(folder, 'store', 'batches')),
      headFile: createHeadFile(join(folder, 'outside-backups'), keys.origin),
      witnesses: [],
    }),
    signer,
    clock: () => new Date(),
  };
  whenTestsEnd(() => sequencerClient.release(true));
  let head: LogHead | null = null;
  const sequence = async () => {
    head ??= await recover(sequencer);
    const next: LogHead = await sequenceOnce(sequencer, head);
    const grew = next !== head;
    head = next;
    return grew;
  };
  const drain = async () => {
    for (;;) {
      const did = [
        await steps.seal(),
        await steps.sealAddition(),
        await sequence(),
        await steps.receipt(),
        await steps.additionReceipt(),
        await steps.question(),
        await steps.read(),
        await steps.bundle(),
      ];
      if (!did.includes(true)) return;
    }
  };
  const decoded = decodePolicy(policyText);
  const policy: Policy | null = decoded.ok ? decoded.policy : null;
  return {
    ...{ database, folder, keys, door, steps, sequence, drain, policy, policyText, sequencer },
    sealer: parts.sealer,
    handIn: (chats: readonly Chat[]) => handIn(door, keys.evidenceRecipient, chats),
    openReceipt: async (visitor: HandedIn) => {
      const letter = (await door.readBox(visitor.boxId))?.letters[0];
      return letter === undefined ? null : openAge(letter, visitor.boxIdentity);
    },
    openBundle: async (id: Uint8Array, key: string) =>
      collect(openFromShelf(join(folder, 'bundles'), id, key, ageStreams)),
  };
}

async function handIn(door: IntakeDoor, recipient: string, chats: readonly Chat[]): Promise<HandedIn> {
  const sealer = createSealer(recipient);
  const draftId = randomBytes(32);
  const boxId = randomBytes(32);
  const boxIdentity = await newIdentity();
  await door.putDraft(draftId, randomBytes(40), 1);
  const fileIds: Uint8Array[] = [];
  for (const chat of chats) {
    const fileId = randomBytes(16);
    await door.beginFile(draftId, fileId);
    let segments = 0;
    for (let from = 0; from < chat.bytes.length || segments === 0; from += SEGMENT_BYTES) {
      await door.stageSegment(
        fileId,
        segments,
        await sealer.seal(chat.bytes.subarray(from, from + SEGMENT_BYTES)),
      );
      segments += 1;
    }
    const meta: StagedFileMeta = {
      kind: chat.kind ?? 'chat',
      name: chat.name,
      sourceClass: 'party-export',
      sizeBytes: chat.bytes.length,
      sha256Hex: createHash('sha256').update(chat.bytes).digest('hex'),
      extractOf: null,
    };
    await door.completeFile(fileId, segments, await sealer.seal(encodeStagedMeta(meta)));
    fileIds.push(fileId);
  }
  const submitted = await door.submit({
    draftId,
    boxId,
    boxRecipient: await recipientOf(boxIdentity),
    submitterType: 'parent-or-carer',
    fileIds,
  });
  if (submitted === null) throw new Error('the hand-in was not taken');
  return { reference: submitted.reference, draftId, boxId, boxIdentity };
}

/** The zip made again from the stored order and the sealed items alone. */
async function rebuild(
  parts: BundleParts,
  asked: { id: Uint8Array; submissionId: Uint8Array },
  stored: { order: string; proof: string },
): Promise<Buffer> {
  const order = decodeOrder(Buffer.from(stored.order));
  if (order === null) throw new Error('the stored order cannot be read');
  const items = await parts.queue.storedItems(asked.submissionId);
  const itemOf = (id: string) => {
    const item = items.get(id);
    if (item === undefined) throw new Error(`no stored item ${id}`);
    return item;
  };
  const built = await buildBundle(
    order,
    {
      item: id => openItem(parts, itemOf(id)),
      transcript: transcript => parts.queue.transcriptLines(itemOf(transcript.item).itemId, transcript),
      verifier: () => [parts.verifierProgram],
    },
    stored.proof,
  );
  if (!built.ok) throw new Error(built.reason);
  const chunks: Uint8Array[] = [];
  for await (const chunk of built.chunks) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
