import { readRange, streamRange } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { digestNarrow, digestStream } from '../hashers.ts';
import type { CheckedDigests, Hashers } from '../hashers.ts';
import { BAGIT_PATH, COVER_PATH } from '../paths.ts';
import { pathFault, readZip } from '../zip/index.ts';
import type { PlacedEntry } from '../zip/index.ts';

/** A file of the bundle, under its path inside the bundle's folder, with what its bytes really are. */
export type BundleFile = { path: string; entry: PlacedEntry; digests: CheckedDigests };

/** A bundle whose every byte has been read once. */
export type OpenBundle = {
  folder: string;
  files: ReadonlyMap<string, BundleFile>;
  source: ByteSource;
};

/** The bundle, or null when no file of it can be placed; and what is wrong with the zip. */
export type OpenedBundle = { bundle: OpenBundle | null; faults: string[] };

/** How far a check has come. */
export type Progress = { step: 'files' | 'transcripts'; doneBytes: number; totalBytes: number };

/** With what a bundle is read. */
export type Reading = { hashers: Hashers; sha512: boolean; progress: (state: Progress) => void };

/** Opens the zip and reads every file once for all its digests. Whatever the bytes, it does not throw. */
export async function openBundle(
  source: ByteSource,
  { hashers, sha512, progress }: Reading,
): Promise<OpenedBundle> {
  const zip = await readZip(source);
  const folder = zip.entries?.[0]?.name.split('/')[0];
  if (!zip.entries || folder === undefined) return { bundle: null, faults: zip.faults };
  const faults = [...zip.faults];
  const files = new Map<string, BundleFile>();
  let doneBytes = 0;
  for (const entry of zip.entries) {
    const path = pathInside(folder, entry.name);
    if (path === null) {
      faults.push(outside(entry.name));
      continue;
    }
    const digests = await (sha512 ? digestStream : digestNarrow)(counted(source, entry), hashers);
    if (digests.crc32 !== entry.crc32)
      faults.push(`The bytes of ${path} do not give the checksum in the zip.`);
    files.set(path, { path, entry, digests });
  }
  return { bundle: { folder, files, source }, faults };

  async function* counted(from: ByteSource, entry: PlacedEntry): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of streamRange(from, entry.dataOffset, entry.sizeBytes, { passing: true })) {
      yield chunk;
      doneBytes += chunk.length;
      progress({ step: 'files', doneBytes, totalBytes: source.sizeBytes });
    }
  }
}

function pathInside(folder: string, name: string): string | null {
  const inside = name.startsWith(`${folder}/`) && pathFault(name) === null;
  return inside ? name.slice(folder.length + 1) : null;
}

function outside(name: string): string {
  return pathFault(name) === null
    ? `${name} lies outside the bundle's folder.`
    : 'A file has no usable name.';
}

/** Whether the zip means to be a Handover bundle at all. */
export function meansToBeBundle(bundle: OpenBundle): boolean {
  return bundle.files.has(COVER_PATH) || bundle.files.has(BAGIT_PATH);
}

/** A whole small file; null when it is absent or larger than such a file can rightly be. */
export async function readSmall(
  bundle: OpenBundle,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const file = bundle.files.get(path);
  if (!file || file.entry.sizeBytes > maxBytes) return null;
  return readRange(bundle.source, file.entry.dataOffset, file.entry.sizeBytes);
}
