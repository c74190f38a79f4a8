import { toHex } from '#portable/bytes/index.ts';
import { encodeItemFacts, itemCommitment, type ItemFacts } from '#portable/continuity/index.ts';
import { HandoverError } from '../error.ts';
import type { StagedFileMeta } from '../intake/index.ts';
import type {
  BlobStore,
  Digests,
  EvidenceOpener,
  SealedItem,
  SealQueue,
  StoreNames,
  WaitingFile,
} from './ports.ts';
import { readBack, type ReadBackDigests } from './read-back.ts';
import { decodeStagedMeta } from './staged-meta.ts';

/** What sealing one file needs. */
export type FileParts = {
  readonly queue: Pick<SealQueue, 'readSegment' | 'keepNames' | 'readHeaders'>;
  readonly blobs: BlobStore;
  readonly opener: EvidenceOpener;
  readonly digests: Digests;
  readonly random: (sizeBytes: number) => Uint8Array;
};

export type FileOutcome = { ok: true; item: SealedItem } | { ok: false; what: string };

/**
 * Stores one staged file as an item: names first, then bodies, then the read-back, which is compared with what was received.
 * Nothing is recorded yet. A crash leaves bodies and headers under names that are kept.
 */
export async function sealFile(parts: FileParts, file: WaitingFile): Promise<FileOutcome> {
  const opened = await parts.opener.open(file.meta);
  const meta = opened === null ? null : decodeStagedMeta(opened);
  if (meta === null) return { ok: false, what: 'the description of the file cannot be opened' };
  const names = await parts.queue.keepNames(file.fileId, {
    itemId: parts.random(16),
    blobId: file.blobId ?? parts.random(16),
  });
  const stored = await storedSegments(parts, file, names);
  if (stored === null)
    return { ok: false, what: 'a stored piece is missing or is not an age file to this force' };
  const digests = await digestsOf(parts, file, stored);
  if (digests === null) return { ok: false, what: 'a stored piece is missing or cannot be opened' };
  if (toHex(digests.sha256) !== meta.sha256Hex || digests.sizeBytes !== meta.sizeBytes) {
    return { ok: false, what: 'what was stored differs from what was received' };
  }
  const { itemId } = names;
  const created = await parts.blobs.createHeaders(itemId, stored.headers);
  // Those of a try that was cut off: wrapped anew, they differ, and open the same bodies.
  if (!created.ok) await parts.blobs.replaceHeaders(itemId, stored.headers);
  const segments = stored.headers.length;
  return {
    ok: true,
    item: describe(parts, { file, meta, itemId, blobId: stored.blobId, segments }, digests),
  };
}

/**
 * Of what the store holds. Null when a segment is lost, cannot be opened or, of a file that was read back while it was
 * stored, does not have its size any more.
 */
async function digestsOf(
  parts: FileParts,
  { readBack: found }: WaitingFile,
  { blobId, headers }: StoredSegments,
): Promise<ReadBackDigests | null> {
  if (found === null) return readBack(parts, blobId, headers);
  let sizeBytes = 0;
  for (const n of headers.keys()) {
    const facts = await parts.blobs.bodyFacts({ blobId, n });
    const plainBytes = facts === null ? null : parts.opener.plainSize(facts.sizeBytes);
    if (plainBytes === null) return null;
    sizeBytes += plainBytes;
  }
  return sizeBytes === found.sizeBytes ? found : null;
}

type StoredSegments = { readonly blobId: Uint8Array; readonly headers: readonly Uint8Array[] };

/** The file's segments in the store: where they already rest, or from their staging. Null when one is no age file to us. */
async function storedSegments(
  parts: FileParts,
  file: WaitingFile,
  { blobId }: StoreNames,
): Promise<StoredSegments | null> {
  if (file.blobId === null) return storeBodies(parts, file, blobId);
  const headers = (await parts.queue.readHeaders(file.fileId)).map(header => parts.opener.rewrap(header));
  const isWhole = headers.length === file.segments && headers.every(header => header !== null);
  return isWhole ? { blobId: file.blobId, headers } : null;
}

async function storeBodies(
  parts: FileParts,
  file: WaitingFile,
  blobId: Uint8Array,
): Promise<StoredSegments | null> {
  const headers: Uint8Array[] = [];
  for (let n = 0; n < file.segments; n += 1) {
    const piece = await parts.queue.readSegment(file.fileId, n);
    const split = piece === null ? null : parts.opener.split(piece);
    // Sealed to whoever was a recipient when it was staged: from now on it is for the recipients of today.
    const header = split === null ? null : parts.opener.rewrap(split.header);
    if (split === null || header === null) return null;
    const created = await parts.blobs.createBody({ blobId, n }, split.body);
    if (!created.ok) throw new HandoverError('seal-mismatch', 'a new name in the store is taken');
    headers.push(header);
  }
  return { blobId, headers };
}

/** How the facts state the archive: there exactly when the item is an extract. */
function extractOf({ sourceClass, extractOf: archive }: StagedFileMeta): Pick<ItemFacts, 'extractOf'> {
  if (sourceClass !== 'extract' || archive === null) return {};
  const { name, sizeBytes, sha256Hex, member, extractorVersion } = archive;
  return { extractOf: { name, sizeBytes, sha256: sha256Hex, member, extractor: extractorVersion } };
}

type Described = {
  file: WaitingFile;
  meta: StagedFileMeta;
  itemId: Uint8Array;
  blobId: Uint8Array;
  segments: number;
};

function describe(
  parts: FileParts,
  { file, meta, itemId, blobId, segments }: Described,
  digests: ReadBackDigests,
): SealedItem {
  const factsSalt = parts.random(32);
  const facts = encodeItemFacts({
    item: toHex(itemId),
    name: meta.name,
    sha256: toHex(digests.sha256),
    sha512: toHex(digests.sha512),
    sizeBytes: digests.sizeBytes,
    sourceClass: meta.sourceClass,
    ...extractOf(meta),
  });
  return {
    id: itemId,
    number: file.number,
    kind: meta.kind,
    sourceClass: meta.sourceClass,
    name: meta.name,
    ...digests,
    facts,
    factsSalt,
    content: toHex(itemCommitment(factsSalt, facts)),
    blobId,
    segments,
    extractOf: meta.extractOf,
  };
}
