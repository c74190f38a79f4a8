import { concatBytes, toHex, utf8 } from '../bytes/index.ts';
import { BAGIT_TXT, encodeBagInfo } from './bagit/info.ts';
import { encodeManifest } from './bagit/manifest.ts';
import { coverOf, jsonLine } from './cover.ts';
import { digestStream, NOBLE_HASHERS } from './hashers.ts';
import type { FileDigests, Hashers } from './hashers.ts';
import { howToCheck } from './how-to-check.ts';
import { openedEvent, openedFacts } from './opened.ts';
import { orderFault } from './order.ts';
import type { BundleOrder, OrderedTranscript } from './order.ts';
import * as paths from './paths.ts';
import { encodeRecordLine } from './record-lines.ts';
import { writeZip } from './zip/index.ts';
import type { ZipFile } from './zip/index.ts';

/** A stream that can be opened more than once and gives the same bytes each time. */
type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Where the bytes of a bundle come from. Each is opened twice: once to be measured, once to be copied.
 * `item` gets the item's id (32 hex).
 */
export type BundleSources = {
  item: (id: string) => Chunks;
  transcript: (transcript: OrderedTranscript) => Chunks;
  verifier: () => Chunks;
};

type PlannedFile = { path: string; digests: FileDigests; open: () => Chunks };

/** A bundle with everything measured. `bundleId` (64 hex) is what the `bundle-produced` event commits to. */
export type BundlePlan = { name: string; bundleId: string; files: PlannedFile[] };

/** Why no bundle can be made. `where` is the path in the bundle whose source is not what was ordered. */
export type BundleRefusal =
  | { ok: false; reason: 'order-not-usable'; detail: string }
  | { ok: false; reason: 'source-differs'; where: string };

/** A bundle ready to be written out. `chunks` can be read once and throws SourceChangedError. */
export type BuiltBundle = {
  ok: true;
  bundleId: string;
  sizeBytes: number;
  chunks: AsyncGenerator<Uint8Array, void>;
};

/** Measures every file of the bundle. The plan needs the sources again when it is written out. */
export async function planBundle(
  order: BundleOrder,
  sources: BundleSources,
  hashers: Hashers = NOBLE_HASHERS,
): Promise<{ ok: true; plan: BundlePlan } | BundleRefusal> {
  const detail = orderFault(order);
  if (detail !== null) return { ok: false, reason: 'order-not-usable', detail };
  const streamed: PlannedFile[] = [];
  for (const { path, open, matches } of streamedFiles(order, sources)) {
    const digests = await digestStream(open(), hashers);
    if (!matches(digests)) return { ok: false, reason: 'source-differs', where: path };
    streamed.push({ path, digests, open });
  }
  const openings = await measureAll(openingFiles(order), hashers);
  const files = [...streamed, ...openings, ...(await measureAll(tagFiles(order), hashers))];
  files.push(...(await measureAll(listFiles(order, files), hashers)));
  const tags = manifestOf(files.filter(file => !isPayload(file)));
  const tagManifest = await measure([paths.TAG_MANIFEST_PATH, encodeManifest(tags)], hashers);
  files.push(tagManifest);
  return { ok: true, plan: { name: order.name, bundleId: toHex(tagManifest.digests.sha256), files } };
}

/** Writes a plan out with the proof (`encodeBundleProof`) of its `bundle-produced` event. */
export async function writeBundle(
  plan: BundlePlan,
  proof: string,
  hashers: Hashers = NOBLE_HASHERS,
): Promise<BuiltBundle> {
  const last = await measure([paths.BUNDLE_PROOF_PATH, utf8(proof)], hashers);
  const files = [...plan.files, last].map(({ path, digests: { sizeBytes, crc32 }, open }): ZipFile => ({
    name: `${plan.name}/${path}`,
    sizeBytes,
    crc32,
    open,
  }));
  const zip = writeZip(files, hashers.crc32 ? { crc32: hashers.crc32 } : {});
  return { ok: true, bundleId: plan.bundleId, ...zip };
}

