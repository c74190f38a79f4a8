import { concatBytes, toHex } from '../../bytes/index.ts';
import { encodeManifest } from '../bagit/manifest.ts';
import { readRange, sourceOfBytes } from '../byte-source.ts';
import { digestStream, NOBLE_HASHERS } from '../hashers.ts';
import type { Hashers } from '../hashers.ts';
import * as paths from '../paths.ts';
import { readZip, writeZip } from '../zip/index.ts';

/** The files of a bundle, to be meddled with: path inside the bundle's folder to bytes. */
export type Unpacked = { folder: string; files: Map<string, Uint8Array> };

/** Takes a bundle of our own apart. */
export async function unpack(zip: Uint8Array): Promise<Unpacked> {
  const source = sourceOfBytes(zip);
  const { entries } = await readZip(source);
  const folder = entries?.[0]?.name.split('/')[0] ?? '';
  const files = new Map<string, Uint8Array>();
  for (const entry of entries ?? []) {
    const bytes = await readRange(source, entry.dataOffset, entry.sizeBytes);
    files.set(entry.name.slice(folder.length + 1), bytes.slice());
  }
  return { folder, files };
}

/**
 * Puts a bundle together again so that nothing but the meddling shows: every manifest is worked out anew, but for those
 * in `keep`, which were meddled with themselves; and so is every checksum, size and offset of the zip.
 */
export async function hide(
  { folder, files }: Unpacked,
  keep: readonly string[] = [],
  hashers: Hashers = NOBLE_HASHERS,
): Promise<Uint8Array> {
  const all = new Map(files);
  const payload = [...all.keys()].filter(path => path.startsWith('data/'));
  await list(all, { at: paths.MANIFEST_256_PATH, of: payload, keep, hashers });
  const unlisted = [paths.TAG_MANIFEST_PATH, paths.BUNDLE_PROOF_PATH];
  const tags = [...all.keys()].filter(path => !path.startsWith('data/') && !unlisted.includes(path));
  await list(all, { at: paths.TAG_MANIFEST_PATH, of: tags, keep, hashers });
  return zipOf(folder, all, hashers);
}

type Listing = {
  at: string;
  of: string[];
  keep: readonly string[];
  hashers: Hashers;
};

async function list(all: Map<string, Uint8Array>, { at, of, keep, hashers }: Listing): Promise<void> {
  if (keep.includes(at) || !all.has(at)) return;
  const digests = new Map<string, string>();
  for (const path of of) {
    const { sha256 } = await digestStream([all.get(path) ?? new Uint8Array(0)], hashers);
    digests.set(path, toHex(sha256));
  }
  all.set(at, encodeManifest(digests));
}

/** A zip in our own form of whatever files are given, in a folder or as they are named. */
export async function zipOf(
  folder: string | null,
  files: ReadonlyMap<string, Uint8Array>,
  hashers: Hashers = NOBLE_HASHERS,
): Promise<Uint8Array> {
  const measured = [];
  for (const [path, bytes] of files) {
    const { sizeBytes, crc32 } = await digestStream([bytes], hashers);
    measured.push({
      name: folder === null ? path : `${folder}/${path}`,
      sizeBytes,
      crc32,
      open: () => [bytes],
    });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(measured).chunks) pieces.push(piece);
  return concatBytes(...pieces);
}
