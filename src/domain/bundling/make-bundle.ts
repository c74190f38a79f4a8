import { toHex } from '#portable/bytes/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import {
  type BundleSources,
  encodeBundleProof,
  type Hashers,
  type OrderedTranscript,
  planBundle,
  writeBundle,
} from '#portable/bundle/index.ts';
import {
  type Checkpoint,
  consistencyProofFromTiles,
  decodeCheckpoint,
  decodeNote,
  decodeProofFile,
} from '#portable/tlog/index.ts';
import { HandoverError } from '../error.ts';
import { openHead, type ProvableHead, type PublishedLog } from '../receipts/index.ts';
import { type BlobStore, type EvidenceOpener, openItem } from '../sealing/index.ts';
import { makeBuildOrder } from './build-order.ts';
import type { AskedBundle, BundleMaterial, BundleQueue, BundleShelf, PlannedBundle } from './ports.ts';

export type BundleParts = {
  readonly queue: BundleQueue;
  readonly shelf: BundleShelf;
  readonly log: PublishedLog;
  readonly blobs: BlobStore;
  readonly opener: EvidenceOpener;
  readonly hashers: Hashers;
  readonly policy: string;
  readonly software: { readonly name: string; readonly version: string };
  readonly verifierProgram: Uint8Array;
  readonly clock: () => Date;
};

/**
 * Takes one bundle one step on: from asked to planned (its order is fixed and a `bundle-produced` event commits to
 * it), or from planned to ready (that event is in the log). A crash between the two repeats only the second, from
 * the stored order. Returns false when there was nothing to do.
 */
export async function makeNextBundle(parts: BundleParts): Promise<boolean> {
  const head = await openHead(parts.log);
  if (head === null) return false;
  const planned = await parts.queue.nextPlanned(head.size);
  if (planned !== null) return orFailed(parts, planned, () => finishBundle(parts, planned, head));
  const asked = await parts.queue.nextAsked();
  return asked !== null && orFailed(parts, asked, () => planAsked(parts, asked, head));
}

/** A fault of the items themselves ends this bundle with its reason, and those behind it are made. */
async function orFailed(
  parts: BundleParts,
  { id }: AskedBundle,
  work: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    const isOfItem =
      error instanceof HandoverError && (error.code === 'seal-mismatch' || error.code === 'not-found');
    if (!isOfItem) throw error;
    await parts.queue.recordFailure(id, error.message);
    return true;
  }
}

async function planAsked(parts: BundleParts, asked: AskedBundle, head: ProvableHead): Promise<boolean> {
  const material = await parts.queue.material(asked.submissionId);
  const logged = material.events.every(event => event.logIndex !== null && event.logIndex < head.size);
  if (!logged) return false;
  if (material.items.length === 0 && !material.events.some(isDisposal)) return false;
  if (material.items.length === 0) {
    await parts.queue.recordFailure(asked.id, 'there is no item to put into it: each was disposed of');
    return true;
  }
  const now = notBefore(parts.clock(), material);
  const order = await makeBuildOrder(material, {
    head,
    policy: parts.policy,
    software: parts.software,
    verifier: await measure([parts.verifierProgram], parts.hashers),
    transcripts: await measureTranscripts(parts, material),
    now,
  });
  const planned = await planBundle(order, await sourcesOf(parts, asked), parts.hashers);
  if (!planned.ok) {
    await parts.queue.recordFailure(asked.id, planned.reason);
    return true;
  }
  await parts.queue.recordPlan(asked, {
    order,
    bundleId: planned.plan.bundleId,
    n: material.events.length + 1,
    at: now,
  });
  return true;
}

function isDisposal({ body }: { body: Uint8Array }): boolean {
  const decoded = decodeEvent(body);
  return decoded.ok && decoded.event.type === 'item-disposed';
}

/** The clock's time, or that of the last event where another clock that runs ahead wrote it: times never run back. */
function notBefore(now: Date, { events }: BundleMaterial): Date {
  const last = decodeEvent(events.at(-1)?.body ?? new Uint8Array(0));
  const at = last.ok ? new Date(last.event.at) : now;
  return at > now ? at : now;
}

async function finishBundle(
  parts: BundleParts,
  planned: PlannedBundle,
  head: ProvableHead,
): Promise<boolean> {
  const result = await planBundle(planned.order, await sourcesOf(parts, planned), parts.hashers);
  if (!result.ok) {
    await parts.queue.recordFailure(planned.id, result.reason);
    return true;
  }
  const proof = await proveProduced(parts.log, planned, head);
  const built = await writeBundle(result.plan, proof, parts.hashers);
  const key = await parts.shelf.put(planned.id, built.chunks);
  await parts.queue.recordReady(planned.id, { proof, sizeBytes: built.sizeBytes, key, at: parts.clock() });
  return true;
}

/** Inclusion of the event under this head, and that this head extends the one the order was made under. */
async function proveProduced(log: PublishedLog, planned: PlannedBundle, head: ProvableHead): Promise<string> {
  const proof = decodeProofFile(await head.prove(planned.event.logIndex ?? -1));
  if (!proof.ok) throw new HandoverError('log-disagrees', 'a proof just made cannot be read');
  const { index, hashes, checkpoint } = proof.proof;
  const { size } = checkpointOf(planned.order.checkpoint);
  const grew = await consistencyProofFromTiles(size, head.size, log.readTile);
  if (!grew.ok) throw new HandoverError('log-disagrees', 'the log cannot prove that it only grew');
  return encodeBundleProof(
    { salt: planned.event.salt, eventBytes: planned.event.body, consistency: grew.proof },
    { index, hashes, checkpoint },
  );
}

function checkpointOf(signed: string): Checkpoint {
  const note = decodeNote(signed);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  if (!decoded.ok) throw new HandoverError('log-disagrees', 'the head of a stored order cannot be read');
  return decoded.checkpoint;
}

async function sourcesOf(parts: BundleParts, asked: AskedBundle): Promise<BundleSources> {
  const items = await parts.queue.storedItems(asked.submissionId);
  return {
    item: id => {
      const item = items.get(id);
      if (item === undefined)
        throw new HandoverError('not-found', 'the build order names an item that is not stored');
      return openItem(parts, item);
    },
    transcript: transcript => transcriptOf(parts, items, transcript),
    verifier: () => [parts.verifierProgram],
  };
}

function transcriptOf(
  parts: BundleParts,
  items: ReadonlyMap<string, { itemId: Uint8Array }>,
  transcript: OrderedTranscript,
): AsyncIterable<Uint8Array> {
  const item = items.get(transcript.item);
  if (item === undefined)
    throw new HandoverError('not-found', 'the build order names an item that is not stored');
  return parts.queue.transcriptLines(item.itemId, transcript);
}

async function measureTranscripts(
  parts: BundleParts,
  material: BundleMaterial,
): Promise<OrderedTranscript[]> {
  const measured: OrderedTranscript[] = [];
  for (const { itemId, reader, sealedAt, dateOrder } of material.transcripts) {
    const named = {
      item: toHex(itemId),
      reader,
      sealedAt: sealedAt.toISOString(),
      ...(dateOrder === null ? {} : { dateOrder }),
      sha256: '',
      sizeBytes: 0,
    };
    measured.push({
      ...named,
      ...(await measure(parts.queue.transcriptLines(itemId, named), parts.hashers)),
    });
  }
  return measured;
}

async function measure(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, hashers: Hashers) {
  const digest = hashers.sha256();
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    digest.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sha256: toHex(digest.digest()), sizeBytes };
}