/** Plans and writes in one call, for a rebuild from a stored order and proof. */
export async function buildBundle(
  order: BundleOrder,
  sources: BundleSources,
  proof: string,
  hashers: Hashers = NOBLE_HASHERS,
): Promise<BuiltBundle | BundleRefusal> {
  const planned = await planBundle(order, sources, hashers);
  return planned.ok ? writeBundle(planned.plan, proof, hashers) : planned;
}

type StreamedFile = { path: string; open: () => Chunks; matches: (digests: FileDigests) => boolean };

function* streamedFiles(order: BundleOrder, sources: BundleSources): Generator<StreamedFile, void> {
  for (const [index, item] of order.items.entries()) {
    const facts = openedFacts(item);
    if (!facts) continue;
    const path = paths.itemPath(paths.itemName(index + 1));
    const matches = (found: FileDigests) =>
      matchesOrder(found, facts) && toHex(found.sha512) === facts.sha512;
    yield { path, open: () => sources.item(facts.item), matches };
  }
  for (const [index, transcript] of order.transcripts.entries()) {
    const path = paths.transcriptPath(paths.transcriptName(index + 1));
    const open = () => sources.transcript(transcript);
    yield { path, open, matches: found => matchesOrder(found, transcript) };
  }
  const matches = (found: FileDigests) => matchesOrder(found, order.verifier);
  yield { path: paths.VERIFIER_PATH, open: () => sources.verifier(), matches };
}

function matchesOrder(found: FileDigests, ordered: { sha256: string; sizeBytes: number }): boolean {
  return toHex(found.sha256) === ordered.sha256 && found.sizeBytes === ordered.sizeBytes;
}

/** A file that is held whole, in one or more pieces. */
type Small = [path: string, bytes: Uint8Array | Uint8Array[]];

function openingFiles(order: BundleOrder): Small[] {
  return order.items.map(({ facts, salt }, index) => [
    paths.openingPath(paths.itemName(index + 1)),
    jsonLine({ facts, salt }),
  ]);
}

function tagFiles(order: BundleOrder): Small[] {
  const lines = order.events.map(entry => concatBytes(encodeRecordLine(entry), Uint8Array.of(0x0a)));
  const proofs = order.events.map((entry): Small => {
    const id = 'event' in entry ? (openedEvent(entry)?.id ?? null) : null;
    return [paths.proofPath({ n: entry.n, id }), utf8(entry.proof)];
  });
  return [
    [paths.BAGIT_PATH, BAGIT_TXT],
    [paths.COVER_PATH, coverOf(order)],
    [paths.EVENTS_PATH, lines],
    [paths.POLICY_PATH, utf8(order.policy)],
    [paths.HOW_TO_CHECK_PATH, howToCheck(order.name)],
    ...proofs,
  ];
}

function isPayload(file: PlannedFile): boolean {
  return file.path.startsWith('data/');
}

function listFiles(order: BundleOrder, files: readonly PlannedFile[]): Small[] {
  const payload = files.filter(isPayload);
  const sizeBytes = payload.reduce((sum, file) => sum + file.digests.sizeBytes, 0);
  return [
    [paths.BAG_INFO_PATH, encodeBagInfo({ ...order, payload: { sizeBytes, files: payload.length } })],
    [paths.MANIFEST_256_PATH, encodeManifest(manifestOf(payload))],
  ];
}

function manifestOf(files: readonly PlannedFile[]): Map<string, string> {
  return new Map(files.map(file => [file.path, toHex(file.digests.sha256)]));
}

async function measure([path, bytes]: Small, hashers: Hashers): Promise<PlannedFile> {
  const pieces = Array.isArray(bytes) ? bytes : [bytes];
  return { path, digests: await digestStream(pieces, hashers), open: () => pieces };
}

async function measureAll(files: readonly Small[], hashers: Hashers): Promise<PlannedFile[]> {
  const measured: PlannedFile[] = [];
  for (const file of files) measured.push(await measure(file, hashers));
  return measured;
}
