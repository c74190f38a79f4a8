import { decodeUtf8 } from '../../bytes/index.ts';
import { decodeBundleProof } from '../bundle-proof.ts';
import type { BundleProof } from '../bundle-proof.ts';
import { decodeCover } from '../cover.ts';
import type { Cover } from '../cover.ts';
import * as paths from '../paths.ts';
import { decodeRecordLine } from '../record-lines.ts';
import type { RecordLine } from '../record-lines.ts';
import { readSmall } from './open-bundle.ts';
import type { OpenBundle } from './open-bundle.ts';

const MAX_COVER_BYTES = 1 << 24;
const MAX_EVENTS_BYTES = 1 << 25;
export const MAX_PROOF_BYTES = 1 << 17;

/** Something of the bundle that was read, or why it could not be. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: string[] };

/** The files that say what the bundle is. */
export type Contents = { cover: Read<Cover>; record: Read<RecordLine[]>; produced: Read<BundleProof> };

/** Reads cover, continuity record and the bundle's own proof. */
export async function readContents(bundle: OpenBundle): Promise<Contents> {
  return {
    cover: await readCover(bundle),
    record: await readRecord(bundle),
    produced: await readProduced(bundle),
  };
}

function missing(path: string): { ok: false; faults: string[] } {
  return { ok: false, faults: [`${path} is missing or far too large.`] };
}

async function readCover(bundle: OpenBundle): Promise<Read<Cover>> {
  const bytes = await readSmall(bundle, paths.COVER_PATH, MAX_COVER_BYTES);
  if (!bytes) return missing(paths.COVER_PATH);
  const decoded = decodeCover(bytes);
  return decoded.ok ? { ok: true, value: decoded.cover } : { ok: false, faults: [decoded.reason] };
}

async function readRecord(bundle: OpenBundle): Promise<Read<RecordLine[]>> {
  const bytes = await readSmall(bundle, paths.EVENTS_PATH, MAX_EVENTS_BYTES);
  if (!bytes) return missing(paths.EVENTS_PATH);
  const lines: RecordLine[] = [];
  const faults: string[] = [];
  let from = 0;
  for (let number = 1; from < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, from);
    const decoded = decodeRecordLine(bytes.subarray(from, end < 0 ? bytes.length : end));
    if (decoded.ok) lines.push(decoded.line);
    else faults.push(`Line ${number} of the continuity record cannot be read. ${decoded.reason}`);
    from = end < 0 ? Infinity : end + 1;
  }
  if (bytes.at(-1) !== 0x0a) faults.push('The continuity record does not end with a line end.');
  return faults.length === 0 ? { ok: true, value: lines } : { ok: false, faults };
}

async function readProduced(bundle: OpenBundle): Promise<Read<BundleProof>> {
  const text = await readText(bundle, paths.BUNDLE_PROOF_PATH);
  if (text === null) return missing(paths.BUNDLE_PROOF_PATH);
  const decoded = decodeBundleProof(text);
  if (decoded.ok) return { ok: true, value: decoded.value };
  return { ok: false, faults: [`The proof of the bundle's making cannot be read. ${decoded.reason}`] };
}

/** A proof or policy as text; null when it is absent, too large, or not UTF-8. */
export async function readText(bundle: OpenBundle, path: string): Promise<string | null> {
  const bytes = await readSmall(bundle, path, MAX_PROOF_BYTES);
  return bytes && decodeUtf8(bytes);
}
